import assert from 'node:assert/strict';
import test from 'node:test';
import { ask } from '../../src/scaffold/ask.ts';
import { buildRequests, buildUserAgent } from '../../src/scaffold/services.ts';
import { always, refusalOf, startServer } from './server.ts';

const request = (origin: string, mayLeadTo: readonly string[] = []) => ({
  service: 'arXiv',
  url: `${origin}/api/query?id_list=2501.00663`,
  accept: 'application/atom+xml',
  pause: 3,
  mayLeadTo,
  otherwise: ', or give a BibTeX file',
});
const asking = { userAgent: 'test', limit: 20_000 };
/** For the servers that never answer. */
const impatient = { ...asking, limit: 300 };

async function withServer<T>(
  answer: Parameters<typeof startServer>[0],
  run: (server: Awaited<ReturnType<typeof startServer>>) => Promise<T>,
): Promise<T> {
  const server = await startServer(answer);
  try {
    return await run(server);
  } finally {
    await server.close();
  }
}

test('a text, or that the service knows no such thing', async () => {
  const answer = always('Grüße');
  await withServer(answer, async ({ origin, userAgent }) => {
    assert.deepEqual(await ask(request(origin), asking), { text: 'Grüße' });
    assert.equal(userAgent(), 'test');
  });
  await withServer(always('', 404), async ({ origin }) => {
    assert.equal(await ask(request(origin), asking), 'unknown');
  });
});

test('nobody there is no network', async () => {
  const { origin, close } = await startServer(always(''));
  await close();
  assert.equal(await ask(request(origin), asking), 'offline');
});

test('whatever else comes is a sentence', async () => {
  const cases: [Parameters<typeof startServer>[0], wanted: string][] = [
    [
      always('', 429),
      'arXiv has had too many requests from here (429). Try again in a few minutes.',
    ],
    [
      always('', 429, { 'retry-after': '30' }),
      'arXiv has had too many requests from here (429). Try again in 30 seconds.',
    ],
    [always('', 403), 'arXiv does not show this to everybody (403). Give a BibTeX file instead.'],
    [
      always('', 511),
      'Between here and arXiv stands a login (511). Log in there, or give a BibTeX file.',
    ],
    [
      always('', 503),
      'arXiv has a fault of its own (503). Try again later, or give a BibTeX file.',
    ],
    [always('', 400), 'arXiv did not take the question (400).'],
    [
      always('', 302, { location: 'https://login.example/in' }),
      'arXiv sends us on to login.example, which is not followed. A proxy or a login may stand in between.',
    ],
    [
      always('', 302, { location: 'file:///etc/passwd' }),
      'arXiv sends us on to file:///etc/passwd, which is not followed. A proxy or a login may stand in between.',
    ],
    [always('', 302, { location: '/again' }), 'arXiv sends us round in circles. Try again later.'],
    [
      always('x'.repeat(5_000_001)),
      'The answer of arXiv is longer than 5 MB, more than any paper needs, and was not read.',
    ],
    [
      () => undefined,
      'arXiv did not answer within 0.3 seconds. Try again later, or give a BibTeX file.',
    ],
    // It begins, and never ends.
    [
      (_, response) => response.writeHead(200).write('<feed>'),
      'arXiv did not answer within 0.3 seconds. Try again later, or give a BibTeX file.',
    ],
    [
      (_, response) => response.destroy(),
      'The connection to arXiv broke (UND_ERR_SOCKET). Try again, or give a BibTeX file.',
    ],
  ];
  for (const [answer, wanted] of cases) {
    await withServer(answer, async ({ origin }) => {
      assert.equal(
        await refusalOf(() =>
          ask(request(origin), wanted.includes('0.3 seconds') ? impatient : asking),
        ),
        wanted,
      );
    });
  }
});

test('the answer that never ends is left as soon as it is too long', async () => {
  const answer: Parameters<typeof startServer>[0] = (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(100_000)));
    };
    response.on('drain', more);
    more();
  };
  await withServer(answer, async ({ origin }) => {
    assert.equal(
      await refusalOf(() => ask(request(origin), { ...asking, limit: 5000 })),
      'The answer of arXiv is longer than 5 MB, more than any paper needs, and was not read.',
    );
  });
});

test('a redirect on the same server is followed', async () => {
  const answer: Parameters<typeof startServer>[0] = ({ url }, response) => {
    if (url === '/new') response.end('here');
    else response.writeHead(301, { location: '/new' }).end();
  };
  await withServer(answer, async ({ origin, asked }) => {
    assert.deepEqual(await ask(request(origin), asking), { text: 'here' });
    assert.deepEqual(asked, ['/api/query?id_list=2501.00663', '/new']);
  });
});

test('each kind of id has its services', async () => {
  const urls = (kind: 'arxiv' | 'doi' | 'openreview', id: string) =>
    buildRequests({ kind, id }, {}).map(({ url }) => url);
  assert.deepEqual(urls('arxiv', 'math.AG/0601001v2'), [
    'https://export.arxiv.org/api/query?id_list=math/0601001v2&max_results=1',
  ]);
  assert.deepEqual(urls('doi', '10.1000/a<b>(c)'), [
    'https://api.crossref.org/works/10.1000%2Fa%3Cb%3E(c)',
    'https://doi.org/10.1000/a%3Cb%3E(c)',
  ]);
  assert.deepEqual(urls('openreview', 'GjfIZan5jN'), [
    'https://api2.openreview.net/notes?id=GjfIZan5jN',
  ]);
  const bad = () =>
    buildRequests({ kind: 'arxiv', id: '2501.00663' }, { DIGEST_ARXIV: 'file:///x' });
  assert.equal(
    await refusalOf(bad),
    'DIGEST_ARXIV is no address. Write one such as https://export.arxiv.org, or unset it.',
  );
});

test('who asks is the site and its contact, in what a header may hold', () => {
  const site = {
    name: 'Fürnace\r\nNotes',
    url: 'https://furnace.example/',
    contact: 'mailto:us@furnace.example',
  };
  assert.equal(
    buildUserAgent(site),
    'FurnaceNotes/1.0 (+https://furnace.example/; mailto:us@furnace.example; npm run new)',
  );
  assert.equal(buildUserAgent(), 'research-digest/1.0 (npm run new)');
});
