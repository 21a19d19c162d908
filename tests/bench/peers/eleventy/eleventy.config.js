import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import katexPlugin from '@vscode/markdown-it-katex';
import markdownIt from 'markdown-it';

const markdown = markdownIt({ html: true, typographer: true }).use(
  katexPlugin.default ?? katexPlugin,
);
const inline = new Map();

/** A sentence with formulas, which stands on several pages and is set once a build. */
export function setInline(text) {
  if (!inline.has(text)) inline.set(text, markdown.renderInline(text));
  return inline.get(text);
}

export default function configure(config) {
  config.setLibrary('md', markdown);
  config.addPassthroughCopy({
    static: '/',
    'node_modules/katex/dist/katex.min.css': 'katex.min.css',
    'node_modules/katex/dist/fonts': 'fonts',
  });
  config.on('eleventy.before', () => inline.clear());
  const papers = (api) =>
    api.getFilteredByGlob('content/papers/*.md').sort((a, b) => a.date - b.date);
  config.addCollection('papers', papers);
  for (const key of ['month', 'people', 'topics']) {
    config.addCollection(`by-${key}`, (api) => {
      const groups = new Map();
      for (const paper of papers(api)) {
        for (const id of [paper.data[key]].flat())
          groups.set(id, [...(groups.get(id) ?? []), paper]);
      }
      return [...groups].map(([id, members]) => ({ id, papers: members.reverse() }));
    });
  }
  config.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed.xml',
    collection: { name: 'papers', limit: 20 },
    metadata: {
      language: 'en',
      title: 'Invented',
      subtitle: 'papers that nobody wrote',
      base: 'https://archive.example/',
      author: { name: 'Nobody' },
    },
  });
}

export const config = {
  dir: { input: 'content', includes: '../_includes', output: 'dist' },
  markdownTemplateEngine: false,
};
