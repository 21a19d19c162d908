import type { Plugin } from 'vite';

/**
 * KaTeX's own stylesheet as a cascade layer, so that ours wins without fighting it, and without the
 * TTF and WOFF copies of its fonts, which every browser that has layers ignores.
 */
export function katexStylesheet(): Plugin {
  return {
    name: 'katex-stylesheet',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/katex(\.min)?\.css$/.test(id.split('?')[0] ?? '')) return undefined;
      const woff2 = code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g, '');
      return { code: `@layer katex {${woff2}}`, map: null };
    },
  };
}
