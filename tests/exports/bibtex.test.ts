import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { BibLatexParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { renderBibtex, renderEntry } from '../../src/exports/bibtex.ts';
import { wholeFamily } from '../../src/exports/names.ts';
import {
  buildReference,
  buildReferences,
  type Reference,
  type ReferenceName,
} from '../../src/exports/reference.ts';
import { readEdition } from '../edition.ts';
import { nameOf, rawText, readEditions, textOf } from './editions.ts';

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;
const reference = buildReference(edition, paper);

/** What citation-js makes of a person. */
type CslName = Partial<
  Record<'family' | 'given' | 'literal' | 'suffix' | 'non-dropping-particle', string>
>;
type CslData = {
  id: string;
  title: string;
  author: CslName[];
  issued: { 'date-parts': [number[]] };
  DOI?: string;
  URL: string;
};

const readByCitationJs = (source: string) => new Cite(source).data as CslData[];

const readByConverter = (source: string) => {
  const read = new BibLatexParser(source, {
    processUnexpected: true,
    processUnknown: true,
  }).parse();
  const warnings = read.warnings.filter(({ field_name }) => field_name !== 'related');
  assert.deepEqual([read.errors, warnings], [[], []]);
  return Object.values(read.entries);
};

/** The letters of its nodes, without their marks. */
const wordsOf = (nodes: unknown): string =>
  Array.isArray(nodes) ? nodes.map((node: { text?: string }) => node.text ?? '').join('') : '';

const partsOf = (name: ReferenceName) =>
  'literal' in name ? ['', name.literal, ''] : [name.given, wholeFamily(name), name.suffix];

const cslPartsOf = (name: CslName) => [
  name.given ?? '',
  [name['non-dropping-particle'], name.family ?? name.literal].filter(Boolean).join(' '),
  name.suffix ?? '',
];

function assertSame(references: readonly Reference[], source: string): void {
  const read = readByCitationJs(source);
  assert.deepEqual(
    read.map(({ id }) => id),
    references.map(({ key }) => key),
  );
  references.forEach((one, index) => {
    const item = read[index]!;
    assert.deepEqual(item.author.map(cslPartsOf), one.authors.map(partsOf), one.key);
    const [year] = item.issued['date-parts'][0];
    assert.equal(year, one.date.year, one.key);
    assert.equal(item.DOI, one.doi, one.key);
    assert.equal(item.URL, one.url, one.key);
  });
  const entries = readByConverter(source);
  assert.equal(entries.length, references.length);
  references.forEach((one, index) => {
    const { entry_key: key, fields } = entries[index]!;
    assert.equal(key, one.key);
    const names = (fields['author'] as Record<string, unknown>[]).map((name) => [
      wordsOf(name['given']),
      [wordsOf(name['prefix']), wordsOf(name['family'] ?? name['literal'])]
        .filter(Boolean)
        .join(' '),
      wordsOf(name['suffix']),
    ]);
    assert.deepEqual(names, one.authors.map(partsOf), one.key);
    assert.equal(String(fields['date']).slice(0, 4), String(one.date.year));
    assert.equal(fields['doi'], one.doi);
    assert.equal(fields['eprint'], one.arxiv?.id);
    assert.equal(fields['url'], one.url);
  });
}

test('two readers give back every author, year and identifier of every paper', async () => {
  for (const one of await readEditions()) {
    const slugs = one.digest.papers.map(({ slug }) => slug);
    const references = buildReferences(one, slugs);
    const source = renderBibtex(references);
    assertSame(references, source);
    const isPlain = /^[^$<>]*$/;
    readByCitationJs(source).forEach(({ title }, index) => {
      const { plain } = references[index]!.title;
      // Of a formula, it makes its own Unicode.
      if (isPlain.test(plain) && !/[^\p{ASCII}²“”–’]/u.test(plain)) assert.equal(title, plain);
    });
  }
});

test('an entry says what BibTeX and biblatex both read', () => {
  assert.equal(
    renderEntry({ ...reference, authors: reference.authors.slice(0, 5), kind: 'preprint' }),
    `@misc{vanderquill2025-paper-1,
  title = {Iron with {$\\alpha^2$}: {Heat} \\& <Light>},
  author = {van der Quill, Ada and Balança, Paul and de la Cruz, José and 李, 文 and {The Ironworks}},
  howpublished = {Journal of Iron},
  year = {2025},
  month = dec,
  eprint = {2601.00001},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  version = {2},
  doi = {10.48550/arXiv.2601.00001},
  url = {https://arxiv.org/abs/2601.00001v2},
}`,
  );
});

test('our summary is an entry of its own, behind the paper’s, which it names', () => {
  const [, summary] = renderBibtex(buildReferences(edition, ['paper-4'])).split('\n\n');
  assert.equal(
    summary,
    `@misc{summary-balanca2026-paper-4,
  title = {Summary of “{Iron Number 4: {A} Study}”},
  author = {Quill, Ada},
  howpublished = {Ferrous Notes, January 2026},
  year = {2026},
  month = jan,
  url = {https://ferrous.example/digest/papers/paper-4/},
  related = {balanca2026-paper-4},
  note = {Withdrawn on 10 February 2026},
}
`,
  );
});

test('formulas stay formulas, and their braces in pairs', () => {
  const titleOf = (source: string) =>
    /title = \{(.*)\},/.exec(renderEntry({ ...reference, title: textOf(source) }))?.[1];
  assert.equal(titleOf('Sorting in $O(n \\log n)$'), 'Sorting in {$O(n \\log n)$}');
  assert.equal(titleOf('Of $\\{1,2\\}$'), 'Of {$\\lbrace 1,2\\rbrace$}');
  assert.equal(titleOf('Of $\\left\\{ x \\right.$'), 'Of {$\\left\\lbrace x \\right.$}');
  assert.equal(
    titleOf('A *stressed* H<sub>2</sub>O'),
    'A \\emph{stressed} {H}\\textsubscript{2}{O}',
  );
});

test('names that would come apart are held together', () => {
  const authors = [
    nameOf('José Ortega y Gasset'),
    nameOf('Martin Luther King Jr.'),
    nameOf('others'),
    nameOf('Gerard ’t Hooft'),
    nameOf('Barnes and Noble', { family: 'Barnes and Noble' }),
    nameOf('Charles de la Vallée Poussin'),
    nameOf('bell hooks'),
  ];
  const built = buildReference(edition, { ...paper, authors });
  const source = renderEntry(built);
  assert.match(
    source,
    /author = \{\{Ortega y Gasset\}, José and King, Jr\., Martin Luther and \{others\} and \{'t Hooft\}, Gerard and \{Barnes and Noble\} and de la Vallée Poussin, Charles and hooks, bell\}/,
  );
  const [item] = readByCitationJs(source);
  assert.deepEqual(item?.author.map(cslPartsOf), built.authors.map(partsOf));
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '{',
          '}',
          '\\',
          '$',
          '%',
          '#',
          '&',
          '_',
          '~',
          '^',
          '"',
          '@misc{x,',
          ',',
          ' and ',
          '\n',
          'a',
        ],
        ...[
          '\\input{/etc/passwd}',
          '\\write18{ls}',
          '= ',
          '\u0000',
          '\ud800',
          'É',
          '李',
          '</script>',
        ],
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

/** Values are in braces; no brace, and no command but our own, may come from a stranger. */
function assertContained(source: string): void {
  let depth = 0;
  for (const [sign] of source.matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1;
    assert.ok(depth >= 0, source);
  }
  assert.equal(depth, 0, source);
  for (const [, command = ''] of source.matchAll(/\\([A-Za-z]+)/g)) {
    assert.match(command, /^text(?:backslash|braceleft|braceright|asciitilde|asciicircum)$/);
  }
  assert.doesNotMatch(source, /[^\P{Cc}\n]/u);
  assert.ok(source.isWellFormed());
  assert.match(source, /^@[a-z]+\{[\w-]+,\n(?: {2}\w+ = .+,\n)+\}$/);
}

test('whatever a field holds, it is a text in that field', () => {
  const field = fc.record({ title: hostile, venue: hostile, name: hostile, url: hostile });
  fc.assert(
    fc.property(field, ({ title, venue, name, url }) => {
      const built: Reference = {
        ...reference,
        kind: 'article',
        title: rawText(title),
        venue,
        url: `https://x.example/${url}`,
        authors: [{ given: name, particle: '', family: `X${name}`, suffix: '' }, { literal: name }],
      };
      const source = renderEntry(built);
      assertContained(source);
      const [entry, ...others] = readByConverter(source);
      assert.equal(entry?.entry_key, reference.key);
      assert.equal(others.length, 0);
    }),
    { numRuns: 400 },
  );
});

test('a title is read as it was written', () => {
  for (const title of [
    'Saving 50% of $5.5M: A & B',
    'C# and x_1 ~ {y} ^ \\z',
    'He said "no" and ‘yes’ – at once…',
    'Ünïcödé ŁØRÐ İstanbul 李文',
    'An @misc{x, y} in a title',
  ]) {
    const [item] = readByCitationJs(renderEntry({ ...reference, title: rawText(title) }));
    assert.equal(item?.title, title);
  }
});

test('a formula from a tree that no rule has seen is still contained', () => {
  const titleOf = (tex: string): Reference['title'] => ({
    tree: { type: 'root', version: 1, children: [{ type: 'inlineFormula', tex }] },
    plain: tex,
  });
  for (const tex of ['}', '{', '\\}', '\\verb|{|', '% }\n{', '{\n}\u0000']) {
    const source = renderEntry({ ...reference, title: titleOf(tex) });
    const [entry, ...others] = readByConverter(source);
    assert.equal(entry?.entry_key, reference.key, source);
    assert.equal(others.length, 0);
  }
});
