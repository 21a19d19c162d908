import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { ROOT } from './folders.ts';

const { values } = readArguments(
  { check: { type: 'boolean' } },
  'npm run format, or npm run format -- --check',
);
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/prettier/bin/prettier.cjs'), values.check ? '--check' : '--write', '.'],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
