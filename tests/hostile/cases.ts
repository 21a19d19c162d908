import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A case of a text file: `=== what it tries`, its source, then lines that begin with `=> `: the place and the code
 * of each problem it must cause. Without such a line it must be harmless. `\u{200B}` stands for that character.
 */
export type Case = { file: string; tries: string; source: string; expected: string[] };

/** The cases of every text file in a folder beside this one. */
export function readCases(folder: string): Case[] {
  const at = path.join(import.meta.dirname, folder);
  return readdirSync(at)
    .sort()
    .flatMap((file) => parseCases(readFileSync(path.join(at, file), 'utf8'), file));
}

function parseCases(text: string, file: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [tries = '', ...lines] = part.split('\n');
      const isExpected = (line: string) => line.startsWith('=> ');
      const source = lines.filter((line) => !isExpected(line)).join('\n');
      return {
        file,
        tries,
        source: decode(source.trimEnd()),
        expected: lines.filter(isExpected).map((line) => line.slice(3)),
      };
    });
}

function decode(text: string): string {
  return text.replace(/\\u\{([0-9A-F]{1,6})\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
