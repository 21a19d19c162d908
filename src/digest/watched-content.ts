import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * In `dev`: whoever looks at a page sees what was saved. Pages read the content anew, so it is enough to load them again.
 */
export function watchContent(content: string): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      // Hundreds of thousands of files may lie there, and all would be looked at before the first page is shown.
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const made = [join(root, '.cache'), fileURLToPath(config.outDir)];
        const ignored = (file: string) =>
          made.some((folder) => lies(file, folder)) && !lies(file, content);
        updateConfig({ vite: { server: { watch: { ignored } } } });
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (lies(file, content)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** Whether a file is a folder, or lies in it. */
function lies(file: string, folder: string): boolean {
  return join(file, sep).startsWith(join(folder, sep));
}
