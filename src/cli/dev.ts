import { dev } from 'astro';
import { readArguments, readPort } from './arguments.ts';
import { ROOT } from './folders.ts';

const { values } = readArguments({ port: { type: 'string' } }, 'npm run dev -- --port 5000');
// Astro's server would want a slash behind the addresses of pictures and data too.
await dev({ root: ROOT, trailingSlash: 'ignore', server: { port: readPort(values.port) ?? 4321 } });
