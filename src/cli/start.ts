import { readArguments, readPort } from './arguments.ts';
import { buildSite } from './builder.ts';
import { DEFAULT_OUT_DIR } from './folders.ts';
import { showSite } from './server.ts';

const { values } = readArguments({ port: { type: 'string' } }, 'npm start -- --port 5000');
const port = readPort(values.port);
const built = await buildSite(DEFAULT_OUT_DIR);
if (built === undefined) process.exitCode = 1;
else await showSite(DEFAULT_OUT_DIR, built.base, port);
