import { count } from '../text.ts';
import { readArguments, readPort } from './arguments.ts';
import { buildSite, readBuilt } from './builder.ts';
import { DEFAULT_OUT_DIR } from './folders.ts';
import { inputsKey } from './inputs.ts';
import { showSite } from './server.ts';

const { values } = readArguments({ port: { type: 'string' } }, 'npm start -- --port 5000');
const port = readPort(values.port);
let built = readBuilt(DEFAULT_OUT_DIR);
if (built?.key === inputsKey()) {
  console.log(`Nothing changed since the last build: ${count(built.pages, 'page')}.`);
} else {
  built = await buildSite(DEFAULT_OUT_DIR);
}
if (built === undefined) process.exitCode = 1;
else await showSite(DEFAULT_OUT_DIR, built.base, port);
