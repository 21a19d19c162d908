import { issues } from '../archive.js';
import { renderFacts } from '../_includes/page.11ty.js';

export const data = {
  layout: 'page.11ty.js',
  pagination: { data: 'collections.by-month', size: 1, alias: 'group' },
  permalink: ({ group }) => `/issues/${group.id}/`,
  eleventyComputed: { title: ({ group }) => issues[group.id]?.title },
};

export function render({ group }) {
  const { title, text } = issues[group.id];
  const articles = group.papers.map(
    ({ url, data, content }) =>
      `<article>\n<h2><a href="${url}">${data.title}</a></h2>\n${renderFacts(data)}\n${content}\n</article>`,
  );
  return `<h1>${title}</h1>\n<p>${text}</p>\n${articles.join('\n')}`;
}
