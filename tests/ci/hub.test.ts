import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { listTopics, tellHub } from '../../src/ci/hub.ts';
import { readRecord } from '../../src/record/record.ts';

test('the feeds of the site are told, and nothing beside them', () => {
  const { record } = readRecord(
    '/feeds/ papers.atom papers.json feeds.opml\n/tags/a/ feed.xml',
    '',
  );
  assert.deepEqual(listTopics(record, 'https://shore.example/digest/'), [
    'https://shore.example/digest/feeds/papers.atom',
    'https://shore.example/digest/feeds/papers.json',
  ]);
});

test('a hub is told once of all feeds, and what it refuses is a sentence', async () => {
  const told: string[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    request.on('data', (bytes: Buffer) => told.push(bytes.toString()));
    request.on('end', () => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  assert.equal(await tellHub(hub, ['https://a.example/1?x=1&y', 'https://a.example/2']), undefined);
  assert.deepEqual(told, [
    'hub.mode=publish&hub.url=https%3A%2F%2Fa.example%2F1%3Fx%3D1%26y&hub.url=https%3A%2F%2Fa.example%2F2',
  ]);
  status = 503;
  assert.equal(await tellHub(hub, ['https://a.example/1']), `The hub ${hub} answered with 503.`);
  await new Promise((resolve) => server.close(resolve));
  assert.match((await tellHub(hub, [])) ?? '', /^The hub \S+ cannot be reached: /);
});
