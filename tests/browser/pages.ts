import type { Page } from 'playwright/test';

/** One address of every kind of page of the real content, from the site's root on. */
export const kinds = {
  home: '',
  issues: 'issues/',
  issue: 'issues/2025-01/',
  'issue of one paper': 'issues/2026-03/',
  papers: 'papers/',
  year: 'papers/year/2025/',
  paper: 'papers/titans/',
  'paper of 200 authors': 'papers/deepseek-v3/',
  authors: 'authors/',
  author: 'authors/kunal-singh/',
  tags: 'tags/',
  tag: 'tags/memory/',
  category: 'categories/cs-lg/',
  equations: 'equations/',
  statistics: 'statistics/',
  feeds: 'feeds/',
  search: 'search/?q=memory',
  'reading list': 'reading/',
  about: 'about/',
  contribute: 'contribute/',
  errors: 'contribute/errors/',
  preview: 'contribute/preview/',
  missing: 'no/such/page/',
};

/** Whether every kind of page is looked at in every way: `npm run test:full`, or `npm test -- every-page`. */
export const isFull = process.env['EVERY_PAGE'] !== undefined;

const some = [
  'home',
  'issue',
  'paper',
  'paper of 200 authors',
  'author',
  'equations',
  'search',
  'contribute',
  'missing',
];
const few = ['home', 'paper'];

/** The pages that are opened at widths where they could break. */
export const seenKinds = Object.entries(kinds).filter(([kind]) => isFull || some.includes(kind));

/** The pages that axe, which takes seconds a page, is asked about; of what opens on them only where every page is. */
export const judgedKinds = Object.entries(kinds).filter(([kind]) => isFull || few.includes(kind));

/** The themes in which what opens is looked at. */
export const schemes = isFull ? (['light', 'dark'] as const) : (['light'] as const);

/** What the policy refuses and what the console says is an error, from the first byte of each page on. */
export async function listen(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.exposeFunction('reportFault', (fault: string) => faults.push(fault));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { reportFault: (fault: string) => void }).reportFault(
        `${violatedDirective} refuses ${blockedURI}`,
      );
    });
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
  });
  return faults;
}
