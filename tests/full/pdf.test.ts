import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { readBuilt } from '../../src/cli/builder.ts';
import { runChild } from '../../src/cli/child.ts';
import { findChromium } from '../../src/cli/chromium.ts';
import { describePage } from '../../src/cli/pdf/description.ts';
import { describePdf } from '../../src/cli/pdf/metadata.ts';
import { printPage } from '../../src/cli/pdf/print.ts';
import { findProgram } from '../../src/cli/programs.ts';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { dist } from '../site/site.ts';

const skip = findProgram('pdfinfo') === undefined && 'pdfinfo is not installed';
const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes } = edition;
// The issue with the most to go wrong.
const [issue] = digest.issues.toSorted((a, b) => b.papers.length - a.papers.length);
assert.ok(issue);
const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
const page = describePage(digest, issue.id);
assert.ok(page);
const file = path.join('.cache/test', `${issue.id}.pdf`);

/** What one of poppler's programs says of the file, spaces as they come. */
async function ask(program: string, ...args: string[]): Promise<string> {
  const { code, output } = await runChild(program, args, { limit: 60_000 });
  assert.equal(code, 0, output);
  return output;
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

before(async () => {
  if (skip) return;
  const browser = await findChromium();
  assert.ok(browser, 'There is no Chromium; npm test installs one.');
  const site = { folder: dist, base: readBuilt(dist)?.base ?? '/' };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, describePdf(await printPage(site, page.address, browser), page));
});

test('the file is tagged, and says what it is, whose and in which language', { skip }, async () => {
  const facts = await ask('pdfinfo', file);
  const fact = (name: string) => new RegExp(`^${name}: +(.*)$`, 'm').exec(facts)?.[1];
  assert.equal(fact('Title'), page.title);
  assert.equal(fact('Author'), page.authors.join(', '));
  assert.equal(fact('Tagged'), 'yes');
  assert.equal(fact('JavaScript'), 'no');
  assert.match(fact('Page size') ?? '', /A4/);
  assert.ok(Number(fact('Pages')) > papers.length);
  assert.match(readFileSync(file, 'latin1'), new RegExp(`/Lang \\(${digest.site.language}\\)`));
  const structure = await ask('pdfinfo', '-struct', file);
  for (const element of ['H1', 'H2', 'P', 'Table', 'Figure', 'Link']) {
    assert.match(structure, new RegExp(`^ *${element}\\b`, 'm'), element);
  }
});

test(
  'its outline has every paper and its sections, its pages the heads of their papers',
  { skip },
  async () => {
    const xml = await ask('pdftohtml', '-xml', '-i', '-stdout', file);
    const outline = [...xml.matchAll(/<item page="(\d+)">([^<]*)</g)].map(
      ([, number, title = '']) => ({
        number: Number(number),
        title: plain(
          title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
        ),
      }),
    );
    for (const { slug, title, facts } of papers) {
      const at = outline.findIndex((item) => item.title === plain(title.plain));
      assert.ok(at >= 0, `${slug} in the outline`);
      const sections = outline.slice(at + 1).map((item) => item.title);
      for (const section of facts?.sections ?? []) {
        assert.ok(sections.includes(plain(section.text)), `${slug}: ${section.text}`);
      }
      const { number = 0 } = outline[at] ?? {};
      const range = ['-f', String(number), '-l', String(number)];
      const [head = ''] = (await ask('pdftotext', '-layout', ...range, file, '-'))
        .trim()
        .split('\n');
      assert.ok(plain(head).startsWith(plain(digest.site.name)), head);
      assert.ok(plain(head).endsWith(plain(title.plain)), head);
    }
  },
);

test('its pages have numbers, and nothing in it knows where it was printed', { skip }, async () => {
  const text = await ask('pdftotext', '-layout', file, '-');
  const pages = text.split('\f').slice(0, -1);
  pages.forEach((one, index) =>
    assert.equal(one.trim().split('\n').at(-1)?.trim(), String(index + 1)),
  );
  // A page of its head and number alone is a page too many.
  for (const one of pages) assert.ok(one.trim().split('\n').length > 2, one);
  const links = await ask('pdfinfo', '-url', file);
  assert.doesNotMatch(text + links, /localhost|127\.0\.0\.1/);
  assert.ok(links.includes(routes.absolute(routes.author(papers[0]?.authors[0]?.person ?? ''))));
});
