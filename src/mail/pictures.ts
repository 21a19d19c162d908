import type { Picture as Shown } from '../body/rendering/html.ts';
import type { Edition } from '../digest/edition.ts';
import { contentFolder, picturesFolder } from '../digest/folders.ts';
import { KeptPictures } from '../pictures/kept.ts';
import { readPortable, type Picture } from '../pictures/picture.ts';

/** Of the text of a mail, in CSS pixels. */
const COLUMN = 560;

/**
 * The pictures of one mail as mail programs show them. Most of an issue's have no room in its mail, so one is made once
 * the mail is composed and shows it: until then a name as long as its own stands for it.
 */
export class MailPictures {
  readonly #kept = openKept();
  /** By the names of those on pages. */
  readonly #asked = new Map<string, Picture>();
  /** `undefined` of one that cannot be made: its words stand there. */
  readonly #made = new Map<string, Picture | undefined>();

  /** A picture of a page as the mail has it, no wider than its column. Lengths in CSS pixels. */
  place({ routes }: Edition, picture: Picture): Shown | undefined {
    const name = this.#nameOf(picture);
    if (name === undefined) return undefined;
    const { width, height } = picture;
    const scale = Math.min(1, COLUMN / width);
    return {
      href: routes.absolute(routes.picture(name)),
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    };
  }

  /** Makes those that a mail shows and that are not made yet; returns whether there were any. */
  async makeShown(html: string): Promise<boolean> {
    const shown = [...this.#asked.values()].filter(
      (picture) => !this.#made.has(picture.name) && html.includes(`/${standIn(picture)}`),
    );
    for (const picture of shown) this.#made.set(picture.name, await this.#make(picture));
    return shown.length > 0;
  }

  /** Names of all that were made. */
  list(): string[] {
    return [...new Set([...this.#made.values()].flatMap((picture) => picture?.name ?? []))];
  }

  #nameOf(picture: Picture): string | undefined {
    if (this.#made.has(picture.name)) return this.#made.get(picture.name)?.name;
    this.#asked.set(picture.name, picture);
    return standIn(picture);
  }

  async #make(picture: Picture): Promise<Picture | undefined> {
    try {
      const made = await readPortable(picture, this.#kept, COLUMN);
      if (made !== picture) await this.#kept.addName(made);
      return made;
    } catch {
      // A drawing that browsers draw and sharp does not.
      return undefined;
    }
  }
}

/** What a picture that is not made yet is called: `curve.0a1b2c3d4e.png`. */
function standIn({ name }: Picture): string {
  return name.replace(/\.[^.]*$/, '.png');
}

/** The bytes of a picture that was made for a mail, by its name alone. */
export async function readMailPicture(name: string): Promise<Uint8Array> {
  const bytes = await openKept().readNamed(name);
  if (!bytes)
    throw new Error(`The picture ${name} is gone from the cache; build again with --force.`);
  return bytes;
}

function openKept(): KeptPictures {
  return new KeptPictures(picturesFolder(contentFolder()));
}
