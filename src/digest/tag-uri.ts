import type { Site } from '../site.ts';

/**
 * What a feed reader or a book knows something of this site by, for ever: a `tag:` URI
 * (https://www.rfc-editor.org/rfc/rfc4151).
 *
 * @param name never made from a title, a slug or a domain, all of which may change: `paper/titans` of its lasting id
 */
export function buildTagUri({ feeds }: Pick<Site, 'feeds'>, name: string): string {
  return `tag:${feeds.authority}:${name}`;
}
