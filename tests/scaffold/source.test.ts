import assert from 'node:assert/strict';
import test from 'node:test';
import { readSource } from '../../src/scaffold/source.ts';
import { refusalOf } from './server.ts';

test('an id or an address names its paper, with its version if it has one', () => {
  const read = (text: string) => {
    const source = readSource(text);
    return source.kind === 'bibtex' ? source.file : `${source.kind} ${source.id}`;
  };
  const cases: Record<string, string> = {
    '2501.00663': 'arxiv 2501.00663',
    ' arXiv:2501.00663v2 ': 'arxiv 2501.00663v2',
    'hep-th/9901001v3': 'arxiv hep-th/9901001v3',
    'math.AG/0601001': 'arxiv math.AG/0601001',
    'https://arxiv.org/abs/2501.00663v1': 'arxiv 2501.00663v1',
    'https://www.arxiv.org/pdf/2501.00663v2.pdf': 'arxiv 2501.00663v2',
    'arxiv.org/abs/hep-th/9901001': 'arxiv hep-th/9901001',
    '<https://arxiv.org/html/2501.00663/>': 'arxiv 2501.00663',
    'https://huggingface.co/papers/2501.00663': 'arxiv 2501.00663',
    '10.48550/arXiv.2501.00663': 'arxiv 2501.00663',
    'https://doi.org/10.48550/arxiv.2501.00663v1': 'arxiv 2501.00663v1',
    '10.1038/s41586-025-00001-1': 'doi 10.1038/s41586-025-00001-1',
    'doi:10.1000/a(b)': 'doi 10.1000/a(b)',
    'https://dx.doi.org/10.1000/x%3Cy': 'doi 10.1000/x<y',
    'https://openreview.net/forum?id=GjfIZan5jN&noteId=x': 'openreview GjfIZan5jN',
    'https://openreview.net/pdf?id=GjfIZan5jN': 'openreview GjfIZan5jN',
    GjfIZan5jN: 'openreview GjfIZan5jN',
    'openreview:abcdefgh': 'openreview abcdefgh',
    'refs/paper.bib': 'refs/paper.bib',
    '-': '-',
  };
  for (const [given, wanted] of Object.entries(cases)) assert.equal(read(given), wanted);
});

test('what names no paper is told with what to write', async () => {
  const forms =
    'Write an arXiv id (2501.00663), a DOI (10.1038/…), an address of one of them, an OpenReview address, or a BibTeX file.';
  const cases: Record<string, string> = {
    titans: `\`titans\` names no paper. ${forms}`,
    '': `\`\` names no paper. ${forms}`,
    '../../etc/passwd\u202e': `\`../../etc/passwd\` names no paper. ${forms}`,
    '2501.0066':
      '`2501.0066` has 4 digits after the point where arXiv gives 5. Look the identifier up and write all its digits.',
    '2513.00663':
      '`2513.00663` has 13 where the month stands. Look the identifier up: year and month come first, `2501` for January 2025.',
    '10.1000/a b': '`10.1000/a b` is not a DOI. Write only the DOI: `10.1000/a`.',
    'https://arxiv.org.evil.example/abs/2501.00663': `\`https://arxiv.org.evil.example/abs/2501.00663\` is no address of a paper at arXiv, doi.org or OpenReview. ${forms}`,
    'https://dl.acm.org/doi/10.1145/3292500.3330701?x':
      '`https://dl.acm.org/doi/10.1145/3292500.3330701?x` is no address of a paper at arXiv, doi.org or OpenReview. Write the DOI: 10.1145/3292500.3330701',
  };
  for (const [given, wanted] of Object.entries(cases)) {
    assert.equal(await refusalOf(() => readSource(given)), wanted);
  }
});
