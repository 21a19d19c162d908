import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { MARK } from '../../src/ci/comment.ts';
import { findPullRequest, runSchema, writeComment } from '../../src/ci/github.ts';
import { deployDraft } from '../../src/ci/netlify.ts';
import { makePreview } from '../../src/ci/preview.ts';
import { writeArtefact } from './artefact.ts';
import { event, pull, sha, startStub, type Answer } from './forge.ts';

const runs = 'https://github.com/shore/digest/actions/runs/';
const origin = 'https://d1--shore-previews.netlify.app';

type Answers = Record<string, Answer | ((query: URLSearchParams, body: Buffer) => Answer)>;

/** A forge and a host where a preview comes out well, but for what `other` answers. */
async function start(other: Answers = {}) {
  const answers: Answers = {
    'GET /repos/shore/digest/pulls': { json: [pull] },
    'GET /repos/shore/digest/pulls/12': { json: pull },
    'GET /repos/shore/digest/pulls/12/files': {
      json: [{ filename: 'content/papers/2026-01/waves/index.mdx' }],
    },
    'GET /repos/shore/digest/actions/runs/7/artifacts': {
      json: { artifacts: [{ id: 70, name: 'preview', size_in_bytes: 100, expired: false }] },
    },
    'GET /repos/shore/digest/actions/artifacts/70/zip': () => ({
      status: 302,
      location: `${stub.url}/storage`,
    }),
    'GET /storage': { bytes: writeArtefact() },
    'POST /sites/s1/deploys': (_, body) => {
      const { files } = JSON.parse(body.toString()) as { files: Record<string, string> };
      // Two of them it has already.
      const required = Object.values(files).slice(2);
      return { json: { id: 'd1', state: 'uploading', required } };
    },
    'GET /deploys/d1': { json: { id: 'd1', state: 'ready', deploy_ssl_url: origin } },
    ...other,
  };
  const stub = await startStub((line, query, body) => {
    if (line.startsWith('PUT /deploys/d1/files/')) return { json: {} };
    const answer = answers[line];
    return typeof answer === 'function' ? answer(query, body) : answer;
  });
  const host = { api: stub.url, site: 's1', token: 'host-token', pause: 1 };
  const make = (withHost = true, told: unknown = event) =>
    makePreview(stub.forge, runSchema.parse(told), { ...(withHost && { host }), runs });
  return { ...stub, host, make };
}

test('a preview of a fork is found, judged, deployed and told', async () => {
  const { make, asked, close } = await start();
  const outcome = await make();
  await close();
  assert.ok('comment' in outcome);
  assert.equal(outcome.number, 12);
  assert.equal(outcome.sha, sha);
  assert.ok(outcome.comment.includes(`[\`Waves\`](${origin}/digest/papers/waves/)`));
  assert.equal(
    asked[0]?.line,
    'GET /repos/shore/digest/pulls?state=open&head=eve%3Apatch%26state%3Dclosed%231&per_page=100',
  );
  const tokens = asked.map(({ line, authorization }) => [
    /^\w+ \/(?:repos|storage|sites|deploys)/.exec(line)?.[0],
    authorization,
  ]);
  const unique = [...new Set(tokens.map((one) => one.join(' ')))];
  assert.deepEqual(unique, [
    'GET /repos Bearer forge-token',
    'GET /storage ',
    'POST /sites Bearer host-token',
    'PUT /deploys Bearer host-token',
    'GET /deploys Bearer host-token',
  ]);
  const posted = asked.find(({ line }) => line.startsWith('POST'));
  const told = JSON.parse(String(posted?.body)) as {
    files: Record<string, string>;
    draft: boolean;
  };
  assert.equal(told.draft, true);
  assert.ok(Object.hasOwn(told.files, '/digest/index.html'));
  const put = asked.filter(({ line }) => line.startsWith('PUT'));
  for (const { line, body } of put) {
    const path = decodeURIComponent(line.slice('PUT /deploys/d1/files'.length));
    assert.equal(told.files[path], createHash('sha1').update(body).digest('hex'), path);
  }
  // Bytes that stand under several paths are sent once.
  assert.equal(put.length, new Set(Object.values(told.files).slice(2)).size);
});

test('without a host there is a comment and no preview', async () => {
  const { make, asked, close } = await start();
  const outcome = await make(false);
  await close();
  assert.ok('comment' in outcome);
  assert.ok(outcome.comment.includes(`[run](${runs}7)`));
  assert.ok(asked.every(({ line }) => !line.includes('deploys')));
});

test('where there is nothing to show, a sentence says why', async () => {
  const files = 'GET /repos/shore/digest/pulls/12/files';
  const found = 'GET /repos/shore/digest/pulls';
  const nobody = 'No open pull request has this commit as its newest.';
  const program = 'Pull request 12 changes the program, so its site is shown to nobody unseen.';
  const cases: [says: string, other: Answers][] = [
    [nobody, { [found]: { json: [] } }],
    [nobody, { [found]: { json: [{ ...pull, head: { sha: 'b'.repeat(40), repo: { id: 2 } } }] } }],
    [nobody, { [found]: { json: [{ ...pull, head: { sha, repo: { id: 3 } } }] } }],
    [nobody, { [found]: { json: [{ ...pull, head: { sha, repo: null } }] } }],
    [nobody, { [found]: { json: [{ ...pull, state: 'closed' }] } }],
    [nobody, { [found]: { json: [{ ...pull, base: { ref: 'old', repo: { id: 1 } } }] } }],
    [nobody, { [found]: { json: [{ ...pull, base: { ref: 'main', repo: { id: 9 } } }] } }],
    [nobody, { [found]: { json: [pull, { ...pull, number: 13 }] } }],
    [program, { [files]: { json: [{ filename: '.github/workflows/check.yml' }] } }],
    [
      program,
      { [files]: { json: [{ filename: 'content/a', previous_filename: 'src/routes.ts' }] } },
    ],
    [
      'Pull request 12 changes more than 300 files.',
      { [files]: { json: Array(100).fill({ filename: 'content/a' }) } },
    ],
    [
      'The run made no preview.',
      { 'GET /repos/shore/digest/actions/runs/7/artifacts': { json: { artifacts: [] } } },
    ],
    [
      'There is a newer commit.',
      {
        'GET /repos/shore/digest/pulls/12': {
          json: { ...pull, head: { sha: 'b'.repeat(40), repo: { id: 2 } } },
        },
      },
    ],
  ];
  for (const [says, other] of cases) {
    const { make, asked, close } = await start(other);
    assert.deepEqual(await make(), { none: says });
    await close();
    assert.ok(asked.every(({ line }) => line.startsWith('GET /')));
  }
});

test('what is wrong with an artefact, the forge or the host ends it with a sentence', async () => {
  const artifacts = 'GET /repos/shore/digest/actions/runs/7/artifacts';
  const large = { id: 70, name: 'preview', size_in_bytes: 100_000_001, expired: false };
  const evil = writeArtefact({ 'site/_worker.js': { bytes: 'x' } });
  const cases: [message: string, other: Answers][] = [
    ['"site/_worker.js" has a name that no page of ours has.', { 'GET /storage': { bytes: evil } }],
    [
      'The answer has more than 100000000 bytes.',
      { [artifacts]: { json: { artifacts: [large] } } },
    ],
    ['The preview could not be downloaded: 410.', { 'GET /storage': { status: 410 } }],
    [
      'GitHub did not say where the preview lies.',
      { 'GET /repos/shore/digest/actions/artifacts/70/zip': { status: 200 } },
    ],
    [
      'GitHub answered 403 to GET pulls.',
      { 'GET /repos/shore/digest/pulls': { status: 403, json: {} } },
    ],
    ['Netlify answered 401 to POST sites.', { 'POST /sites/s1/deploys': { status: 401 } }],
    [
      'Netlify could not make the preview.',
      { 'GET /deploys/d1': { json: { id: 'd1', state: 'error' } } },
    ],
    ...[
      'http://a.netlify.app',
      'https://a.netlify.app.evil.example',
      'https://a.netlify.app/)',
    ].map((url): [string, Answers] => [
      'Netlify gave the preview no address of its own.',
      { 'GET /deploys/d1': { json: { id: 'd1', state: 'ready', deploy_ssl_url: url } } },
    ]),
  ];
  for (const [message, other] of cases) {
    const { make, close } = await start(other);
    await assert.rejects(make(), { message });
    await close();
  }
});

test('a host that never ends is left', async () => {
  const { host, close } = await start({ 'GET /deploys/d1': { json: { id: 'd1', state: 'new' } } });
  await assert.rejects(deployDraft(host, new Map()), {
    message: 'Netlify was not ready with the preview within two minutes.',
  });
  await close();
});

test('an event of another workflow or another kind is refused', () => {
  const parse = (other: object) =>
    runSchema.safeParse({ ...event, workflow_run: { ...event.workflow_run, ...other } }).success;
  assert.ok(parse({}));
  assert.ok(parse({ path: '.github/workflows/check.yml@refs/pull/12/merge' }));
  assert.ok(!parse({ path: '.github/workflows/evil.yml' }));
  assert.ok(!parse({ path: '.github/workflows/check.yml.evil' }));
  assert.ok(!parse({ event: 'push' }));
  assert.ok(!parse({ head_sha: 'main' }));
  assert.ok(!parse({ head_repository: null }));
});

test('there is one comment: made once, then changed, and never somebody else’s', async () => {
  const bot = { login: 'github-actions[bot]', type: 'Bot' };
  const lists: [comments: object[], line: string][] = [
    [[], 'POST /repos/shore/digest/issues/12/comments'],
    [[{ id: 5, body: `${MARK}\nold`, user: bot }], 'PATCH /repos/shore/digest/issues/comments/5'],
    [
      [
        { id: 3, body: `${MARK}\nevil`, user: { login: 'eve', type: 'User' } },
        { id: 4, body: `Quoting ${MARK}`, user: bot },
        { id: 5, body: null, user: null },
      ],
      'POST /repos/shore/digest/issues/12/comments',
    ],
  ];
  for (const [comments, line] of lists) {
    const stub = await startStub((asked) => ({ json: asked.startsWith('GET') ? comments : {} }));
    await writeComment(stub.forge, 12, `${MARK}\nnew`);
    await stub.close();
    assert.equal(stub.asked.length, 2);
    const [, written] = stub.asked;
    assert.equal(written?.line, line);
    assert.deepEqual(JSON.parse(String(written.body)), { body: `${MARK}\nnew` });
  }
});

test('the comment is looked for on every page', async () => {
  const others = Array(100).fill({ id: 1, body: 'x', user: null }) as object[];
  const own = { id: 9, body: MARK, user: { login: 'github-actions[bot]', type: 'Bot' } };
  const stub = await startStub((line, query) => ({
    json: line.startsWith('GET') ? (query.get('page') === '2' ? [own] : others) : {},
  }));
  await writeComment(stub.forge, 12, MARK);
  await stub.close();
  assert.equal(stub.asked.at(-1)?.line, 'PATCH /repos/shore/digest/issues/comments/9');
});

test('a pull request is found among several by its commit', async () => {
  const other = { ...pull, number: 3, head: { sha: 'b'.repeat(40), repo: { id: 2 } } };
  const stub = await startStub(() => ({ json: [other, pull] }));
  assert.equal(await findPullRequest(stub.forge, runSchema.parse(event)), 12);
  await stub.close();
});
