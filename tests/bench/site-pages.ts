import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Response } from 'playwright';
import { findChromium } from '../../src/cli/chromium.ts';
import { listFiles } from '../../src/cli/files.ts';
import { serve } from '../../src/cli/server.ts';
import { formatNumber, median } from './statistics.ts';
import { renderTable } from './tables.ts';

/** A kind of page of one built site; bytes of HTML as they are and as gzip sends them. */
export type PageKind = {
  /** The address with `*` for what tells the pages of the kind apart. */
  kind: string;
  count: number;
  /** Of all pages of the kind. */
  median: number;
  largest: { address: string; html: number; packed: number };
  /** A first visit to the largest; left out where there is no browser. */
  visit?: { requests: number; bytes: number; pictures: number };
};

/** Parts of addresses that are not the name of one thing. */
const FIXED = new Set(['year', 'errors', 'preview']);

/** An address with a star for what tells it from others of its kind: of `papers/titans/` it leaves the first part. */
export function kindOf(address: string): string {
  const parts = address.split('/').filter(Boolean);
  return parts.map((part, at) => (at === 0 || FIXED.has(part) ? part : '*') + '/').join('');
}

/** Weighs each kind of page of a built site, whose base path is `/`. */
export async function weighSite(folder: string): Promise<PageKind[]> {
  const pages = listFiles(folder).filter((file) => /(?:^|\/)index\.html$/.test(file));
  const kinds = Map.groupBy(
    pages.map((file) => {
      const html = readFileSync(join(folder, file));
      const address = file.slice(0, -'index.html'.length);
      return { address, html: html.length, packed: gzipSync(html).length };
    }),
    ({ address }) => kindOf(address),
  );
  const weighed = [...kinds].map(([kind, all]) => ({
    kind,
    count: all.length,
    median: median(all.map(({ packed }) => packed)) ?? 0,
    largest: all.reduce((most, page) => (page.packed > most.packed ? page : most)),
  }));
  weighed.sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const executablePath = await findChromium();
  if (executablePath === undefined) return weighed;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const served = await serve({ folder });
  try {
    const visited: PageKind[] = [];
    for (const kind of weighed) {
      visited.push({ ...kind, visit: await visit(browser, served.url + kind.largest.address) });
    }
    return visited;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** What a first visit on a phone asks for: text as gzip sends it, fonts and pictures as they are. */
async function visit(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const answers: Promise<{ isPicture: boolean; bytes: number }>[] = [];
  page.on('response', (response) => answers.push(weighResponse(response)));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const all = await Promise.all(answers);
  await context.close();
  const sum = (some: typeof all) => some.reduce((bytes, one) => bytes + one.bytes, 0);
  const pictures = sum(all.filter(({ isPicture }) => isPicture));
  return { requests: all.length, bytes: sum(all) - pictures, pictures };
}

async function weighResponse(response: Response) {
  const isPicture = response.request().resourceType() === 'image';
  const body = await response.body().catch(() => Buffer.alloc(0));
  const isText = /text|json|xml|javascript/.test(response.headers()['content-type'] ?? '');
  return { isPicture, bytes: isText ? gzipSync(body).length : body.length };
}

/** A table of the kinds of pages of one site. */
export function renderKinds(kinds: readonly PageKind[]): string {
  const kilo = (bytes: number) => formatNumber(bytes / 1000);
  return renderTable(
    [
      'address',
      'pages',
      'HTML, median, kB',
      'HTML, largest, kB',
      'unpacked',
      'first visit, kB',
      'and pictures',
      'requests',
    ],
    kinds.map(({ kind, count, median: middle, largest, visit }) => [
      `\`/${kind}\``,
      count.toLocaleString('en-US'),
      kilo(middle),
      kilo(largest.packed),
      kilo(largest.html),
      ...(visit
        ? [kilo(visit.bytes), kilo(visit.pictures), String(visit.requests)]
        : ['–', '–', '–']),
    ]),
  );
}
