import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Forge } from '../../src/ci/github.ts';

/** One request as it came: `GET /repos/shore/digest/pulls?…`, its body, its `authorization`. */
export type Asked = { line: string; body: Buffer; authorization: string | undefined };
export type Answer = { status?: number; json?: unknown; bytes?: Buffer; location?: string };

export type Stub = { url: string; asked: Asked[]; forge: Forge; close: () => Promise<void> };

/** A server in the place of the forge and the host; `answer` gets a request without its query, and the query. */
export async function startStub(
  answer: (line: string, query: URLSearchParams, body: Buffer) => Answer | undefined,
): Promise<Stub> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { method = '', url = '', headers } = request;
      asked.push({ line: `${method} ${url}`, body, authorization: headers.authorization });
      const { pathname, searchParams } = new URL(url, 'http://stub.invalid');
      const { status, json, bytes, location } = answer(
        `${method} ${pathname}`,
        searchParams,
        body,
      ) ?? {
        status: 404,
      };
      response.writeHead(status ?? 200, location === undefined ? {} : { location });
      response.end(bytes ?? JSON.stringify(json ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url,
    asked,
    forge: { api: url, repository: 'shore/digest', token: 'forge-token' },
    close,
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';

/** A `workflow_run` event of a fork, cut to what is read of it and a little more. */
export const event = {
  action: 'completed',
  repository: { id: 1, full_name: 'shore/digest', default_branch: 'main' },
  workflow_run: {
    id: 7,
    name: 'Pull request',
    event: 'pull_request',
    path: '.github/workflows/check.yml',
    conclusion: 'success',
    head_sha: sha,
    head_branch: 'patch&state=closed#1',
    head_repository: { id: 2, full_name: 'eve/digest', owner: { login: 'eve' } },
    pull_requests: [],
  },
};

export const pull = {
  number: 12,
  state: 'open',
  title: '$(curl evil.example)',
  head: { sha, repo: { id: 2 } },
  base: { ref: 'main', repo: { id: 1 } },
};
