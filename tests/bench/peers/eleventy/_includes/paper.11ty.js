import { renderFacts, renderPage } from './page.11ty.js';

export function render(data) {
  return renderPage(
    data.title,
    `<article>\n<h1>${data.title}</h1>\n${renderFacts(data)}\n${data.content}\n</article>`,
  );
}
