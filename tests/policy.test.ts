import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildPolicy, trimPolicy } from '../src/policy.ts';

const formOf = (policy: ReturnType<typeof buildPolicy>) =>
  policy.directives?.find((one) => one.startsWith('form-action'));

test('a form may be sent to the newsletter’s origin, and nowhere where there is none', () => {
  const action = 'https://mail.example/lists/subscribe?list=7;script-src *';
  assert.equal(formOf(buildPolicy({ newsletter: { action } })), 'form-action https://mail.example');
  assert.equal(formOf(buildPolicy({})), "form-action 'none'");
});

test('a form that is led on by its provider may follow', () => {
  const newsletter = { action: 'https://buttondown.email/api/emails/embed-subscribe/a' };
  const form = formOf(buildPolicy({ newsletter: { ...newsletter, api: 'buttondown' } }));
  assert.equal(form, 'form-action https://buttondown.email https://buttondown.com');
  const own = {
    action: 'https://buttondown.com/api/emails/embed-subscribe/a',
    api: 'buttondown',
  } as const;
  assert.equal(formOf(buildPolicy({ newsletter: own })), 'form-action https://buttondown.com');
});

test('a page keeps the hashes of what stands in it, and gets none', () => {
  const own = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";
  const other = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
  const page = (hashes: string) =>
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'${hashes};"><style data-x>a{}</style><script src="a.js"></script>`;
  const trim = (html: string) => trimPolicy(Buffer.from(html)).toString();
  assert.equal(trim(page(` ${own} ${other}`)), page(` ${own}`));
  assert.equal(trim(page(` ${other}`)), page(''));
});

test('what is not ASCII stays as it is, and a hash is of its bytes', () => {
  const script = 'say("é 𝓜 “x”")';
  const hash = createHash('sha256').update(script).digest('base64');
  const page = `<meta http-equiv="content-security-policy" content="script-src 'sha256-${hash}'"><p>𝓜 é</p><script>${script}</script>`;
  assert.equal(trimPolicy(Buffer.from(page)).toString(), page);
});
