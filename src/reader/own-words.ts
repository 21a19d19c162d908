/** The words of the reader's own list, apart from the others since most pages show none of them. */
export const ownWords = {
  keep: 'Keep for later',
  kept: 'Kept',
  toList: 'Reading list',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  isRead: 'Read',
  wasRead: 'You have read this.',
  unread: 'To read',
  remove: 'Remove',
  removed: (title: string) => `Removed: ${title}.`,
  putBack: 'Put it back',
  nothing: 'Nothing is kept yet.',
  save: 'Save as a file',
  bibtex: 'Save as BibTeX',
  open: 'Add from a file',
  fileName: 'reading-list.json',
  bibtexName: 'reading-list.bib',
  asking: 'The references are being fetched.',
  missing: (titles: readonly string[]) =>
    `Saved without ${titles.join('; ')}: the site could not be asked for it.`,
  noneThere: 'Nothing was saved: the site could not be asked. Are you offline?',
  added: (count: number) =>
    count === 0 ? 'Nothing in it was new.' : `${count} ${count === 1 ? 'paper' : 'papers'} added.`,
  left: (count: number) =>
    `${count} ${count === 1 ? 'entry was' : 'entries were'} left out: no paper of a list, or one too many.`,
  noFile:
    'This file is no reading list. What “Save as a file” makes is one: it begins with {"version":1,"papers":[',
  largeFile: 'This file is too large to be a reading list.',
  newerFile:
    'This list was saved by a newer version of the site. Load the page again, then add it.',
  full: (most: number) => `The list holds ${most} papers at most. Remove one first.`,
  refused: 'This browser kept nothing: its storage is full, or closed to this site.',
  noRoom:
    'This browser has no room left for this site, so not all of this can be read offline. Papers that you remove from the list make room.',
  newer:
    'A newer version of the site has written this list. Load the page again; until then nothing is changed.',
  broken:
    'What was stored here is no list any more and cannot be read. The next paper that you keep begins a new one.',
  partly: 'A part of what was stored here could not be read and is left out.',
} as const;
