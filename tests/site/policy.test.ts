import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { contentFolder } from '../../src/digest/folders.ts';
import { readSiteFile } from '../../src/digest/site-file.ts';
import { readSignUp } from '../../src/sign-up.ts';
import { renderHeaders } from '../../src/headers.ts';
import { attribute, dist, readPages, textOf, type Page } from './site.ts';

const { site } = readSiteFile(contentFolder());
assert.ok(site);
const pages = readPages();
const { origin, pathname: base } = new URL(site.url);

/** Every reading page loads this much script at most before it is asked for anything, in bytes as they stand. */
const BUDGET = 15_000;

/** The two pages that are programs. */
const isPreview = ({ address }: Page) => address === 'contribute/preview/';
const isSearch = ({ address }: Page) => address === 'search/';

function policyOf({ address, elements }: Page): Map<string, string[]> {
  const metas = elements.filter(
    (element) =>
      element.tagName === 'meta' &&
      attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  assert.equal(metas.length, 1, `${address} has one policy`);
  const directives = (attribute(metas[0]!, 'content') ?? '').split(';').map((one) => one.trim());
  return new Map(
    directives
      .filter(Boolean)
      .map((one) => one.split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('every page has the policy, strict, with the form of the newsletter alone', () => {
  const form = site.newsletter ? readSignUp(site.newsletter).origins : ["'none'"];
  for (const page of pages) {
    const policy = policyOf(page);
    const { address } = page;
    const exact = {
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'form-action': form,
      // Pictures that its reader put there, and its worker.
      'img-src': isPreview(page) ? ["'self'", 'blob:'] : ["'self'"],
      ...((isPreview(page) || isSearch(page)) && { 'worker-src': ["'self'"] }),
      'style-src-attr': ["'unsafe-inline'"],
    };
    for (const [name, sources] of Object.entries(exact)) {
      assert.deepEqual(policy.get(name), sources, `${address}: ${name}`);
    }
    for (const name of ['script-src', 'style-src']) {
      const [self, ...others] = policy.get(name) ?? [];
      assert.equal(self, "'self'", `${address}: ${name}`);
      // Where no worker can be had, the page itself compiles what searches.
      const isCompiling = isSearch(page) && name === 'script-src';
      const hashes = isCompiling ? others.filter((one) => one !== "'wasm-unsafe-eval'") : others;
      assert.equal(others.length - hashes.length, isCompiling ? 1 : 0, address);
      for (const hash of hashes) assert.match(hash, /^'sha256-[\w+/]{43}='$/, address);
    }
    assert.equal(policy.size, Object.keys(exact).length + 2, address);
  }
});

test('the policy stands before every script, and names the hash of all that is inline', () => {
  for (const page of pages) {
    const policy = policyOf(page);
    let isSeen = false;
    for (const element of page.elements) {
      if (element.tagName === 'meta' && attribute(element, 'http-equiv')) isSeen = true;
      // A block of data is no script (https://html.spec.whatwg.org/multipage/scripting.html#data-block).
      if (isData(element)) continue;
      const inline =
        element.tagName === 'style' ||
        (element.tagName === 'script' && attribute(element, 'src') === undefined);
      if (!inline && !(element.tagName === 'script' || isStylesheet(element))) continue;
      // Styles of the page's own head may stand before it, since they are in it all the same.
      const isOwn = attribute(element, 'href')?.startsWith(`${base}_astro/`) === true;
      const isStyle = element.tagName === 'style' || isOwn;
      assert.ok(isSeen || isStyle, `${page.address}: <${element.tagName}> before the policy`);
      if (!inline) continue;
      const sources = policy.get(`${element.tagName}-src`) ?? [];
      assert.ok(sources.includes(hashOf(textOf(element))), `${page.address}: ${textOf(element)}`);
    }
  }
});

test('a link to an address that a stranger gave says so', () => {
  const ours = [site.repository, site.contact, site.licence?.url].filter(
    (one) => one !== undefined,
  );
  let judged = 0;
  for (const { address, html, elements } of pages) {
    // What maintainers write themselves.
    if (/^(?:about|contribute)\//.test(address)) continue;
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    for (const element of elements.filter(({ tagName }) => tagName === 'a')) {
      const href = attribute(element, 'href') ?? '';
      if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href) || href.startsWith(origin + base)) continue;
      if (ours.some((one) => href.startsWith(one))) continue;
      // A notice in the footer is the group's own.
      if (!main.includes(href.replaceAll('&', '&amp;')) && !main.includes(href)) continue;
      const rel = (attribute(element, 'rel') ?? '').split(' ');
      assert.ok(rel.includes('ugc') && rel.includes('nofollow'), `${address} → ${href}`);
      judged += 1;
    }
  }
  assert.ok(judged > 0);
});

test('what a page loads of script before it is asked for anything is small', () => {
  const sizeOf = (src: string) => {
    const seen = new Set<string>();
    const follow = (file: string): number => {
      if (seen.has(file)) return 0;
      seen.add(file);
      const code = readFileSync(file, 'utf8');
      const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g)];
      const own = Buffer.byteLength(code);
      return imports.reduce(
        (sum, [, name = '']) => sum + follow(path.join(path.dirname(file), name)),
        own,
      );
    };
    return follow(path.join(dist, src.slice(base.length)));
  };
  for (const page of pages) {
    const { address, elements } = page;
    const size = elements
      .filter((element) => element.tagName === 'script' && !isData(element))
      .map((element) => {
        const src = attribute(element, 'src');
        return src === undefined ? Buffer.byteLength(textOf(element)) : sizeOf(src);
      })
      .reduce((sum, one) => sum + one, 0);
    const most = isPreview(page) || isSearch(page) ? 2 * BUDGET : BUDGET;
    assert.ok(size > 0 && size < most, `${address}: ${size} bytes of script`);
  }
});

function isData(element: Parse5.Element): boolean {
  return attribute(element, 'type') === 'application/ld+json';
}

function isStylesheet(element: Parse5.Element): boolean {
  return element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet';
}

test('what only a header can say stands beside the pages', () => {
  assert.equal(readFileSync(path.join(dist, '_headers'), 'utf8'), renderHeaders(base));
});
