import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contentFolder } from '../../src/digest/folders.ts';
import { readSiteFile } from '../../src/digest/site-file.ts';
import { attribute, dist, listFiles, readMails, readPages } from './site.ts';

const { site } = readSiteFile(contentFolder());
assert.ok(site);
const mails = readMails();
const addresses = new Set(readPages().map(({ address }) => address));

test('every issue is there as mail and as plain text', () => {
  const issues = [...addresses].filter((address) => /^issues\/[^/]+\/$/.test(address));
  assert.ok(issues.length > 0);
  assert.deepEqual(
    mails.map(({ address }) => address.replace('email.html', '')),
    issues.toSorted(),
  );
  for (const issue of issues) {
    assert.ok(readFileSync(path.join(dist, issue, 'email.txt'), 'utf8').length > 100, issue);
  }
});

test('a mail leads to pages and shows pictures that are there', () => {
  for (const { address, elements } of mails) {
    for (const element of elements) {
      const leads = attribute(element, 'href') ?? attribute(element, 'src');
      if (leads === undefined) continue;
      assert.match(leads, /^(?:https?:|mailto:)/, address);
      if (!leads.startsWith(site.url)) continue;
      const [target = ''] = leads.slice(site.url.length).split('#');
      const file = path.join(
        dist,
        target.endsWith('/') || target === '' ? `${target}index.html` : target,
      );
      assert.ok(existsSync(file), `${address}: ${leads}`);
    }
  }
});

test('every formula that is published as a picture is PNG under a lasting name', () => {
  const formulas = listFiles(path.join(dist, 'formulas'));
  assert.ok(formulas.length > 0);
  for (const name of formulas) {
    assert.match(name, /^[0-9a-f]{20}\.png$/);
    const head = readFileSync(path.join(dist, 'formulas', name))
      .subarray(1, 4)
      .toString();
    assert.equal(head, 'PNG', name);
  }
});

test('mails are kept from search engines', () => {
  for (const { address, elements } of mails) {
    const robots = elements.find((element) => attribute(element, 'name') === 'robots');
    assert.equal(robots && attribute(robots, 'content'), 'noindex', address);
  }
});
