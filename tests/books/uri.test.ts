import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toUri } from '../../src/books/uri.ts';

/** An address, and what it must become; its own where there is one alone. */
const CASES: [address: string, uri?: string][] = [
  ['https://example.org/a?b=1&c=2#d'],
  ['https://example.org/a%20b'],
  ['mailto:group@example.org'],
  ['https://[2001:db8::1]/a'],
  ['paper-titans.xhtml#text--results'],
  ['https://example.org/"onclick="ran()', 'https://example.org/%22onclick=%22ran()'],
  ['https://example.org/a b|c[0]^`{}', 'https://example.org/a%20b%7Cc%5B0%5D%5E%60%7B%7D'],
  ['https://example.org/100%', 'https://example.org/100%25'],
  ['https://example.org/?q=é<>#a#b', 'https://example.org/?q=%C3%A9%3C%3E#a%23b'],
  ['https://müller.example/', 'https://xn--mller-kva.example/'],
];

for (const [address, uri = address] of CASES) {
  test(`${address} as a URI`, () => assert.equal(toUri(address), uri));
}
