import path from 'node:path';
import { plotAttributes } from '../body/components/plot.ts';
import type { Component, PlotUse } from '../body/tree.ts';
import type { Disk } from '../disk.ts';
import type { Picture } from '../pictures/picture.ts';
import type { Problem } from '../problem.ts';
import { countPoints, type PlotSource } from './judge.ts';
import { KeptPlots } from './kept-plots.ts';
import { readPlot, type Plot } from './plot.ts';

/** What shows plots: a paper or an issue, by the path of its file from where the command runs. */
type Owner = { file: string };

/** Of one plot; who made a slip in one line made it in all of them. */
const MOST_PROBLEMS = 20;
/** Of all plots of a text, about: a page has each point twice. */
const MOST_POINTS = 5_000;

/** The plots of a whole digest, found again by who shows them. */
export class Plots {
  /** The drawings and the files that are published, by their names. */
  readonly pictures = new Map<string, Picture>();
  readonly files = new Map<string, Uint8Array>();
  readonly problems: Problem[] = [];
  readonly #shown = new Map<string, Plot | undefined>();
  readonly #sources = new Map<string, PlotSource>();
  readonly #used = new Set<string>();
  readonly #points = new Map<string, number>();
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Reads and judges a plot; what is wrong with its file becomes a problem there. */
  add(owner: Owner, use: PlotUse): void {
    const key = keyOf(owner, use.attributes);
    if (this.#shown.has(key)) return;
    const { data: attributes } = plotAttributes.safeParse(use.attributes);
    // What is wrong with the attributes is told with the text.
    if (!attributes?.data.endsWith('.csv')) {
      this.#shown.set(key, undefined);
      this.#used.add(joinPath(owner, String(use.attributes['data'])));
      return;
    }
    const folder = path.dirname(owner.file);
    const data = joinPath(owner, attributes.data);
    this.#used.add(data);
    const points = this.#points.get(owner.file) ?? 0;
    if (points > MOST_POINTS) {
      this.#shown.set(key, undefined);
      const { line, column } = use;
      const message = `The plots before this one have ${points} points; at most ${MOST_POINTS} are drawn in a text.`;
      const fix = 'Keep every tenth point of each, or leave a plot out.';
      const at = { file: owner.file, line, column, severity: 'error' } as const;
      this.problems.push({ ...at, code: 'plot-points', message, fix });
      return;
    }
    const { source, findings, meant } = readPlot(folder, attributes, this.#disk);
    if (meant !== undefined) this.#used.add(joinPath(owner, meant));
    this.#shown.set(key, undefined);
    if (source) {
      this.#points.set(owner.file, points + countPoints(source));
      this.#sources.set(key, source);
    }
    const told = findings.slice(0, MOST_PROBLEMS).map(({ at, code, message, fix }): Problem => {
      const place = typeof at === 'string' ? (use.at[at] ?? use) : at;
      const { line, column } = place;
      const file = typeof at === 'string' ? owner.file : data;
      return { file, line, column, severity: 'error', code, message, fix };
    });
    const last = told.at(-1);
    if (last && findings.length > told.length) {
      told.push({
        ...last,
        code: 'more-problems',
        message: `There are ${findings.length - told.length} more problems in this file.`,
        fix: 'Mend those above and check again.',
      });
    }
    this.problems.push(...told);
  }

  /**
   * Draws what was added, where it is not kept from before; earlier, no plot is found. What draws takes half a second
   * to load.
   *
   * @param folder where drawn plots are kept
   */
  async draw(folder: string): Promise<void> {
    if (this.#sources.size === 0) return;
    const kept = new KeptPlots(folder);
    for (const [key, source] of this.#sources) {
      const plot = kept.find(source) ?? kept.add(source, await drawAnew(source));
      this.#shown.set(key, plot);
      this.pictures.set(plot.picture.name, plot.picture);
      this.files.set(plot.csv.name, plot.csv.bytes);
    }
    kept.finish();
  }

  of(owner: Owner, attributes: Component['attributes']): Plot | undefined {
    return this.#shown.get(keyOf(owner, attributes));
  }

  /** @param files paths of all CSV files of the folder, as problems name them */
  findUnused(files: string[]): Problem[] {
    return files
      .filter((file) => !this.#used.has(file))
      .map((file) => ({
        file,
        line: 1,
        column: 1,
        severity: 'error',
        code: 'unused-data',
        message: `${path.posix.basename(file)} is drawn nowhere.`,
        fix: `Draw it with \`<Plot data="./${path.posix.basename(file)}" x="…" y="…" alt="…">\`, or delete the file.`,
      }));
  }
}

async function drawAnew(source: PlotSource): Promise<Plot> {
  const { drawPlot } = await import('./drawing.ts');
  return drawPlot(source);
}

function joinPath({ file }: Owner, src: string): string {
  return path.posix.join(path.posix.dirname(file), src);
}

function keyOf(owner: Owner, attributes: Component['attributes']): string {
  return `${owner.file}\n${JSON.stringify(attributes)}`;
}
