import { resolve } from 'node:path';
import { fail, readArguments, readPort } from './arguments.ts';
import { DEFAULT_OUT_DIR } from './build.ts';
import { readBuilt } from './builder.ts';
import { typedPath } from './folders.ts';
import { serve } from './server.ts';

/** Shows a built site until Ctrl-C; a taken port gives way to the next one. */
export async function showSite(outDir: string, base: string, port?: number): Promise<void> {
  const tries = port === undefined ? 20 : 1;
  const served = await serve({ folder: outDir, base, port: port ?? 4321, tries });
  console.log(`\n  ${served.url}\n\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void served.close().then(() => process.exit(0));
    });
  }
}

if (import.meta.filename === process.argv[1]) {
  const { values } = readArguments(
    { outDir: { type: 'string' }, port: { type: 'string' } },
    'npm run preview -- --port 5000',
  );
  const outDir = resolve(values.outDir ?? DEFAULT_OUT_DIR);
  const port = readPort(values.port);
  const built = readBuilt(outDir);
  if (built === undefined) {
    console.error(`There is no built site in ${typedPath(outDir)}. Make one: npm run build`);
    process.exitCode = 1;
  } else {
    await showSite(outDir, built.base, port).catch(fail);
  }
}
