import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesSchema, firstPage } from '../../ci/changes.ts';
import { stop } from '../arguments.ts';
import { ensureChromium } from '../chromium.ts';
import { takePictures } from './screenshots.ts';

/** Takes pictures, into a folder, of the site that lies beside it, at the page that `changes.json` there names first. */
export async function pictures(into: string): Promise<void> {
  const file = join(into, '..', 'changes.json');
  const changes = changesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const browser = await ensureChromium((line) => console.error(line));
  if ('missing' in browser) stop(browser.missing);
  const site = { folder: join(into, '..', 'site'), base: changes.base };
  await takePictures(site, firstPage(changes), { into, browser: browser.path });
}
