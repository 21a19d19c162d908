import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from '../../../src/body/compile.ts';
import { mendText, type TextOptions } from '../../../src/importing/text/text.ts';

const options: TextOptions = {
  title: 'On Sorting Pebbles',
  fields: new Map([['image_dir', '/img/']]),
  macros: new Map([['norm', { count: 1, body: '\\lVert #1 \\rVert' }]]),
  resolver: {
    link: (url) =>
      /^(?:https?:|#|mailto:)/.test(url) ? { url } : { lost: `The link ${url} is lost` },
    picture: (src) =>
      src.startsWith('http')
        ? { lost: `The picture ${src} is away` }
        : { name: src.split('/').at(-1) ?? '' },
  },
  summary: true,
};

function mend(source: string) {
  const draft = mendText(source, options);
  const looks = draft.notes.filter(({ kind }) => kind === 'look').map(({ text }) => text);
  return { text: draft.text, looks, draft };
}

/** A habit of the old archive, what becomes of it, and what a person is told. Separated as they are printed. */
const HABITS: [name: string, old: string, now: string, looks?: string[]][] = [
  ['HTML comments', 'a <!-- to {do} --> b', 'a {/* to {do} */} b'],
  ['line breaks', 'one<br>two<br/>three', 'one<br />two<br />three'],
  ['bold and italic tags', '<b>bold</b> <i>it</i> <code>x</code>', '**bold** *it* `x`'],
  ['inner tags', '<strong>all <em>of</em> it</strong>', '**all *of* it**'],
  ['links of HTML', '<a href="https://x.example/">there</a>', '[there](https://x.example/)'],
  ['tags of looks', '<span style="color:red">red</span> wine', 'red wine'],
  ['tags that are taken', 'H<sub>2</sub>O <kbd class="k">x</kbd>', 'H<sub>2</sub>O <kbd>x</kbd>'],
  [
    'automatic links',
    'see <https://x.example/a_b>',
    'see [https://x.example/a\\_b](https://x.example/a_b)',
  ],
  ['mail', 'to <jo@shore.example>', 'to [jo@shore.example](mailto:jo@shore.example)'],
  ['less than, braces', 'p <5 and {1,2}', 'p &lt;5 and \\{1,2\\}'],
  ['prices', 'costs $5M to $10M, and $x$', 'costs \\$5M to \\$10M, and $x$'],
  ['inline brackets of LaTeX', 'so \\(a_1\\) and \\\\(b\\\\)', 'so $a_1$ and $b$'],
  ['display brackets of Jekyll in a line', 'so \\\\[ x \\\\] is', 'so $x$ is'],
  ['display brackets', '\\[\nx = y\n\\]', '$$\nx = y\n$$'],
  ['brackets that are brackets', '\\[1\\] and \\[see\\]', '[1\\] and [see\\]'],
  ['dollars in a sentence', 'where $$x^2$$ is', 'where $x^2$ is'],
  ['text on the line of dollars', '$$x\n+ y$$.', '$$\nx\n+ y.\n$$'],
  ['white space in dollars', 'the $ x $ is', 'the $x$ is'],
  ['a list with a formula', '- so\n  $$x = 1$$', '- so\n  $$\n  x = 1\n  $$'],
  [
    'bare environments, labels',
    '\\begin{align}\na &= b \\label{eq:Foo_Bar}\n\\end{align}\n\nSee \\eqref{eq:Foo_Bar}, $\\eqref{eq:Foo_Bar}$.',
    '$$\n\\begin{align}\na &= b \\label{foo-bar}\n\\end{align}\n$$\n\nSee \\eqref{foo-bar}, \\eqref{foo-bar}.',
  ],
  [
    'a second label',
    '$$\na \\label{one} \\\\ b \\label{two}\n$$\n\n\\eqref{two}',
    '$$\na \\label{one} \\\\ b\n$$\n\n\\eqref{one}',
    [
      'The formula has a second label, `two`, which was taken out: references to it lead to the first',
    ],
  ],
  [
    'eqnarray',
    '$$\n\\begin{eqnarray}\na &=& \\mbox{b}\n\\end{eqnarray}\n$$',
    '$$\n\\begin{align}\na &= \\text{b}\n\\end{align}\n$$',
  ],
  [
    'require',
    '$$\n\\require{cancel} \\cancel{x}\n$$',
    '$$\n\\cancel{x}\n$$',
    ['`\\require{cancel}` loads a part of MathJax, and was taken out'],
  ],
  [
    'commands of a text',
    '$$\\newcommand{\\flow}[2]{#1 \\to #2}$$\n\n$\\flow{a}{b}$',
    '${a \\to b}$',
  ],
  [
    'operators of a text',
    '\\(\\DeclareMathOperator*{\\argmax}{arg\\,max}\\)\n\n$\\argmax_x$',
    '${\\operatorname*{arg\\,max}}_x$',
  ],
  ['commands of the site', '$\\norm{x}$', '${\\lVert x \\rVert}$'],
  ['bars in a table', '| a |\n|---|\n| $|x|$ |', '| a |\n|---|\n| $\\vert x\\vert$ |'],
  [
    'LaTeX in prose',
    'of \\alpha',
    'of $\\alpha$',
    ['`\\alpha` stands outside a formula, where LaTeX is printed as it is. It became a formula.'],
  ],
  ['setext headings', 'One\n===\n\nTwo\n---\n\ntext', '## One\n\n### Two\n\ntext'],
  ['the title as a heading', '# On Sorting Pebbles\n\n## Results', '## Results'],
  ['headings too low', '### Idea\n\n#### More', '## Idea\n\n### More'],
  ['a rule under a list', 'text\n\n---\n\nmore', 'text\n\n---\n\nmore'],
  ['attribute lists', 'text\n{: .lead}', 'text', ['The attribute list `{: .lead}` was taken out']],
  [
    'ids of headings',
    '## Results {#res}\n\ntext',
    '## Results\n\ntext',
    ['The attribute list `{#res}` was taken out'],
  ],
  ['contents', '* TOC\n{:toc}\n\n[TOC]\n\ntext', 'text'],
  [
    'a picture with a size',
    '![What it shows](a.png){:.img-small}',
    '<Figure src="./a.png" alt="What it shows" size="small" />',
  ],
  [
    'a wide picture',
    '![What it shows](a.png)\n{: .full-width}',
    '<Figure src="./a.png" alt="What it shows" size="wide" />',
  ],
  [
    'a caption behind',
    '![What](a.png)\n<figcaption>It <b>falls</b>, $a<b$.</figcaption>',
    '<Figure src="./a.png" alt="What">\n\nIt **falls**, $a<b$.\n\n</Figure>',
  ],
  [
    'a title as caption',
    '![What](a.png "It falls")',
    '<Figure src="./a.png" alt="What">\n\nIt falls\n\n</Figure>',
  ],
  [
    'img with a template',
    '<img src="{{ page.image_dir | append: \'a.png\' | relative_url }}" alt="What" width="200">',
    '<Figure src="./a.png" alt="What" size="small" />',
  ],
  [
    'figure of HTML',
    '<figure><a href="b.png"><img src="a.png" alt="What"></a>By us<figcaption>It falls.</figcaption></figure>',
    '<Figure src="./a.png" alt="What">\n\nIt falls.\n\n</Figure>\n\nBy us',
  ],
  [
    'figure of Material',
    '<figure markdown>\n  ![What](a.png){ width="300" }\n  <figcaption>It falls.</figcaption>\n</figure>',
    '<Figure src="./a.png" alt="What" size="small">\n\nIt falls.\n\n</Figure>',
  ],
  ['a picture in a sentence', 'so ![What](x/a.png) it is', 'so ![What](./a.png) it is'],
  [
    'a picture of another site',
    '![What](https://x.example/a.png)',
    '[What](https://x.example/a.png)',
    ['The picture https://x.example/a.png is away'],
  ],
  [
    'a caption alone',
    '<figcaption>It falls.</figcaption>',
    'It falls.',
    ['A caption stands without its picture; it became a paragraph'],
  ],
  ['a lost link', '[there](a.md)', 'there {/* link: a.md */}', ['The link a.md is lost']],
  [
    'tables',
    '<table><tr><th>a</th></tr><tr><td>1 &lt; 2</td></tr></table>',
    '| a |\n| --- |\n| 1 &lt; 2 |',
  ],
  [
    'tables with spans',
    '<table class="t"><tr><td colspan="2">a</td></tr></table>',
    '<table>\n<tr>\n<td colspan="2">a</td>\n</tr>\n</table>',
  ],
  [
    'tables with a caption',
    '<table><caption>All</caption><tr><th>a</th></tr></table>',
    '<Table>\n\nAll\n\n| a |\n| --- |\n\n</Table>',
  ],
  ['lists of HTML', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
  [
    'films',
    '<iframe src="https://www.youtube.com/embed/abc" title="A talk"></iframe>',
    '[A talk](https://www.youtube.com/watch?v=abc)',
    ['A film or frame became a link: https://www.youtube.com/watch?v=abc'],
  ],
  [
    'scripts',
    '<script>alert(1)</script>',
    '{/* <script>alert(1)</script> */}',
    ['`<script>` is not taken in a summary; it stands as a comment'],
  ],
  [
    'details',
    '<details><summary>More <b>x</b></summary>\n\nInside\n\n</details>',
    '<Details summary="More x">\n\nInside\n\n</Details>',
  ],
  [
    'admonitions',
    '!!! note "Mind"\n    One {x}.\n\n    Two.\n\nafter',
    '<Aside>\n\n**Mind**\n\nOne \\{x\\}.\n\nTwo.\n\n</Aside>\n\nafter',
  ],
  [
    'admonitions that fold',
    '??? info "Why"\n    So.',
    '<Details summary="Why">\n\nSo.\n\n</Details>',
  ],
  ['indented code', 'text:\n\n    x = {1}\n\nafter', 'text:\n\n```\nx = {1}\n```\n\nafter'],
  [
    'code of Liquid',
    '{% highlight python %}\nx = {1}\n{% endhighlight %}',
    '```python\nx = {1}\n```',
  ],
  [
    'instructions of Liquid',
    'a {% include x.html %} b',
    'a {/* {% include x.html %} */} b',
    ['The instruction `{% include x.html %}` has no counterpart; it stands as a comment'],
  ],
  [
    'shortcodes',
    '{{< figure src="a.png" alt="What" caption="It falls." >}}',
    '<Figure src="./a.png" alt="What">\n\nIt falls.\n\n</Figure>',
  ],
  [
    'unknown shortcodes',
    '{{< chart x >}}',
    '{/* {{< chart x >}} */}',
    ['The shortcode `{{< chart x >}}` has no counterpart; it stands as a comment'],
  ],
  ['footnotes', 'so[^my note]\n\n[^my note]: Text.', 'so[^my-note]\n\n[^my-note]: Text.'],
  ['marked words', 'a ==marked== word', 'a <mark>marked</mark> word'],
  [
    'unknown tags',
    'a <thing> b',
    'a &lt;thing> b',
    ['The element `<thing>` is not taken in a summary. It stands as text.'],
  ],
  ['code is left alone', '`<br> {x} $5` and ```` ``` ````', '`<br> {x} $5` and ```` ``` ````'],
  [
    'invisible characters',
    'a\u200bb',
    'ab',
    ['Here stands the invisible character U+200B ZERO WIDTH SPACE. It was taken out.'],
  ],
];

for (const [name, old, now, looks = []] of HABITS) {
  test(`an old text becomes ours: ${name}`, () => {
    const mended = mend(old);
    assert.equal(mended.text, now);
    assert.deepEqual(mended.looks.sort(), looks.toSorted());
  });
}

test('what was mended is MDX of ours', () => {
  const texts = HABITS.map(([, old]) => mend(old).text);
  const problems = texts.flatMap((text) => compileBody(text, { file: 'a' }).problems);
  const told = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  assert.deepEqual([...new Set(told)], []);
});

test('a note knows its line before and after', () => {
  const { draft } = mend('# On Sorting Pebbles\n\none\n\n\n\n{{< chart x >}}');
  const [note] = draft.notes.filter(({ kind }) => kind === 'look');
  assert.equal(note?.offset, 29);
  assert.equal(draft.present(29), draft.text.indexOf('{/*'));
});

test('a macro that grows is told, not followed', () => {
  const bomb =
    '$$\\def\\a{xxxxxxxxxx\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}$$\n\n$\\a$';
  const { text, looks } = mend(bomb);
  assert.ok(text.length < 60_000);
  assert.ok(
    looks.includes('The commands that this text defines grow too long when they are written out'),
  );
});

test('a text beyond our bounds is told, and does not hang', () => {
  const { looks } = mend('a\n===\n'.repeat(5_000));
  assert.ok(
    looks.includes(
      'More than 400 lines hold nothing but `-` or `=`. Code that is told by its indent alone was not looked for',
    ),
  );
});
