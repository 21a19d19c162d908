import type { AstroUserConfig } from 'astro';
import type { Site } from './site.ts';

type Policy = Exclude<NonNullable<AstroUserConfig['security']>['csp'], boolean | undefined>;

/**
 * The content security policy of every page, as Astro's `security.csp`, which adds `'self'` and the
 * hashes of what it writes into a page for scripts and styles. Nothing comes from elsewhere; the one
 * thing that may be sent is the form of the newsletter.
 */
export function buildPolicy({ newsletter }: Pick<Site, 'newsletter'>): Policy {
  const form = newsletter ? new URL(newsletter.action).origin : "'none'";
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
