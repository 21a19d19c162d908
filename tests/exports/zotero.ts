/**
 * How Zotero finds and reads what is on a page, by the rules of its translators: their order, and of each what it takes
 * for an item (https://github.com/zotero/translators: `COinS.js`, `unAPI.js`, `Embedded Metadata.js`, `DOI.js`;
 * https://github.com/zotero/utilities: `openurl.js` and `cleanAuthor` of `utilities.js`). Written anew from what they do.
 */
export type ZoteroItem = {
  itemType: string;
  title?: string;
  publicationTitle?: string;
  date?: string;
  DOI?: string;
  url?: string;
  creators: { lastName: string; firstName?: string }[];
};

/** What a page offers, by the translator that Zotero would take. */
export type Offer = {
  translator: 'unAPI' | 'COinS' | 'Embedded Metadata' | 'DOI';
  items: ZoteroItem[];
};

export function findOffer(document: Document): Offer | undefined {
  if (document.querySelector('link[rel="unapi-server"]') && document.querySelector('.unapi-id')) {
    return { translator: 'unAPI', items: [] };
  }
  const coins = [...document.querySelectorAll('span.Z3988[title]')].flatMap(
    (span) => parseContextObject(span.getAttribute('title') ?? '') ?? [],
  );
  if (coins.length > 0) return { translator: 'COinS', items: coins };
  const prefixed = /^(?:citation|dc|dcterms|og|article|prism|bibo?|eprints?)[.:_]/i;
  const isMetadata = [...document.querySelectorAll('head meta')].some((meta) =>
    prefixed.test(meta.getAttribute('name') ?? meta.getAttribute('property') ?? ''),
  );
  if (isMetadata) return { translator: 'Embedded Metadata', items: [] };
  const dois = findDois(document);
  const items = dois.map((DOI): ZoteroItem => ({ itemType: 'journalArticle', DOI, creators: [] }));
  return dois.length > 0 ? { translator: 'DOI', items } : undefined;
}

/** Each once: those in the text of a page, then those in the addresses of its links. */
export function findDois(document: Document): string[] {
  const pattern = /\b10\.[0-9]{4,}\/[^\s&"']*[^\s&"'.,]/g;
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.documentElement, 4);
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (!parentElement?.matches('script, style')) texts.push(nodeValue ?? '');
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const found = [...texts, ...links.map(({ href }) => href)].flatMap((text) =>
    [...text.matchAll(pattern)].map(([doi]) => {
      const unclosed = /^[^(]*\)$|^[^{]*\}$/.test(doi);
      return unclosed ? doi.slice(0, -1) : doi;
    }),
  );
  return [...new Set(found)];
}

const formats: Record<string, string> = {
  journal: 'journalArticle',
  book: 'book',
  dissertation: 'thesis',
  patent: 'patent',
  dc: 'webpage',
};
const bookGenres: Record<string, string> = {
  bookitem: 'bookSection',
  conference: 'conferencePaper',
  proceeding: 'conferencePaper',
  report: 'report',
  document: 'document',
};
const types = new Set(['preprint', 'document', 'webpage', 'journalArticle', 'report']);

export function parseContextObject(source: string): ZoteroItem | undefined {
  const parts = source.split('&');
  const format = parts.find((part) => part.startsWith('rft_val_fmt='));
  const name = decodeURIComponent(format?.slice(12) ?? '').replace('info:ofi/fmt:kev:mtx:', '');
  const itemType = formats[name];
  if (itemType === undefined) return undefined;
  const item: ZoteroItem = { itemType, creators: [] };
  if (itemType === 'book') {
    const genre = Object.keys(bookGenres).find((one) => parts.includes(`rft.genre=${one}`));
    item.itemType = bookGenres[genre ?? ''] ?? 'book';
  }
  for (const part of parts) {
    const [key = '', written = ''] = part.split('=');
    // It takes a plus for a blank, also one that is encoded.
    const value = decodeURIComponent(written.replace(/\+|%2b/gi, ' '));
    const isPart = ['journalArticle', 'bookSection', 'conferencePaper'].includes(item.itemType);
    if (value === '') continue;
    if (key === 'rft_id' && value.startsWith('info:doi')) item.DOI = value.slice(9);
    else if (key === 'rft_id' && /^https?:\/\//.test(value)) item.url = value;
    else if (key === 'rft.btitle') item[isPart ? 'publicationTitle' : 'title'] = value;
    else if (key === 'rft.atitle' && isPart) item.title = value;
    else if (key === 'rft.jtitle') item.publicationTitle = value;
    else if (key === 'rft.title') item[isPart ? 'publicationTitle' : 'title'] = value;
    else if (key === 'rft.date') item.date = value;
    else if (key === 'rft.au') item.creators.push(cleanAuthor(value));
    else if (key === 'rft.type' && types.has(value)) item.itemType = value;
    else if (key === 'rft.source') item.publicationTitle = value;
  }
  return item;
}

/** Turned round at its first comma; one without is split at its last blank, which is wrong for a group. */
function cleanAuthor(author: string): ZoteroItem['creators'][number] {
  const trimmed = author.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, '');
  if (!author.includes(',')) {
    const at = trimmed.lastIndexOf(' ');
    return { firstName: trimmed.slice(0, Math.max(at, 0)), lastName: trimmed.slice(at + 1) };
  }
  const [lastName = '', firstName] = trimmed.split(/, ?/);
  if (firstName === undefined) return { lastName };
  const initials = firstName
    .split(/(?:[\s.]+|(?=-))/)
    .filter((word) => word !== '')
    .map((word) => (/^-?[A-Z\u0400-\u042f]$/.test(word) ? `${word}.` : word));
  return { lastName, firstName: initials.join(' ').replaceAll(' -', '-') };
}
