import { limit as equal } from './equal-program.ts';
export function limit(p: any) { const q = equal(p); return { ...q, routes: q.routes.filter(({ component }: any) => component.endsWith('issues/[id].astro') || component.endsWith('404.astro')) }; }
