import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nearest } from '../body/nearest.ts';
import { writeWhole } from '../cache.ts';
import { readDigest } from '../ci/snapshot.ts';
import { contentFolder } from '../digest/folders.ts';
import { readArguments, stop } from './arguments.ts';
import { buildSite } from './builder.ts';
import { ensureChromium } from './chromium.ts';
import { DEFAULT_OUT_DIR } from './folders.ts';
import { describePage } from './pdf/description.ts';
import { describePdf } from './pdf/metadata.ts';
import { printPage } from './pdf/print.ts';
import { createProgress } from './progress.ts';

const usage = 'npm run pdf -- 2025-01 --out january.pdf';
const { values, positionals } = readArguments({ out: { type: 'string' } }, usage, true);
const [id, ...more] = positionals;
if (id === undefined || more.length > 0) {
  stop(`${id === undefined ? 'Say what is printed' : 'One at a time'}: ${usage}`);
}
const digest = readDigest(contentFolder());
if (digest === undefined) stop('The content has no site.yaml that can be read: npm run check');
const page = describePage(digest, id);
if (page === undefined) {
  const near = nearest(id, [...digest.issueById.keys(), ...digest.paperBySlug.keys()]);
  const newest = digest.issues[0]?.id;
  const hint = near ? ` Did you mean ${near}?` : newest ? ` The newest issue is ${newest}.` : '';
  stop(`There is no issue and no paper "${id}".${hint}`);
}
const out = resolve(values.out ?? `${id}.pdf`);
if (!existsSync(dirname(out)))
  stop(`There is no folder ${dirname(out)}; make it, or name another: --out`);
if (existsSync(out) && statSync(out).isDirectory())
  stop(`${out} is a folder; name a file: ${usage}`);

const progress = createProgress(process.stderr);
const browser = await ensureChromium((line) => progress.note(line));
if ('missing' in browser) stop(browser.missing);
const built = await buildSite(DEFAULT_OUT_DIR);
if (built === undefined) process.exitCode = 1;
else {
  const site = { folder: DEFAULT_OUT_DIR, base: built.base };
  const printed = await progress.during('Printing', printPage(site, page.address, browser.path));
  writeWhole(out, describePdf(printed, page));
  console.log(`${page.title}: ${out}`);
}
