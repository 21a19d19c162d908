import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { World } from '../../src/scaffold/world.ts';

export const recorded = (name: string): string =>
  readFileSync(path.join('tests/fixtures/scaffold', name), 'utf8');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export type Server = {
  origin: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  /** Who asked last. */
  userAgent: () => string;
  close: () => Promise<void>;
};

/** A server on this machine in the place of a service. */
export async function startServer(answer: Answer): Promise<Server> {
  const asked: string[] = [];
  let agent = '';
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    agent = request.headers['user-agent'] ?? '';
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    userAgent: () => agent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** One text for every request. */
export function always(text: string, status = 200, headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end(text);
}

/** A content folder with a paper, an issue, a person and tags, thrown away by `remove`. */
export function makeContent(): { content: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'residual-new-'));
  const content = path.join(folder, 'content');
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, name), text);
  };
  write(
    'site.yaml',
    'name: Furnace Notes\nurl: https://furnace.example/notes/\ncontact: mailto:us@furnace.example\n',
  );
  write('tags.yaml', 'memory: { label: Memory, description: What lasts. }\n');
  write(
    'issues/2026-01/index.mdx',
    '---\ntitle: First\ndate: 2026-01-31\neditors: [Ada Quill]\n---\n',
  );
  write(
    'papers/2026-01/furnaces/index.mdx',
    `---
title: Furnaces
authors: [Wen Li, Paul Balanca]
published: 2026-01-02
arxiv: 2601.00002v2
doi: 10.1000/Furnace
openreview: abcDEF1234
tags: [memory]
tldr: They burn.
abstract: They burn for long.
aliases: [ovens]
---
`,
  );
  write('people/wen-li.yaml', 'name: Wen Li\nnames: [李文]\n');
  return { content, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A world in November 2026 whose clock moves only when somebody waits. */
export function makeWorld(content: string, environment: Record<string, string> = {}) {
  const waits: number[] = [];
  let time = new Date(2026, 10, 22, 12).getTime();
  const world: World = {
    content,
    cache: path.join(content, '../cache'),
    environment,
    now: () => time,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    readInput: () => Promise.resolve(''),
    during: (_, work) => work,
    limit: 2000,
  };
  return { world, waits };
}

/** The sentence with which something is refused. */
export async function refusalOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'Refusal') return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
