/** @param figure.hints classes and widths of the old text, of which the size is told */
export function writeFigure(figure: {
  src: string;
  alt: string;
  hints: string;
  caption: string;
  label?: string;
}): string {
  const { src, alt, hints, caption, label } = figure;
  const size = sizeOf(hints);
  const attributes = [
    `src="${quoteAttribute(src)}"`,
    `alt="${quoteAttribute(alt)}"`,
    ...(size === undefined ? [] : [`size="${size}"`]),
    ...(label === undefined ? [] : [`label="${label}"`]),
  ].join(' ');
  return caption.trim() === ''
    ? `<Figure ${attributes} />`
    : `<Figure ${attributes}>\n\n${caption.trim()}\n\n</Figure>`;
}

/** `small` or `wide` of a class, a style or a width; nothing for what is as wide as the text. */
export function sizeOf(hints: string): 'small' | 'wide' | undefined {
  if (/small|thumb|half|narrow/i.test(hints)) return 'small';
  if (/wide|full|large/i.test(hints)) return 'wide';
  const [, value = '', unit = ''] = /width\s*[:=]\s*["']?(\d+)\s*(%|px)?/i.exec(hints) ?? [];
  if (value === '') return undefined;
  return (unit === '%' && Number(value) <= 60) || (unit !== '%' && Number(value) <= 400)
    ? 'small'
    : undefined;
}

export function surround(text: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' ? text : `${before}${mark}${inner}${mark}${after}`;
}

export function quoteAttribute(text: string): string {
  return oneLine(text).replaceAll('"', '&quot;');
}

/** One line, spaces between its words. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
