import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPolicy } from '../src/policy.ts';

const formOf = (policy: ReturnType<typeof buildPolicy>) =>
  policy.directives?.find((one) => one.startsWith('form-action'));

test('a form may be sent to the newsletter’s origin, and nowhere where there is none', () => {
  const action = 'https://mail.example/lists/subscribe?list=7;script-src *';
  assert.equal(formOf(buildPolicy({ newsletter: { action } })), 'form-action https://mail.example');
  assert.equal(formOf(buildPolicy({})), "form-action 'none'");
});
