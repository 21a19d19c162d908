import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildJsonSchemas } from '../schemas/json-schema.ts';
import { ROOT } from './folders.ts';

// What editors read of the schemas is formatted text as well.
for (const { name, schema } of buildJsonSchemas()) {
  const file = join(ROOT, '.vscode/schemas', `${name}.schema.json`);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
const prettier = join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
const { status } = spawnSync(process.execPath, [prettier, '--write', '.'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
