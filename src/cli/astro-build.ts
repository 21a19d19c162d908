/*
 * The process that runs Astro's build into the folder it is given, started by `astro.ts` and by
 * nothing else. The log goes out as JSON lines.
 */
import { build } from 'astro';
import { ROOT } from './folders.ts';

const [outDir = ''] = process.argv.slice(2);
// The parent was stopped, so nobody will use what this build makes.
const giveUp = () => process.exit(1);
process.on('disconnect', giveUp);
await build({ root: ROOT, outDir, logger: { entrypoint: 'astro/logger/json' } });
process.off('disconnect', giveUp);
