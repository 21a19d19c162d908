import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assemble } from '../../src/digest/assemble.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { readEntries } from '../../src/digest/read.ts';
import type { Problem } from '../../src/problem.ts';
import type { Rule } from '../../src/rules/rule.ts';
import {
  complete,
  mergeKeys,
  PAPER,
  PERSON,
  siteFacts,
  TAGS,
  writePaper,
  type Files,
} from './folder.ts';
import { made } from './made.ts';

/** The content folder of one example, whole: everything else in it is right. */
export function buildExample(rule: Rule, which: 'wrong' | 'right'): Files {
  if (rule.in === 'words') {
    const make = made[rule.code];
    if (make === undefined)
      throw new Error(`tests/rules/made.ts makes no example of ${rule.code}.`);
    return complete(make[which]);
  }
  if (rule.in === 'files') return complete(rule[which]);
  const source = rule[which];
  switch (rule.in) {
    case 'text':
      return complete({ [PAPER]: writePaper(source) });
    case 'facts':
      return complete({ [PAPER]: source });
    case 'issue':
      return complete({ 'issues/2026-03/index.mdx': source });
    case 'site':
      return complete({ 'site.yaml': mergeKeys(siteFacts, source) });
    case 'person':
      return complete({ [PERSON]: source });
    case 'tags':
      return complete({ 'tags.yaml': `${TAGS}\n${source}\n` });
    case 'svg':
      return complete({
        [PAPER]: writePaper('<Figure src="./memory.svg" alt="Loss falls as memory grows" />'),
        'papers/2026-03/memory/memory.svg': source,
      });
    case 'csv': {
      const series = source.startsWith('model,') ? ' series="model"' : '';
      return complete({
        [PAPER]: writePaper(
          `<Plot data="./results.csv" x="tokens" y="accuracy"${series} alt="Accuracy falls" />`,
        ),
        'papers/2026-03/memory/results.csv': source,
      });
    }
  }
}

/** Judges content folders one after the other, each as the command does. */
export class Judge {
  readonly #root = mkdtempSync(path.join(tmpdir(), 'residual-rules-'));
  readonly #content = path.join(this.#root, 'content');

  async judge(files: Files): Promise<Problem[]> {
    rmSync(this.#content, { recursive: true, force: true });
    for (const [name, source] of Object.entries(files)) {
      if (source === undefined) continue;
      const file = path.join(this.#content, name);
      mkdirSync(path.dirname(file), { recursive: true });
      if (typeof source === 'function') source(file);
      else writeFileSync(file, source);
    }
    const entries = readEntries(this.#content, ['paper', 'issue', 'person', 'tags']);
    return (await assemble(this.#content, entries)).problems;
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
    rmSync(cacheFolder(this.#content), { recursive: true, force: true });
  }
}
