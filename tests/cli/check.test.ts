import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { renderMending, suggestNext } from '../../src/cli/checking.ts';
import { CACHE, ROOT } from '../../src/cli/folders.ts';
import { tellLate } from '../../src/cli/late-progress.ts';
import { checkContent } from '../../src/digest/check.ts';
import { mendContent } from '../../src/digest/mend.ts';
import { buildScope } from '../../src/digest/scope.ts';
import type { Problem } from '../../src/problem.ts';

const root = mkdtempSync(join(tmpdir(), 'check-'));
after(() => rmSync(root, { recursive: true, force: true }));
let number = 0;

/** A copy of the sound content of `tests/fixtures/digest`, and its papers' folders by slug. */
function copyContent() {
  const content = join(root, `content-${(number += 1)}`);
  cpSync(join(ROOT, 'tests/fixtures/digest'), content, { recursive: true });
  const papers = readdirSync(join(content, 'papers'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.mdx'))
    .map((name) => join(content, 'papers', name))
    .sort();
  return { content, papers };
}

async function check(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/check.ts'), ...args],
    { cwd: ROOT, env: { ...process.env, NODE_COMPILE_CACHE: join(CACHE, 'node') } },
  );
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  // How far it is, which it tells where a busy machine takes its time.
  return { status, stdout, stderr: stderr.replace(/^Read \d+ of \d+ files …\n/gm, '') };
}
const shown = (path: string) => relative(ROOT, path).replaceAll('\\', '/');
const append = (file: string, text: string) =>
  writeFileSync(file, readFileSync(file, 'utf8') + text);

test('a sound folder', async () => {
  const { content } = copyContent();
  assert.deepEqual(await check('--content', content), {
    status: 0,
    stdout: 'No problems\n',
    stderr: '',
  });
});

test('one paper against the rest, in every format', async () => {
  const { content, papers } = copyContent();
  const [one = '', other = ''] = papers;
  append(one, '\nA line<br>here.\n');
  append(other, '\nAnother<br>\n');
  const line = readFileSync(one, 'utf8').split('\n').length - 1;
  const text = await check('--content', content, join(one, '..'));
  assert.equal(text.status, 1);
  assert.match(
    text.stdout,
    new RegExp(
      `^${shown(one)}:${line}:7 {2}error {2}unclosed-tag\\n {2}\`<br>\` is not closed\\.\\n {2}${line} \\| A line<br>here\\.\\n +\\^\\n {2}Write \`<br />\`\\.\\n {2}https?://\\S+/contribute/errors/#unclosed-tag\\n\\n1 error in 1 file\\nErrors stop a build: mend them and check again\\. \`--fix\` can mend 1 problem\\.\\n$`,
    ),
  );
  const json = await check('--content', content, '--format', 'json', one);
  assert.deepEqual(JSON.parse(json.stdout), [
    {
      ...{ file: shown(one), line, column: 7, severity: 'error', code: 'unclosed-tag' },
      ...{ message: '`<br>` is not closed.', fix: 'Write `<br />`.' },
    },
  ]);
  const github = await check('--content', content, '--format', 'github', one, other);
  assert.equal(github.status, 1);
  assert.match(
    github.stdout,
    /^(?:::error file=\S+,line=\d+,col=\d+,title=unclosed-tag::.*\n){2}$/,
  );
  assert.equal(github.stderr, '2 errors in 2 files\n');
});

test('a problem that a paper causes in another file is told with it', async () => {
  const { content, papers } = copyContent();
  const [one = '', other = ''] = papers;
  const twin = join(content, 'papers/2099-01', one.split(/[\\/]/).at(-2) ?? '');
  mkdirSync(twin, { recursive: true });
  cpSync(one, join(twin, 'index.mdx'));
  const codes = async (...paths: string[]) => {
    const scope = paths.length > 0 ? buildScope(content, paths) : undefined;
    const { problems } = await checkContent({ content, ...(scope && { scope }) });
    return problems.map(
      ({ file, code }) => `${shown(twin) === dirname(file) ? 'twin' : ''} ${code}`,
    );
  };
  const inTwin = ['twin duplicate-address', 'twin duplicate-paper'];
  assert.deepEqual(
    (await codes()).filter((code) => code.includes('duplicate')),
    inTwin,
  );
  assert.deepEqual(
    (await codes(twin)).filter((code) => code.includes('duplicate')),
    inTwin,
  );
  // Told in the twin, and caused by both.
  assert.deepEqual(
    (await codes(one)).filter((code) => code.includes('duplicate')),
    inTwin,
  );
  assert.deepEqual(await codes(other), []);
});

test('what cannot be run is a sentence and 2', async () => {
  const { content } = copyContent();
  const says = async (...args: string[]) => {
    const { status, stdout, stderr } = await check(...args);
    assert.deepEqual([status, stdout], [2, ''], stderr);
    return stderr;
  };
  assert.equal(
    await says('--content', join(root, 'none')),
    `There is no folder ${join(root, 'none')}. Write where the content lies: --content another/folder.\n`,
  );
  assert.equal(
    await says('--content', content, 'nothing.mdx'),
    'There is no file or folder nothing.mdx.\n',
  );
  assert.equal(
    await says('--content', content, 'README.md'),
    `README.md does not lie in the content folder, ${relative(ROOT, content)}.\n`,
  );
  assert.equal(
    await says('--format', 'xml'),
    'There is no format "xml". Write one of: text, json, github.\n',
  );
  assert.equal(
    await says('--content', content, 'a\n::error::b'),
    'There is no file or folder a ::error::b.\n',
  );
  assert.match(await says('--fxi'), /^Unknown option '--fxi'\. Write: npm run check -- /);
});

test('--fix mends what can mean one thing only, and keeps the rest byte for byte', async () => {
  const { content, papers } = copyContent();
  const [one = '', other = ''] = papers;
  const before = readFileSync(one, 'utf8');
  const slips =
    '\nA<br>b <!-- c --> d, <https://example.org/e>, \\(f+g\\), h\u200bi {:.wide}j\n\n\\[\nk = l\n\\]\n\n$$ m = n \\\\\no = p $$\n\n{#q} \\(\\nosuch\\)\n';
  const mended =
    '\nA<br />b {/* c */} d, [https://example.org/e](https://example.org/e), $f+g$, hi j\n\n$$\nk = l\n$$\n\n$$\nm = n \\\\\no = p\n$$\n\n{#q} \\(\\nosuch\\)\n';
  writeFileSync(one, (before + slips).replaceAll('\n', '\r\n'));
  const untouched = readFileSync(other);
  const { status, stdout } = await check('--content', content, '--fix');
  assert.equal(readFileSync(one, 'utf8'), (before + mended).replaceAll('\n', '\r\n'));
  assert.equal(status, 1);
  assert.ok(
    stdout.startsWith(
      `${shown(one)}: mended 1 of attribute-list, 1 of autolink, 1 of html-comment, 1 of invisible-character, 2 of latex-delimiter, 2 of text-on-fence, 1 of unclosed-tag; left 1 of latex-delimiter, since other errors would come of it.\n\n`,
    ),
    stdout,
  );
  const again = await mendContent(content);
  assert.equal(readFileSync(one, 'utf8'), (before + mended).replaceAll('\n', '\r\n'));
  assert.deepEqual(
    again.map(({ mended, refused }) => [mended.length, refused.length]),
    [[0, 1]],
  );
  assert.deepEqual(readFileSync(other), untouched);
  assert.deepEqual(
    readdirSync(join(one, '..')).filter((name) => name.startsWith('.')),
    [],
  );
});

test('--fix mends the facts about a text', async () => {
  const { content, papers } = copyContent();
  const [one = ''] = papers;
  const sound = readFileSync(one, 'utf8');
  const [, day = ''] = /^published: (\S+)$/m.exec(sound) ?? [];
  const [, tag = ''] = /^tags: \[([a-z-]+)/m.exec(sound) ?? [];
  assert.ok(day !== '' && tag.length > 4);
  const slipped = sound
    .replace(`published: ${day}`, `publishd: ${day.replaceAll('-', '/')}`)
    .replace(`tags: [${tag}`, `tags: [${tag.slice(0, -1)}x`);
  writeFileSync(one, `\n\n${slipped}`);
  const [mending] = await mendContent(content, buildScope(content, [one]));
  assert.deepEqual(mending?.refused, []);
  assert.equal(readFileSync(one, 'utf8'), sound);
});

test('--fix writes to no link, and to nothing outside what it was given', async () => {
  const { content, papers } = copyContent();
  const [one = '', other = ''] = papers;
  append(one, '\nA<br>b\n');
  append(other, '\nA<br>b\n');
  const outside = join(root, 'outside.mdx');
  cpSync(other, outside);
  rmSync(other);
  symlinkSync(outside, other);
  const [before, texts] = [readFileSync(outside), readFileSync(one)];
  await mendContent(content, buildScope(content, [other]));
  assert.deepEqual(readFileSync(one), texts);
  await mendContent(content);
  assert.deepEqual(readFileSync(outside), before);
  assert.match(readFileSync(one, 'utf8'), /A<br \/>b/);
});

const problem: Problem = {
  ...{ file: 'a.mdx', line: 1, column: 1, severity: 'error', code: 'bad' },
  ...{ message: 'It is bad.', fix: 'Mend it.' },
};

test('what was mended, and what to do next', () => {
  const worse = { ...problem, code: 'worse' };
  const mending = { file: 'a.mdx', mended: [problem, worse, problem], refused: [worse] };
  assert.equal(
    renderMending(mending),
    'a.mdx: mended 2 of bad, 1 of worse; left 1 of worse, since other errors would come of it.',
  );
  const edit = { line: 1, column: 1, old: 'a', text: 'b' };
  assert.equal(suggestNext([], false), '');
  assert.equal(suggestNext([{ ...problem, severity: 'warning' }], false), 'Warnings stop nothing.');
  assert.equal(
    suggestNext([problem, { ...problem, edit }], false),
    'Errors stop a build: mend them and check again. `--fix` can mend 1 problem.',
  );
  assert.equal(
    suggestNext([{ ...problem, edit }], true),
    'Errors stop a build: mend them and check again.',
  );
});

test('progress is told late, and leaves no line on a terminal', () => {
  let time = 0;
  const told = (isTTY: boolean) => {
    time = 0;
    const lines: string[] = [];
    const late = tellLate({ write: (text) => lines.push(text), isTTY }, () => time);
    for (time = 0; time < 13_000; time += 1_000) late.update(`${time}`);
    late.end();
    return lines;
  };
  assert.deepEqual(told(false), ['2000 …\n', '12000 …\n']);
  assert.equal(told(true).length, 12);
  assert.equal(told(true).at(-1), '\r\u001b[2K');
});
