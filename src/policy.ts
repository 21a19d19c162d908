import { createHash } from 'node:crypto';
import type { AstroUserConfig } from 'astro';
import { readSignUp } from './sign-up.ts';
import type { Site } from './site.ts';

type Policy = Exclude<NonNullable<AstroUserConfig['security']>['csp'], boolean | undefined>;

/**
 * The content security policy of every page, as Astro's `security.csp`, which adds `'self'` and the
 * hashes of what it writes into a page for scripts and styles. Nothing comes from elsewhere; the one
 * thing that may be sent is the form of the newsletter.
 */
export function buildPolicy({ newsletter }: Pick<Site, 'newsletter'>): Policy {
  const form = newsletter ? readSignUp(newsletter).origins.join(' ') : "'none'";
  return {
    algorithm: 'SHA-256',
    directives: [
      "default-src 'none'",
      "base-uri 'none'",
      "connect-src 'self'",
      "font-src 'self'",
      `form-action ${form}`,
      "img-src 'self'",
    ],
    styleDirective: {
      // KaTeX places the parts of a formula by style attributes; style elements stay hashed.
      resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }],
    },
  };
}

/** What the page of the preview needs besides: its worker, and pictures that its reader put there. */
export const previewDirectives = ["worker-src 'self'", "img-src 'self' blob:"] as const;

/** What the page of the search needs besides: its worker. */
export const searchDirectives = ["worker-src 'self'"] as const;
/** Whence its scripts come, and leave for them to compile the WebAssembly that searches where no worker can be had. */
export const searchScripts = ["'self'", "'wasm-unsafe-eval'"] as const;

/**
 * A page whose policy names only the hashes of what stands in it: of all that it was given, most belong to other
 * pages, and to files, which `'self'` lets in. None is added.
 *
 * @param page its bytes, in UTF-8
 */
export function trimPolicy(page: Buffer): Buffer<ArrayBuffer> {
  // A character a byte: what is looked for is ASCII, and to read and write a long page as what it is takes longer.
  const html = page.toString('latin1');
  const inline = [...html.matchAll(/<(style|script)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  const used = new Set(
    inline
      .filter(([, , text]) => text !== '')
      .map(([, , text = '']) => createHash('sha256').update(text, 'latin1').digest('base64')),
  );
  const trimmed = html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (policy) =>
    policy.replace(/ 'sha256-([\w+/=]+)'/g, (source, hash: string) =>
      used.has(hash) ? source : '',
    ),
  );
  return Buffer.from(trimmed, 'latin1');
}
