import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listUnitTests } from '../../src/cli/unit-tests.ts';

test('what changes its process for good, or every test of it, has a process of its own', () => {
  const { alone, together } = listUnitTests();
  const changes =
    /^(?:process\.(?:env(?:\.|\[).*=|chdir\()|delete process\.env|globalThis\.\w+ =|(?:before|after)Each\()/m;
  const doesSo = (file: string) => changes.test(readFileSync(file, 'utf8'));
  assert.deepEqual(together.filter(doesSo), []);
  // Those that do so are found.
  assert.ok(alone.some(doesSo));
  assert.ok(together.length > 100);
});

test('every test file runs in one step', () => {
  const { alone, together } = listUnitTests();
  const all = globSync('tests/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
  const ofUnits = all.filter((file) => !/^tests\/(?:site|full)\//.test(file));
  assert.deepEqual([...alone, ...together].sort(), ofUnits.sort());
});
