import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Place, Problem } from '../problem.ts';
import type { KeptReadings } from './kept-readings.ts';
import { readPicture, readSmaller, smallerKey, type Picture } from './picture.ts';

/** What shows pictures: a paper or an issue, by the path of its file from where the command runs. */
type Owner = { file: string };

/** The pictures of a whole digest: read once each, found again by who shows them. */
export class Pictures {
  /** By published name: the same bytes in two papers are one picture. Smaller files are among them. */
  readonly byName = new Map<string, Picture>();
  readonly problems: Problem[] = [];
  readonly #kept: KeptReadings;
  readonly #shown = new Map<string, Picture | undefined>();
  readonly #meant = new Set<string>();
  /** What a picture is kept under, by its published name. */
  readonly #keys = new Map<string, string>();
  readonly #smaller = new Map<string, Picture[]>();

  constructor(kept: KeptReadings) {
    this.#kept = kept;
  }

  /** Reads a picture from its owner's folder; what is wrong with it becomes a problem at `place`. */
  async add(owner: Owner, src: string, place: Place): Promise<void> {
    const key = keyOf(owner, src);
    if (this.#shown.has(key)) return;
    const {
      picture,
      problems,
      key: kept,
    } = await readPicture(path.dirname(owner.file), src, this.#kept);
    this.#shown.set(key, picture);
    if (picture) this.byName.set(picture.name, picture);
    if (picture && kept !== undefined) this.#keys.set(picture.name, kept);
    for (const { meant, ...problem } of problems) {
      if (meant !== undefined) this.#meant.add(keyOf(owner, meant));
      const { line, column } = place;
      this.problems.push({ file: owner.file, line, column, severity: 'error', ...problem });
    }
  }

  of(owner: Owner, src: string): Picture | undefined {
    return this.#shown.get(keyOf(owner, src));
  }

  /** Makes the smaller files of every picture, as many at once as the machine has cores. */
  async makeSmaller(): Promise<void> {
    const waiting = [...this.#keys];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [name, key] = next;
        const picture = this.byName.get(name);
        if (picture) this.#smaller.set(name, await readSmaller(picture, key, this.#kept));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    for (const name of [...this.#smaller.keys()].sort()) {
      for (const one of this.smallerOf(name)) this.byName.set(one.name, one);
    }
  }

  /** To be called when all were added, and the smaller files made where they are. */
  finish(): void {
    // Also where no smaller ones were asked for now: a build will.
    this.#kept.finish([...this.#keys.values()].map(smallerKey));
  }

  /** The best format first, each by rising width; empty where none was made, or none is worth it. */
  smallerOf(name: string): readonly Picture[] {
    return this.#smaller.get(name) ?? [];
  }

  /** @param files paths of all pictures of the folder, as problems name them */
  findUnused(files: string[]): Problem[] {
    return files
      .filter((file) => !this.#shown.has(file) && !this.#meant.has(file))
      .map((file) => ({
        file,
        line: 1,
        column: 1,
        severity: 'error',
        code: 'unused-picture',
        message: `${path.posix.basename(file)} is shown nowhere.`,
        fix: `Show it with \`<Figure src="./${path.posix.basename(file)}" alt="…">\`, or delete the file.`,
      }));
  }
}

function keyOf(owner: Owner, src: string): string {
  return path.posix.join(path.posix.dirname(owner.file), src);
}
