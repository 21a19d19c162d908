import assert from 'node:assert/strict';
import test from 'node:test';
import { readPaperEntry } from '../../src/digest/entry.ts';
import { readArxiv } from '../../src/scaffold/arxiv.ts';
import { readBibtex } from '../../src/scaffold/bibtex.ts';
import { readCrossref } from '../../src/scaffold/crossref.ts';
import { findVenue, type Facts } from '../../src/scaffold/facts.ts';
import { buildFrontmatter } from '../../src/scaffold/frontmatter.ts';
import { readOpenreview } from '../../src/scaffold/openreview.ts';
import { paperSections } from '../../src/scaffold/sections.ts';
import { recorded, refusalOf } from './server.ts';

const tags = {
  memory: { label: 'Memory', description: 'x' },
  llms: { label: 'LLMs', description: 'x', aliases: ['language-models'] },
};
const sourceOf = (facts: Facts) =>
  `---\n${buildFrontmatter(facts, { tags, today: '2026-11-22' }).yaml}---\n${paperSections}`;
const entryOf = (facts: Facts) =>
  readPaperEntry(sourceOf(facts), 'x.mdx', { issue: '2026-11', slug: 'x' });
/** The fields of the file that is written, and what the check says of it. */
const written = (facts: Facts) => {
  const { data, problems } = entryOf(facts);
  const body = sourceOf(facts).split('\n').lastIndexOf('---');
  return {
    data,
    problems: problems
      .filter(({ line, severity }) => severity === 'error' && line <= body)
      .map(({ message }) => message),
  };
};
const toFill = ['`tags` is an empty list.', '`tldr` is empty.', '`writers` is an empty list.'];

test('an answer of arXiv fills the file in, but for what the writer must say', () => {
  const facts = readArxiv(recorded('arxiv-titans.xml'), '2501.00663');
  const abstract =
    'An invented abstract in the form of arXiv\'s: a memory $\\mathcal{M}_t$ of size $O(n^2)$, where $a<b$ and 95% of " long context " is found, see and *then* 10$\\%$ more. The set \\{1,2\\} costs \\$5.5M & up. Code is at https://github.com/example/titans_code.';
  assert.deepEqual(written(facts), {
    data: {
      title: 'Titans: Learning to Memorize at Test Time',
      authors: [
        { name: 'Ali Behrouz', affiliation: 'Google Research' },
        'Peilin Zhong',
        'Vahab Mirrokni',
      ],
      venue: 'NeurIPS 2025',
      published: '2024-12-31',
      summarised: '2026-11-22',
      arxiv: '2501.00663v1',
      links: { code: 'https://github.com/example/titans_code' },
      categories: ['cs.LG', 'cs.AI', 'cs.CL'],
      abstract,
      abstractBy: 'authors',
    },
    problems: toFill,
  });
  const source = sourceOf(facts);
  assert.ok(source.includes('# Named in the title or the abstract: memory\n'));
  assert.ok(source.includes('# All that there are: memory, llms\ntags: []\n'));
  assert.ok(source.split('\n').every((line) => line.length <= 110));
});

test('an old id keeps its class out, its DOI and its journal in', () => {
  const { data, problems } = written(readArxiv(recorded('arxiv-old.xml'), 'math.AG/0601001'));
  const { title, arxiv, doi, venue, published, categories, authors } = data;
  assert.deepEqual(
    { title, arxiv, doi, venue, published, categories, authors, problems },
    {
      title: 'On $\\ell_2$-bounds of $O(\\log n)$ for Gödel\'s "cube": 100% of \\{A\\}',
      arxiv: 'math/0601001v3',
      doi: '10.1000/Xyz.1',
      venue: 'Ann. Math. 12 (2007), 1-20',
      published: '2006-01-01',
      categories: ['math.AG'],
      authors: ['Émile Gödel-Łukasz'],
      problems: toFill,
    },
  );
});

test('whatever an answer holds, the file is YAML and text', () => {
  const { data, problems } = written(readArxiv(recorded('arxiv-hostile.xml'), '2503.00001'));
  assert.deepEqual(problems, toFill);
  assert.equal(data.draft, undefined);
  assert.equal(data.doi, undefined);
  assert.deepEqual(data.authors, ['Null', '- {id: evil}: # [x]', 'O\'Neil "the boss" and Co']);
  assert.equal(data.links?.code, 'https://github.com/evil/x');
  assert.equal(data.categories, undefined);
  assert.doesNotMatch(JSON.stringify(data), /[\u202e\u200b\u0085]/);
});

test('with that filled in, nothing is wrong', () => {
  for (const [name, id] of [
    ['arxiv-titans.xml', '2501.00663'],
    ['arxiv-hostile.xml', '2503.00001'],
  ] as const) {
    const filled = sourceOf(readArxiv(recorded(name), id))
      .replace('tags: []', 'tags: [memory]')
      .replace('tldr:\n', 'tldr: It lasts.\n')
      .replace('writers: []', 'writers: [Ada Quill]')
      .replaceAll('{/* ', '')
      .replaceAll('*/}', '');
    const entry = readPaperEntry(filled, 'x.mdx', { issue: '2026-11', slug: 'x' });
    const errors = entry.problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual([entry.whole, errors], [true, []]);
  }
});

test('titles with every sign come back from YAML as they went in', () => {
  for (const sign of [
    ': x',
    '#x',
    ' #x',
    "'x'",
    '"x"',
    '- x',
    '[x',
    '? x',
    '| x',
    '> x',
    '@x',
    '%x',
    '!x',
    'é',
    '🧪',
    'שלום',
    '---',
    'no',
    '2501.10000',
    '~',
    'null',
  ]) {
    const { data, problems } = written({
      title: [{ text: `${sign} y` }],
      abstract: [{ text: `${sign} y ${'word '.repeat(60)}` }],
      // A number alone is no name.
      authors: [{ name: `${sign.trim()} y` }],
      published: '2026-01-01',
      arxiv: '2601.00001v1',
    });
    assert.deepEqual(problems, toFill, sign);
    assert.equal(
      data.title?.replace(/\\|&#91;/g, (found) => (found === '\\' ? '' : '[')),
      `${sign} y`.trim(),
    );
    assert.deepEqual(data.authors, [`${sign.trim()} y`]);
  }
});

test('what arXiv says instead of a paper is a sentence', async () => {
  const cases: [text: string, id: string, wanted: string][] = [
    [
      recorded('arxiv-error.xml'),
      '2501.00663',
      'arXiv answers with an error: “start must be non-negative”.',
    ],
    [
      recorded('arxiv-error.xml').replace(
        'start must be non-negative',
        'incorrect id format for 2501.00663',
      ),
      '2501.00663',
      'arXiv knows no paper 2501.00663. Look the id up: https://arxiv.org/abs/2501.00663',
    ],
    [
      recorded('arxiv-unknown.xml'),
      '2501.99999',
      'arXiv knows no paper 2501.99999. Look the id up: https://arxiv.org/abs/2501.99999',
    ],
    [
      recorded('arxiv-unknown.xml'),
      '2501.00663v9',
      'arXiv knows no paper 2501.00663v9. Look the id and the version up; without its version the newest is taken.',
    ],
    [
      recorded('arxiv-withdrawn.xml'),
      '2502.00001',
      'arXiv:2502.00001v2 is withdrawn: “This paper has been withdrawn by the author due to an error in Lemma 3”. If an earlier version is meant, ask the editors first.',
    ],
    [
      recorded('arxiv-withdrawn.xml')
        .replace(/This paper has.*3/, '12 pages')
        .replace('We prove it.', 'This paper has been withdrawn.'),
      '2502.00001',
      'arXiv:2502.00001v2 is withdrawn: “12 pages”. If an earlier version is meant, ask the editors first.',
    ],
    [
      'Rate exceeded.',
      '2501.00663',
      'arXiv has had too many requests from here. Try again in a few minutes.',
    ],
    [
      '<!DOCTYPE html><html><body>Log in</body></html>',
      '2501.00663',
      'What came from arXiv is a web page, not data. A proxy or a login may stand in between.',
    ],
    [
      '<feed',
      '2501.00663',
      'arXiv answered in a form that is not known here. Try again later, or give a BibTeX file.',
    ],
    [
      recorded('arxiv-titans.xml'),
      '2501.00664',
      'arXiv answered in a form that is not known here. Try again later, or give a BibTeX file.',
    ],
    [
      '<!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>',
      '2501.00663',
      'arXiv answered in a form that is not known here. Try again later, or give a BibTeX file.',
    ],
    [
      `<feed>${'<a>'.repeat(60)}`,
      '2501.00663',
      'arXiv answered in a form that is not known here. Try again later, or give a BibTeX file.',
    ],
  ];
  for (const [text, id, wanted] of cases)
    assert.equal(await refusalOf(() => readArxiv(text, id)), wanted);
});

test('more authors than can be listed are cut, and it is said', () => {
  const author = '<author><name>Ada Quill</name></author>';
  const text = recorded('arxiv-old.xml').replace(/<author>.*<\/author>/, author.repeat(6000));
  const facts = readArxiv(text, 'math/0601001');
  assert.equal(facts.authors.length, 5000);
  assert.equal(facts.authorsNote, 'These are the first 5000; no more can be listed.');
});

test('Crossref: markup, MathML, groups, the earliest day, the preprint', () => {
  assert.deepEqual(written(readCrossref(recorded('crossref.json'), '10.1000/structure.1')), {
    data: {
      title: 'Binding of H<sub>2</sub>O at *T* &lt; 5 K: a study of $x_{i+1}^2$',
      authors: [
        { name: 'Hervé Jégou', affiliation: 'Institut de Chimie' },
        'Jan van der Berg Jr.',
        'The Water Consortium',
      ],
      venue: 'Journal of Chemistry & Physics',
      published: '2021-07-15',
      summarised: '2026-11-22',
      arxiv: '2101.00001v2',
      doi: '10.1000/structure.1',
      abstract: 'We bind 5% of *all* water, $\\alpha_t \\le 1$ at most. Results: It works & lasts.',
      abstractBy: 'authors',
    },
    problems: toFill,
  });
});

test('the CSL-JSON of doi.org is read alike; a month is no day', () => {
  const facts = readCrossref(recorded('datacite.json'), '10.5281/zenodo.1234', 'doi.org');
  const { data, problems } = written(facts);
  assert.deepEqual(data.authors, ['Ada Quill', 'Ironworks']);
  assert.equal(facts.publishedAbout, '2024-05');
  assert.deepEqual(problems, ['`published` is empty.', ...toFill]);
  assert.match(sourceOf(facts), /# The day on which .* Known of it: 2024-05\.\npublished:\n/);
});

test('what Crossref and OpenReview say instead of a paper is a sentence', async () => {
  const crossref = (change: object) =>
    refusalOf(() =>
      readCrossref(JSON.stringify({ message: { title: ['A'], ...change } }), '10.1000/a'),
    );
  const retracted =
    '10.1000/a is retracted, its publisher says. If a summary is meant all the same, ask the editors first.';
  assert.equal(await crossref({ 'updated-by': [{ type: 'retraction' }] }), retracted);
  assert.equal(await crossref({ title: ['RETRACTED: A'] }), retracted);
  const odd = (service: string) =>
    `${service} answered in a form that is not known here. Try again later, or give a BibTeX file.`;
  for (const text of ['', '[]', 'null', '{"message":{}}', '{"message":[1]}']) {
    assert.equal(await refusalOf(() => readCrossref(text, '10.1000/a')), odd('Crossref'));
  }
  const note = (change: object, content: object = {}) =>
    refusalOf(() =>
      readOpenreview(
        JSON.stringify({
          notes: [{ id: 'GjfIZan5jN', content: { title: { value: 'A' }, ...content }, ...change }],
        }),
        'GjfIZan5jN',
      ),
    );
  assert.equal(
    await refusalOf(() => readOpenreview('{"notes":[]}', 'GjfIZan5jN')),
    'OpenReview knows no paper GjfIZan5jN. Write what follows `forum?id=` in its address.',
  );
  assert.equal(
    await refusalOf(() => readOpenreview('{"name":"Error"}', 'GjfIZan5jN')),
    odd('OpenReview'),
  );
  assert.equal(
    await note({ forum: 'abcdef1234' }),
    'GjfIZan5jN is a review or a comment, not a paper. Its paper is abcdef1234.',
  );
  assert.equal(
    await note({}, { venue: { value: 'ICLR 2025 Conference Withdrawn Submission' } }),
    'OpenReview has GjfIZan5jN as withdrawn: “ICLR 2025 Conference Withdrawn Submission”. If it is meant all the same, ask the editors first.',
  );
  assert.equal(await note({}, { title: { value: 3 } }), odd('OpenReview'));
});

test('OpenReview: both versions of its fields, the first public day, no anonymous authors', () => {
  const { data, problems } = written(readOpenreview(recorded('openreview.json'), 'GjfIZan5jN'));
  assert.deepEqual(problems, toFill);
  assert.deepEqual(data, {
    title: 'Sparks of \\*Steps\\*: an $\\epsilon$-greedy tale',
    authors: ['Ada Quill', 'Wen Li'],
    venue: 'ICLR 2025',
    published: '2024-10-04',
    summarised: '2026-11-22',
    openreview: 'GjfIZan5jN',
    links: { pdf: 'https://openreview.net/pdf/4c5d0a.pdf' },
    abstract: 'We cut $O(n^2)$ to $n$. Second paragraph with &lt;think> and 50% more.',
    abstractBy: 'authors',
  });
  const old = {
    notes: [
      {
        id: 'x',
        tcdate: 1e300,
        content: {
          title: 'A',
          authors: ['Anonymous'],
          venue: 'Submitted to ICLR 2026',
          pdf: 'javascript:alert(1)',
        },
      },
    ],
  };
  const facts = readOpenreview(JSON.stringify(old), 'GjfIZan5jN');
  assert.deepEqual(
    [facts.authors, facts.venue, facts.published, facts.pdf],
    [[], undefined, undefined, undefined],
  );
  assert.equal(facts.authorsNote, 'OpenReview does not name the authors yet.');
});

test('BibTeX keeps its formulas, its accents and its groups', () => {
  const facts = readBibtex(recorded('paper.bib'), 'paper.bib');
  const { data, problems } = written(facts);
  assert.deepEqual(problems, ['`published` is empty.', ...toFill]);
  assert.deepEqual(data, {
    title: 'On GPT and $O(n^2)$ & $\\mathcal{M}_t$: 5% of Öfen',
    authors: ['Paul Balça', 'DeepSeek-AI', 'Jan van der Berg Jr.'],
    venue: 'Advances in Neural Information Processing Systems',
    summarised: '2026-11-22',
    arxiv: '2412.00001v2',
    categories: ['cs.LG'],
    abstract: 'We take $a<b$, emphasis and "quotes".',
    abstractBy: 'authors',
  });
  assert.equal(facts.publishedAbout, '2024-12');
  assert.match(sourceOf(facts), /# The file ends its list with “and others”: write all of them/);
});

test('a venue is taken from a comment that says so', () => {
  const cases: Record<string, string | undefined> = {
    'Accepted at ICLR 2025 (oral), 12 pages': 'ICLR 2025',
    "To appear in ICML '24": 'ICML 2024',
    'Accepted by TMLR': 'TMLR',
    'set with the template of ICLR': undefined,
    'Submitted to NeurIPS 2026': undefined,
    'NeurIPS 2025 Workshop on Furnaces': undefined,
    '12 pages': undefined,
  };
  for (const [comment, venue] of Object.entries(cases)) assert.equal(findVenue(comment), venue);
});

test('BibTeX: identifiers wherever people put them, and files with none or more', async () => {
  const read = (fields: string) => readBibtex(`@article{a, title={A}, ${fields}}`, 'x.bib');
  assert.equal(read('journal={arXiv preprint arXiv:2501.00663}').arxiv, '2501.00663');
  assert.equal(read('journal={arXiv preprint arXiv:2501.00663}').venue, undefined);
  assert.equal(read('url={https://openreview.net/forum?id=GjfIZan5jN}').openreview, 'GjfIZan5jN');
  assert.equal(read('doi={https://doi.org/10.1000/x}').doi, '10.1000/x');
  assert.equal(read('url={https://e.example/p}, date={2024-05-06}').url, 'https://e.example/p');
  assert.equal(read('date={2024-05-06}').published, '2024-05-06');
  assert.equal(read('url={javascript:alert(1)}').url, undefined);
  assert.equal(
    await refusalOf(() => readBibtex('nothing', 'x.bib')),
    'x.bib holds no entry of BibTeX. One begins like `@article{key,`.',
  );
  assert.equal(
    await refusalOf(() => readBibtex('@misc{a, title={A}}\n@misc{b, title={B}}', 'x.bib')),
    'x.bib holds 2 entries: a, b. Keep the one that is meant.',
  );
  assert.equal(
    await refusalOf(() => readBibtex('@misc{a, title={Bal\uFFFDa}}', 'x.bib')),
    'x.bib is not in UTF-8: letters would be lost. Save it as UTF-8 and try again.',
  );
  assert.equal(
    await refusalOf(() => readBibtex('x'.repeat(400_001), 'x.bib')),
    'x.bib has 400001 characters, more than one paper needs. Keep the one entry.',
  );
});
