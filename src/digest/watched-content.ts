import type { AstroIntegration } from 'astro';
import { contentFolder } from './folders.ts';

/** In `dev`: whoever looks at a page sees what was saved. Pages read the content anew, so it is enough to load them again. */
export function watchContent(): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const content = contentFolder();
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(content)) server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
