import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './folders.ts';

// What it measures with belongs to the tests, which only `npm test` and this command start.
await import(pathToFileURL(join(ROOT, 'tests/bench/bench.ts')).href);
