import { issues } from '../archive.js';
import { renderList } from '../_includes/page.11ty.js';

export const data = { layout: 'page.11ty.js', title: 'Invented', permalink: '/' };

export function render({ collections }) {
  const months = Object.entries(issues).map(
    ([id, { title }]) => `<li><a href="/issues/${id}/">${id}: ${title}</a></li>`,
  );
  return `<h1>Invented</h1>\n${renderList(collections.papers.slice(-20).reverse())}\n<ul>${months.reverse().join('\n')}</ul>`;
}
