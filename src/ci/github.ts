import { z } from 'zod';
import { MARK } from './comment.ts';

/** The forge's API, for one repository. */
export type Forge = {
  /** `https://api.github.com`, without a slash at its end. */
  api: string;
  /** `owner/name`. */
  repository: string;
  token: string;
};

const sha = z.string().regex(/^[0-9a-f]{40}$/);

/** What is taken from a `workflow_run` event; GitHub writes it, but for the branch, which is the stranger's word. */
export const runSchema = z.object({
  repository: z.object({ id: z.int(), default_branch: z.string() }),
  workflow_run: z.object({
    id: z.int().positive(),
    event: z.literal('pull_request'),
    path: z.string().regex(/^\.github\/workflows\/check\.yml(?:@|$)/),
    head_sha: sha,
    head_branch: z.string().min(1).max(300),
    head_repository: z.object({ id: z.int(), owner: z.object({ login: z.string().max(100) }) }),
  }),
});
export type RunEvent = z.infer<typeof runSchema>;

const pullSchema = z.object({
  number: z.int().positive(),
  state: z.string(),
  head: z.object({ sha, repo: z.object({ id: z.int() }).nullable() }),
  base: z.object({ ref: z.string(), repo: z.object({ id: z.int() }) }),
});

/**
 * The open pull request into the default branch whose newest commit a run was for; undefined where there is none any more. The event names none
 * for forks, so it is looked for by account and branch, and believed by its commit and its repository.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
export async function findPullRequest(
  forge: Forge,
  { repository, workflow_run: run }: RunEvent,
): Promise<number | undefined> {
  const { head_repository: from, head_branch: branch } = run;
  const query = new URLSearchParams({
    state: 'open',
    head: `${from.owner.login}:${branch}`,
    per_page: '100',
  });
  const pulls = z.array(pullSchema).parse(await ask(forge, `pulls?${query}`));
  const matching = pulls.filter(
    ({ state, head, base }) =>
      state === 'open' &&
      head.sha === run.head_sha &&
      head.repo?.id === from.id &&
      base.repo.id === repository.id &&
      base.ref === repository.default_branch,
  );
  // One commit offered to two branches: which of the two the run was for, nobody says.
  return matching.length === 1 ? matching[0]?.number : undefined;
}

/** Whether a pull request is still open with this commit as its newest. */
export async function isCurrent(forge: Forge, number: number, commit: string): Promise<boolean> {
  const pull = pullSchema.parse(await ask(forge, `pulls/${number}`));
  return pull.state === 'open' && pull.head.sha === commit;
}

/** More than a summary has, by far: of a pull request that changes more, no preview is made. */
export const MOST_FILES = 300;

/** All paths that a pull request touches, also those that it moves files from; undefined where there are too many. */
export async function listTouched(forge: Forge, number: number): Promise<string[] | undefined> {
  const schema = z.array(
    z.object({ filename: z.string(), previous_filename: z.string().optional() }),
  );
  const touched: string[] = [];
  for (let page = 1; page <= MOST_FILES / 100 + 1; page += 1) {
    const files = schema.parse(await ask(forge, `pulls/${number}/files?per_page=100&page=${page}`));
    for (const { filename, previous_filename: previous } of files) {
      touched.push(filename, ...(previous === undefined ? [] : [previous]));
    }
    if (files.length < 100) return touched;
  }
  return undefined;
}

/** The newest artefact of a run with the name `preview`, as the ZIP archive that it is; undefined where there is none. */
export async function downloadArtefact(
  forge: Forge,
  run: number,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const artifact = z.object({
    id: z.int().positive(),
    name: z.string(),
    size_in_bytes: z.number(),
    expired: z.boolean(),
  });
  const answer = await ask(forge, `actions/runs/${run}/artifacts?name=preview&per_page=100`);
  const { artifacts } = z.object({ artifacts: z.array(artifact) }).parse(answer);
  const found = artifacts
    .filter(({ name, expired }) => name === 'preview' && !expired)
    .sort((a, b) => b.id - a.id)[0];
  if (found === undefined) return undefined;
  if (found.size_in_bytes > maxBytes) throw tooLarge(maxBytes);
  const redirect = await send(forge, `actions/artifacts/${found.id}/zip`, { redirect: 'manual' });
  const location = redirect.headers.get('location');
  if (location === null) throw new Error('GitHub did not say where the preview lies.');
  // Another host: the token stays here.
  const response = await fetch(location, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`The preview could not be downloaded: ${response.status}.`);
  return await readBounded(response, maxBytes);
}

/** Writes the one comment: the first of our own that carries the mark is changed, else one is made. */
export async function writeComment(forge: Forge, number: number, body: string): Promise<void> {
  const schema = z.array(
    z.object({
      id: z.int().positive(),
      body: z.string().nullish(),
      user: z.object({ login: z.string(), type: z.string() }).nullable(),
    }),
  );
  for (let page = 1; page <= 10; page += 1) {
    const path = `issues/${number}/comments?per_page=100&page=${page}`;
    const comments = schema.parse(await ask(forge, path));
    const own = comments.find(
      ({ user, body: text }) =>
        user?.login === 'github-actions[bot]' && user.type === 'Bot' && text?.startsWith(MARK),
    );
    if (own !== undefined) {
      await ask(forge, `issues/comments/${own.id}`, {
        method: 'PATCH',
        body: JSON.stringify({ body }),
      });
      return;
    }
    if (comments.length < 100) break;
  }
  await ask(forge, `issues/${number}/comments`, { method: 'POST', body: JSON.stringify({ body }) });
}

async function ask(forge: Forge, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await send(forge, path, init);
  if (!response.ok) {
    const what = path.replace(/\?.*/, '');
    throw new Error(`GitHub answered ${response.status} to ${init.method ?? 'GET'} ${what}.`);
  }
  return JSON.parse((await readBounded(response, 20_000_000)).toString('utf8')) as unknown;
}

function send(
  { api, repository, token }: Forge,
  path: string,
  init: RequestInit,
): Promise<Response> {
  return fetch(`${api}/repos/${repository}/${path}`, {
    ...init,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      ...(init.body !== undefined && { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.timeout(60_000),
  });
}

/** A response's bytes, up to a bound that no header can lie about. */
export async function readBounded(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): Error {
  return new Error(`The answer has more than ${maxBytes} bytes.`);
}
