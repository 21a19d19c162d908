import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileBody } from '../../src/body/compile.ts';
import type { Problem } from '../../src/problem.ts';

/** What the notation of every case explains. */
const NOTATION = ['x_t', '\\alpha', '\\mathbf W', 'N_s', 'N_r', 'a', 'b', 'y', 'z'];

/**
 * Each case of a text file is a source and all that is said of it: `line:column code`, `warning` before the
 * code where it is one, the message, the fix. `\u{200B}` in a source stands for that character.
 */
function readCases(name: string) {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split(/^===\n/m)
    .slice(1)
    .map((text) => {
      const [source = '', expected = ''] = text.split(/\n---\n/);
      return { source: decode(source), expected: expected.trim() };
    });
}

const cases = readCases('compile-refused.txt');

for (const { source, expected } of [...cases, ...readCases('compile-warned.txt')]) {
  test(`refused: ${JSON.stringify(source)}`, () => {
    assert.equal(
      print(compileBody(source, { file: 'x.mdx', notation: NOTATION }).problems),
      expected,
    );
  });
}

test('faults do not hide or multiply each other', () => {
  // Not those that take in the rest of the text, share a name with another case or pair with it.
  const local = cases
    .map(({ source }) => source)
    .filter(
      (source) =>
        !/^```|^\{\/\* not|\\label|label=|\[\^|^\[x\]:|^#|^<\/Figure>$|c">$/m.test(source),
    );
  for (let first = 0; first < local.length; first += 7) {
    for (const group of [local.slice(first, first + 7), local.slice(first, first + 7).reverse()]) {
      const alone = group.flatMap((source) => sayings(`${source}\n\nEnd.`));
      assert.deepEqual(sayings(`${group.join('\n\n')}\n\nEnd.`).toSorted(), alone.toSorted());
    }
  }
});

function sayings(source: string): string[] {
  return compileBody(source, { file: 'x.mdx' })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`);
}

function print(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ line, column, severity, code, message, fix }) =>
        `${line}:${column} ${severity === 'warning' ? 'warning ' : ''}${code}\n  ${message}\n  ${fix}`,
    )
    .join('\n');
}

function decode(text: string): string {
  return text.replace(/\\u\{([0-9A-F]+)\}/g, (_, hex: string) => {
    return String.fromCodePoint(Number.parseInt(hex, 16));
  });
}
