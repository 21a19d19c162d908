import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { watchFolder } from './folder-watcher.ts';
import { handContent } from './handing.ts';

/** What reads, judges and addresses content besides the rules of its texts. */
const OTHER_RULES = [
  ...['src/pictures', 'src/plots', 'src/record', 'src/versions'],
  ...['src/site.ts', 'src/routes.ts', 'src/text.ts'],
];

/**
 * In `dev`: hands the content to the pages, and shows a page again when something was saved. What reads and judges it is
 * loaded by Node, as for every command, since Vite would take seconds to.
 */
export function watchContent(content: string): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      // Hundreds of thousands of files may lie there, and all would be looked at before the first page is shown.
      'astro:config:setup': ({ config, updateConfig }) => {
        const apart = [
          join(fileURLToPath(config.root), '.cache'),
          fileURLToPath(config.outDir),
          content,
        ];
        const ignored = (file: string) => apart.some((folder) => lies(file, folder));
        updateConfig({ vite: { server: { watch: { ignored } } } });
      },
      'astro:server:setup': async ({ server, logger }) => {
        const { SavedContent } = await import('./saved-content.ts');
        const { ENTRY_RULES } = await import('./compile-file.ts');
        const saved = new SavedContent(content);
        handContent(saved);
        let shown: unknown;
        const isOther = () => {
          const before = shown;
          shown = saved.look();
          return shown !== before;
        };
        server.middlewares.use(({ url = '' }, _response, next) => {
          if (isOfVite(url, server.config.base) || !isOther()) {
            next();
            return;
          }
          // Astro keeps which pages there are. It hears of it before it is asked for one of them.
          server.environments.ssr.hot.send('astro:content-changed', {});
          setImmediate(next);
        });
        const reload = () => {
          server.ws.send({ type: 'full-reload' });
        };
        const tell = ({ message }: Error) => {
          logger.warn(
            `Not all of the content is followed; load a page again to see what was saved. ${message}`,
          );
        };
        const end = watchFolder(content, reload, tell);
        server.httpServer?.once('close', end);
        const native = [...ENTRY_RULES, ...OTHER_RULES].map((at) => join(server.config.root, at));
        server.watcher.on('change', (file) => {
          if (!native.some((folder) => lies(file, folder))) return;
          logger.warn(
            `${relative(server.config.root, file)} was changed. Pages are drawn with it at once; start again for what is read and judged.`,
          );
        });
      },
    },
  };
}

/** Whether a file is a folder, or lies in it. */
function lies(file: string, folder: string): boolean {
  return join(file, sep).startsWith(join(folder, sep));
}

/** Whether a request is for code, and needs no look at the content. */
function isOfVite(url: string, base: string): boolean {
  return /^(?:@|src\/|node_modules\/)/.test(url.slice(base.length));
}
