import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isContentAlone } from '../ci/changed-paths.ts';
import { buildChanges, changesSchema, firstPage } from '../ci/changes.ts';
import { listChanged, listCommitted } from '../ci/git.ts';
import { isCurrent, runSchema, writeComment, type Forge } from '../ci/github.ts';
import { writeOutputs } from '../ci/outputs.ts';
import { judgeOwnership } from '../ci/ownership.ts';
import { makePreview } from '../ci/preview.ts';
import { readDigest } from '../ci/snapshot.ts';
import { unpackContent } from '../ci/submission.ts';
import type { Digest } from '../digest/model.ts';
import { formatGithub } from '../digest/problem-formats.ts';
import { countProblems } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { readArguments, stop } from './arguments.ts';
import { ensureChromium } from './chromium.ts';

/** What the workflows in `.github/workflows` call, each on a merge commit: its first parent is the base branch. */
const COMMANDS: Record<string, () => void | Promise<void>> = {
  unpack,
  ownership,
  changes,
  pictures,
  preview,
  comment,
};
const [HEAD, BASE] = ['HEAD', 'HEAD^1'] as const;

const { values, positionals } = readArguments(
  { repository: { type: 'string' }, into: { type: 'string' } },
  'npm run pull-request -- unpack --repository ../pull-request --into content',
  true,
);
const [name = ''] = positionals;
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) stop(`Write one of: ${Object.keys(COMMANDS).join(', ')}.`);
await command();

/** Puts the content of the pull request into a new folder, and says whether it leaves the program alone. */
function unpack(): void {
  const repository = needed('repository');
  const changed = listChanged(repository, BASE, HEAD);
  writeOutputs({ program: String(!isContentAlone(changed)) });
  tell(unpackContent(repository, HEAD, needed('into')));
}

function ownership(): void {
  const { base, head, paths, changed } = readSides(needed('repository'));
  const login = variable('AUTHOR');
  tell(judgeOwnership({ base: { digest: base, paths }, head: { digest: head }, changed, login }));
}

function changes(): void {
  const { base, head, changed } = readSides(needed('repository'));
  if (head === undefined) stop('The content has no site.yaml that can be read.');
  writeFileSync(needed('into'), JSON.stringify(buildChanges(base, head, changed), null, 2));
}

/** Of the site and the changes that lie beside the folder. */
async function pictures(): Promise<void> {
  const into = needed('into');
  const told = changesSchema.parse(readJson(join(into, '..', 'changes.json')));
  const browser = await ensureChromium((line) => console.error(line));
  if ('missing' in browser) stop(browser.missing);
  const { takePictures } = await import('./screenshots.ts');
  const site = { folder: join(into, '..', 'site'), base: told.base };
  await takePictures(site, firstPage(told), { into, browser: browser.path });
}

async function preview(): Promise<void> {
  const { PREVIEW_SITE: site = '', PREVIEW_TOKEN: token = '' } = process.env;
  const api = process.env['NETLIFY_API_URL'] ?? 'https://api.netlify.com/api/v1';
  const event = runSchema.parse(readJson(variable('GITHUB_EVENT_PATH')));
  const outcome = await makePreview(forge(), event, {
    ...(site !== '' && token !== '' && { host: { api, site, token } }),
    runs: `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/`,
  });
  if ('none' in outcome) {
    console.log(outcome.none);
    return;
  }
  const { number, sha, comment: text } = outcome;
  writeOutputs({ number: String(number), sha, comment: JSON.stringify(text) });
}

async function comment(): Promise<void> {
  const number = Number(variable('NUMBER'));
  if (await isCurrent(forge(), number, variable('SHA'))) {
    await writeComment(forge(), number, String(JSON.parse(variable('COMMENT'))));
  } else console.log('There is a newer commit.');
}

function readSides(repository: string) {
  const folder = mkdtempSync(join(tmpdir(), 'pull-request-'));
  try {
    const read = (commit: string): Digest | undefined => {
      const into = join(folder, commit === HEAD ? 'head' : 'base', 'content');
      unpackContent(repository, commit, into);
      return readDigest(into);
    };
    const paths = listCommitted(repository, BASE, 'content').map(({ path }) => path);
    const changed = listChanged(repository, BASE, HEAD);
    return { base: read(BASE), head: read(HEAD), paths, changed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(problems: readonly Problem[]): void {
  process.stdout.write(formatGithub(problems));
  console.error(countProblems(problems));
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

function forge(): Forge {
  const api = variable('GITHUB_API_URL');
  return { api, repository: variable('GITHUB_REPOSITORY'), token: variable('GITHUB_TOKEN') };
}

function needed(option: 'repository' | 'into'): string {
  return values[option] ?? stop(`--${option} is missing.`);
}

function variable(key: string): string {
  const value = process.env[key] ?? '';
  return value === '' ? stop(`The variable ${key} is missing.`) : value;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
