/** By what results can be narrowed, as addresses and the index name it. */
export const FILTERS = ['tag', 'category', 'month', 'person'] as const;
export type FilterName = (typeof FILTERS)[number];

/** A value of a filter: an id, a space, and what the page calls it. */
export function joinValue(id: string, label: string): string {
  return `${id} ${label}`;
}

export function splitValue(value: string): { id: string; label: string } {
  const [id = ''] = value.split(' ', 1);
  return { id, label: value.slice(id.length + 1) };
}

/** What stands between the names of a record's authors. */
export const BETWEEN_AUTHORS = ' · ';
