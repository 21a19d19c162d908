import { escapeXml } from '../body/rendering/xml.ts';

/** Elements and attributes that a drawing is made of; a library's styles, colours and names stay behind. */
const ELEMENTS = new Set(['g', 'path', 'line', 'text', 'tspan', 'rect', 'circle']);
const ATTRIBUTES = new Set(
  'class d x y x1 x2 y1 y2 r cx cy dx dy width height transform text-anchor'.split(' '),
);

/** Attributes that stand for the classes of a drawing where no stylesheet reaches it. */
export type Paint = (classes: readonly string[]) => Record<string, string>;

/**
 * Writes what an `<svg>` holds as XML, element by element from an allow-list; numbers with at most two decimals,
 * so that one drawing is one text.
 *
 * @throws where the library draws with something that is not on the list: it would be missing on the page
 */
export function writeMarkup(svg: Element, paint?: Paint): string {
  return [...svg.children]
    .filter(({ tagName }) => tagName !== 'style')
    .map((child) => write(child, paint))
    .join('');
}

function write(element: Element, paint: Paint | undefined): string {
  const name = element.tagName;
  if (!ELEMENTS.has(name))
    throw new Error(`A plot was drawn with <${name}>, which is not written.`);
  const classes = (element.getAttribute('class') ?? '').split(' ').filter(Boolean);
  const own = [...element.attributes]
    .filter((one) => ATTRIBUTES.has(one.name) && !(paint && one.name === 'class'))
    .map((one): [string, string] => [
      one.name,
      one.name === 'class' ? one.value : round(one.value),
    ]);
  const attributes = [...own, ...Object.entries(paint?.(classes) ?? {})]
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  const inner = [...element.childNodes]
    .map((child) =>
      child.nodeType === 3 ? escapeXml(child.nodeValue ?? '') : write(child as Element, paint),
    )
    .join('');
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

function round(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(2))),
  );
}
