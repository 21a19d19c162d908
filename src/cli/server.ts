import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cachingOf } from '../headers.ts';

/** How a built site is shown. */
export type ServeOptions = {
  folder: string;
  /** The base path that the site was built for: `/` or `/digest/`. */
  base?: string;
  /** The first port to try; 0, as when none is given, takes any free one. */
  port?: number;
  /** How many ports to try, one after the other. */
  tries?: number;
};

export type Served = { url: string; port: number; close: () => Promise<void> };

const TYPES: Record<string, string> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.epub': 'application/epub+zip',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.png': 'image/png',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Shows a built site until Ctrl-C: at 4321 or the next free port, or at `port` alone. Where none
 * is free, says so and leaves 1 as the exit code.
 */
export async function showSite(folder: string, base: string, port?: number): Promise<void> {
  try {
    const wanted = port === undefined ? { port: 4321, tries: 20 } : { port };
    const { url } = await serve({ folder, base, ...wanted });
    console.log(`\n  ${url}\n\nCtrl-C ends it.`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
}

/**
 * Serves a folder to this machine alone, as a static host would: an index for a folder, text
 * compressed, a redirect to the slash, `404.html` for what is not there.
 * Throws an error whose message is for the reader when no port is free.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { folder, base = '/', port = 0, tries = 1 } = options;
  const handle: RequestListener = (request, response) => {
    const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    answer(request.url ?? '/', response, folder, base, packed).catch(() => response.destroy());
  };
  for (let next = port; next < port + tries; next += 1) {
    const servers = await listenLocally(handle, next);
    const [first] = servers;
    if (first === undefined) continue;
    const taken = portOf(first);
    const close = async () => {
      await Promise.all(servers.map(closeServer));
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
async function listenLocally(handle: RequestListener, port: number): Promise<Server[]> {
  const servers: Server[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const [first] = servers;
    const server = createServer(handle);
    const failure = await new Promise<string | undefined>((resolve) => {
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen(first === undefined ? port : portOf(first), host, () => resolve(undefined));
    });
    if (failure === undefined) {
      servers.push(server);
    } else if (failure !== 'EADDRNOTAVAIL' && failure !== 'EAFNOSUPPORT') {
      await Promise.all(servers.map(closeServer));
      // EACCES is Windows' word for a range of ports that it keeps to itself.
      if (failure === 'EADDRINUSE' || failure === 'EACCES') return [];
      throw new Error(`Nothing can be shown at ${host}: ${failure}.`);
    }
  }
  return servers;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  url: string,
  response: ServerResponse,
  folder: string,
  base: string,
  packed: boolean,
): Promise<void> {
  const [path = '/', query] = url.split('?', 2);
  const isUnder = `${path}/`.startsWith(base);
  const found = isUnder ? await find(folder, path.slice(base.length)) : undefined;
  if (path === '/' && !isUnder) {
    redirect(response, base);
  } else if (found === undefined) {
    const page = await readFile(join(folder, '404.html')).catch(() => 'There is no such page.\n');
    send(response, 404, '.html', page, packed);
  } else if (found.isFolder && !path.endsWith('/')) {
    // Made of the file that was found: the address itself may begin with `//` and another host.
    const parts = found.file.split(sep).map(encodeURIComponent).slice(0, -1);
    const address = base + parts.map((part) => `${part}/`).join('');
    redirect(response, query === undefined ? address : `${address}?${query}`);
  } else {
    const caching = cachingOf(found.file.split(sep).join('/'));
    const body = await readFile(join(folder, found.file));
    send(response, 200, extname(found.file), body, packed, caching);
  }
}

/** The file for an address below the base path, as a path in `folder`, or `undefined`. */
async function find(folder: string, address: string) {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, decodeURIComponent(address)));
    const isFolder = (await stat(path)).isDirectory();
    const file = isFolder ? await realpath(join(path, 'index.html')) : path;
    // After resolving links and `..`: what lies outside the site is not shown.
    if (file.startsWith(root + sep)) return { file: relative(root, file), isFolder };
  } catch {
    // Not there, or no address that can be read.
  }
  return undefined;
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { Location: to }).end();
}

function send(
  response: ServerResponse,
  status: number,
  extension: string,
  body: string | Uint8Array,
  packed: boolean,
  caching = 'no-cache',
): void {
  const type = TYPES[extension.toLowerCase()] ?? 'application/octet-stream';
  // As every host does: a page is a tenth of its size on the wire.
  const pack = packed && /text|json|xml/.test(type);
  response.writeHead(status, {
    'Content-Type': type,
    ...(pack && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    'Cache-Control': caching,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(pack ? gzipSync(body) : body);
}
