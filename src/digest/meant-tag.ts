import { nearest, oneSlipFrom } from '../body/nearest.ts';
import { slugFrom } from '../schemas/slug.ts';
import type { Contents } from './contents.ts';

/** What somebody meant who wrote a tag that there is not. */
export type MeantTag = {
  /** What was written, as an id. */
  slug: string;
  /** The id or alias that is most likely meant; undefined where none is near. */
  near?: string;
  /** Whether it can hardly be another: the same in letters and digits as its id or label, or one letter away. */
  isCertain: boolean;
};

export function findMeantTag(tag: string, { tags, tagOf }: Contents): MeantTag {
  const slug = slugFrom(tag);
  const labelled = Object.entries(tags?.data ?? {}).find(
    ([, own]) => slug !== '' && own && slugFrom(own.label) === slug,
  );
  const same = tagOf.get(slug) ?? labelled?.[0] ?? oneSlipFrom(slug, tagOf.keys());
  const near = same ?? nearest(slug, tagOf.keys());
  return { slug, ...(near !== undefined && { near }), isCertain: same !== undefined };
}
