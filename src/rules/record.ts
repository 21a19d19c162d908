import type { Field } from './rule.ts';

const gates = 'title: Gates at Work\narxiv: 2603.00002v1';
const february = 'title: February\ndate: 2026-02-28';

export const record: Field = {
  id: 'field-record',
  title: 'What the program keeps: published addresses, newest versions',
  rules: [
    {
      code: 'lost-address',
      title: 'A published page that is gone',
      why: 'Others link to it, and its address is a promise. What has another name leads on by an alias, and what no longer stands keeps its page with the reason.',
      in: 'files',
      wrong: {
        'published.txt': '/papers/gating/',
        'papers/2026-03/gates/index.mdx': gates,
      },
      right: {
        'published.txt': '/papers/gating/',
        'papers/2026-03/gates/index.mdx': `${gates}\naliases: [gating]`,
      },
    },
    {
      code: 'published-draft',
      title: 'A draft of what was published',
      why: 'A draft has no page, so its address would lead nowhere. A summary that should not stand as it is can be withdrawn: the page stays and says why.',
      in: 'files',
      wrong: {
        'published.txt': '/papers/gates/',
        'papers/2026-03/gates/index.mdx': `${gates}\ndraft: true`,
      },
      right: {
        'published.txt': '/papers/gates/',
        'papers/2026-03/gates/index.mdx': `${gates}\nwithdrawn: { date: 2026-04-01, note: The gate was shut. }`,
      },
    },
    {
      code: 'lost-anchor',
      title: 'A published section or label that is gone',
      why: 'Others link to sections, equations, figures and tables by their anchors. One that was renamed keeps its old anchor by a line in `anchors`.',
      in: 'files',
      wrong: {
        'published.txt': '/papers/memory/ #the-idea',
        'papers/2026-03/memory/index.mdx': 'title: A Memory That Decays',
      },
      right: {
        'published.txt': '/papers/memory/ #the-idea',
        'papers/2026-03/memory/index.mdx': 'anchors: { the-idea: the-key-idea }',
      },
    },
    {
      code: 'lost-feed-id',
      title: 'Another id for what feeds know already',
      why: 'Programs that read feeds know each paper by its id for ever. With another one they show everything again as if it were new.',
      in: 'files',
      wrong: {
        'published.txt': '/papers/gating/ id:gating',
        'papers/2026-03/gates/index.mdx': `${gates}\naliases: [gating]`,
      },
      right: {
        'published.txt': '/papers/gating/ id:gating',
        'papers/2026-03/gates/index.mdx': `${gates}\naliases: [gating]\nid: gating`,
      },
    },
    {
      code: 'lost-file',
      title: 'A published feed or file that is gone',
      why: 'Somebody follows that feed or reads that file. An issue without papers has no references, and nothing has what the program no longer makes.',
      in: 'files',
      wrong: {
        'published.txt': '/issues/2026-02/ .bib',
        'issues/2026-02/index.mdx': february,
        'papers/2026-03/gates/index.mdx': gates,
      },
      right: {
        'published.txt': '/issues/2026-02/ .bib',
        'issues/2026-02/index.mdx': february,
        'papers/2026-02/gates/index.mdx': gates,
      },
    },
    {
      code: 'bad-record',
      title: 'A damaged record of what was published',
      why: 'Every line begins with an address. The program writes the file after each deployment, and a line that cannot be read protects nothing.',
      in: 'files',
      wrong: { 'published.txt': 'papers/memory' },
      right: { 'published.txt': '/papers/memory/' },
    },
    {
      code: 'bad-versions-lock',
      title: 'A damaged list of newest versions',
      why: 'The program writes it with what arXiv says: for each identifier a version and its day. A page that says more than arXiv did would be wrong.',
      in: 'files',
      wrong: {
        'versions.lock.json': '{ "checked": "2026-03-31", "papers": { "2603.00001": "v2" } }',
      },
      right: {
        'versions.lock.json':
          '{ "checked": "2026-03-31", "papers": { "2603.00001": { "version": "v2", "date": "2026-03-30" } } }',
      },
    },
    {
      code: 'unused-version',
      severity: 'warning',
      title: 'A newest version of no paper',
      why: 'The list names an identifier that no paper of the digest has, so no page says so.',
      in: 'files',
      wrong: {
        'versions.lock.json':
          '{ "checked": "2026-03-31", "papers": { "2603.00009": { "version": "v2", "date": "2026-03-30" } } }',
      },
      right: {
        'versions.lock.json':
          '{ "checked": "2026-03-31", "papers": { "2603.00001": { "version": "v2", "date": "2026-03-30" } } }',
      },
    },
  ],
};
