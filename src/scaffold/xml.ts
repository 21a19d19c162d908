import { SaxesParser } from 'saxes';

/** An element by its local name; of a namespace that name is all that is kept. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
};

const maxDepth = 50;
const maxNodes = 200_000;
/** Entities of HTML that publishers write into their XML. */
const entities = {
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', times: '×', minus: '−', plusmn: '±' },
  ...{ middot: '·', bull: '•', deg: '°', le: '≤', ge: '≥', ne: '≠', rarr: '→', larr: '←' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', lambda: 'λ', mu: 'μ', sigma: 'σ' },
};

/**
 * Reads an XML document, or undefined where it is not well-formed, has a document type (where entities are
 * declared, and which pages for people begin with), or is deeper or larger than any answer.
 */
export function readXml(text: string): XmlElement | undefined {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, entities);
  type Open = {
    name: string;
    attributes: Record<string, string>;
    children: (XmlElement | string)[];
  };
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  const fail = (): never => {
    throw new Error('Not the XML that was asked for.');
  };
  const addText = (value: string) => open.at(-1)?.children.push(value);
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= maxDepth || (nodes += 1) > maxNodes) fail();
    const element: Open = { name: localName(name), attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  return root;
}

/** The children of one name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All text within. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
