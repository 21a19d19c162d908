import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { watchFolder } from '../../src/digest/folder-watcher.ts';

void test(
  'what is saved, made, renamed and deleted in a folder is told, however deep, also in new folders',
  { timeout: 60_000 },
  async (context) => {
    const root = mkdtempSync(path.join(tmpdir(), 'watched-'));
    const at = (name: string) => path.join(root, name);
    mkdirSync(at('papers/2025-01/a'), { recursive: true });
    writeFileSync(at('papers/2025-01/a/index.mdx'), 'one');
    let told: (() => void) | undefined;
    const end = watchFolder(root, () => told?.(), assert.ifError);
    context.after(() => {
      end();
      rmSync(root, { recursive: true, force: true });
    });
    const follow = async (name: string, change: () => void) => {
      const news = new Promise<void>((resolve) => (told = resolve));
      change();
      await news;
      context.diagnostic(name);
    };
    const write = (name: string) => () => writeFileSync(at(name), 'two');
    await follow('saved', write('papers/2025-01/a/index.mdx'));
    await follow('made', write('papers/2025-01/a/wave.svg'));
    await follow('a new folder', () => mkdirSync(at('papers/2025-02/b'), { recursive: true }));
    await follow('made in it', write('papers/2025-02/b/index.mdx'));
    await follow('saved in it', write('papers/2025-02/b/index.mdx'));
    await follow('a folder renamed', () => renameSync(at('papers/2025-02'), at('papers/2025-03')));
    await follow('saved below it', write('papers/2025-03/b/index.mdx'));
    await follow('another in the old place', () => mkdirSync(at('papers/2025-02')));
    await follow('made in that', write('papers/2025-02/note.md'));
    await follow('put in its place', () => {
      writeFileSync(at('papers/2025-03/b/draft'), 'three');
      renameSync(at('papers/2025-03/b/draft'), at('papers/2025-03/b/index.mdx'));
    });
    await follow('deleted', () => rmSync(at('papers/2025-03'), { recursive: true }));
  },
);
