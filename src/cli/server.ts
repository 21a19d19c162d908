import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

/** How a built site is shown: its folder, the base path it was built for (`/` or `/digest/`). */
export type ServeOptions = {
  folder: string;
  base?: string;
  /** The first port to try; 0 takes any free one. */
  port?: number;
  /** How many ports to try, one after the other. */
  tries?: number;
};

export type Served = { url: string; port: number; close: () => Promise<void> };

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.epub': 'application/epub+zip',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.ris': 'application/x-research-info-systems',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder to this machine alone, as a static host would: an index for a folder, a
 * redirect to the slash, `404.html` for what is not there.
 * Throws an error whose message is for the reader when no port is free.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { folder, port = 4321, tries = 1 } = options;
  const base = `/${(options.base ?? '').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, folder, base).catch(() => {
      send(response, request, 500, 'text/plain; charset=utf-8', 'This page could not be read.\n');
    });
  };
  for (let next = port; next < port + tries; next += 1) {
    const servers = await listenLocally(handle, next);
    const [first] = servers;
    if (first === undefined) continue;
    const taken = (first.address() as AddressInfo).port;
    const close = async () => {
      await Promise.all(servers.map((server) => closeServer(server)));
    };
    return { url: `http://localhost:${taken}${base}`, port: taken, close };
  }
  const range = tries === 1 ? `Port ${port} is` : `The ports ${port} to ${port + tries - 1} are`;
  throw new Error(`${range} taken by other programs; name another one: --port ${port + 1000}`);
}

/**
 * Listens on both of a machine's own addresses, since `localhost` may mean either, and another
 * program on one of them would be what the browser shows. None is returned when one is taken.
 */
async function listenLocally(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<Server[]> {
  const servers: Server[] = [];
  let wanted = port;
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer(handle);
    const failure = await new Promise<string | undefined>((resolve) => {
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
      server.listen({ host, port: wanted }, () => resolve(undefined));
    });
    if (failure === undefined) {
      servers.push(server);
      wanted = (server.address() as AddressInfo).port;
    } else if (failure !== 'EADDRNOTAVAIL' && failure !== 'EAFNOSUPPORT') {
      await Promise.all(servers.map((open) => closeServer(open)));
      // EACCES is Windows' word for a range of ports that it keeps to itself.
      if (failure === 'EADDRINUSE' || failure === 'EACCES') return [];
      throw new Error(`Nothing can be shown at ${host}: ${failure}.`);
    }
  }
  return servers;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  base: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    send(response, request, 405, 'text/plain; charset=utf-8', 'Only GET and HEAD.\n');
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/[?#]/, 2);
  const segments = readSegments(path);
  const baseSegments = base.split('/').filter(Boolean);
  if (segments === undefined) {
    send(response, request, 400, 'text/plain; charset=utf-8', 'This address cannot be read.\n');
    return;
  }
  const isUnder = baseSegments.every((segment, index) => segment === segments[index]);
  if (!isUnder) {
    if (segments.length === 0) redirect(response, request, base);
    else await sendMissing(request, response, folder);
    return;
  }
  const inside = segments.slice(baseSegments.length);
  const wantsFolder = path.endsWith('/');
  const file = await findFile(folder, inside, wantsFolder);
  if (file === 'folder') {
    const search = query === undefined || query === '' ? '' : `?${query}`;
    redirect(response, request, `/${segments.map(encodeURIComponent).join('/')}/${search}`);
  } else if (file === undefined) {
    await sendMissing(request, response, folder);
  } else {
    const bytes = await readFile(file);
    send(response, request, 200, contentType(file, bytes), bytes);
  }
}

/** The decoded parts of a path, or `undefined` where it names nothing that a site can hold. */
function readSegments(path: string): string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  try {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
    // `:` names another drive or a hidden stream on Windows.
    const isOdd = (part: string) => part === '.' || part === '..' || /[/\\:\0]/.test(part);
    return segments.some(isOdd) ? undefined : segments;
  } catch {
    return undefined;
  }
}

/** The file to send, `folder` where the address lacks its last slash, nothing where there is none. */
async function findFile(
  folder: string,
  segments: string[],
  wantsFolder: boolean,
): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, ...segments));
    // After resolving links: what lies outside the site is not shown.
    if (path !== root && !path.startsWith(root + sep)) return undefined;
    if ((await stat(path)).isFile()) return wantsFolder ? undefined : path;
    const index = await realpath(join(path, 'index.html'));
    if (!index.startsWith(root + sep) || !(await stat(index)).isFile()) return undefined;
    return wantsFolder ? index : 'folder';
  } catch {
    return undefined;
  }
}

async function sendMissing(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
): Promise<void> {
  const page = await readFile(join(folder, '404.html')).catch(() => undefined);
  if (page === undefined) {
    send(response, request, 404, 'text/plain; charset=utf-8', 'There is no such page.\n');
  } else {
    send(response, request, 404, 'text/html; charset=utf-8', page);
  }
}

function contentType(file: string, bytes: Uint8Array): string {
  const extension = extname(file).toLowerCase();
  if (extension !== '.xml') return TYPES[extension] ?? 'application/octet-stream';
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  if (/<rss[\s>]/.test(start)) return 'application/rss+xml; charset=utf-8';
  if (/<feed[\s>]/.test(start)) return 'application/atom+xml; charset=utf-8';
  return 'application/xml; charset=utf-8';
}

function redirect(response: ServerResponse, request: IncomingMessage, to: string): void {
  response.setHeader('Location', to);
  send(response, request, 302, 'text/plain; charset=utf-8', `${to}\n`);
}

function send(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  type: string,
  body: string | Uint8Array,
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    // A site that is built again under the same address has to be seen.
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
