import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askVersions } from '../../src/scaffold/versions.ts';
import { always, makeWorld, recorded, startServer } from './server.ts';

const entry = (id: string, updated: string) =>
  `<entry><id>http://arxiv.org/abs/${id}</id><title>T</title><updated>${updated}T22:32:03Z</updated><published>2020-01-01T00:00:00Z</published></entry>`;
const feed = (...entries: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;

async function run(
  ids: readonly string[],
  answer: Parameters<typeof startServer>[0],
): Promise<{ newest: object; faults: string[]; asked: string[]; waits: number[]; agent: string }> {
  const server = await startServer(answer);
  // The pause is told by when a file was written, so its clock is the machine's; the cache is each run's own.
  const { world, waits } = makeWorld(`/nowhere/${server.origin.replace(/\D/g, '')}`, {
    DIGEST_ARXIV: server.origin,
  });
  const site = { name: 'Furnace Notes', url: 'https://furnace.example/' };
  const cache = `.cache/test/asked-${server.origin.replace(/\D/g, '')}`;
  try {
    const { newest, faults } = await askVersions(ids, site, { ...world, cache, now: Date.now });
    const agent = server.userAgent();
    return { newest: Object.fromEntries(newest), faults, asked: server.asked, waits, agent };
  } finally {
    await server.close();
  }
}

test('the newest version is the one that an answer names, its day that of the update', async () => {
  const answer = feed(
    entry('2501.00663v12', '2025-05-01'),
    entry('math/0309136v1', '2003-09-08'),
    (/<entry>[\s\S]*<\/entry>/.exec(recorded('arxiv-titans.xml'))?.[0] ?? '').replace(
      '00663',
      '00664',
    ),
  );
  const ids = ['2501.00663', 'math.GT/0309136', '2501.00664', '2501.99999'];
  const { newest, faults, asked, agent } = await run(ids, always(answer));
  assert.deepEqual(newest, {
    '2501.00663': { version: 'v12', date: '2025-05-01' },
    'math.GT/0309136': { version: 'v1', date: '2003-09-08' },
    '2501.00664': { version: 'v1', date: '2024-12-31' },
  });
  assert.deepEqual(faults, ['arXiv says nothing of 2501.99999.']);
  assert.deepEqual(asked, [
    '/api/query?id_list=2501.00663,math/0309136,2501.00664,2501.99999&max_results=4',
  ]);
  assert.match(agent, /^Furnace-Notes\/1\.0 \(\+https:\/\/furnace\.example\/; npm run versions\)$/);
});

test('many papers are asked for a hundred at a time, three seconds apart', async () => {
  const ids = Array.from({ length: 201 }, (_, index) => `2501.${String(index).padStart(5, '0')}`);
  const { newest, faults, asked, waits } = await run(ids, (request, response) => {
    const list = /id_list=([^&]*)/.exec(request.url ?? '')?.[1]?.split(',') ?? [];
    response.end(feed(...list.map((id) => entry(`${id}v2`, '2025-05-01'))));
  });
  assert.equal(Object.keys(newest).length, 201);
  assert.deepEqual(faults, []);
  assert.equal(asked.length, 3);
  assert.equal(waits.length, 2);
  for (const wait of waits) assert.ok(wait > 0 && wait <= 3000);
});

test('what goes wrong is a sentence, and leaves what other answers said', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `2501.${String(index).padStart(5, '0')}`);
  const stays = (count: number) =>
    `${count} ${count === 1 ? 'paper stays as it is' : 'papers stay as they are'} in versions.lock.json.`;
  let asked = 0;
  const half = await run(ids, (_, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(503).end();
    else response.end(feed(entry('2501.00100v2', '2025-05-01')));
  });
  assert.deepEqual(half.newest, { '2501.00100': { version: 'v2', date: '2025-05-01' } });
  assert.deepEqual(half.faults, [
    `arXiv has a fault of its own (503). Try again later. ${stays(100)}`,
  ]);
  const cases: [answer: Parameters<typeof always>, fault: string][] = [
    [['Rate exceeded.'], 'arXiv has had too many requests from here. Try again in a few minutes.'],
    [[recorded('arxiv-error.xml')], 'arXiv answers with an error: “start must be non-negative”.'],
    [
      ['<html><body>Log in'],
      'What came from arXiv is a web page, not data. A proxy or a login may stand in between.',
    ],
    [['<feed', 200], 'arXiv answered in a form that is not known here. Try again later.'],
    [
      [feed('<entry><id>x</id></entry>')],
      'arXiv answered in a form that is not known here. Try again later.',
    ],
    [['', 403], 'arXiv does not show this to everybody (403).'],
    [['', 404], 'arXiv has no such page.'],
  ];
  for (const [answer, fault] of cases) {
    const { newest, faults } = await run(['2501.00663'], always(...answer));
    assert.deepEqual(newest, {});
    assert.deepEqual(faults, [`${fault} ${stays(1)}`]);
  }
  const unknown = await run(['2501.99999'], always(recorded('arxiv-unknown.xml')));
  assert.deepEqual(unknown.faults, ['arXiv says nothing of 2501.99999.']);
});
