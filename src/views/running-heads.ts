/** What stands above the pages of a printed document: the site on the left, on the right what the page is of. */
export type RunningHeads = {
  site: string;
  title: string;
  /** Parts with pages of their own: the id of their element and what stands above them. */
  parts: { id: string; title: string }[];
};

/**
 * The heads as CSS, https://www.w3.org/TR/css-page-3/#margin-boxes: a page cannot read its own title, so each part
 * is a named page. The first page bears its title as it is.
 */
export function renderRunningHeads({ site, title, parts }: RunningHeads): string {
  const box = (side: 'left' | 'right', text: string) => `@top-${side}{content:${quote(text)}}`;
  return [
    `@page{${box('left', site)}${box('right', title)}}`,
    '@page :first{@top-left{content:none}@top-right{content:none}}',
    ...parts.map((part, index) => `@page part-${index}{${box('right', part.title)}}`),
    ...parts.map(({ id }, index) => `[id=${quote(id)}]{page:part-${index}}`),
  ].join('');
}

/** A string of CSS that no text can end, in a `style` element that no text can end either. */
function quote(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}\p{P} ]|["\\<>&]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
