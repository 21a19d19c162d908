import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './folders.ts';

const prettier = join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
const { status } = spawnSync(process.execPath, [prettier, '--write', '.'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
