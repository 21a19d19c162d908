import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { makeContent, recorded, startServer } from '../scaffold/server.ts';

const { content, remove } = makeContent();
const server = await startServer((_, response) => response.end(recorded('arxiv-titans.xml')));
after(async () => {
  await server.close();
  remove();
});

type Ran = { code: number | null; out: string; err: string };

/** The whole command as somebody types it. */
function run(args: string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, ['src/cli/new.ts', ...args], {
    env: { ...process.env, DIGEST_CONTENT: content, DIGEST_ARXIV: server.origin },
    timeout: 60_000,
  });
  const plain = (text: string) => text.replace(/(?:\.\.\/)*\S*residual-new-\w+\//g, '').trim();
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out: plain(out), err: plain(err) }));
  });
}

const forms = `  npm run new -- paper 2501.00663 [--issue 2026-03] [--slug titans]
  npm run new -- paper paper.bib     (or -, for BibTeX that is piped in)
  npm run new -- issue 2026-04 [--title "…"]
  npm run new -- person "Paul Balança" [--orcid …] [--github …] [--id …]`;

test('a command that is written wrongly ends with 2 and the ways to write it', async () => {
  const cases: [args: string[], err: string][] = [
    [[], `Say what is new: a paper, an issue or a person. Write one of:\n${forms}`],
    [['issue', '2026-04', '--slug', 'x'], `--slug is not for an issue. Write one of:\n${forms}`],
    [
      ['paper', 'x', '--isue', 'y'],
      "Unknown option '--isue'. Write: npm run new -- paper 2501.00663 [--issue 2026-03] [--slug titans]",
    ],
    [
      ['paper', '2501.00663', '--content', 'no-such-folder'],
      'There is no folder no-such-folder. Write --content with the folder that holds site.yaml.',
    ],
  ];
  const ran = await Promise.all(cases.map(([args]) => run(args)));
  assert.deepEqual(
    ran,
    cases.map(([, err]) => ({ code: 2, out: '', err })),
  );
  assert.deepEqual(server.asked, []);
});

test('from an id to a file, once', async () => {
  const first = await run(['paper', '2501.00663', '--issue', '2026-01']);
  assert.deepEqual(first, {
    code: 0,
    err: '',
    out: `Wrote content/papers/2026-01/titans/index.mdx
  Its address will be /papers/titans/: rename the folder now if you know a better word.

What is left to you:
  1. In the file fill in tags, tldr, writers and the text. The comments there say how.
  2. See what is wrong:  npm run check -- content/papers/2026-01/titans
  3. See the page:       npm run dev
  4. Send it:            commit that folder, and open a pull request.`,
  });
  const file = path.join(content, 'papers/2026-01/titans/index.mdx');
  const written = readFileSync(file, 'utf8');
  assert.match(written, /^arxiv: 2501\.00663v1$/m);
  assert.deepEqual(await run(['paper', 'arxiv.org/abs/2501.00663v3']), {
    code: 1,
    out: '',
    err: `The digest has this paper already:
  https://furnace.example/notes/papers/titans/
  content/papers/2026-01/titans/index.mdx
To mend or add something, edit that file.`,
  });
  assert.equal(readFileSync(file, 'utf8'), written);
  assert.equal(server.asked.length, 1);
});

test('BibTeX is piped in, issues and people are made', async () => {
  const piped = await run(
    ['paper', '-', '--slug', 'piped', '--issue', '2026-01'],
    recorded('paper.bib'),
  );
  assert.deepEqual([piped.code, piped.err], [0, '']);
  assert.ok(existsSync(path.join(content, 'papers/2026-01/piped/index.mdx')));
  const [issue, person] = await Promise.all([
    run(['issue', '2026-02']),
    run(['person', 'Ada Quill']),
  ]);
  assert.match(issue.out, /^Wrote content\/issues\/2026-02\/index\.mdx\n/);
  assert.match(person.out, /^Wrote content\/people\/ada-quill\.yaml\n/);
  assert.deepEqual([issue.code, person.code], [0, 0]);
});
