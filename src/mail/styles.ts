import { readColours } from '../styles/colours.ts';

const { ink, soft, hairline } = readColours();

/** White, as the ground of formulas is. */
export const GROUND = '#ffffff';
export const INK = ink.light;
export const SOFT = soft.light;
export const HAIRLINE = hairline.light;

const SERIF = "Georgia,'Times New Roman',serif";
const SANS = 'Helvetica,Arial,sans-serif';
const MONO = "Consolas,Menlo,'Courier New',monospace";

/**
 * What each element of a feed looks like in a mail, by its name there. Mail programs drop stylesheets, so it stands in
 * `style` at every one; a test holds elements and properties to what Gmail and Outlook show. An element without an
 * entry leaves its content: `markup.ts`.
 */
export const STYLES: Readonly<Record<string, string>> = {
  a: `color:${INK}`,
  b: '',
  blockquote: `margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid ${HAIRLINE}`,
  br: '',
  code: `font-family:${MONO};font-size:15px`,
  dd: 'margin:0 0 8px 24px',
  del: '',
  div: 'margin:0 0 16px',
  dl: 'margin:0 0 16px',
  dt: 'font-weight:bold',
  em: '',
  figcaption: `margin:0 0 16px;font-size:15px;line-height:22px;color:${SOFT}`,
  h1: `margin:0 0 12px;font-family:${SERIF};font-size:32px;line-height:38px;font-weight:normal;color:${INK}`,
  h2: `margin:0 0 8px;font-family:${SERIF};font-size:25px;line-height:31px;font-weight:normal;color:${INK}`,
  h3: `margin:24px 0 8px;font-family:${SANS};font-size:16px;line-height:22px;font-weight:bold;color:${INK}`,
  h4: `margin:20px 0 8px;font-family:${SANS};font-size:15px;line-height:22px;font-weight:bold;color:${INK}`,
  h5: `margin:20px 0 8px;font-family:${SANS};font-size:15px;line-height:22px;font-weight:bold;color:${INK}`,
  h6: `margin:20px 0 8px;font-family:${SANS};font-size:15px;line-height:22px;font-weight:bold;color:${INK}`,
  hr: `margin:28px 0;height:1px;border:0;background-color:${HAIRLINE}`,
  i: '',
  img: 'max-width:100%;height:auto;border:0',
  li: 'margin:0 0 6px',
  ol: 'margin:0 0 16px;padding:0 0 0 26px',
  p: 'margin:0 0 16px',
  pre: `margin:0 0 16px;padding:10px 12px;background-color:#f4f4f2;font-family:${MONO};font-size:14px;line-height:20px`,
  small: 'font-size:14px',
  span: '',
  strong: '',
  sub: 'font-size:12px',
  sup: 'font-size:12px',
  table: 'margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:21px',
  tbody: '',
  td: `padding:5px 14px 5px 0;border-bottom:1px solid ${HAIRLINE};text-align:left;vertical-align:top`,
  tfoot: '',
  th: `padding:5px 14px 5px 0;border-bottom:2px solid ${INK};text-align:left;vertical-align:bottom;font-weight:bold`,
  thead: '',
  tr: '',
  ul: 'margin:0 0 16px;padding:0 0 0 26px',
};

/** What is not a writer's: the frame of the mail. */
export const FRAME = {
  body: `margin:0;padding:0;background-color:${GROUND}`,
  column: `max-width:560px;margin:0 auto;padding:24px 20px;text-align:left;font-family:${SERIF};font-size:17px;line-height:27px;color:${INK}`,
  kicker: `margin:0 0 14px;font-family:${SANS};font-size:14px;line-height:20px;color:${SOFT}`,
  byline: `margin:0 0 14px;font-family:${SANS};font-size:14px;line-height:20px;color:${SOFT}`,
  tldr: 'margin:0 0 16px;font-style:italic',
  more: `margin:0 0 8px;font-family:${SANS};font-size:15px;line-height:22px;font-weight:bold`,
  foot: `margin:0 0 10px;font-family:${SANS};font-size:13px;line-height:19px;color:${SOFT}`,
  quiet: `color:${SOFT}`,
  title: `color:${INK};text-decoration:none`,
} as const;
