import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What a worker gets in place of a package's file for browsers, which asks for a document, or for Node. */
const FILES: Record<string, string> = {
  'csv-parse/sync': 'csv-parse/browser/esm/sync',
  'decode-named-character-reference': '../index.js',
};

/** Packages whose file for Node, or for a page, does not run in a worker. */
export function browserPackages(): Plugin {
  return {
    name: 'browser-packages',
    enforce: 'pre',
    // What `dev` bundles beforehand does not pass through here.
    config: () => ({ optimizeDeps: { exclude: ['decode-named-character-reference'] } }),
    async resolveId(id, importer, options) {
      if (!Object.hasOwn(FILES, id) || options.ssr || this.environment.name === 'ssr') return null;
      if (id === 'csv-parse/sync') return await this.resolve(FILES[id] ?? id, importer);
      return fileURLToPath(import.meta.resolve(id));
    },
  };
}
