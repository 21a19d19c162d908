import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { contentFolder } from './src/digest/folders.ts';
import { formatProblems } from './src/digest/problems.ts';
import { readSiteFile } from './src/digest/site-file.ts';
import { watchContent } from './src/digest/watched-content.ts';
import { buildPolicy } from './src/policy.ts';
import { browserPackages } from './src/desk/browser-packages.ts';
import { plainImports } from './src/reader/plain-imports.ts';
import { headScript } from './src/reader/theme.ts';
import { hueStylesheet } from './src/styles/hue-stylesheet.ts';

const content = contentFolder();
const { site, problems } = readSiteFile(content);
if (!site) throw new Error(formatProblems(problems));
const { origin, pathname } = new URL(site.url);

export default defineConfig({
  site: origin,
  base: pathname,
  trailingSlash: 'always',
  cacheDir: '.cache/astro',
  // The default, 'jsx', eats the space between a word and a link at a line break.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  security: { csp: buildPolicy(site) },
  integrations: [
    mdx(),
    watchContent(content),
    {
      name: 'head-script',
      hooks: {
        'astro:config:setup': ({ injectScript }) => injectScript('head-inline', headScript),
      },
    },
  ],
  // Only for the pages that maintainers write: a summary never comes here.
  markdown: {
    syntaxHighlight: false,
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }),
  },
  vite: {
    plugins: [hueStylesheet(site.hues), plainImports(), browserPackages()],
    worker: { format: 'es', plugins: () => [browserPackages()] },
    build: {
      // The policy has no place for fonts as `data:`.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    },
  },
});
