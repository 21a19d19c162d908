import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { COMMANDS, ENVIRONMENTS } from '../../src/body/formulas/commands.ts';
import { checkFormula } from '../../src/body/formulas/formula.ts';
import { renderBookFormula } from '../../src/body/rendering/formulas.ts';
import { buildBook } from '../../src/books/build.ts';
import { loadBook } from '../../src/books/load.ts';
import { runChild } from '../../src/cli/child.ts';
import { findProgram } from '../../src/cli/programs.ts';
import { assemble } from '../../src/digest/assemble.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { readEdition } from '../edition.ts';
import { buildHostileDigest } from '../hostile/digest.ts';
import { dist, listFiles } from '../site/site.ts';

const folder = '.cache/test/epub';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const epubcheck = findProgram('epubcheck');
const skip = epubcheck === undefined && 'epubcheck is not installed';

/** What epubcheck finds in a book, as it says it; nothing in a sound one. */
async function judge(file: string): Promise<string> {
  // Debian's is an archive of Java, which only some kernels start by themselves.
  const isArchive =
    readFileSync(epubcheck ?? '')
      .subarray(0, 2)
      .toString() === 'PK';
  const [program = '', ...args] = isArchive ? ['java', '-jar', epubcheck ?? ''] : [epubcheck];
  const { code, output } = await runChild(program, [...args, file], { limit: 120_000 });
  const isSound = code === 0 && /^Messages: 0 fatals \/ 0 errors \/ 0 warnings/m.test(output);
  return isSound ? '' : output;
}

async function judgeAll(edition: Edition, name: string): Promise<void> {
  for (const issue of edition.digest.issues) {
    const file = path.join(folder, `${name}-${issue.id}.epub`);
    writeFileSync(file, await loadBook(buildBook(edition, issue)));
    assert.equal(await judge(file), '', file);
  }
}

test('epubcheck finds nothing in the books of the site', { skip }, async () => {
  const books = listFiles(dist).filter((file) => file.endsWith('.epub'));
  assert.ok(books.length > 0);
  for (const book of books) assert.equal(await judge(path.join(dist, book)), '', book);
});

test('epubcheck finds nothing in the books of the fixture', { skip }, async () => {
  await judgeAll(await readEdition(), 'fixture');
});

test('epubcheck finds nothing in what strangers may write', { skip }, async () => {
  const content = path.join(folder, 'content');
  for (const [name, source] of Object.entries(await buildHostileDigest())) {
    assert.ok(source !== undefined && typeof source !== 'function');
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, name), source);
  }
  const { edition } = await assemble(content, readEntries(content, entryKinds));
  assert.ok(edition);
  await judgeAll(edition, 'hostile');
});

test('epubcheck finds nothing in any kind of MathML that formulas come to', { skip }, async () => {
  const edition = await readEdition();
  const issue = edition.digest.issueById.get('2026-01');
  assert.ok(issue);
  const book = buildBook(edition, issue);
  const formulas = listKinds();
  assert.ok(formulas.length > 50);
  const documents = book.documents.map((document) =>
    document.type === 'introduction'
      ? { ...document, body: formulas.map((mathml) => `<p>${mathml}</p>\n`).join('') }
      : document,
  );
  const file = path.join(folder, 'formulas.epub');
  writeFileSync(file, await loadBook({ ...book, documents }));
  assert.equal(await judge(file), '');
});

/** Of every command and environment in several positions, those formulas that bring an element or attribute where none before had it. */
function listKinds(): string[] {
  const sources = [
    ...COMMANDS.flatMap((name) => {
      const forms = [
        `\\${name}`,
        `\\${name}{x}`,
        `\\${name}{x}{y}`,
        `\\${name}{red}{x}`,
        `\\${name}{1em}{x}`,
        `a \\${name} b`,
        `\\left\\${name} x \\right.`,
      ];
      return [...forms, ...forms.slice(0, 2).map((form) => `x_{y_{${form}}}^{${form}}`)];
    }),
    ...ENVIRONMENTS.flatMap((name) => {
      const columns = /^(?:array|darray|subarray)$/.test(name)
        ? '{c|c}'
        : /alignedat|alignat/.test(name)
          ? '{1}'
          : '';
      return [`\\begin{${name}}${columns} a & b \\\\ \\hline c & d \\end{${name}}`].concat(
        `\\begin{${name}}${columns} a \\end{${name}}`,
      );
    }),
    "f'''_{a'_{b''}}",
    '\\begin{CD} A @>a>> B \\\\ @VbVV @VVcV \\\\ C @= D \\end{CD}',
  ];
  const seen = new Set<string>();
  return sources.flatMap((tex) =>
    [true, false].flatMap((display) => {
      if (checkFormula(tex, display).length > 0) return [];
      const mathml = renderBookFormula(tex, display);
      const kinds = listPlaces(mathml);
      if (kinds.every((kind) => seen.has(kind))) return [];
      for (const kind of kinds) seen.add(kind);
      return [mathml];
    }),
  );
}

/** Each element with what it stands in, and each attribute with its value. */
function listPlaces(mathml: string): string[] {
  const open: string[] = [];
  return [...mathml.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)].flatMap(
    ([, close, name = '', attributes = '']) => {
      if (close) {
        open.pop();
        return [];
      }
      const within = `${open.at(-1) ?? ''} ${name}`;
      open.push(name);
      const given = attributes.replace(/ alttext="[^"]*"/, '').match(/[a-z]+="[^"]*"/g) ?? [];
      return [within, ...given.map((attribute) => `${name} ${attribute}`)];
    },
  );
}
