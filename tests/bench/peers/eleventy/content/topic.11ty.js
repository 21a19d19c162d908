import { topics } from '../archive.js';
import { renderList } from '../_includes/page.11ty.js';

export const data = {
  layout: 'page.11ty.js',
  pagination: { data: 'collections.by-topics', size: 1, alias: 'group' },
  permalink: ({ group }) => `/topics/${group.id}/`,
  eleventyComputed: { title: ({ group }) => topics[group.id]?.label },
};

export function render({ group }) {
  const { label, description } = topics[group.id];
  return `<h1>${label}</h1>\n<p>${description}</p>\n${renderList(group.papers)}`;
}
