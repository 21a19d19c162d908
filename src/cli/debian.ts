import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { findProgram, runPackageManager } from './programs.ts';

/** Programs that judge what the site makes and had no part in making it, each with the Debian package that has it. */
export const ORACLES: Record<string, string> = {
  biber: 'biber',
  epubcheck: 'epubcheck',
  newsboat: 'newsboat',
  pandoc: 'pandoc',
  pdfinfo: 'poppler-utils',
  tmux: 'tmux',
  xmllint: 'libxml2-utils',
};

/** What a browser shows until our faces are there, since the stand-ins in fonts.css are made of it; by a file of each. */
export const FACES: Record<string, string> = {
  '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf': 'fonts-liberation',
};

/**
 * Installs what is missing of some programs, or of files by their full paths, where there is `apt-get`, and does nothing elsewhere:
 * a test without its program says so itself. `programs` gives the package of each; `tell` gets a line before something is installed.
 */
export async function ensureDebian(
  programs: Record<string, string>,
  tell: (line: string) => void,
): Promise<void> {
  const missing = Object.keys(programs).filter((program) => !isThere(program));
  if (missing.length === 0 || findProgram('apt-get') === undefined) return;
  const packages = [...new Set(missing.flatMap((program) => programs[program] ?? []))];
  tell(`Not found: ${missing.join(', ')}. Installing with apt-get …`);
  // Another apt-get at work is waited for rather than taken for a failure.
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  await runPackageManager('apt-get', [...wait, 'update']);
  await runPackageManager('apt-get', [
    ...wait,
    ...['install', '-y', '--no-install-recommends'],
    ...packages,
  ]);
}

function isThere(program: string): boolean {
  return isAbsolute(program) ? existsSync(program) : findProgram(program) !== undefined;
}
