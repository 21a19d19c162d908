import { people } from '../archive.js';
import { renderList } from '../_includes/page.11ty.js';

export const data = {
  layout: 'page.11ty.js',
  pagination: { data: 'collections.by-people', size: 1, alias: 'group' },
  permalink: ({ group }) => `/people/${group.id}/`,
  eleventyComputed: { title: ({ group }) => people[group.id]?.name },
};

export function render({ group }) {
  return `<h1>${people[group.id].name}</h1>\n${renderList(group.papers)}`;
}
