import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { chromium, type Browser } from 'playwright';
import { SaxesParser } from 'saxes';
import { findChromium } from '../../src/cli/chromium.ts';
import { serve, type Served } from '../../src/cli/server.ts';
import { runCommand } from '../fixture.ts';
import { readWithFeedsmith } from '../feeds/parsers.ts';
import { findActive } from '../hostile/active.ts';
import { buildHostileDigest } from '../hostile/digest.ts';
import { attribute, listFiles, readPages, textOf, type Page } from '../site/site.ts';

const folder = '.cache/test/hostile';
const content = path.join(folder, 'content');
const dist = path.join(folder, 'dist');

let pages: Page[];
let browser: Browser | undefined;
let served: Served | undefined;

before(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, source] of Object.entries(await buildHostileDigest())) {
    assert.ok(source !== undefined && typeof source !== 'function');
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, name), source);
  }
  const { code, output } = await runCommand('build', ['--outDir', dist], content);
  assert.equal(code, 0, output);
  // What maintainers write themselves is held by the tests of the site.
  pages = readPages(dist).filter(({ address }) => !/^(?:about|contribute)\/$/.test(address));
  served = await serve({ folder: dist });
  const executablePath = await findChromium();
  assert.ok(executablePath, 'There is no Chromium; npm test installs one.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
  await browser?.close();
  await served?.close();
});

/** What the site itself puts into a page, outside of what strangers wrote. */
const OURS = new Set([
  ...['title', 'button', 'dialog', 'template', 'input', 'select', 'textarea', 'use', 'style'],
]);

function isOurs(element: Parse5.Element): boolean {
  const { tagName } = element;
  if (isStrangers(element)) return false;
  const get = (name: string) => attribute(element, name);
  if (tagName === 'meta') {
    return [undefined, 'content-security-policy'].includes(get('http-equiv')?.toLowerCase());
  }
  if (tagName === 'link')
    return /^(?:\/(?!\/)|https:\/\/digest\.example\.org\/)/.test(get('href') ?? '');
  if (tagName === 'script') {
    // Data, which no browser runs; what it holds is read below.
    if (get('type') === 'application/ld+json') return element.attrs.length === 1;
    const src = get('src');
    return src === undefined ? !textOf(element).includes('ran(') : src.startsWith('/_astro/');
  }
  // A former address leads on by it, to an address of ours, where no script does; the reading list has a sentence in it.
  if (tagName === 'noscript') {
    const refresh = /^<meta http-equiv="refresh" content="0; url=(?:\/[\w-]+)+\/">$/;
    const sentence = /^<p(?: data-astro-cid-\w+)?>[^<]*<\/p>$/;
    return [refresh, sentence].some((form) => form.test(textOf(element)));
  }
  // The preview and the lists have one, for the Enter key, which sends nothing anywhere; that of the search leads to
  // its own page.
  if (tagName === 'form') {
    const { attrs } = element;
    const other = attrs.filter(
      ({ name }) => !/^(?:class|role|method|autocomplete|data-.*)$/.test(name),
    );
    return other.every(({ name, value }) => name === 'action' && value === '/search/');
  }
  return (
    OURS.has(tagName) &&
    element.attrs.every(({ name, value }) => !/^on|^href$/.test(name) || value.startsWith('#'))
  );
}

function isStrangers(element: Parse5.Element): boolean {
  for (
    let node: Parse5.ParentNode | null = element;
    node;
    node = 'parentNode' in node ? node.parentNode : null
  ) {
    const classes = 'tagName' in node ? (attribute(node, 'class') ?? '').split(' ') : [];
    if (classes.includes('prose')) return true;
  }
  return false;
}

test('no page of the site holds what could run, load or send', () => {
  assert.ok(pages.length > 80, `${pages.length} pages`);
  assert.ok(pages.some(({ elements }) => elements.some(isStrangers)));
  const found = pages.flatMap(({ address, html }) =>
    findActive(html, { document: true, element: isOurs }).map((one) => `${address}: ${one}`),
  );
  assert.deepEqual(found, []);
});

test('every script that stands in a page stands in the page of nothing as well', () => {
  const scriptsOf = ({ elements }: Page) =>
    elements
      .filter(({ tagName }) => tagName === 'script')
      .filter((element) => !(attribute(element, 'type') ?? '').includes('json'))
      .map((element) => attribute(element, 'src') ?? textOf(element));
  const inline = new Set(
    pages.flatMap(scriptsOf).filter((script) => !script.startsWith('/_astro/')),
  );
  for (const script of inline) assert.doesNotMatch(script, /ran\(|case-|constructor/);
  assert.ok(inline.size <= 4, `${inline.size} different scripts`);
});

test('what says facts to machines is one piece of JSON', () => {
  for (const { address, elements } of pages) {
    for (const element of elements) {
      if (!(attribute(element, 'type') ?? '').includes('json') || element.tagName !== 'script')
        continue;
      assert.doesNotThrow(() => JSON.parse(textOf(element)), address);
    }
  }
});

test('feeds and drawings are well-formed, and their texts harmless', () => {
  const files = listFiles(dist).filter((file) => /\.(?:xml|atom|opml|svg)$/.test(file));
  assert.ok(files.length > 3);
  for (const file of files) {
    const source = readFileSync(path.join(dist, file), 'utf8');
    const isAtom = source.includes('<feed xmlns="http://www.w3.org/2005/Atom"');
    const addresses = isAtom
      ? /^(?:https?:\/\/[^/]|mailto:)/
      : /^(?:#|https:\/\/digest\.example\.org\/)/;
    const faults: string[] = [];
    const names = new Set<string>();
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', ({ message }) => faults.push(message));
    parser.on('doctype', () => faults.push('a document type'));
    parser.on('processinginstruction', ({ target }) => faults.push(`the instruction ${target}`));
    parser.on('text', (text) => texts.push(text));
    parser.on('cdata', (text) => texts.push(text));
    parser.on('opentag', ({ local, attributes }) => {
      names.add(local);
      for (const { local: name, value } of Object.values(attributes)) {
        if (/^on/i.test(name)) faults.push(`${name}="${value}"`);
        if (name === 'href' && !addresses.test(value)) faults.push(`${name}="${value}"`);
        if (/url\((?!#)/i.test(value)) faults.push(`${name}="${value}"`);
      }
    });
    parser.write(source).close();
    // What an entry of Atom holds is markup of the document itself.
    const active = ['script', 'foreignObject', 'animate', 'set', 'image', 'iframe'];
    for (const name of [...active, isAtom ? 'style' : 'a'])
      if (names.has(name)) faults.push(`<${name}>`);
    // Only the texts of items are markup again.
    for (const text of texts) {
      if (/^<(?:p|h\d|figure|ul|ol|table|blockquote|pre|div)[ >]/.test(text))
        faults.push(...findActive(text));
    }
    if (isAtom)
      for (const { html = '' } of readWithFeedsmith('atom', source).items)
        faults.push(...findActive(html));
    assert.deepEqual(faults, [], file);
  }
});

test('of a photograph nothing is published but what it shows', () => {
  const photos = listFiles(dist).filter((file) => /\.(?:jpg|png|webp|avif)$/.test(file));
  assert.ok(photos.some((file) => file.endsWith('.jpg')));
  for (const file of photos) {
    const bytes = readFileSync(path.join(dist, file)).toString('latin1');
    assert.doesNotMatch(bytes, /ran\(|<script|Exif\0|GPS/, file);
  }
});

test('in a browser nothing runs, nothing is refused, and nothing is asked for elsewhere', async () => {
  assert.ok(browser && served);
  const { url } = served;
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  const seen: string[] = [];
  let address = '';
  const see = (what: string) => seen.push(`${address}: ${what}`);
  page.on('dialog', (dialog) => {
    see(`a dialog, ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') see(message.text());
  });
  page.on('pageerror', ({ message }) => see(message));
  page.on('popup', () => see('a window'));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) see(`asks for ${request.url()}`);
  });
  await page.addInitScript(() => {
    const marks = globalThis as unknown as { ran: () => void; hasRun: boolean };
    marks.ran = () => (marks.hasRun = true);
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`refused ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  for (const one of pages) {
    address = one.address;
    await page.goto(url + address, { waitUntil: 'load' });
    const hasRun = await page.evaluate(async () => {
      const types = [
        'mouseover',
        'pointerover',
        'focusin',
        'focus',
        'error',
        'load',
        'toggle',
        'input',
      ];
      for (const element of document.querySelectorAll('*')) {
        for (const type of types) element.dispatchEvent(new Event(type, { bubbles: true }));
      }
      for (const element of document.querySelectorAll('main .katex, main summary')) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      return (globalThis as unknown as { hasRun?: boolean }).hasRun === true;
    });
    if (hasRun) see('it ran');
  }
  await page.close();
  assert.deepEqual(seen, []);
});
