import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve, type Served } from '../../src/cli/server.ts';

let root: string;
let site: Served;
let based: Served;

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'server-'));
  const files: Record<string, string> = {
    'dist/index.html': 'home',
    'dist/404.html': 'missing',
    'dist/papers/titans/index.html': 'titans',
    'dist/rss.xml': '<?xml version="1.0"?><rss version="2.0"/>',
    'dist/a.svg': '<svg/>',
    'dist/a.woff2': 'x',
    'dist/a.json': '{}',
    'dist/a.unknown': 'x',
    'dist/a b.txt': 'space',
    'secret.txt': 'secret',
    'dist-other/index.html': 'secret',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  mkdirSync(join(root, 'dist/empty'));
  symlinkSync(join(root, 'secret.txt'), join(root, 'dist/link.txt'));
  const folder = join(root, 'dist');
  site = await serve({ folder, port: 0 });
  based = await serve({ folder, base: '/digest/', port: 0 });
});
after(async () => {
  await Promise.all([site.close(), based.close()]);
  rmSync(root, { recursive: true });
});

type Answer = { status: number; type: string; location: string; body: string };

/** Without a client that tidies the path. */
function ask(path: string, { served = site, method = 'GET' } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: served.port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        const { 'content-type': type = '', location = '' } = response.headers;
        resolve({ status: response.statusCode ?? 0, type, location, body });
      });
    });
    sent.on('error', reject).end();
  });
}

describe('pages and files', () => {
  test('an index for a folder, with and without the slash', async () => {
    assert.equal((await ask('/')).body, 'home');
    assert.equal((await ask('/papers/titans/')).body, 'titans');
    const bare = await ask('/papers/titans?a=1');
    assert.deepEqual([bare.status, bare.location], [302, '/papers/titans/?a=1']);
  });

  test('what is not there is 404 with its page', async () => {
    for (const path of ['/nope', '/nope/', '/empty/', '/empty', '/a.json/', '/papers/']) {
      const { status, body, type } = await ask(path);
      assert.deepEqual(
        [path, status, body, type],
        [path, 404, 'missing', 'text/html; charset=utf-8'],
      );
    }
  });

  const types = {
    '/': 'text/html; charset=utf-8',
    '/rss.xml': 'application/xml; charset=utf-8',
    '/a.svg': 'image/svg+xml; charset=utf-8',
    '/a.woff2': 'font/woff2',
    '/a.json': 'application/json; charset=utf-8',
    '/a.unknown': 'application/octet-stream',
    '/a%20b.txt': 'text/plain; charset=utf-8',
  };
  for (const [path, type] of Object.entries(types)) {
    test(`${path} is ${type}`, async () => {
      const answer = await ask(path);
      assert.deepEqual([answer.status, answer.type], [200, type]);
    });
  }

  test('HEAD has no body', async () => {
    const head = await ask('/', { method: 'HEAD' });
    assert.deepEqual([head.status, head.body], [200, '']);
  });
});

describe('a base path', () => {
  const at = (path: string) => ask(path, { served: based });
  test('is part of the address', async () => {
    assert.ok(based.url.endsWith('/digest/'));
    assert.equal((await at('/digest/')).body, 'home');
    assert.equal((await at('/digest/papers/titans/')).body, 'titans');
    assert.equal((await at('/digest')).location, '/digest/');
    assert.equal((await at('/digest/papers/titans')).location, '/digest/papers/titans/');
  });

  test('is where the root leads, and all there is', async () => {
    assert.equal((await at('/')).location, '/digest/');
    assert.deepEqual(
      [(await at('/papers/titans/')).status, (await at('/digests/')).status],
      [404, 404],
    );
  });
});

describe('what must not be had', () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/papers/..%2f..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../dist-other/',
    '/%00',
    '/%ff',
    '/c:/secret.txt',
  ];
  for (const path of paths) {
    test(path, async () => {
      const { status, body } = await ask(path);
      assert.deepEqual([status, body], [404, 'missing']);
    });
  }

  test('a link out of the site', async () => {
    assert.equal((await ask('/link.txt')).status, 404);
  });

  test('a redirect to another host', async () => {
    assert.equal((await ask('//papers//titans')).location, '/papers/titans/');
  });
});

describe('ports', () => {
  test('a taken one gives way to the next, on both addresses of the machine', async () => {
    const next = await serve({ folder: root, port: site.port, tries: 20 });
    assert.ok(next.port > site.port);
    await next.close();
    const message = `Port ${site.port} is taken by other programs; name another one: --port ${site.port + 1000}`;
    await assert.rejects(serve({ folder: root, port: site.port }), { message });
  });
});
