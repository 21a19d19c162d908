/** What the script of the preview says. */
export const words = {
  picture: 'picture',
  csv: 'CSV file',
  noFile: (noun: string, src: string) => `There is no ${noun} \`${src}\` on this page.`,
  dropFile: 'Drop the file on this page, or correct its name.',
  writeName: (name: string) => `Write \`./${name}\`, or drop the file that is meant on this page.`,
  unused: (name: string) => `${name} is shown nowhere.`,
  use: (name: string, isData: boolean) =>
    isData
      ? `Draw it with \`<Plot data="./${name}" x="…" y="…" alt="…">\`, or take the file off.`
      : `Show it with \`<Figure src="./${name}" alt="…">\`, or take the file off.`,
  drawnLater: 'The drawing is made when the site is built; its numbers stand below.',
  none: 'No problems',
  count: (errors: number, warnings: number) =>
    [
      ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
      ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ].join(', '),
  late: 'This text took more than two seconds to read, and reading was stopped. It is read again when you change it; take out what you wrote last.',
  failed: 'This text cannot be read: the fault is ours. Please report it with the text.',
  noWorker: 'What reads the text could not be loaded. Reload the page, or use the commands.',
  severity: { error: 'error', warning: 'warning' },
  goTo: (place: string) => `Go to ${place}`,
  replace: 'This takes the place of the text on the page. Go on?',
  clear: 'This takes the text and its files off the page and out of this browser. Go on?',
  remove: 'remove',
  removeFile: (name: string) => `remove ${name}`,
  notRead: (name: string) => `\`${name}\` took more than two seconds to read, and was left out.`,
  saveAgain: 'Save the picture again, smaller.',
  tooMany: (count: number) => `At most ${count} files are taken.`,
  notTaken: (name: string) =>
    `${name} was not taken: a summary is .mdx, its pictures svg, png, jpg, webp or avif, its numbers csv.`,
  fileTooLarge: (name: string) => `${name} was not taken: it is larger than two megabytes.`,
  asked: (id: string) =>
    `arXiv answers no page of another site, so only the id is filled in. On your machine \`npm run new -- paper ${id}\` fills in title, authors, dates and abstract. Here you can paste arXiv’s BibTeX in place of the id.`,
  send: (host: string) => `Open it at ${host}`,
  copied:
    'The text is too long for an address, so it was copied: paste it into the file that opens.',
  notCopied: 'The text could not be copied: download it, and paste it into the file.',
  frame: 'Your page',
} as const;
