import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { shownPath } from '../../src/digest/folders.ts';
import { importArchive } from '../../src/importing/import.ts';
import { readMapping, type Mapping } from '../../src/importing/mapping.ts';

const ARCHIVES = 'tests/fixtures/archives';
const scratch = mkdtempSync(path.join(tmpdir(), 'importing-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A content folder with a site and a tag, and nothing else. */
function makeContent(name: string): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  cpSync('tests/fixtures/digest/site.yaml', path.join(folder, 'site.yaml'));
  writeFileSync(
    path.join(folder, 'tags.yaml'),
    'pebbles: { label: Pebbles, description: Small stones. }\n',
  );
  return folder;
}

function mappingOf(text: string): Mapping {
  const { mapping, problems } = readMapping(text, 'mapping.yaml');
  assert.deepEqual(problems, []);
  assert.ok(mapping);
  return mapping;
}

function listFiles(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

const TAGS = `
tags:
  memory: { id: memory, label: Memory, description: What is kept. }
  drift-nets: { id: drift-nets, label: Drift nets, description: Nets that drift. }
  trade: { id: trade, label: Trade, description: Buying and selling. }
`;

const RUNS: [archive: string, mapping: string, files: string[], errors: string[]][] = [
  [
    'mkdocs',
    readFileSync(`${ARCHIVES}/mkdocs-mapping.yaml`, 'utf8'),
    [
      'import-report.md',
      'issues/2024-06/index.mdx',
      'papers/2024-06/pebble-memory/fig-scheme.png',
      'papers/2024-06/pebble-memory/index.mdx',
      'papers/2024-06/pebble-memory/loss.svg',
      'papers/2024-06/tide-tables/index.mdx',
      'site.yaml',
      'tags.yaml',
    ],
    [],
  ],
  [
    'jekyll',
    `fill: { published: arxiv-month }${TAGS}`,
    [
      'import-report.md',
      'issues/2025-01/index.mdx',
      'papers/2025-01/drift-nets/drift.svg',
      'papers/2025-01/drift-nets/index.mdx',
      'papers/2025-01/drift-nets/spin.gif',
      'papers/2025-01/drift-nets/waves.png',
      'site.yaml',
      'tags.yaml',
    ],
    ['figure-alt', 'picture-type'],
  ],
  [
    'hugo',
    TAGS,
    [
      'import-report.md',
      'issues/2025-03/index.mdx',
      'papers/2025-03/lamp-oil/index.mdx',
      'papers/2025-03/lamp-oil/lamp.png',
      'papers/2025-03/salt-roads/index.mdx',
      'papers/2025-03/salt-roads/roads.svg',
      'site.yaml',
      'tags.yaml',
    ],
    ['missing-key'],
  ],
];

for (const [archive, mapping, files, errors] of RUNS) {
  test(`an archive of ${archive} is brought in: the check finds what the report says`, async () => {
    const content = makeContent(archive);
    const folder = `${ARCHIVES}/${archive}`;
    const { report, problems, plan } = await importArchive(folder, content, {
      mapping: mappingOf(mapping),
    });
    assert.deepEqual(listFiles(content), files);
    const found = problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), errors);
    for (const { message, line } of found) {
      assert.ok(report.includes(message), message);
      assert.ok(report.includes(`:${line}\` error`), message);
    }
    assert.equal(read(content, 'import-report.md'), report);
    for (const text of plan.texts) {
      const old = readFileSync(`${folder}/${text.from}`, 'utf8');
      const kept = new Set(wordsOf(`${read(content, text.to)}\n${report}`));
      // What a tag is called is no word of the writer's.
      const lost = wordsOf(old.replace(/<\/?[a-z]+(?: markdown="1")?/g, ' ')).filter(
        (word) => !kept.has(word),
      );
      assert.deepEqual(lost, [], `words of ${text.from} that are nowhere`);
    }
  });
}

/** Words and numbers, however they are marked. */
function wordsOf(text: string): string[] {
  return [...text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
}

test('prose stays in the order in which it stood, as often as it stood', async () => {
  const content = makeContent('order');
  const { plan } = await importArchive(`${ARCHIVES}/jekyll`, content);
  const [text] = plan.texts.filter(({ to }) => to.startsWith('papers/'));
  const body = (text?.source ?? '').replace(/^---[\s\S]*?\n---\n/, '');
  const sentences = [
    'sets $\\phi(x)$ in a sentence, $a_1 + b$ too',
    'The flow is ${a \\to b}$, of $\\alpha$ percent',
    '```python\ndef drift(x): return {x}\n```',
    '`{{ not a template }}`',
    '<Figure src="./waves.png" alt="Waves that grow along the shore" size="small">\n\nWaves grow, said [the crew](https://example.org/crew).\n\n</Figure>',
    '> "Nets drift."',
    '<Details summary="More proof">',
    '[the lemma](https://example.org/proof), H<sub>2</sub>O and red *lines*; press <kbd>x</kbd>',
    'A paragraph in a box with 1 < 2.',
    '- one *item*\n- two',
    '[Video](https://example.org/net.mp4)',
    'What costs \\$3 and $\\textbf{more}$?',
  ];
  const places = sentences.map((sentence) => body.indexOf(sentence));
  assert.ok(!places.includes(-1), sentences[places.indexOf(-1)]);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test('the facts of a paper, what had no place, and its aliases', async () => {
  const content = makeContent('facts');
  await importArchive(`${ARCHIVES}/jekyll`, content);
  const [, facts] = read(content, 'papers/2025-01/drift-nets/index.mdx').split('---\n');
  assert.equal(
    facts,
    `title: 'Drift Nets: &lt;Learning> from Currents'
authors:
  - Ada Quill
  - Wen Li
organisations:
  - Harbour University
summarised: 2025-01-12
arxiv: 2501.00712v2
tags:
  - memory
  - drift-nets
tldr: Nets that follow a current learn faster.
abstract: We let nets drift; they cost \\$3 each and $x$ is \\{small\\}.
writers:
  - Mo Ebb
aliases:
  - nets
# From the old archive:
# layout: paper
# image_dir: /assets/images/
`,
  );
});

test('the report tells line by line, and lists the old addresses', async () => {
  const content = makeContent('report');
  const { report } = await importArchive(`${ARCHIVES}/jekyll`, content);
  const file = `${shownPath(content)}/papers/2025-01/drift-nets/index.mdx`;
  const line = read(content, 'papers/2025-01/drift-nets/index.mdx')
    .split('\n')
    .findIndex((one) => one.includes('$\\alpha$'));
  const [, section = ''] = report.split(`## ${file}\n`);
  assert.ok(
    section.includes(
      `- line 37, now ${line + 1}: \`\\alpha\` stands outside a formula, where LaTeX is printed as it is. It became a formula.`,
    ),
  );
  assert.ok(section.includes('- line 24, now 26: The attribute list `{: .lead}` was taken out.'));
  assert.ok(
    section.includes(
      'The picture `/assets/images/waves.png` is called assets/images/Waves.PNG, in other letters.',
    ),
  );
  assert.ok(
    section.includes(
      'There is no tag `drift-nets`. Map it under `tags`, or give it `{ id, label, description }` there.',
    ),
  );
  assert.ok(
    report.includes(
      '| old | new | alias |\n| --- | --- | --- |\n| `/papers-of/january/` | `/digest/issues/2025-01/` |  |',
    ),
  );
  assert.ok(report.includes('| `/nets/` | `/digest/papers/drift-nets/` | yes |'));
});

test('nothing is overwritten, and a second report gets a name of its own', async () => {
  const content = makeContent('twice');
  await importArchive(`${ARCHIVES}/jekyll`, content);
  const file = 'papers/2025-01/drift-nets/index.mdx';
  writeFileSync(path.join(content, file), read(content, file).replace('Kramdown', 'We'));
  const { report, reportFile } = await importArchive(`${ARCHIVES}/jekyll`, content);
  assert.equal(reportFile, 'import-report-2.md');
  assert.ok(read(content, file).includes('We sets'));
  assert.ok(
    report.includes(
      '- _posts/2025-01-12-drift-nets.md was not imported: papers/2025-01/drift-nets/index.mdx is there already, and nothing is overwritten.',
    ),
  );
});

test('a paper that the digest has is not brought in again', async () => {
  const content = makeContent('known');
  await importArchive(`${ARCHIVES}/jekyll`, content);
  cpSync(
    path.join(content, 'papers/2025-01/drift-nets'),
    path.join(content, 'papers/2025-01/nets-of-old'),
    { recursive: true },
  );
  rmSync(path.join(content, 'papers/2025-01/drift-nets'), { recursive: true });
  const { report } = await importArchive(`${ARCHIVES}/jekyll`, content);
  assert.ok(
    report.includes(
      `- _posts/2025-01-12-drift-nets.md was not imported: the digest has this paper already, ${shownPath(content)}/papers/2025-01/nets-of-old/index.mdx.`,
    ),
  );
});

test('a dry run writes nothing and says the same', async () => {
  const content = makeContent('dry');
  const before = listFiles(content);
  const { report, reportFile } = await importArchive(`${ARCHIVES}/hugo`, content, { dry: true });
  assert.deepEqual(listFiles(content), before);
  assert.equal(reportFile, undefined);
  assert.ok(
    report.startsWith('# Import report\n\nNothing was written: this is what would be. From'),
  );
  assert.ok(report.includes(`## ${shownPath(content)}/papers/2025-03/lamp-oil/index.mdx`));
});

test('an archive reaches nothing outside of itself, and nothing outside of the content folder', async () => {
  const archive = path.join(scratch, 'hostile');
  mkdirSync(archive);
  const secret = path.join(scratch, 'secret.svg');
  writeFileSync(secret, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>');
  symlinkSync(secret, path.join(archive, 'linked.svg'));
  writeFileSync(
    path.join(archive, '2025-01-02-x.md'),
    `---\ntitle: X\nslug: ../../../evil\narxiv: '2501.00001'\n---\n\n![It falls](linked.svg)\n\n![It falls](../secret.svg)\n\n![It falls](${secret})\n\n![It falls](%2e%2e/secret.svg)\n`,
  );
  const content = makeContent('target');
  const { report } = await importArchive(archive, content);
  assert.deepEqual(listFiles(content), [
    'import-report.md',
    'papers/2025-01/evil/index.mdx',
    'site.yaml',
    'tags.yaml',
  ]);
  assert.equal(report.match(/The picture `[^`]*` is not in the archive/g)?.length, 4);
  assert.ok(report.includes('- linked.svg is a symbolic link, and was not followed.'));

  const linked = makeContent('linked');
  const elsewhere = path.join(scratch, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, path.join(linked, 'papers'));
  const second = await importArchive(archive, linked);
  assert.deepEqual(listFiles(elsewhere), []);
  assert.ok(
    second.report.includes(
      '- papers/2025-01/evil/index.mdx was not written: papers is a link or a file.',
    ),
  );
  assert.ok(!existsSync(path.join(scratch, 'evil')));
});

test('a folder that is none is a sentence', async () => {
  await assert.rejects(importArchive(path.join(scratch, 'nowhere'), makeContent('none')), {
    message: `There is no folder ${path.join(scratch, 'nowhere')}.`,
  });
});
