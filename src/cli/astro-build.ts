/*
 * The process that runs Astro's build, started by `builder.ts` and by nothing else. Astro's log
 * goes out as JSON lines; what the build was, as one message.
 */
import { build } from 'astro';
import { ROOT } from './folders.ts';

/** Sent to the parent once, when the build has come to its end. */
export type BuildMessage = { base: string; pages: number };

let base = '/';
let isDone = false;

// The parent was stopped, so nobody will use what this build makes.
process.on('disconnect', () => {
  if (!isDone) process.exit(1);
});

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('The output folder is missing.');

await build({
  root: ROOT,
  outDir,
  logger: { entrypoint: 'astro/logger/json' },
  integrations: [
    {
      name: 'build-message',
      hooks: {
        'astro:config:done': ({ config }) => {
          base = config.base;
        },
        'astro:build:done': ({ pages }) => {
          process.send?.({ base, pages: pages.length } satisfies BuildMessage);
        },
      },
    },
  ],
});
isDone = true;
process.disconnect();
