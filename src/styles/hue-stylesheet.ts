import type { Plugin } from 'vite';
import type { Colour } from './colours.ts';

/** The hues of site.yaml at the end of `tokens.css`, in place of the program's own. */
export function hueStylesheet(hues: readonly Colour[] = []): Plugin {
  return {
    name: 'hue-stylesheet',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0] ?? '';
      if (!file.endsWith('/styles/tokens.css') || hues.length === 0) return;
      const rules = hues.map(
        ({ light, dark }, index) => `.hue-${index + 1}{--hue:light-dark(${light},${dark})}`,
      );
      return { code: `${code}@layer tokens{${rules.join('')}}`, map: null };
    },
  };
}
