import { FILTERS, type FilterName } from '../search/filters.ts';

/** What is searched, as the address has it: `?q=memory&tag=long-context&sort=date`. */
export type State = {
  q: string;
  /** Ids; a paper must have all of them. */
  filters: Record<FilterName, readonly string[]>;
  /** By how well it fits unless told. */
  sort: 'date' | '';
};

export function readState(search: string): State {
  const query = new URLSearchParams(search);
  const [tag, category, month, person] = FILTERS.map((name) => [...new Set(query.getAll(name))]);
  return {
    q: query.get('q') ?? '',
    filters: { tag: tag ?? [], category: category ?? [], month: month ?? [], person: person ?? [] },
    sort: query.get('sort') === 'date' ? 'date' : '',
  };
}

/** The address of a state, from `?` on; empty where nothing is searched. */
export function writeState({ q, filters, sort }: State): string {
  const query = new URLSearchParams([
    ...(q.trim() === '' ? [] : [['q', q.trim()]]),
    ...FILTERS.flatMap((name) => filters[name].map((id) => [name, id])),
    ...(sort === '' ? [] : [['sort', sort]]),
  ]);
  return query.size === 0 ? '' : `?${query}`;
}

/** Whether there is anything to find. */
export function isAsking({ q, filters }: State): boolean {
  return q.trim() !== '' || FILTERS.some((name) => filters[name].length > 0);
}
