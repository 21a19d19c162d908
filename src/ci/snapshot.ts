import { buildDigest } from '../digest/build.ts';
import type { Digest } from '../digest/model.ts';
import { readEntries } from '../digest/read.ts';
import { readSiteFile } from '../digest/site-file.ts';

/** The digest of an unpacked content folder, as far as its files can be read; none without a site.yaml that is right. */
export function readDigest(content: string): Digest | undefined {
  const { site } = readSiteFile(content);
  if (!site) return undefined;
  const entries = readEntries(content, ['paper', 'issue', 'person', 'tags']);
  return buildDigest(entries, site).digest;
}
