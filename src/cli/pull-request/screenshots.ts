import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { PICTURES } from '../../ci/comment.ts';
import { SITE_ARGUMENTS } from '../chromium.ts';
import { serve } from '../server.ts';

const VIEWS: Record<
  (typeof PICTURES)[number],
  { width: number; height: number; colorScheme: 'light' | 'dark' }
> = {
  light: { width: 1280, height: 1600, colorScheme: 'light' },
  dark: { width: 1280, height: 1600, colorScheme: 'dark' },
  phone: { width: 390, height: 844, colorScheme: 'light' },
};

/**
 * Pictures of one page of a built site, as `<name>.png` in a folder: by day, at night, on a phone. Only the site
 * itself can be reached from the page.
 *
 * @param page from the base path on: `papers/titans/`
 */
export async function takePictures(
  site: { folder: string; base: string },
  page: string,
  { into, browser: path }: { into: string; browser: string },
): Promise<void> {
  mkdirSync(into, { recursive: true });
  const served = await serve(site);
  // The job itself holds nothing that could be taken.
  const browser = await chromium.launch({ executablePath: path, args: SITE_ARGUMENTS });
  try {
    for (const name of PICTURES) {
      const { width, height, colorScheme } = VIEWS[name];
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      await context.route('**/*', (route) =>
        new URL(route.request().url()).origin === new URL(served.url).origin
          ? route.continue()
          : route.abort(),
      );
      const tab = await context.newPage();
      await tab.goto(`${served.url}${page}`, { waitUntil: 'load', timeout: 30_000 });
      await tab.screenshot({ path: join(into, `${name}.png`), timeout: 30_000 });
      await context.close();
    }
  } finally {
    await browser.close();
    await served.close();
  }
}
