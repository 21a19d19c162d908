import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { runChild, type Ending } from '../../src/cli/child.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { makeContent, startServer } from '../scaffold/server.ts';

const { content, remove } = makeContent();
const asked: string[] = [];
const server = await startServer((request, response) => {
  asked.push(`${request.method} ${request.headers.authorization}`);
  const isList = request.method === 'GET';
  response.end(
    JSON.stringify(isList ? { results: [], next: null } : { id: 'abc', status: 'draft' }),
  );
});
after(async () => {
  await server.close();
  remove();
  rmSync(cacheFolder(content), { recursive: true, force: true });
});

/** The whole command as somebody types it. */
const run = (args: string[], environment: Record<string, string> = {}): Promise<Ending> =>
  runChild(process.execPath, ['src/cli/newsletter.ts', ...args], {
    env: { DIGEST_CONTENT: content, DIGEST_BUTTONDOWN: server.origin, ...environment },
    limit: 60_000,
  });

test('without --draft the mail is written into a folder, and nobody is asked', async () => {
  const { code, output } = await run(['2026-01'], { BUTTONDOWN_API_KEY: 'secret-secret' });
  assert.equal(code, 0, output);
  assert.match(
    output,
    /^Nothing was sent\. The mail of 2026-01 is in \.cache\/newsletter\/2026-01: /,
  );
  assert.match(output, /site\.yaml names nobody who sends it\. .*`api: buttondown`/);
  assert.match(output, /https:\/\/furnace\.example\/notes\/: publish the site/);
  const file = (name: string) => readFileSync(path.join('.cache/newsletter/2026-01', name), 'utf8');
  assert.match(file('email.html'), /<a href="\{\{ unsubscribe_url \}\}"/);
  assert.match(file('email.txt'), /^Furnace Notes · 1 paper of January 2026\n/);
  assert.equal(asked.length, 0);
});

test('what is missing is told, and how to write it', async () => {
  const cases: [args: string[], says: RegExp][] = [
    [[], /^Name one issue\. Write: npm run newsletter -- 2025-01/],
    [['2026-01', '2026-02'], /^Name one issue\./],
    [['2026-10'], /^There is no issue 2026-10\. Did you mean 2026-01\?/],
    [['what'], /^There is no issue what\. The newest are 2026-01\./],
    [['2026-01', '--send'], /^Unknown option '--send'\. Write: npm run newsletter/],
    [['2026-01', '--draft'], /^site\.yaml names nobody who sends the newsletter\./],
    [['2026-01', '--content', 'no-such'], /^There is no folder no-such\./],
  ];
  for (const [args, says] of cases) {
    const { code, output } = await run(args);
    assert.equal(code, 2, output);
    assert.match(output, says);
  }
});

test('with a key, --draft makes the draft, and says what is left to do', async () => {
  appendFileSync(
    path.join(content, 'site.yaml'),
    'newsletter: { action: https://buttondown.com/api/emails/embed-subscribe/furnace, api: buttondown }\n',
  );
  const without = await run(['2026-01', '--draft'], { BUTTONDOWN_API_KEY: '' });
  assert.equal(without.code, 2);
  assert.match(without.output, /^BUTTONDOWN_API_KEY is not set\. Copy yours from/);
  const odd = await run(['2026-01', '--draft'], { BUTTONDOWN_API_KEY: 'two words\u0007' });
  assert.match(odd.output, /^BUTTONDOWN_API_KEY holds no key\./);
  assert.doesNotMatch(odd.output, /two words/);
  const dry = await run(['2026-01']);
  assert.match(dry.output, /"status": "draft"/);
  assert.equal(asked.length, 0);

  const token = 'secret-0123-secret';
  const { code, output } = await run(['2026-01', '--draft'], { BUTTONDOWN_API_KEY: token });
  assert.equal(code, 0, output);
  assert.match(
    output,
    /^Made a draft of 2026-01 at Buttondown: https:\/\/buttondown\.com\/emails\/abc\n/,
  );
  assert.match(output, /Nothing was sent\./);
  assert.ok(!output.includes(token));
  assert.equal(asked.at(-1), `POST Token ${token}`);

  await server.close();
  const away = await run(['2026-01', '--draft'], { BUTTONDOWN_API_KEY: token });
  assert.equal(away.code, 1);
  assert.equal(away.output.trim(), 'Buttondown cannot be reached from here. Nothing was changed.');
});

test('nothing goes out of content with an error', async () => {
  const file = path.join(content, 'papers/2026-01/furnaces/index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('tags: [memory]', 'tags: [nothing]'));
  const { code, output } = await run(['2026-01']);
  assert.equal(code, 1);
  assert.match(
    output,
    /^The content has an error, and nothing goes out with one\. See: npm run check/,
  );
});
