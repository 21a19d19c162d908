import type { Plugin } from 'vite';

/**
 * Leaves `import()` in the reader's script as it is: Vite's helper around it, for stylesheets and
 * preloads that no part of the script has, is as large as a part.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    // Nor the list of what a part needs, which its own imports say.
    configEnvironment: (name) =>
      name === 'client' ? { build: { modulePreload: false } } : undefined,
    load(id) {
      if (id !== '\0vite/preload-helper.js') return undefined;
      return 'export const __vitePreload = (load) => load();';
    },
  };
}
