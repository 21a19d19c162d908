import { people as peopleById, topics as topicsById } from '../archive.js';
import { setInline } from '../markdown.js';

export function renderPage(title, content) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/katex.min.css">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
</head>
<body>
<header><a href="/">Invented</a></header>
<main>
${content}
</main>
</body>
</html>
`;
}

/** The facts of a paper above its text; `people` are those who have a page. */
export function renderFacts({ authors, topics, people, arxiv, tldr, abstract, month }) {
  const names = people.map((id) => `<a href="/people/${id}/">${peopleById[id].name}</a>`);
  const tags = topics.map((id) => `<a href="/topics/${id}/">${topicsById[id].label}</a>`);
  return `<p>${authors.join(', ')}</p>
<p>More of: ${names.join(', ')}</p>
<p><a href="/issues/${month}/">${month}</a> <a href="https://arxiv.org/abs/${arxiv}">arXiv</a> ${tags.join(', ')}</p>
<p>${setInline(tldr)}</p>
<details><summary>Abstract</summary><p>${abstract}</p></details>
`;
}

export function renderRow({ url, data }) {
  return `<li><a href="${url}">${data.title}</a> <small>${data.authors.join(', ')}</small> <p>${setInline(data.tldr)}</p></li>`;
}

export function renderList(papers) {
  return `<ol>\n${papers.map(renderRow).join('\n')}\n</ol>`;
}

export function render({ title, content }) {
  return renderPage(title, content);
}
