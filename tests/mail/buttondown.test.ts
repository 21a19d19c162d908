import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { describeDraft, ProviderError, saveDraft } from '../../src/mail/buttondown.ts';
import { startServer } from '../scaffold/server.ts';

const token = 'a-key-that-nobody-may-see';
const page = 'https://ferrous.example/digest/issues/2026-01/';
const mail = { subject: 'Twelve papers', html: '<!doctype html><p>Iron</p>\n', text: 'Iron\n' };

type Stored = { id: string; status: string; metadata: Record<string, string>; body?: string };
type Asked = { method: string; path: string; headers: IncomingMessage['headers']; body: unknown };

/** Something like Buttondown: its mails, two on a page, and what was asked of it. */
async function startProvider(stored: Stored[], { filters = true } = {}) {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = (text === '' ? undefined : JSON.parse(text)) as Stored | undefined;
    const { method = '', url = '', headers } = request;
    asked.push({ method, path: url, headers, body });
    const { pathname, searchParams } = new URL(url, 'http://provider.example');
    const reply = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (method === 'GET') {
      const status = searchParams.get('status');
      const some = stored.filter((one) => !filters || one.status === status);
      const at = Number(searchParams.get('page')) - 1;
      const next = some.length > 2 * at + 2 ? 'https://elsewhere.example/?page=2' : null;
      reply(200, { results: some.slice(2 * at, 2 * at + 2), next, count: some.length });
    } else if (method === 'POST' && body) {
      const made = { ...body, id: `new-${stored.length}` };
      stored.push(made);
      reply(201, made);
    } else {
      const found = stored.find(({ id }) => pathname === `/v1/emails/${id}`);
      if (found && body) reply(200, Object.assign(found, body));
      else reply(404, { detail: 'Not found' });
    }
  };
  const server = await startServer((request, response) => void answer(request, response));
  return { ...server, asked };
}

const other = (id: string, status = 'draft'): Stored => ({ id, status, metadata: {} });

test('a draft is made once, and changed by the next run', async () => {
  const stored = [other('a'), other('b'), other('c')];
  const { origin, asked, close } = await startProvider(stored);
  try {
    const first = await saveDraft('2026-01', mail, page, { token, origin });
    assert.deepEqual(first, { id: 'new-3', isNew: true });
    const made = asked.find(({ method }) => method === 'POST');
    assert.deepEqual(made?.body, {
      subject: 'Twelve papers',
      status: 'draft',
      canonical_url: page,
      metadata: { digest_issue: '2026-01' },
      body: `<!-- buttondown-editor-mode: naked -->\n${mail.html}`,
    });
    assert.equal(made.path, '/v1/emails');
    const second = await saveDraft('2026-01', { ...mail, html: '<p>Rust</p>' }, page, {
      token,
      origin,
    });
    assert.deepEqual(second, { id: 'new-3', isNew: false });
    assert.equal(stored.length, 4);
    assert.match(stored[3]?.body ?? '', /Rust/);
    const third = await saveDraft('2026-02', mail, page, { token, origin });
    assert.equal(third.isNew, true);
  } finally {
    await close();
  }
});

test('a subject holds nothing that is a template', () => {
  const subject = 'Of {{{ x }}} and {% y %} and {a}';
  const draft = describeDraft('2026-01', { subject }, page);
  assert.equal(draft['subject'], 'Of { { { x }}} and { % y %} and {a}');
});

test('nothing that is asked could send a mail, and the key is in one header alone', async () => {
  const { origin, asked, close } = await startProvider([other('a')]);
  try {
    await saveDraft('2026-01', mail, page, { token, origin });
    await saveDraft('2026-01', mail, page, { token, origin });
  } finally {
    await close();
  }
  for (const { method, path, headers, body } of asked) {
    if (method !== 'GET') assert.equal((body as Stored).status, 'draft');
    assert.match(path, /^\/v1\/emails(?:\/new-1)?(?:\?status=[a-z_]+&page=\d+)?$/);
    assert.equal(headers.authorization, `Token ${token}`);
    assert.equal(headers['x-buttondown-live-dangerously'], undefined);
    assert.ok(!`${path}${JSON.stringify(body)}`.includes(token));
  }
});

test('a mail that is sent or about to be is left alone', async () => {
  for (const status of ['sent', 'scheduled', 'about_to_send', 'in_flight']) {
    const gone = { ...other('a', status), metadata: { digest_issue: '2026-01' } };
    for (const filters of [true, false]) {
      const { origin, asked, close } = await startProvider([gone], { filters });
      try {
        await assert.rejects(saveDraft('2026-01', mail, page, { token, origin }), {
          message: `The mail of 2026-01 is at Buttondown already and is no draft any more (${status}). Nothing was changed.`,
        });
      } finally {
        await close();
      }
      assert.ok(asked.every(({ method }) => method === 'GET'));
    }
  }
});

/** The sentence for an answer of the provider's. */
async function refusalOf(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  limit = 5_000,
): Promise<string> {
  const { origin, close } = await startServer(answer);
  try {
    await saveDraft('2026-01', mail, page, { token, origin, limit });
  } catch (error) {
    assert.ok(error instanceof ProviderError, String(error));
    assert.ok(!error.message.includes(token));
    assert.ok(!error.stack?.includes(token));
    assert.equal(error.cause, undefined);
    return error.message;
  } finally {
    await close();
  }
  throw new Error('Nothing was refused.');
}

test('every failure has a sentence', async () => {
  const says = (status: number, text: string, headers = {}) =>
    refusalOf((_, response) => response.writeHead(status, headers).end(text));
  assert.equal(
    await says(401, '{"detail":"Invalid token."}'),
    'Buttondown does not know the key in BUTTONDOWN_API_KEY (401). Copy it from https://buttondown.com/keys.',
  );
  assert.equal(
    await says(403, '{"detail":"No access\\u001b[2J to\\nemails."}'),
    'The key in BUTTONDOWN_API_KEY may not do this (403): No access [2J to emails. It needs write access to emails; mails in markup of one’s own need a plan that has “naked mode”.',
  );
  assert.equal(
    await says(429, '', { 'retry-after': '30' }),
    'Buttondown has had too many requests with this key (429). Try again in 30 seconds.',
  );
  assert.match(await says(429, '', { 'retry-after': 'Thu' }), /Try again in a few minutes\.$/);
  assert.equal(
    await says(503, '<html>down</html>'),
    'Buttondown has a fault of its own (503). Try again later.',
  );
  assert.equal(
    await says(400, '{"code":"email_invalid","detail":"The email is invalid."}'),
    'Buttondown did not take the mail (400): The email is invalid.',
  );
  assert.match(await says(404, '{}'), /no such mail any more \(404\)/);
  const odd =
    'Buttondown answered in a form that is not known here. A proxy or a login may stand in between.';
  for (const text of [
    '<html>Log in</html>',
    '',
    'null',
    '[]',
    '{}',
    '{"results":7}',
    '"x"',
    '{"results":[null,7,"a"]}',
  ]) {
    assert.equal(await says(200, text), odd, text);
  }
});

test('a provider that is silent, away, or leads elsewhere is told of', async () => {
  assert.equal(
    await refusalOf(() => undefined, 50),
    'Buttondown did not answer within 0.05 seconds. Whether the draft was saved is not known; run the command again.',
  );
  const away = 'Buttondown cannot be reached from here. Nothing was changed.';
  assert.equal(await refusalOf((request) => request.socket.destroy()), away);
  const elsewhere = { location: 'http://127.0.0.1:9/' };
  assert.equal(await refusalOf((_, response) => response.writeHead(302, elsewhere).end()), away);
});

test('an answer that says that the mail is no draft is not taken for one', async () => {
  const message = await refusalOf((request, response) =>
    response.end(
      JSON.stringify(
        request.method === 'GET'
          ? { results: [], next: null }
          : { id: 'a', status: 'about_to_send' },
      ),
    ),
  );
  assert.match(message, /no draft \(about_to_send\)\. Look at it there, now/);
});
