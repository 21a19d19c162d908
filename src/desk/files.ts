import { plotAttributes } from '../body/components/plot.ts';
import { nearest } from '../body/nearest.ts';
import type { Edition } from '../digest/edition.ts';
import type { PaperEntry } from '../digest/entry.ts';
import type { Picture } from '../pictures/picture.ts';
import type { Plot } from '../plots/plot.ts';
import { judgePlot } from '../plots/judge.ts';
import { buildTable } from '../plots/table.ts';
import type { Place, Problem } from '../problem.ts';
import type { DeskFile } from './messages.ts';
import { words } from './words.ts';

/** What is wrong with the pictures and numbers that a text shows, or that lie beside it unused. */
export function judgeFiles(entry: PaperEntry, files: readonly DeskFile[]): Problem[] {
  const { file, facts } = entry;
  const problems: Problem[] = [];
  const used = new Set<string>();
  const report = (at: Place, fault: Pick<Problem, 'code' | 'message' | 'fix'>, where = file) => {
    const { code, message, fix } = fault;
    const { line, column } = at;
    problems.push({ file: where, line, column, severity: 'error', code, message, fix });
  };
  const look = (src: string, place: Place, code: string, noun: string) => {
    const found = findFile(files, src);
    if (found) {
      used.add(found.name);
      for (const fault of found.faults) report(place, fault);
      return found;
    }
    const near = nearest(
      src.replace(/^\.\//, ''),
      files.map(({ name }) => name),
    );
    if (near !== undefined) used.add(near);
    report(place, {
      code,
      message: words.noFile(noun, src),
      fix: near === undefined ? words.dropFile : words.writeName(near),
    });
    return undefined;
  };
  for (const { src, ...place } of facts?.pictures ?? []) {
    look(src, place, 'picture-missing', words.picture);
  }
  for (const use of facts?.plots ?? []) {
    const { data: attributes } = plotAttributes.safeParse(use.attributes);
    if (!attributes?.data.endsWith('.csv')) continue;
    const place = use.at['data'] ?? use;
    const found = look(attributes.data, place, 'plot-data-missing', words.csv);
    if (found?.csv === undefined) continue;
    const { findings } = judgePlot(encode(found.csv), found.name, attributes);
    for (const { at, ...fault } of findings.slice(0, 20)) {
      if (typeof at === 'string') report(use.at[at] ?? use, fault);
      else report(at, fault, pathBeside(file, found.name));
    }
  }
  for (const { name } of files) {
    if (used.has(name)) continue;
    const isData = name.endsWith('.csv');
    report(
      { line: 1, column: 1 },
      {
        code: isData ? 'unused-data' : 'unused-picture',
        message: words.unused(name),
        fix: words.use(name, isData),
      },
      pathBeside(file, name),
    );
  }
  return problems;
}

/** The part of an edition that hands out pictures and plots. */
export function shelve(
  files: readonly DeskFile[],
): Pick<Edition, 'pictureOf' | 'smallerOf' | 'pictures' | 'plotOf' | 'data'> {
  return {
    pictureOf: (_entry, src) => {
      const picture = findFile(files, src)?.picture;
      return picture && ({ ...picture, name: picture.href } as unknown as Picture);
    },
    smallerOf: () => [],
    pictures: new Map(),
    plotOf: (_entry, written) => {
      const { data: attributes } = plotAttributes.safeParse(written);
      if (!attributes) return undefined;
      const found = findFile(files, attributes.data);
      if (found?.csv === undefined) return undefined;
      const { source } = judgePlot(encode(found.csv), found.name, attributes);
      return source && placeholder(buildTable(source.csv, source.data, attributes));
    },
    data: new Map(),
  };
}

/** In place of a drawing, which takes what no browser's worker has: words, above the real numbers. */
function placeholder(table: Plot['table']): Plot {
  const width = 640;
  const height = 48;
  const markup = `<text x="0" y="28" class="tick">${words.drawnLater}</text>`;
  const drawing = { width, height, markup };
  const picture = { name: '', bytes: new Uint8Array(), width, height, type: '', opaque: true };
  const csv = { name: '', bytes: new Uint8Array() };
  return { wide: drawing, narrow: drawing, picture, table, csv };
}

const encode = (text: string) => new TextEncoder().encode(text);

function findFile(files: readonly DeskFile[], src: string): DeskFile | undefined {
  const path = src.replace(/^\.\//, '');
  return files.find(({ name }) => name === path);
}

function pathBeside(file: string, name: string): string {
  return file.replace(/[^/]*$/, name);
}
