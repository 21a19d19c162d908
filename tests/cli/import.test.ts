import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../fixture.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'import-command-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
cpSync('tests/fixtures/digest/site.yaml', path.join(scratch, 'site.yaml'));

const archive = 'tests/fixtures/archives/hugo';
const run = (...args: string[]) => runCommand('import', args, scratch);

test('the command ends with 1 where the check finds errors, and prints the report', async () => {
  const { code, output } = await run(archive, '--dry-run');
  assert.equal(code, 1);
  assert.match(output, /^# Import report\n\nNothing was written: /);
  assert.ok(!existsSync(path.join(scratch, 'papers')));
});

test('a mapping to start from is saved once', async () => {
  const file = path.join(scratch, 'mapping.yaml');
  const { code } = await run(archive, '--write-mapping', '--mapping', file);
  assert.equal(code, 0);
  assert.match(readFileSync(file, 'utf8'), /^# How the facts[^\n]*\npaper:\n {2}title: title\n/);
  const again = await run(archive, '--write-mapping', '--mapping', file);
  assert.equal(again.code, 2);
  assert.ok(again.output.includes(`${file} is there already. Name another with --mapping.`));
});

test('what cannot be run ends with 2 and a sentence', async () => {
  const bad = path.join(scratch, 'bad.yaml');
  writeFileSync(bad, 'paper: { titel: title }\n');
  const results = await Promise.all([run(), run('nowhere'), run(archive, '--mapping', bad)]);
  assert.deepEqual(
    results.map(({ code }) => code),
    [2, 2, 2],
  );
  assert.match(results[0].output, /^Name the folder of one archive\. Write: npm run import -- /);
  assert.match(results[1].output, /^There is no folder nowhere\./);
  assert.match(results[2].output, /bad\.yaml:1:10 {2}error {2}unknown-key/);
});
