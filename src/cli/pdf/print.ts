import { chromium } from 'playwright';
import { SITE_ARGUMENTS } from '../chromium.ts';
import { serve } from '../server.ts';

const LIMIT = 120_000;

/**
 * Prints a page of a built site as a tagged PDF with an outline. The browser finds the site at its published
 * address, so that every link in the file leads there, and nothing is fetched from anywhere else.
 *
 * @param address of the page, where it is published
 */
export async function printPage(
  site: { folder: string; base: string },
  address: string,
  executablePath: string,
): Promise<Uint8Array> {
  const served = await serve(site);
  const browser = await chromium.launch({ executablePath, args: SITE_ARGUMENTS });
  try {
    const context = await browser.newContext({ colorScheme: 'light' });
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.origin === new URL(address).origin) {
        const here = new URL(url.pathname + url.search, served.url);
        await route.fulfill({ response: await route.fetch({ url: here.href }) });
      } else await route.abort();
    });
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    const response = await page.goto(address, { waitUntil: 'load', timeout: LIMIT });
    if (response?.ok() !== true) throw new Error(`The site has no page ${address}.`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.pdf({
      ...{ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true },
    });
  } finally {
    await browser.close();
    await served.close();
  }
}
