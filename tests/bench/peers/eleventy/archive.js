import { readFileSync } from 'node:fs';

/** Titles of issues, names of people and topics, by id. As global data they would be merged into that of every page. */
export const { issues, people, topics } = JSON.parse(
  readFileSync(new URL('archive.json', import.meta.url), 'utf8'),
);
