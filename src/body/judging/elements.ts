/** How an element of the allow-list may be used. */
export type ElementRule = {
  /** Whether it stands within a sentence or as a block. */
  place: 'inline' | 'block';
  /** What it may hold; a list names the only elements that it may hold. */
  holds: 'inline' | 'flow' | 'nothing' | readonly string[];
  /** The elements that it must stand directly in. */
  within?: readonly string[];
  /** Its attributes besides `lang` and `dir`, each with the values it takes. */
  attributes?: Record<string, AttributeRule>;
  required?: readonly string[];
};

/** `takes` says in words what `pattern` accepts. */
export type AttributeRule = { pattern: RegExp; takes: string };

const ANY_TEXT: AttributeRule = {
  pattern: /^.{1,200}$/s,
  takes: 'a text of at most 200 characters',
};
const SPAN: AttributeRule = {
  pattern: /^(?:[1-9]|[1-4]\d|50)$/,
  takes: 'a whole number from 1 to 50',
};
const CELL = { colspan: SPAN, rowspan: SPAN };
const ROWS = ['tr'] as const;

/** Attributes of every element. */
export const GLOBAL_ATTRIBUTES: Record<string, AttributeRule> = {
  lang: { pattern: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, takes: 'a language tag such as `fr`' },
  dir: { pattern: /^(?:ltr|rtl|auto)$/, takes: '`ltr`, `rtl` or `auto`' },
};

const inline: ElementRule = { place: 'inline', holds: 'inline' };

/**
 * The inert HTML that a body may hold (https://html.spec.whatwg.org/multipage/indices.html#elements-3,
 * without anything that loads, runs, submits or looks like the site's own interface).
 */
export const ELEMENTS: Record<string, ElementRule> = {
  abbr: { ...inline, attributes: { title: ANY_TEXT } },
  bdi: inline,
  br: { place: 'inline', holds: 'nothing' },
  cite: inline,
  code: inline,
  del: inline,
  ins: inline,
  kbd: inline,
  mark: inline,
  q: inline,
  rp: { ...inline, within: ['ruby'] },
  rt: { ...inline, within: ['ruby'] },
  ruby: inline,
  samp: inline,
  small: inline,
  span: inline,
  sub: inline,
  sup: inline,
  var: inline,
  wbr: { place: 'inline', holds: 'nothing' },

  details: {
    place: 'block',
    holds: 'flow',
    attributes: { open: { pattern: /^$/, takes: 'no value' } },
  },
  summary: { place: 'block', holds: 'inline', within: ['details'] },
  dl: { place: 'block', holds: ['dt', 'dd'] },
  dt: { place: 'block', holds: 'inline', within: ['dl'] },
  dd: { place: 'block', holds: 'flow', within: ['dl'] },
  hr: { place: 'block', holds: 'nothing' },
  table: { place: 'block', holds: ['caption', 'thead', 'tbody', 'tfoot', 'tr'] },
  caption: { place: 'block', holds: 'inline', within: ['table'] },
  thead: { place: 'block', holds: ROWS, within: ['table'] },
  tbody: { place: 'block', holds: ROWS, within: ['table'] },
  tfoot: { place: 'block', holds: ROWS, within: ['table'] },
  tr: { place: 'block', holds: ['th', 'td'], within: ['table', 'thead', 'tbody', 'tfoot'] },
  td: { place: 'block', holds: 'flow', within: ['tr'], attributes: CELL },
  th: {
    place: 'block',
    holds: 'flow',
    within: ['tr'],
    attributes: {
      ...CELL,
      scope: {
        pattern: /^(?:col|row|colgroup|rowgroup)$/,
        takes: '`col`, `row`, `colgroup` or `rowgroup`',
      },
    },
  },
};

/** Elements of HTML that never have a closing tag. */
export const VOID_ELEMENTS = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** What to write instead of an element that is no part of the allow-list. */
export const ELEMENT_FIXES: Record<string, string> = {
  a: 'Write a link as `[text](https://…)`.',
  audio: 'Link to the recording: `[Recording](https://…)`.',
  b: 'Write `**bold**`; for a less-than sign write `&lt;`.',
  blockquote: 'Begin each line of the quotation with `> `.',
  center: 'Leave it out: the site sets figures and tables.',
  div: 'Leave it out; for a remark beside the text write `<Aside>`.',
  em: 'Write `*emphasis*`.',
  embed: 'Link to it: `[text](https://…)`.',
  figcaption: 'Write the caption between `<Figure …>` and `</Figure>`.',
  figure: 'Write `<Figure src="./picture.svg" alt="…">` with a capital F.',
  font: 'Leave it out: the site sets the text.',
  form: 'Link to the form: `[text](https://…)`.',
  h1: 'Write `## Heading`.',
  h2: 'Write `## Heading`.',
  h3: 'Write `### Heading`.',
  h4: 'Write `#### Heading`.',
  h5: 'Write `##### Heading`.',
  h6: 'Write `###### Heading`.',
  i: 'Write `*emphasis*`.',
  iframe: 'Link to it: `[text](https://…)`.',
  img: 'Write `<Figure src="./picture.svg" alt="What it shows" />`.',
  li: 'Begin each item with `- ` or `1. `.',
  object: 'Link to it: `[text](https://…)`.',
  ol: 'Begin each item with `1. `.',
  p: 'Leave an empty line between paragraphs instead.',
  picture: 'Write `<Figure src="./picture.svg" alt="What it shows" />`.',
  pre: 'Write code between lines of three backticks.',
  s: 'Write `~~struck~~`.',
  script: 'Leave it out: a summary holds no code that runs.',
  strike: 'Write `~~struck~~`.',
  strong: 'Write `**bold**`.',
  style: 'Leave it out: the site sets the text.',
  svg: 'Save the drawing as a file beside the summary and write `<Figure src="./drawing.svg" alt="What it shows" />`.',
  tt: 'Write code between backticks.',
  u: 'Write `*emphasis*`.',
  ul: 'Begin each item with `- `.',
  video: 'Link to the video: `[Video](https://…)`.',
};

/** Elements whose content is no text of the writer's: it is refused together with them. */
export const OPAQUE_ELEMENTS = new Set(
  'audio button canvas embed form frameset iframe input math noscript object select script style svg template textarea title video xml'.split(
    ' ',
  ),
);
