import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caniemail, formatIssue, rawData } from 'caniemail';
import { ELEMENTS } from '../../src/body/judging/elements.ts';
import { STYLES } from '../../src/mail/styles.ts';
import { readEdition } from '../edition.ts';
import { issue, listElements, mailOf, readContent, writePaper } from './mail.ts';

/** Gmail and Outlook wherever they run; `windows-mail` is the program of Windows 10, which is no more. */
const CLIENTS = [
  ...['gmail.desktop-webmail', 'gmail.ios', 'gmail.android', 'gmail.mobile-webmail'],
  ...['outlook.windows', 'outlook.macos', 'outlook.outlook-com', 'outlook.ios', 'outlook.android'],
] as const;

/**
 * What one of them does not show, as https://www.caniemail.com has it. Every document has a body, which Outlook on
 * macOS drops, and with it a margin of nothing and a ground that is white anyway.
 */
function findUnsupported(html: string): string[] {
  const { errors } = caniemail({ clients: [...CLIENTS], html }).issues;
  const found = [...errors].flatMap(([client, issues]) =>
    issues.map(
      (issue) => `${client}: ${formatIssue({ client, issue, issueType: 'error' }).message}`,
    ),
  );
  const names = new Set(listElements(html).map(({ tagName }) => tagName));
  return [...new Set([...found, ...findElements(names)])]
    .filter((line) => !line.includes('`<body> element`'))
    .sort();
}

/** HTML5's own, which the oracle knows as one: https://www.caniemail.com/features/html-semantics/ */
const SEMANTICS = new Set([
  ...['article', 'aside', 'details', 'figcaption', 'figure', 'footer', 'header', 'main', 'mark'],
  ...['nav', 'section', 'summary', 'time'],
]);

/** The same of elements, of which the oracle's own search passes over some. */
function findElements(names: ReadonlySet<string>): string[] {
  return rawData.data.flatMap(({ slug, title, stats }) => {
    const of = [...title.matchAll(/<(\w+)>/g)].map(([, name = '']) => name);
    const isUsed =
      slug === 'html-semantics'
        ? [...names].some((name) => SEMANTICS.has(name))
        : of.some((name) => names.has(name));
    if (!isUsed) return [];
    return CLIENTS.flatMap((client) => {
      const [family = '', platform = ''] = client.split('.');
      const versions =
        (stats as Record<string, Record<string, Record<string, string>>>)[family]?.[platform] ?? {};
      return Object.values(versions).at(-1)?.startsWith('n') === true
        ? [`${client}: \`${title}\``]
        : [];
    });
  });
}

/** Everything that a body may hold. */
const everything = [
  '## The key idea',
  '*a* **b** ~~c~~ `d` [e](https://e.example) $f$ and a note.[^1]',
  '[^1]: The note.',
  '> quoted\n\n- one\n- [x] two\n\n1. three',
  '### Deeper\n\n#### And deeper\n\n---',
  '```python\nx = 1\n    y\n```',
  '| a | b |\n| :- | -: |\n| 1 | $2$ |',
  '$$\n\\begin{aligned} a &= b \\\\ c &= d \\end{aligned} \\label{x}\n$$\n\nSee \\eqref{x}.',
  '<Aside>\n\nbeside\n\n</Aside>',
  '<Details summary="More of $f$">\n\nfolded\n\n</Details>',
  '<Table label="tab:t">\n\nOf it.\n\n| a |\n| - |\n| 1 <Claim at="Table 3" /> |\n\n</Table>\n\nTable \\ref{tab:t}.',
  '<Video src="https://v.example/w" poster="./p.svg" alt="A still of the talk, with its first slide">\n\nThe talk.\n\n</Video>',
  '<Figure src="./p.svg" alt="One square stands on another" from="Figure 2" licence="CC BY 4.0">\n\nDrawn.\n\n</Figure>',
  '<abbr title="a">A</abbr> <bdi>b</bdi> x<br />y <cite>c</cite> <code>d</code> <del>e</del> <ins>f</ins> <kbd>g</kbd> <mark>h</mark> <q>i</q> <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <samp>j</samp> <small>k</small> <span lang="fr">l</span> <sub>m</sub> <sup>n</sup> <var>o</var> p<wbr />q',
  '<details>\n<summary>s</summary>\n\nt\n\n</details>',
  '<dl>\n<dt>u</dt>\n<dd>v</dd>\n</dl>',
  '<hr />',
  '<table>\n<caption>w</caption>\n<thead>\n<tr><th>x</th></tr>\n</thead>\n<tbody>\n<tr><td colspan="1">y</td></tr>\n</tbody>\n<tfoot>\n<tr><td>z</td></tr>\n</tfoot>\n</table>',
].join('\n\n');

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><rect width="50" height="50"/><text x="60" y="50">text</text></svg>';

const own = await readContent({
  'issues/2026-01/index.mdx': issue,
  'papers/2026-01/iron/index.mdx': writePaper('Iron', everything),
  'papers/2026-01/iron/p.svg': svg,
});
const whole = (await mailOf(own, '2026-01')).html;

test('the oracle finds what it is there for', () => {
  assert.ok(rawData.data.length > 250);
  const bad =
    '<div style="display:grid"><figure></figure><abbr></abbr><svg></svg><img src="a.webp" alt=""></div>';
  const found = findUnsupported(bad).join('\n');
  for (const name of ['display:grid', 'HTML5 semantics', '<abbr>', '<svg>', 'webP'])
    assert.ok(found.includes(name), found);
});

test('Gmail and Outlook show every element and every property of a mail', async () => {
  assert.deepEqual(findUnsupported(whole), []);
  const edition = await readEdition();
  for (const { id } of edition.digest.issues)
    assert.deepEqual(findUnsupported((await mailOf(edition, id)).html), [], id);
});

test('a mail that holds everything has all of its elements in the map of their looks', () => {
  const frame = new Set(['html', 'head', 'meta', 'title', 'body']);
  const names = listElements(whole).map(({ tagName }) => tagName);
  for (const name of new Set(names)) assert.ok(frame.has(name) || name in STYLES, name);
  // Every element that a body may hold was in it.
  for (const name of Object.keys(ELEMENTS))
    assert.ok(everything.includes(`<${name}`), `the text of this test holds no <${name}>`);
});

test('nothing of the words is lost on the way', () => {
  const words = whole.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  for (const word of [
    ...['quoted', 'one', '☑ two', 'three', 'Deeper', 'And deeper', 'x = 1', 'beside', 'folded'],
    ...['Of it.', 'Table 3', 'The talk.', 'Drawn.', '“i”', '漢 (kan)', 'The note.', 'pq'],
  ]) {
    assert.ok(words.includes(word), `${word} in ${words}`);
  }
});
