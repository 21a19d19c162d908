import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Layer, writeLayer, type Content } from './layer.ts';

/** So many layers are read at most before they are written as one. */
const MOST = 16;

/**
 * The layers in a folder, the oldest first; none where another program wrote them, or they are not there whole.
 *
 * @param newest the name that the last build was given when it added its own
 */
export function readLayers(folder: string, program: string, newest: string): Layer[] {
  const names = listLayers(folder);
  if (names.at(-1) !== newest) return [];
  const layers: Layer[] = [];
  for (const [index, name] of names.entries()) {
    const layer = Layer.read(join(folder, name));
    if (layer?.program !== program || layer.follows !== (names[index - 1] ?? '')) return [];
    layers.push(layer);
  }
  return layers;
}

/** Adds a layer, and gives its name. */
export function addLayer(folder: string, content: Omit<Content, 'follows'>): string {
  mkdirSync(folder, { recursive: true });
  const last = listLayers(folder).at(-1);
  return write(folder, last, { ...content, follows: last ?? '' });
}

/** Puts one layer in the place of all, and gives its name. */
export function replaceLayers(folder: string, content: Omit<Content, 'follows' | 'gone'>): string {
  mkdirSync(folder, { recursive: true });
  const name = write(folder, listLayers(folder).at(-1), { ...content, follows: '', gone: [] });
  // Also what a process has begun that was killed.
  for (const one of readdirSync(folder)) if (one !== name) rmSync(join(folder, one));
  return name;
}

/** Whether the later layers are so many, or weigh so much beside the first, that all are to be written as one. */
export function areMany(folder: string): boolean {
  const [first = 0, ...later] = listLayers(folder).map((name) => statSync(join(folder, name)).size);
  return later.length >= MOST || later.reduce((sum, size) => sum + size, 0) > first;
}

function write(folder: string, last: string | undefined, content: Content): string {
  const name = String(last === undefined ? 0 : Number(last) + 1).padStart(12, '0');
  writeLayer(join(folder, name), content);
  return name;
}

function listLayers(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .sort();
}
