import { changesSchema, type Changes } from './changes.ts';
import { PICTURES } from './comment.ts';
import { readZip, type ZipFile, type ZipLimits } from './zip.ts';

/** What a preview is made of, after all of it was judged. */
export type Artefact = {
  changes: Changes;
  /** Bytes by path from the site's base path on. */
  site: ReadonlyMap<string, Buffer>;
  pictures: ReadonlyMap<(typeof PICTURES)[number], Buffer>;
};

export const ARTEFACT_LIMITS: ZipLimits = {
  files: 6_000,
  bytes: 200_000_000,
  bytesOfFile: 10_000_000,
};

/** A picture of the screen: no side longer than this, no file larger. */
const PICTURE = { side: 4_000, bytes: 3_000_000 };

/**
 * Judges what a job that a stranger may have steered handed over: names, number, sizes, kinds. Throws an error with a
 * sentence at the first thing that is not as our own build makes it. Nothing in it is run.
 */
export function readArtefact(archive: Buffer): Artefact {
  const site = new Map<string, Buffer>();
  const pictures = new Map<(typeof PICTURES)[number], Buffer>();
  let changes: Changes | undefined;
  for (const file of readZip(archive, ARTEFACT_LIMITS)) {
    const picture = PICTURES.find((name) => file.name === `pictures/${name}.png`);
    if (file.name === 'changes.json') changes = readChanges(file.bytes);
    else if (picture !== undefined) pictures.set(picture, judgePicture(file));
    else if (file.name.startsWith('site/')) {
      const path = judgeSiteFile(file);
      if (path !== undefined) site.set(path, file.bytes);
    } else throw new Error(`${show(file.name)} belongs to no preview.`);
  }
  if (changes === undefined)
    throw new Error('The preview does not say what changed: changes.json is missing.');
  if (pictures.size < PICTURES.length) throw new Error('The preview has not all of its pictures.');
  if (!site.has('index.html'))
    throw new Error('The preview has no site: site/index.html is missing.');
  return { changes, site, pictures };
}

function readChanges(bytes: Buffer): Changes {
  if (bytes.length > 100_000) throw new Error('changes.json has more than 100000 bytes.');
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Error('changes.json is no JSON.');
  }
  const { data: changes, error } = changesSchema.safeParse(data);
  if (changes !== undefined) return changes;
  const where = error.issues[0]?.path.map(String).join('.') ?? '';
  throw new Error(`changes.json is not of the form that it should have, at ${show(where)}.`);
}

/** Kinds of files that a build makes, each with a sign that it is one. Text is checked for being UTF-8. */
const SIGNS: Record<string, ((bytes: Buffer) => boolean) | undefined> = {
  html: (bytes) => /^<!doctype html>/i.test(bytes.toString('latin1', 0, 15)),
  png: (bytes) => bytes.toString('latin1', 0, 8) === '\u0089PNG\r\n\u001a\n',
  jpg: (bytes) => bytes.toString('latin1', 0, 3) === '\u00ff\u00d8\u00ff',
  webp: (bytes) => /^RIFF[^]{4}WEBP/.test(bytes.toString('latin1', 0, 12)),
  avif: (bytes) => /^[^]{4}ftypavi[fs]/.test(bytes.toString('latin1', 0, 12)),
  gif: (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)),
  woff2: (bytes) => bytes.toString('latin1', 0, 4) === 'wOF2',
  svg: (bytes) => isText(bytes) && bytes.includes('<svg'),
  ...Object.fromEntries(
    ['css', 'js', 'mjs', 'json', 'xml', 'txt', 'csv', 'md', 'bib', 'ris', 'webmanifest'].map(
      (ending) => [ending, isText] as const,
    ),
  ),
};

/** The path of a file below the site; undefined for what a host would take for orders, which are ours to give. */
function judgeSiteFile({ name, bytes }: ZipFile): string | undefined {
  const path = name.slice('site/'.length);
  if (path === '_headers' || path === '.nojekyll') return undefined;
  const [first = '', ...rest] = path.split('/');
  // Only what bundles are named after may begin with `_`: `_worker.js` at the root would be a program.
  const isBundle = first === '_astro';
  const isPlain = (isBundle ? rest : [first, ...rest]).every(
    (part) => /^[\w][\w.~@-]{0,150}$/.test(part) && (isBundle || !part.startsWith('_')),
  );
  if (!isPlain || rest.length > 8)
    throw new Error(`${show(name)} has a name that no page of ours has.`);
  if (['functions', 'netlify', 'preview-pictures'].includes(first.toLowerCase())) {
    throw new Error(`${show(name)} lies where a host looks for programs, or we for pictures.`);
  }
  const ending = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  const sign = Object.hasOwn(SIGNS, ending) ? SIGNS[ending] : undefined;
  if (sign === undefined) throw new Error(`${show(name)} is of a kind that no site of ours has.`);
  if (!sign(bytes)) throw new Error(`${show(name)} is not what its ending says.`);
  return path;
}

function isText(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !bytes.includes(0);
  } catch {
    return false;
  }
}

function judgePicture({ name, bytes }: ZipFile): Buffer {
  const isPng = SIGNS['png']?.(bytes) === true && bytes.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng || bytes.length < 33) throw new Error(`${show(name)} is no PNG.`);
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes.length > PICTURE.bytes || sides.some((side) => side === 0 || side > PICTURE.side)) {
    throw new Error(`${show(name)} is larger than a picture of a screen.`);
  }
  return bytes;
}

function show(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
