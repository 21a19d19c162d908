import { Cache, hashFiles } from '../cache.ts';
import { cacheFolder, contentFolder } from '../digest/folders.ts';
import type { SharingPicture } from './picture.ts';

let cache: Cache | undefined;

/**
 * A sharing picture as PNG: as it was drawn before from the same data by the same code and
 * packages, or drawn now. What draws is loaded only where something is to be drawn.
 */
export async function loadSharingPicture(picture: SharingPicture): Promise<Uint8Array> {
  cache ??= new Cache(
    `${cacheFolder(contentFolder())}/sharing`,
    hashFiles(['src/sharing', 'src/formula-pictures', 'src/encoder.ts']),
  );
  const key = cache.key(JSON.stringify(picture));
  const kept = cache.readBytes(key);
  if (kept) return kept;
  const { renderSharingPicture } = await import('./render.ts');
  const drawn = await renderSharingPicture(picture);
  cache.writeBytes(key, drawn);
  return drawn;
}
