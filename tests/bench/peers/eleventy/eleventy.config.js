import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import { markdown } from './markdown.js';

export default function configure(config) {
  config.setLibrary('md', markdown);
  config.addPassthroughCopy({
    static: '/',
    'node_modules/katex/dist/katex.min.css': 'katex.min.css',
    'node_modules/katex/dist/fonts': 'fonts',
  });
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
