import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { changesSchema } from '../../src/ci/changes.ts';
import { MARK } from '../../src/ci/comment.ts';
import { writeOutputs } from '../../src/ci/outputs.ts';
import { runChild } from '../../src/cli/child.ts';
import { writeArtefact } from './artefact.ts';
import { event, pull, sha, startStub } from './forge.ts';
import { paper, Repository, shore } from './repository.ts';

const out = mkdtempSync(join(tmpdir(), 'commands-'));
const repository = new Repository();
const hostile = new Repository();
after(() => {
  repository.remove();
  hostile.remove();
  rmSync(out, { recursive: true, force: true });
});

repository.commit(shore);
repository.git('tag', 'start');
// What came to the base branch meanwhile is nothing that the pull request takes away.
const later = paper({ title: 'Later', arxiv: '2501.00009' });
repository.commit({ 'content/papers/2026-01/later/index.mdx': later });
const waves = paper({ title: 'Waves', arxiv: '2501.00002', writers: 'Eve Stone' });
repository.merge({ 'content/papers/2026-01/waves/index.mdx': waves }, 'start');

hostile.commit(shore);
hostile.merge({
  'content/papers/2026-01/waves/index.mdx': paper({ title: 'Waves', arxiv: '2501.00002' }),
  'content/papers/2026-01/sorting/index.mdx': undefined,
  'content/papers/2026-01/waves/::error file=a::b.csv': 'a\n1\n',
  'content/papers/2026-01/waves/data.csv': { link: '../../../../../etc/passwd' },
  'src/program.ts': 'throw new Error("it ran");\n',
});

/** Runs one command as a workflow does, with the outputs that it leaves. */
async function run(args: string[], env: Record<string, string> = {}) {
  const file = join(out, `outputs-${Math.random()}`);
  writeFileSync(file, '');
  const command = ['src/cli/pull-request.ts', ...args];
  const ending = await runChild(process.execPath, command, {
    limit: 60_000,
    env: { GITHUB_OUTPUT: file, ...env },
  });
  return { ...ending, outputs: readFileSync(file, 'utf8') };
}

test('a summary is unpacked, is nobody’s to stop, and is told', async () => {
  const from = ['--repository', repository.folder];
  const content = join(out, 'content');
  assert.deepEqual(await run(['unpack', ...from, '--into', content]), {
    code: 0,
    output: 'No problems\n',
    outputs: 'program=false\nscope=content/papers/2026-01/waves\n',
  });
  assert.equal(readFileSync(join(content, 'papers/2026-01/waves/index.mdx'), 'utf8'), waves);
  assert.equal(readFileSync(join(content, 'papers/2026-01/later/index.mdx'), 'utf8'), later);

  const owned = await run(['ownership', ...from], { AUTHOR: 'eve' });
  assert.deepEqual(owned, { code: 0, output: 'No problems\n', outputs: '' });

  const file = join(out, 'changes.json');
  assert.equal((await run(['changes', ...from, '--into', file])).code, 0);
  const { base, papers, people } = changesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  assert.equal(base, '/digest/');
  assert.deepEqual(papers.added.first, [{ path: 'papers/waves/', title: 'Waves' }]);
  assert.deepEqual([papers.changed.count, papers.removed.count], [0, 0]);
  assert.deepEqual(people.first, [{ path: 'authors/eve-stone/', name: 'Eve Stone' }]);
});

test('a hostile pull request is told, line by line, and gives no orders', async () => {
  const from = ['--repository', hostile.folder];
  const content = join(out, 'hostile');
  const folder = 'content/papers/2026-01';
  assert.deepEqual(await run(['unpack', ...from, '--into', content]), {
    code: 1,
    output:
      `::error file=${folder}/waves/%3A%3Aerror file=a%3A%3Ab.csv,line=1,col=1,title=odd-file-name::${folder}/waves/::error file=a::b.csv has a name that is no path on every system.%0AName files and folders with letters, digits, \`.\`, \`-\` and \`_\`.\n` +
      `::error file=${folder}/waves/data.csv,line=1,col=1,title=symbolic-link::${folder}/waves/data.csv is a symbolic link, and would show what it points to.%0APut the file itself there.\n` +
      '2 errors in 2 files\n',
    outputs: 'program=true\nscope=content/papers/2026-01/waves\n',
  });
  const { code, output } = await run(['ownership', ...from], { AUTHOR: 'eve' });
  assert.equal(code, 1);
  assert.deepEqual(
    output.split('\n').map((line) => line.replace(/,line.*title=/, ' ').replace(/::[^:]*$/, '')),
    [
      `::warning file=${folder}/sorting/index.mdx paper-of-another`,
      `::error file=${folder}/waves/index.mdx signed-as-another`,
      '::warning file=src/program.ts needs-owner',
      '1 error, 2 warnings in 3 files',
      '',
    ],
  );
});

test('a command that is written wrongly says what is missing', async () => {
  const said = async (args: string[], env = {}) => {
    const { code, output } = await run(args, env);
    return `${code} ${output.trimEnd()}`;
  };
  assert.equal(
    await said(['toString']),
    '2 Write one of: unpack, ownership, changes, pictures, preview, comment.',
  );
  assert.equal(await said(['unpack']), '2 --repository is missing.');
  assert.equal(
    await said(['preview'], { GITHUB_EVENT_PATH: '' }),
    '2 The variable GITHUB_EVENT_PATH is missing.',
  );
});

test('a preview goes from the event to the comment', async () => {
  const stub = await startStub((line) => {
    const path = line.replace('/repos/shore/digest', '');
    if (path === 'GET /pulls') return { json: [pull] };
    if (path === 'GET /pulls/12') return { json: pull };
    if (path === 'GET /pulls/12/files') return { json: [{ filename: 'content/tags.yaml' }] };
    if (path === 'GET /actions/runs/7/artifacts') {
      const artifact = { id: 70, name: 'preview', size_in_bytes: 9, expired: false };
      return { json: { artifacts: [artifact] } };
    }
    if (path.endsWith('/70/zip')) return { status: 302, location: `${stub.url}/storage` };
    if (path === 'GET /storage') return { bytes: writeArtefact() };
    return { json: path.endsWith('/comments') && path.startsWith('GET') ? [] : {} };
  });
  const told = join(out, 'event.json');
  writeFileSync(told, JSON.stringify(event));
  const env = {
    GITHUB_API_URL: stub.url,
    GITHUB_EVENT_PATH: told,
    GITHUB_REPOSITORY: 'shore/digest',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_TOKEN: 'forge-token',
    PREVIEW_SITE: '',
    PREVIEW_TOKEN: '',
  };
  const { code, output, outputs } = await run(['preview'], env);
  assert.deepEqual([code, output], [0, '']);
  const given = Object.fromEntries(
    outputs
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
  assert.deepEqual(Object.keys(given), ['number', 'sha', 'comment']);
  assert.equal(given['sha'], sha);

  const named = { NUMBER: given['number'] ?? '', SHA: sha, COMMENT: given['comment'] ?? '' };
  const commented = await run(['comment'], { ...env, ...named });
  assert.deepEqual([commented.code, commented.output], [0, '']);
  const last = stub.asked.at(-1);
  assert.equal(last?.line, 'POST /repos/shore/digest/issues/12/comments');
  const { body } = JSON.parse(String(last.body)) as { body: string };
  assert.ok(body.startsWith(`${MARK}\nThe site with this pull request was built of \`a1b2c3d\`.`));

  const stale = await run(['comment'], { ...env, ...named, SHA: 'b'.repeat(40) });
  assert.deepEqual([stale.code, stale.output], [0, 'There is a newer commit.\n']);
  await stub.close();
});

test('an output is one line', () => {
  const file = join(out, 'one');
  writeOutputs({ a: '1', b: '{"x":"\\n"}' }, file);
  assert.equal(readFileSync(file, 'utf8'), 'a=1\nb={"x":"\\n"}\n');
  assert.throws(() => writeOutputs({ a: '1\nnumber=2' }, file), {
    message: 'The output a has more than one line.',
  });
});
