/*
 * The process in which Astro bundles the program into the folder it is given, started by `astro.ts` and by
 * nothing else. The log goes out as JSON lines.
 */
import { cpSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import { PARTS, type Snapshot } from '../making/program.ts';
import { ROOT } from './folders.ts';

/** What Astro's default prerenderer holds, as far as it is taken over. */
type Prerenderer = {
  setup?: () => Promise<void>;
  app?: { getOptions(): Options };
};
type Options = {
  settings: { scripts: Snapshot['scripts'] };
  allPages: Record<string, { route: { route: string }; component: string; styles: unknown[] }>;
};

const [folder = ''] = process.argv.slice(2);
const outDir = join(folder, PARTS.assets);

/** Keeps the bundle instead of making pages with it: they are made by who knows which have changed. */
const keepBundle: AstroIntegration = {
  name: 'keep-bundle',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer((standard) => ({
        name: 'keep-bundle',
        async setup() {
          await standard.setup?.();
          const options = (standard as Prerenderer).app?.getOptions();
          if (!options) throw new Error('Astro has no application to make pages with.');
          const bundle = join(outDir, '.prerender');
          cpSync(bundle, join(folder, PARTS.code), { recursive: true });
          const pages = Object.values(options.allPages).map(({ route, component, styles }) => ({
            ...{ route: route.route, component, styles },
          }));
          const [entry = ''] = globSync('prerender-entry.*.mjs', { cwd: bundle });
          const snapshot: Snapshot = { entry, scripts: options.settings.scripts, pages };
          writeFileSync(join(folder, PARTS.snapshot), JSON.stringify(snapshot));
        },
        getStaticPaths: () => Promise.resolve([]),
        render: () => Promise.reject(new Error('No page is made here.')),
      }));
    },
  },
};

// The parent was stopped, so nobody will use what this build makes.
const giveUp = () => process.exit(1);
process.on('disconnect', giveUp);
await build({
  ...{ root: ROOT, outDir },
  integrations: [keepBundle],
  logger: { entrypoint: 'astro/logger/json' },
});
process.off('disconnect', giveUp);
