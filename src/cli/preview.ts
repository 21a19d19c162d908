import { readArguments, readPort } from './arguments.ts';
import { readBuilt } from './builder.ts';
import { DEFAULT_OUT_DIR } from './folders.ts';
import { showSite } from './server.ts';

const { values } = readArguments(
  { outDir: { type: 'string' }, port: { type: 'string' } },
  'npm run preview -- --port 5000',
);
const folder = values.outDir ?? DEFAULT_OUT_DIR;
const port = readPort(values.port);
const built = readBuilt(folder);
if (built === undefined) {
  console.error(`There is no built site in ${folder}. Make one: npm run build`);
  process.exitCode = 1;
} else {
  await showSite(folder, built.base, port);
}
