import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildMark } from '../src/views/mark.ts';
import { readSite } from '../src/site.ts';
import { listFiles } from './site/site.ts';

/**
 * The digest that this program was written for. Its words stand here rather than in `content/`, which another group
 * replaces.
 */
const words = /\bResidual\b|residual\.example|residual-digest|with the maths left in/;
const first = readSite(
  'name: Residual\nurl: https://residual.example/\nmark: [0.4, 0.8, -0.8, 0.25]\n',
  'site.yaml',
).site;

/** Its sign, as pages and the favicon draw it. */
function drawnMark(): string {
  if (first === undefined) throw new Error('The site of the first digest is not right.');
  const { zero, stems } = buildMark(first);
  return stems.map(({ x, y }) => `M${x} ${zero}V${y}`).join('');
}

/** Lines that name the first digest, as `file:line: …`. */
export function findFirst(file: string, text: string): string[] {
  const mark = drawnMark();
  return text.split('\n').flatMap((line, index) => {
    const [word] = words.exec(line) ?? [];
    const found = word ?? (line.includes(mark) ? 'its mark' : undefined);
    return found === undefined ? [] : [`${file}:${index + 1}: ${found}`];
  });
}

/** All of a built site that names the first digest, in its texts and in the names of its files. */
export function findFirstIn(folder: string): string[] {
  return listFiles(folder).flatMap((name) => [
    ...findFirst(name, name),
    ...(/\.(?:html|xml|css|js|svg|txt|json|csv|webmanifest)$/.test(name)
      ? findFirst(name, readFileSync(path.join(folder, name), 'utf8'))
      : []),
  ]);
}
