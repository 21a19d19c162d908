import { escapeXml } from '../body/rendering/xml.ts';
import type { Edition } from '../digest/edition.ts';
import { lastingFolders } from '../headers.ts';
import { nameCopies } from '../reader/copies-names.ts';
import { text } from '../text.ts';

/**
 * The worker of the site: plain JavaScript behind what only the site knows. A worker's address never changes, so that
 * browsers find the next one, or the one that ends them all, where they found this.
 */
export function renderWorker({ routes }: Edition, source: string): string {
  const base = routes.home();
  const note = (words: string) =>
    `<p class="columns small out-of-reach"><span>${escapeXml(words)}</span></p>`;
  const known = {
    NAMES: nameCopies(base),
    BASE: base,
    FOLDERS: lastingFolders.map((folder) => `${base}${folder}/`),
    READING: routes.reading(),
    COPY: note(text.reading.copy),
    NO_COPY: note(text.reading.noCopy),
  };
  const lines = Object.entries(known).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`,
  );
  return lines.join('') + source;
}
