import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody, compileInline } from '../../src/body/compile.ts';
import { renderFeed, renderPage } from '../../src/body/rendering/html.ts';
import type { RenderOptions } from '../../src/body/rendering/options.ts';
import { renderText } from '../../src/body/rendering/text.ts';
import { options } from './trees.ts';

const file = 'x.mdx';
const paper: RenderOptions = {
  ...options,
  resolve: {
    ...options.resolve,
    source: () => ({ href: 'https://arxiv.org/pdf/2501.00663v1', rel: 'ugc nofollow' }),
  },
};

function compile(source: string) {
  const { tree, facts, problems } = compileBody(source, { file });
  assert.deepEqual(problems, []);
  return { tree, facts };
}

/** The locator as a page sets it. */
const link = (at: string) =>
  `<a class="claim" href="https://arxiv.org/pdf/2501.00663v1" rel="ugc nofollow" aria-label="${at} of the paper" title="${at} of the paper">[${at}]</a>`;

test('a claim stays in its sentence, in every outlet', () => {
  const { tree, facts } = compile('It reaches 95.2% <Claim at="Table 2" />.\n');
  assert.equal(renderPage(tree, paper), `<p>It reaches 95.2%\u00A0${link('Table 2')}.</p>`);
  assert.equal(
    renderFeed(tree, paper),
    '<p>It reaches 95.2% <a href="https://arxiv.org/pdf/2501.00663v1">[Table 2]</a>.</p>',
  );
  assert.equal(renderText(tree), 'It reaches 95.2% (Table 2).');
  assert.equal(facts.claims, 1);
  assert.equal(facts.words, 3);
});

test('where no paper is known, a claim is words alone', () => {
  const { tree } = compile('It reaches 95.2% <Claim at="Table 2" />.');
  const resolve = { ...options.resolve, source: () => undefined };
  assert.equal(
    renderPage(tree, { ...options, resolve }),
    '<p>It reaches 95.2%\u00A0<span class="claim">[Table 2]</span>.</p>',
  );
  assert.equal(
    renderFeed(tree, { ...options, resolve }),
    '<p>It reaches 95.2% <span>[Table 2]</span>.</p>',
  );
});

test('claims stand in lists, cells, captions, notes and emphasis', () => {
  const { tree, facts } = compile(
    [
      '- one <Claim at="§5.2" />',
      '- **two <Claim at="p. 7" />**',
      '',
      '<Table>',
      '',
      'Caption <Claim at="Section 5.2, Table 3" />.',
      '',
      '| a | b |',
      '| :- | -: |',
      '| x | **1** <Claim at="Figure 2(a)" /> |',
      '',
      '</Table>',
      '',
      'Noted.[^n]',
      '',
      '[^n]: In <Claim at="Appendix B.1" />.',
    ].join('\n'),
  );
  const html = renderPage(tree, paper);
  assert.ok(html.includes(`<li>one\u00A0${link('§5.2')}</li>`));
  assert.ok(html.includes(`<strong>two\u00A0${link('p. 7')}</strong>`));
  assert.ok(html.includes(`Caption\u00A0${link('Section 5.2, Table 3')}.</figcaption>`));
  // The number is still the best of its column.
  const cell = `<td class="align-right best"><strong>1</strong>\u00A0${link('Figure 2(a)')}</td>`;
  assert.ok(html.includes(cell));
  assert.ok(html.includes(`</a> In\u00A0${link('Appendix B.1')}.`));
  assert.equal(facts.claims, 5);
  assert.equal(
    renderText(tree),
    [
      '– one (§5.2)\n– two (p. 7)',
      'Table 1. Caption (Section 5.2, Table 3).',
      'a\tb\nx\t1 (Figure 2(a))',
      'Noted.[1]',
      'Notes',
      '[1] In (Appendix B.1).',
    ].join('\n\n'),
  );
});

test('places as papers number them', () => {
  for (const at of [
    'Table 3',
    'Tables 3 and 4',
    'Figure S2',
    'Figures 2–4',
    '§5.2',
    '§§ 5–7',
    'Section 5.2, Table 3',
    'Section 6.2, Appendix A.4.5',
    'Appendix B',
    'p. 7',
    'pp. 7–9',
    'Theorem 4.1',
    'Equation 12',
    'Algorithm 1',
    'Abstract',
  ]) {
    assert.deepEqual(compileBody(`So <Claim at="${at}" />.`, { file }).problems, [], at);
  }
  for (const at of ['', 'Table', 'table 3', 'Table  3', 'Table 3,', 'Table 12345', 'T. 3', '3']) {
    const { problems } = compileBody(`So <Claim at="${at}" />.`, { file });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['bad-attribute'],
      at,
    );
  }
});

test('a letter is told with its capital where it is one', () => {
  const fixOf = (at: string) =>
    compileBody(`So <Claim at="${at}" />.`, { file }).problems.map(({ fix }) => fix);
  assert.deepEqual(fixOf('app. b'), ['Write `at="Appendix B"`.']);
  assert.deepEqual(fixOf('sec a.2'), ['Write `at="Section A.2"`.']);
  assert.deepEqual(fixOf('tab 3b'), ['Write `at="Table 3b"`.']);
  assert.deepEqual(fixOf('Table 3, row E'), [
    'Write `at="Table 3"`: rows, columns and the like belong in the sentence.',
  ]);
  assert.deepEqual(fixOf('tab. 3 (E)'), [
    'Write `at="Table 3"`: rows, columns and the like belong in the sentence.',
  ]);
  assert.deepEqual(fixOf('Table 3 row 2'), [
    'Write `at="Table 3"`: rows, columns and the like belong in the sentence.',
  ]);
});

test('a hostile place costs nothing and is told short', () => {
  for (const at of ['Table 3, '.repeat(5000), 'A.1'.repeat(9000), ' ,'.repeat(20_000)]) {
    const { problems } = compileBody(`So <Claim at="${at}" />.`, { file });
    assert.equal(problems.length, 1);
    assert.ok((problems[0]?.fix.length ?? 999) < 160);
  }
});

test('a claim is of a summary: not of a title, nor of an introduction', () => {
  const problem = {
    file,
    line: 1,
    column: 4,
    severity: 'error',
    code: 'misplaced-component',
    message: '`<Claim>` is taken only in the body of a summary.',
    fix: 'Write it in words, or put it into the summary.',
  };
  const source = 'So <Claim at="Table 2" />.';
  assert.deepEqual(compileBody(source, { file, summary: false }).problems, [problem]);
  assert.deepEqual(compileInline(source, { file, place: { line: 1, column: 1 } }).problems, [
    problem,
  ]);
});

test('claims are bounded', () => {
  const { problems } = compileBody('So <Claim at="Table 2" /> '.repeat(301), { file });
  assert.deepEqual(
    problems.map(({ code, message, fix }) => [code, message, fix]),
    [['too-much', 'The text has more than 300 of `<Claim>`.', 'Keep those of the main results.']],
  );
});
