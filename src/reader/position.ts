/** Where in an issue the reader is; only a page of several papers loads what says so. */
export function startPosition(): void {
  const articles = [...document.querySelectorAll('main > article[id]')];
  if (articles.length < 2 || !document.getElementById('contents')) return;
  void import('./position-bar.ts').then(({ showPosition }) => showPosition(articles));
}
