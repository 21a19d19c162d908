import { oneLine, wholeFamily } from './names.ts';
import type { Reference, ReferenceName } from './reference.ts';

/**
 * A paper as an OpenURL ContextObject in a `title`, by which Zotero and library browsers find it on a page: COinS
 * (https://web.archive.org/web/20170420192630/http://ocoins.info/). Zotero's reading of it decides between forms:
 * https://github.com/zotero/utilities, `openurl.js`.
 */
export function renderCoins({ kind, title, authors, date, venue, doi, url }: Reference): string {
  const { format, genre, titleKey, venueKey } = forms[kind];
  const day = [date.year, date.month, date.day].flatMap((part) =>
    part === undefined ? [] : String(part).padStart(2, '0'),
  );
  const pairs: [key: string, value: string][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    genre,
    [titleKey, title.plain],
    // All of them as `au`: of pairs `aulast` and `aufirst`, Zotero drops who shares a family name and an initial.
    ...authors.map((name): [string, string] => ['rft.au', renderName(name)]),
    ['rft.date', day.join('-')],
    ...(venue === undefined ? [] : [[venueKey, venue] as [string, string]]),
    ...(doi === undefined ? [] : [['rft_id', `info:doi/${doi}`] as [string, string]]),
    ['rft_id', url],
  ];
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(oneLine(value))}`).join('&');
}

type Form = {
  format: string;
  genre: [key: string, value: string];
  titleKey: string;
  venueKey: string;
};

const document = (type: string): Form => ({
  format: 'dc',
  genre: ['rft.type', type],
  titleKey: 'rft.title',
  venueKey: 'rft.source',
});

// A preprint is no genre of OpenURL; Dublin Core's form has a type, where Zotero takes its own words.
const forms: Record<Reference['kind'], Form> = {
  preprint: document('preprint'),
  other: document('document'),
  summary: document('webpage'),
  article: {
    format: 'journal',
    genre: ['rft.genre', 'article'],
    titleKey: 'rft.atitle',
    venueKey: 'rft.jtitle',
  },
  conference: {
    format: 'book',
    genre: ['rft.genre', 'proceeding'],
    titleKey: 'rft.atitle',
    venueKey: 'rft.btitle',
  },
};

/** With a comma, so that it is not taken apart at its last blank; the comma of a group ends its name. */
function renderName(name: ReferenceName): string {
  if ('literal' in name) return `${name.literal.replaceAll(',', ' ')},`;
  const given = [name.given, name.suffix].filter((part) => part !== '').join(' ');
  return `${wholeFamily(name)}, ${given}`.trimEnd();
}
