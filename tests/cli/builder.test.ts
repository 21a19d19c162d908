import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isFault, readLogLine } from '../../src/cli/astro.ts';
import { readBuilt } from '../../src/cli/builder.ts';
import { outDirProblem, ROOT } from '../../src/cli/folders.ts';
import { inputsKey } from '../../src/cli/inputs.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'builder-'));
});
after(() => rmSync(folder, { recursive: true }));

describe('the key of the inputs', () => {
  test('changes with every file, its name and its bytes, and with nothing else', () => {
    const root = join(folder, 'project');
    const content = join(folder, 'content');
    mkdirSync(join(root, 'src/deep'), { recursive: true });
    mkdirSync(content);
    for (const name of ['package-lock.json', 'astro.config.mjs', 'tsconfig.json']) {
      writeFileSync(join(root, name), '');
    }
    const seen = new Set<string>();
    const differs = (change: () => void) => {
      change();
      const key = inputsKey(content, root);
      assert.ok(!seen.has(key));
      assert.equal(inputsKey(content, root), key);
      seen.add(key);
    };
    differs(() => undefined);
    differs(() => writeFileSync(join(root, 'src/deep/a.ts'), 'one'));
    differs(() => writeFileSync(join(root, 'src/deep/a.ts'), 'two'));
    differs(() => writeFileSync(join(root, 'package-lock.json'), '{}'));
    differs(() => writeFileSync(join(content, 'x'), 'ab'));
    differs(() => {
      rmSync(join(content, 'x'));
      writeFileSync(join(content, 'xa'), 'b');
    });
    differs(() => symlinkSync('..', join(content, 'up')));
    writeFileSync(join(root, 'README.md'), 'not an input');
    assert.ok(seen.has(inputsKey(content, root)));
  });
});

describe('the output folder', () => {
  test('may be new, empty, or a built site', () => {
    mkdirSync(join(folder, 'empty'));
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site/404.html'), '');
    for (const name of ['new/deep', 'empty', 'site']) {
      assert.equal(outDirProblem(join(folder, name)), undefined);
    }
    assert.equal(outDirProblem('dist'), undefined);
  });

  test('may not be one that holds more, or lies in one that is kept', () => {
    for (const path of ['.', '..', 'content', homedir(), '/']) {
      assert.equal(
        outDirProblem(path),
        `The output folder ${path} holds more than a built site; name a folder of its own, such as dist.`,
      );
    }
    assert.equal(
      outDirProblem('src/new'),
      `The output folder src/new lies inside ${join(ROOT, 'src')}; name a folder of its own, such as dist.`,
    );
    symlinkSync(join(ROOT, 'src'), join(folder, 'link'));
    assert.equal(
      outDirProblem(join(folder, 'link/new')),
      `The output folder ${join(folder, 'link/new')} lies inside ${join(ROOT, 'src')}; name a folder of its own, such as dist.`,
    );
  });

  test('may not hold something else', () => {
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'photos/a.jpg'), '');
    assert.equal(
      outDirProblem(join(folder, 'photos')),
      `The output folder ${join(folder, 'photos')} holds something that is no built site, and a build would replace it; name an empty or a new folder.`,
    );
  });

  test('without a build of ours is unknown', () => {
    assert.equal(readBuilt(folder), undefined);
    assert.equal(readBuilt(join(folder, 'site')), undefined);
  });
});

describe("Astro's log", () => {
  const line = (level: string, label: string | null, message: string) =>
    readLogLine(JSON.stringify({ level, label, message }));

  test('is read line by line, without colours; what is none of it is kept', () => {
    assert.deepEqual(line('info', 'build', '\u001b[32mdone\u001b[39m'), {
      level: 'info',
      label: 'build',
      message: 'done',
    });
    assert.deepEqual(readLogLine('    at file.ts:1'), {
      level: 'info',
      label: null,
      message: '    at file.ts:1',
    });
  });

  test('an error, and a warning that something is left out, is a fault', () => {
    assert.equal(isFault(line('error', 'glob-loader', 'ENOENT')), true);
    assert.equal(isFault(line('warn', 'router', 'A collision will result in a hard error')), true);
    assert.equal(isFault(line('warn', 'content', 'Entry papers → x was not found.')), true);
  });

  test('a note, a word of the bundler is none', () => {
    assert.equal(isFault(line('info', 'build', 'failed to be bad')), false);
    assert.equal(isFault(line('warn', 'vite', 'a chunk is large')), false);
  });
});
