import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { renderXml } from '../body/rendering/xml.ts';
import { text } from '../text.ts';
import { FRAME } from './styles.ts';

export type MailDocument = {
  title: string;
  language: string;
  /** Colour of the line above it all. */
  hue: string;
  content: ElementContent[];
};

/** What a provider puts addresses in the place of: `{{ unsubscribe_url }}`. */
export type Variables = { unsubscribe?: string };

/** For Outlook on Windows alone, which knows no greatest width of a block. */
const table = [
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  '<!--[if mso]></td></tr></table><![endif]-->',
] as const;

/** A mail as HTML, its text in one column. */
export function renderDocument(
  { title, language, hue, content }: MailDocument,
  { unsubscribe }: Variables,
): string {
  const leave =
    unsubscribe === undefined
      ? ''
      : `<p style="${FRAME.foot}"><a href="${unsubscribe}" style="${FRAME.quiet}">${text.mail.unsubscribe}</a></p>`;
  return [
    '<!doctype html>',
    `<html lang="${render([{ type: 'text', value: language }])}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Opened by itself it is a document of the site's origin: one that can do nothing.
    `<meta http-equiv="content-security-policy" content="default-src 'none'; img-src https:; style-src 'unsafe-inline'">`,
    // The page of the issue is what search engines are to find.
    '<meta name="robots" content="noindex">',
    `<title>${render([{ type: 'text', value: title }])}</title>`,
    '</head>',
    `<body style="${FRAME.body}">`,
    table[0],
    // The language again, as mail programs keep no root of a document.
    render([
      h('div', { lang: language, style: `border-top:4px solid ${hue};${FRAME.column}` }, content),
    ]).replace(/<\/div>$/, ''),
    `${leave}</div>`,
    table[1],
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Bytes of some of it, as it will stand there. */
export function measure(part: string | ElementContent[]): number {
  return Buffer.byteLength(typeof part === 'string' ? part : render(part));
}

/**
 * Markup in which a provider finds none of its own: Django's templates and Liquid begin with `{{`, `{%` and `{#`,
 * and LaTeX holds all three.
 */
function render(nodes: ElementContent[]): string {
  return renderXml({ type: 'root', children: nodes }).replace(/\{(?=[{%#])/g, '&#123;');
}
