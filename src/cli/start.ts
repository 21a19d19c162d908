import { fail, readArguments, readPort } from './arguments.ts';
import { buildWhereChanged, DEFAULT_OUT_DIR } from './build.ts';
import { showSite } from './preview.ts';

const { values } = readArguments({ port: { type: 'string' } }, 'npm start -- --port 5000');
const port = readPort(values.port);
const built = await buildWhereChanged(DEFAULT_OUT_DIR);
if (built === undefined) process.exitCode = 1;
else await showSite(DEFAULT_OUT_DIR, built.base, port).catch(fail);
