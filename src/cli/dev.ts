import { dev } from 'astro';
import { readArguments, readPort } from './arguments.ts';
import { ROOT } from './folders.ts';

const { values } = readArguments({ port: { type: 'string' } }, 'npm run dev -- --port 5000');
await dev({ root: ROOT, server: { port: readPort(values.port) ?? 4321 } });
