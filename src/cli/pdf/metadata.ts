import type { PrintedPage } from './description.ts';

/**
 * Says in a PDF of Chromium's what it is, who made it and of which day it is: the browser knows a title, itself and
 * the clock. Added at the end, as an update (ISO 32000-1, 7.5.6); throws where the file is not as Chromium writes it.
 */
export function describePdf(pdf: Uint8Array, page: PrintedPage): Uint8Array {
  const stamp = `D:${page.date.replaceAll('-', '')}000000+00'00'`;
  const source = Buffer.from(pdf)
    .toString('latin1')
    .replace(/(?<=\/(?:CreationDate|ModDate) \()D:\d{14}\+00'00'(?=\))/g, stamp);
  const trailer = /trailer\s*<<(?<entries>[^>]*)>>\s*startxref\s*(?<start>\d+)\s*%%EOF\s*$/.exec(
    source,
  );
  const { entries = '', start = '' } = trailer?.groups ?? {};
  const info = /\/Info (\d+) 0 R/.exec(entries)?.[1];
  if (info === undefined) throw new Error('Chromium wrote a PDF of another kind.');
  const facts: [string, string][] = [
    ['Title', encode(page.title)],
    ['Author', encode(page.authors.join(', '))],
    ['Subject', encode(page.subject)],
    ['Producer', '(Chromium)'],
    ['CreationDate', `(${stamp})`],
    ['ModDate', `(${stamp})`],
  ];
  const line = source.endsWith('\n') ? '' : '\n';
  const object = `${info} 0 obj\n<<${facts.map(([name, value]) => `/${name} ${value}`).join('\n')}>>\nendobj\n`;
  const at = source.length + line.length;
  const table = `xref\n${info} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const end = `trailer\n<<${entries.trim()}\n/Prev ${start}>>\nstartxref\n${at + object.length}\n%%EOF\n`;
  return Buffer.from(source + line + object + table + end, 'latin1');
}

/** A text string of PDF: UTF-16 in digits, so that nothing in it can end it. */
function encode(text: string): string {
  const bytes = Buffer.from(text.toWellFormed(), 'utf16le').swap16();
  return `<FEFF${bytes.toString('hex').toUpperCase()}>`;
}
