import { Cache, hashFiles, hashOf } from '../cache.ts';
import { cacheFolder, contentFolder } from '../digest/folders.ts';
import type { AskedFormula } from './collect.ts';

/** A formula as a picture; lengths in CSS pixels. */
export type PlacedPicture = {
  name: string;
  width: number;
  height: number;
  /** How far it reaches below the line that it stands on. */
  depth: number;
};

/** As it is kept: the bytes as Base64, so that one file holds all. `null` of what cannot be set. */
type Kept = { width: number; height: number; depth: number; png: string } | null;

/**
 * By what it shows and not by how: a mail that was sent, and an entry that a reader keeps, show it still when another
 * version of the program sets it anew.
 */
export function nameFormula({ tex, display }: AskedFormula): string {
  return `${hashOf(`${display ? 'display' : 'inline'}\0${tex}`).slice(0, 20)}.png`;
}

/** A formula as it was set before by the same code and packages, or now; `undefined` of what cannot be set. */
export async function setFormula(formula: AskedFormula): Promise<PlacedPicture | undefined> {
  const cache = openCache();
  const name = nameFormula(formula);
  let kept = readKept(cache, name);
  if (kept === undefined) {
    // Takes a third of a second to load, so only where there is something to set.
    const { renderFormulaPicture } = await import('./render.ts');
    const rendered = await renderFormulaPicture(formula.tex, formula.display);
    kept = rendered ? { ...rendered, png: Buffer.from(rendered.png).toString('base64') } : null;
    cache.write(fileOf(cache, name), kept);
  }
  if (kept === null) return undefined;
  const { width, height, depth } = kept;
  return { name, width, height, depth };
}

/** The PNG of a formula that was set, by its name alone: it shows the same for ever. */
export function readFormula(name: string): Uint8Array {
  const kept = readKept(openCache(), name);
  if (!kept)
    throw new Error(`The formula ${name} is gone from the cache; build again with --force.`);
  return Buffer.from(kept.png, 'base64');
}

function readKept(cache: Cache, name: string): Kept | undefined {
  return cache.read(fileOf(cache, name)) as Kept | undefined;
}

function fileOf(cache: Cache, name: string): string {
  return `${cache.key(name)}.json`;
}

let rules: string | undefined;

function openCache(): Cache {
  // No file of the program changes while it runs, and there are ten thousands of formulas.
  rules ??= hashFiles(['src/formula-pictures', 'src/encoder.ts']);
  return new Cache(`${cacheFolder(contentFolder())}/formulas`, rules);
}
