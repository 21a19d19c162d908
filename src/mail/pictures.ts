import path from 'node:path';
import type { Picture as Shown } from '../body/rendering/html.ts';
import type { Article, Edition } from '../digest/edition.ts';
import { cacheFolder, contentFolder } from '../digest/folders.ts';
import { KeptPictures } from '../pictures/kept.ts';
import { readPortable, type Picture } from '../pictures/picture.ts';

/** Of the text of a mail, in CSS pixels. */
const COLUMN = 560;

/** The pictures of an issue as mail programs show them, by the names of those on its pages. */
export type MailPictures = ReadonlyMap<string, Picture>;

/** Makes a picture of each that a mail on these may show: none of what mail programs show as it is. */
export async function loadMailPictures(
  edition: Edition,
  entries: readonly Article[],
): Promise<MailPictures> {
  const kept = openKept();
  const made = new Map<string, Picture>();
  for (const picture of entries.flatMap((entry) => listPictures(edition, entry))) {
    if (made.has(picture.name)) continue;
    try {
      const portable = await readPortable(picture, kept, COLUMN);
      made.set(picture.name, portable);
      if (portable !== picture) await kept.addName(portable);
    } catch {
      // A drawing that browsers draw and sharp does not: its words stand there.
    }
  }
  return made;
}

/** The bytes of a picture that was made for a mail, by its name alone. */
export async function readMailPicture(name: string): Promise<Uint8Array> {
  const bytes = await openKept().readNamed(name);
  if (!bytes)
    throw new Error(`The picture ${name} is gone from the cache; build again with --force.`);
  return bytes;
}

function openKept(): KeptPictures {
  return new KeptPictures(path.join(cacheFolder(contentFolder()), 'pictures'));
}

function listPictures(edition: Edition, entry: Article): Picture[] {
  const { pictures = [], plots = [] } = entry.facts ?? {};
  const sources = [...pictures.map(({ src }) => src), ...('hero' in entry ? [entry.hero.src] : [])];
  return [
    ...sources.flatMap((src) => edition.pictureOf(entry, src) ?? []),
    ...plots.flatMap(({ attributes }) => edition.plotOf(entry, attributes)?.picture ?? []),
  ];
}

/** A picture of a page as a mail has it, no wider than its column. Lengths in CSS pixels. */
export function placePicture(
  { routes }: Edition,
  pictures: MailPictures,
  { name, width, height }: Picture,
): Shown | undefined {
  const made = pictures.get(name);
  if (!made) return undefined;
  const scale = Math.min(1, COLUMN / width);
  return {
    href: routes.absolute(routes.picture(made.name)),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  };
}
