import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { cacheFolder, contentFolder } from './src/digest/folders.ts';
import { formatProblems } from './src/digest/problems.ts';
import { readSiteFile } from './src/digest/site-file.ts';

const content = contentFolder();
const { site, problems } = readSiteFile(content);
if (!site) throw new Error(formatProblems(problems));
const { origin, pathname } = new URL(site.url);

export default defineConfig({
  site: origin,
  base: pathname,
  trailingSlash: 'always',
  cacheDir: `${cacheFolder(content)}/astro`,
  // The default, 'jsx', eats the space between a word and a link at a line break.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx()],
  // Only for the pages that maintainers write: a summary never comes here.
  markdown: {
    syntaxHighlight: false,
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }),
  },
  // A small font stays a file: the content security policy takes none from a stylesheet's own text.
  vite: { build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) } },
});
