import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkContent } from '../digest/check.ts';
import { cacheFolder, shownPath } from '../digest/folders.ts';
import type { Problem } from '../problem.ts';
import { readArchive } from './archive.ts';
import { writePlan, writeReport } from './files.ts';
import type { Mapping } from './mapping.ts';
import { buildPlan, type Plan } from './plan.ts';
import { renderReport } from './report.ts';

export type Imported = {
  plan: Plan;
  report: string;
  problems: Problem[];
  /** The name of the report in the content folder; none of a dry run. */
  reportFile?: string;
};

/**
 * Brings an archive into a content folder, checks the whole of it, and writes the report.
 *
 * @param content absolute
 * @param options.dry whether to write nothing: the same is done to a copy, which goes
 * @throws an error with a sentence where the archive cannot be read
 */
export async function importArchive(
  folder: string,
  content: string,
  options: { mapping?: Mapping; dry?: boolean } = {},
): Promise<Imported> {
  const { mapping, dry = false } = options;
  const archive = readArchive(folder);
  const copy = dry ? mkdtempSync(path.join(tmpdir(), 'import-')) : undefined;
  try {
    if (copy !== undefined && existsSync(content))
      cpSync(content, copy, { recursive: true, verbatimSymlinks: true });
    const target = copy ?? content;
    const plan = buildPlan(archive, target, mapping);
    const written = writePlan(plan, archive, target);
    const rename = (file: string) => file.replace(shownPath(target), shownPath(content));
    const { problems: found } = await checkIn(target);
    const problems = found.map((problem) => ({ ...problem, file: rename(problem.file) }));
    const left = plan.left.map(rename);
    const report = renderReport(
      { ...plan, left },
      { archive: folder, content: shownPath(content), written, problems, dry },
    );
    if (dry) return { plan, report, problems };
    return { plan, report, problems, reportFile: writeReport(content, report) };
  } finally {
    if (copy !== undefined) {
      rmSync(copy, { recursive: true, force: true });
      rmSync(cacheFolder(copy), { recursive: true, force: true });
    }
  }
}

/** The real check, of this folder. */
async function checkIn(content: string): Promise<{ problems: Problem[] }> {
  const before = process.env['DIGEST_CONTENT'];
  process.env['DIGEST_CONTENT'] = content;
  try {
    return await checkContent();
  } finally {
    if (before === undefined) delete process.env['DIGEST_CONTENT'];
    else process.env['DIGEST_CONTENT'] = before;
  }
}
