import { contentFolder } from './digest/folders.ts';
import { loadProblems } from './digest/load.ts';
import { readSiteFile } from './digest/site-file.ts';
import { text } from './text.ts';
import { buildProblemList } from './views/problems.ts';

/**
 * A page of problems alone, for `dev`, where a page cannot be made at all. Undefined where the content has no error: then
 * the fault is in the program.
 */
export async function loadFaultPage(path: string): Promise<string | undefined> {
  const { site } = readSiteFile(contentFolder());
  const problems = await loadProblems().catch(() => []);
  if (site === undefined || problems.every(({ severity }) => severity !== 'error'))
    return undefined;
  const base = new URL(site.url).pathname;
  const own = buildProblemList(problems, site.url, path).problems;
  const all = buildProblemList(problems, site.url, base).problems;
  const items = (own.length > 0 ? own : all).map(
    ({ place, severity, code, message, fix }) =>
      `<li><p>${escape(`${place} · ${severity} · ${code}`)}<br>${escape(message)}<br>${escape(fix)}</p></li>`,
  );
  // Vite's client shows the page again after the next save.
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    `<script type="module" src="${base}@vite/client"></script>`,
    `<title>${text.problems.title}</title><h1>${text.problems.title}</h1><p>${text.problems.none}</p>`,
    `<ol>${items.join('')}</ol></html>`,
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
