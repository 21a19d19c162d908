import { z } from 'zod';
import { findInvisibleCharacters } from '../body/parsing/characters.ts';
import { rule, type Fault } from './rule.ts';

const maxLength = 500;

/** An absolute http or https address without credentials, kept as written. */
export const url = z.string().trim().min(1).max(maxLength).check(rule(judgeUrl));

/** An absolute https address: where a form sends what a reader typed. */
export const secureUrl = z
  .string()
  .trim()
  .min(1)
  .max(maxLength)
  .check(
    rule((value) => {
      const fault = judgeUrl(value);
      if (fault !== undefined || value.startsWith('https://')) return fault;
      return {
        code: 'insecure-url',
        says: 'would send what a reader types without encryption',
        fix: 'Write the address with `https://`.',
      };
    }),
  );

const mail = /^[^\s@?&%<>"]+@[^\s@?&%<>"]+\.[^\s@?&%<>".]+$/;

/** `mailto:` with one address, or an http(s) address. */
export const contact = z
  .string()
  .trim()
  .min(1)
  .max(maxLength)
  .check(
    rule((value) => {
      if (value.startsWith('mailto:') && mail.test(value.slice('mailto:'.length))) return undefined;
      if (/^https?:/.test(value)) return judgeUrl(value);
      const isMail = mail.test(value) && !value.includes(':');
      return {
        code: 'bad-contact',
        says: 'is neither a mail address nor a page',
        fix: isMail
          ? `Write \`mailto:${value}\`.`
          : 'Write `mailto:editors@example.org`, or a full address that begins with `https://`.',
      };
    }),
  );

/** An http(s) address, or a path of this site that begins with one slash. */
export const href = z
  .string()
  .trim()
  .min(1)
  .max(maxLength)
  .check(
    rule((value) => {
      if (!value.startsWith('/')) return judgeUrl(value);
      if (/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/.test(value)) return undefined;
      return {
        code: 'bad-path',
        says: 'is not a path of this site',
        fix: 'Write the path with a slash at both ends, `/contribute/`.',
      };
    }),
  );

function judgeUrl(value: string): Fault | undefined {
  const bad = (says: string, fix: string): Fault => ({ code: 'bad-url', says, fix });
  if (!/^https?:\/\/[^/]/i.test(value)) {
    const [, host, path] =
      /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w./-]+?)(?:\.git)?$/.exec(value) ?? [];
    if (host !== undefined) {
      return bad('is an address for git', `Write that of its page: \`https://${host}/${path}\`.`);
    }
    return bad(
      'is not a full web address',
      /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(value)
        ? `Write \`https://${value}\`.`
        : 'Write the whole address, with `https://` in front.',
    );
  }
  if (/[\s<>"`\\^{|}]/.test(value) || findInvisibleCharacters(value).length > 0) {
    return bad(
      'holds a character that no address may hold',
      'Copy the address again from the address bar.',
    );
  }
  const parsed = URL.parse(value);
  if (parsed === null) {
    return bad('is not a web address', 'Copy the address again from the address bar.');
  }
  // Browsers take a host such as `a;b`, which would end a directive of the security policy.
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(parsed.hostname)) {
    return bad('names a host that none can have', 'Copy the address again from the address bar.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return bad(
      'holds a user name or a password',
      `Write it without: \`${parsed.protocol}//${parsed.host}${parsed.pathname}\`.`,
    );
  }
  return undefined;
}
