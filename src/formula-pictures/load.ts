import { Cache, hashFiles, hashOf } from '../cache.ts';
import type { Edition } from '../digest/edition.ts';
import { cacheFolder, contentFolder } from '../digest/folders.ts';
import { collectFormulas, type AskedFormula } from './collect.ts';

/** The formulas of an edition as pictures, for mail and for readers that strip MathML. */
export type FormulaPictures = {
  /** Lengths in CSS pixels; `undefined` of what cannot be set as a picture. */
  pictureOf: (tex: string, display: boolean) => PlacedPicture | undefined;
  /** PNG, by the name that `routes.formula` takes. */
  files: ReadonlyMap<string, Uint8Array>;
};

export type PlacedPicture = {
  name: string;
  width: number;
  height: number;
  /** How far it reaches below the line that it stands on. */
  depth: number;
};

/** As it is kept: the bytes as Base64, so that one file holds all. `null` of what cannot be set. */
type Kept = { width: number; height: number; depth: number; png: string } | null;

/** MathJax sets one while the pixels of others are encoded. */
const AT_ONCE = 4;

const loaded = new WeakMap<Edition, Promise<FormulaPictures>>();

/**
 * Sets every formula that a feed or a mail may show: as it was set before by the same code and packages, or now.
 * Once for each edition.
 */
export function loadEditionFormulas(edition: Edition): Promise<FormulaPictures> {
  const known = loaded.get(edition);
  if (known) return known;
  const loading = load(collectFormulas(edition));
  loaded.set(edition, loading);
  return loading;
}

async function load(asked: readonly AskedFormula[]): Promise<FormulaPictures> {
  const cache = new Cache(
    `${cacheFolder(contentFolder())}/formulas`,
    hashFiles(['src/formula-pictures']),
  );
  const made = new Map<string, Kept>(asked.map((formula) => [nameFormula(formula), null]));
  const waiting = asked.values();
  const work = async () => {
    for (const formula of waiting) made.set(nameFormula(formula), await keep(cache, formula));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const set = [...made].flatMap(([name, kept]) => (kept ? [{ name, ...kept }] : []));
  const pictures = new Map(
    set.map(({ name, width, height, depth }) => [name, { name, width, height, depth }]),
  );
  return {
    pictureOf: (tex, display) => pictures.get(nameFormula({ tex, display })),
    files: new Map(set.map(({ name, png }) => [name, Buffer.from(png, 'base64')])),
  };
}

/**
 * By what it shows and not by how: a mail that was sent, and an entry that a reader keeps, show it still when another
 * version of the program sets it anew.
 */
function nameFormula({ tex, display }: AskedFormula): string {
  return `${hashOf(`${display ? 'display' : 'inline'}\0${tex}`).slice(0, 20)}.png`;
}

async function keep(cache: Cache, { tex, display }: AskedFormula): Promise<Kept> {
  const name = `${cache.key(tex, String(display))}.json`;
  const known = cache.read(name);
  if (known !== undefined) return known as Kept;
  // Takes a third of a second to load, so only where there is something to set.
  const { renderFormulaPicture } = await import('./render.ts');
  const rendered = await renderFormulaPicture(tex, display);
  const kept = rendered ? { ...rendered, png: Buffer.from(rendered.png).toString('base64') } : null;
  cache.write(name, kept);
  return kept;
}
