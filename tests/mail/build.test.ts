import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { MOST_BYTES } from '../../src/mail/build.ts';
import { listMailPictures, makeMail } from '../../src/mail/load.ts';
import { readMailPicture } from '../../src/mail/pictures.ts';
import { typeOf } from '../../src/pictures/kind.ts';
import { readEdition } from '../edition.ts';
import { attribute, issue, listElements, mailOf, readContent, writePaper } from './mail.ts';

const edition = await readEdition();

/** What a mail of any issue is held to. */
function judge(html: string): void {
  assert.ok(Buffer.byteLength(html) <= MOST_BYTES, `${Buffer.byteLength(html)} bytes`);
  assert.doesNotMatch(html, /\{[{%#]/);
  for (const element of listElements(html)) {
    const { tagName } = element;
    const where = `<${tagName}>`;
    assert.doesNotMatch(
      tagName,
      /^(?:script|style|link|svg|math|iframe|form|input|button|object|picture|video|audio|base)$/,
    );
    for (const { name, value } of element.attrs) {
      assert.doesNotMatch(name, /^(?:on.*|class|id|srcset)$/, where);
      if (name === 'href') assert.match(value, /^(?:https?:\/\/[^/]|mailto:.)/, where);
      if (name === 'src') {
        assert.match(value, /^https:\/\/[^?]+\.(?:png|jpg)$/, where);
        assert.ok(attribute(element, 'alt') !== undefined, value);
        for (const size of ['width', 'height'])
          assert.match(attribute(element, size) ?? '', /^[1-9]\d*$/, value);
        assert.ok(
          Number(attribute(element, 'width')) <= 560 || value.includes('/formulas/'),
          value,
        );
      }
      if (name === 'style')
        assert.doesNotMatch(value, /url\(|expression|position|javascript|\/\*/i);
    }
  }
}

test('mails of all kinds of issues are small, inert and lead to whole addresses', async () => {
  for (const { id } of edition.digest.issues) judge((await mailOf(edition, id)).html);
});

test('an issue comes with its editors, its introduction, and every paper in a sentence', async () => {
  const { subject, html, text } = await mailOf(edition, '2026-01');
  assert.equal(subject, 'Twelve papers and one furnace (Ferrous Notes, January 2026)');
  for (const part of [html, text]) {
    assert.match(part, /12 papers of January 2026/);
    assert.match(part, /Ada Quill/);
    assert.match(part, /A full month\./);
    assert.match(part, /https:\/\/ferrous\.example\/digest\/issues\/2026-01\//);
    for (const slug of edition.digest.issueById.get('2026-01')!.papers) {
      assert.ok(part.includes(`https://ferrous.example/digest/papers/${slug}/`), slug);
    }
  }
  const { digest } = edition;
  for (const slug of digest.issueById.get('2026-01')!.papers) {
    const paper = digest.paperBySlug.get(slug)!;
    assert.ok(text.includes(`. ${paper.title.plain}\n`), paper.title.plain);
  }
});

test('formulas are pictures that stand on the line, or Unicode where they are none', async () => {
  const own = await readContent({
    'issues/2026-01/index.mdx': issue,
    'papers/2026-01/iron/index.mdx': writePaper(
      'Of $\\alpha$',
      'So $x_1$ and $\\reflectbox{R}$ and\n\n$$\ny \\label{law}\n$$\n\nas \\eqref{law} has it.',
    ),
  });
  const { html, text } = await mailOf(own, '2026-01');
  judge(html);
  const pictures = listElements(html).filter(({ tagName }) => tagName === 'img');
  const alts = pictures.map((picture) => attribute(picture, 'alt'));
  assert.deepEqual(alts, ['\\alpha', 'q_1', 'x_1', 'y']);
  for (const picture of pictures) {
    assert.match(attribute(picture, 'src') ?? '', /^https:\/\/iron\.example\/notes\/formulas\//);
    assert.match(attribute(picture, 'style') ?? '', /vertical-align:-\d+px$/);
  }
  assert.match(html, /and R and/);
  assert.match(html, /href="https:\/\/iron\.example\/notes\/papers\/iron\/#eq-law"/);
  assert.match(text, /So x₁ and R and\n\ny \(1\)\n\nas \(1\) has it\./);
});

test('pictures of figures and plots are such as mail programs show', async () => {
  const { html, pictures } = await mailOf(edition, '2026-01');
  const sources = listElements(html)
    .filter(({ tagName }) => tagName === 'img')
    .map((picture) => attribute(picture, 'src') ?? '')
    .filter((source) => source.includes('/pictures/'));
  assert.ok(sources.length >= 2 && pictures.length > 0);
  const listed = await listMailPictures(edition);
  for (const source of sources) {
    const name = source.split('/').at(-1) ?? '';
    assert.match(typeOf(name), /^image\/(?:png|jpeg)$/);
    assert.equal(pictures.includes(name), !edition.pictures.has(name), name);
    const bytes = edition.pictures.get(name)?.bytes ?? (await readMailPicture(name));
    assert.ok((await sharp(bytes).stats()).isOpaque, name);
  }
  for (const name of pictures) assert.ok(html.includes(`/${name}`), name);
  assert.deepEqual(
    pictures.filter((name) => !listed.includes(name)),
    [],
  );
});

/** A body of sections with blocks of a size. */
const longBody = (blocks: number, word: string) =>
  Array.from({ length: 4 }, (_, section) => {
    const block = `${word} `.repeat(60).trim();
    const name = ['The key idea', 'Their method', 'Results', 'Takeaways'][section];
    return `## ${name}\n\n${Array.from({ length: blocks }, (_, n) => `${block} end${section}x${n}.`).join('\n\n')}`;
  }).join('\n\n');

test('what is too long for one mail is cut evenly, between blocks, with a way to the rest', async () => {
  const own = await readContent({
    'issues/2026-01/index.mdx': issue,
    ...Object.fromEntries(
      ['one', 'two', 'three', 'four'].map((slug, index) => [
        `papers/2026-01/${slug}/index.mdx`,
        writePaper(slug, longBody(slug === 'one' ? 1 : 40, 'word'), index + 1),
      ]),
    ),
  });
  const { html } = await mailOf(own, '2026-01');
  judge(html);
  assert.ok(Buffer.byteLength(html) > MOST_BYTES * 0.9);
  // No paragraph without its end.
  for (const paragraph of html.match(/<p[^>]*>word[^<]*<\/p>/g) ?? [])
    assert.match(paragraph, /end\dx\d+\.<\/p>$/);
  const counts = html
    .split('<h2')
    .slice(1)
    .map((part) => part.match(/end\dx\d+/g)?.length ?? 0);
  const [shortest = 0, ...rest] = counts.toSorted((a, b) => a - b);
  assert.equal(shortest, 4);
  assert.ok(Math.max(...rest) - Math.min(...rest) <= 1, String(counts));
  assert.doesNotMatch(html, /<\/h3>\s*<p[^>]*><a[^>]*>Read on/);
  assert.match(html, /Read on: (?:Their method, )?Results, Takeaways</);
  assert.match(html, />On its own page</);
});

test('an issue of hundreds of papers keeps within the size', async () => {
  const own = await readContent({
    'issues/2026-01/index.mdx': issue,
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `papers/2026-01/p${index}/index.mdx`,
        writePaper(
          `Iron of kind ${index} ${'long '.repeat(20)}$\\alpha_{${index}}$`,
          'It is.',
          index + 1,
        ),
      ]),
    ),
  });
  const { html } = await mailOf(own, '2026-01');
  judge(html);
  assert.match(html, /\d+ papers more on the site</);
});

test('whatever strangers write, nothing of it runs and no provider takes it for its own', async () => {
  const own = await readContent({
    'issues/2026-01/index.mdx': issue.replace(
      'title: Iron',
      "title: 'Iron \\{\\{ unsubscribe_url \\}\\} \\{% load x %\\} &lt;/title>&lt;script>alert(1)&lt;/script>'",
    ),
    'papers/2026-01/iron/index.mdx': writePaper(
      'Of \\{\\{x\\}\\} and $a{{b}}c$ &lt;b>',
      [
        'Text with \\{\\{ subscriber.email \\}\\} and `{{ code }}` and $\\text{{{raw}}}x^{{2}}$.',
        '```\n{{ code }}\n  <script>\n```',
        '[link](https://evil.example/?a="b"&c=d)',
        '<kbd>{/* comment */}a</kbd> <abbr title="t">b</abbr> <mark>m</mark> <q>q</q>',
      ].join('\n\n'),
    ),
  });
  const issueOf = own.digest.issueById.get('2026-01')!;
  const { html } = await makeMail(own, issueOf);
  judge(html);
  const provided = await makeMail(own, issueOf, { unsubscribe: '{{ unsubscribe_url }}' });
  assert.equal(provided.html.match(/\{[{%#]/g)?.length, 1);
  assert.match(provided.html, /<a href="\{\{ unsubscribe_url \}\}"[^>]*>Unsubscribe<\/a>/);
});

test('one mail is the same bytes again', async () => {
  const issueOf = edition.digest.issueById.get('2026-01')!;
  const [first, second] = [await makeMail(edition, issueOf), await makeMail(edition, issueOf)];
  assert.equal(first.html, second.html);
  assert.equal(first.text, second.text);
});

test('the plain text has no line longer than 72 characters but those that are one word', async () => {
  for (const { id } of edition.digest.issues) {
    const { text } = await mailOf(edition, id);
    for (const line of text.split('\n')) {
      assert.ok([...line].length <= 72 || !line.trim().includes(' '), line);
    }
    assert.doesNotMatch(text, /\t|\n{3}/);
    assert.match(text, /[^\n]\n$/);
  }
});
