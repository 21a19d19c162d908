import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site } from '../../src/site.ts';
import { buildSiteView } from '../../src/views/site.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;

/** What the form shows of a newsletter. */
function signUpOf(newsletter: NonNullable<Site['newsletter']>) {
  const site = { ...digest.site, newsletter };
  return buildSiteView({ ...edition, digest: { ...digest, site } }).newsletter;
}

test('the form says what subscribers get, who sends it, and where the earlier ones are', () => {
  const action = 'https://mail.example/subscribe';
  const archive = { href: '/digest/issues/', text: 'What came before' };
  assert.deepEqual(signUpOf({ action, text: 'One mail a month.', provider: 'Post House' }), {
    action,
    fields: [],
    text: 'One mail a month.',
    provider: 'It comes from Post House, which keeps your address until you unsubscribe.',
    archive,
  });
  const plain = signUpOf({ action });
  assert.match(plain?.text ?? '', /^One mail for each issue, when it is out/);
  assert.equal(plain?.provider, undefined);
});

test('the form of Buttondown is sent as Buttondown takes it', () => {
  const action = 'https://buttondown.com/api/emails/embed-subscribe/furnace';
  assert.deepEqual(signUpOf({ action, api: 'buttondown' })?.fields, [
    { name: 'embed', value: '1' },
  ]);
});
