import { SaxesParser } from 'saxes';
import type { Fault } from './fault.ts';
import { clip } from './svg-values.ts';

export type SvgElement = {
  /** In SVG's own namespace the bare name; elsewhere undefined. */
  name: string | undefined;
  /** As written: `inkscape:grid`. */
  written: string;
  namespace: string;
  line: number;
  attributes: SvgAttribute[];
  children: (SvgElement | string)[];
};

export type SvgAttribute = { name: string; namespace: string; value: string };

export const SVG = 'http://www.w3.org/2000/svg';
const MOST_DEPTH = 64;
const MOST_NODES = 20_000;

/** What stops the reading of a file at once. */
class Stop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/**
 * Parses an SVG file: well-formed XML 1.0 with namespaces, UTF-8, no entities of its own, bounded
 * in depth and number. Comments, and a document type that only names SVG's, are left out.
 */
export function parseSvg(source: Uint8Array, shown: string): SvgElement | Fault {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return fault('svg-encoding', `\`${shown}\` is not text in UTF-8.`, 'Save it in UTF-8.');
  }
  const parser = new SaxesParser({ xmlns: true });
  const open: SvgElement[] = [];
  let root: SvgElement | undefined;
  let nodes = 0;
  const count = () => {
    nodes += 1;
    if (nodes > MOST_NODES) {
      const message = `\`${shown}\` has more than ${MOST_NODES} elements and texts.`;
      stop('svg-too-complex', message, 'Draw fewer points, or save the picture as png.');
    }
  };
  const addText = (value: string) => {
    const parent = open.at(-1);
    if (parent === undefined) return;
    count();
    parent.children.push(value);
  };
  parser.on('error', (error) => {
    const [, line, what = error.message] = /^(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
    const at = line === undefined ? '' : ` in line ${line}`;
    const isEntity = what.includes('entity');
    stop(
      isEntity ? 'svg-entity' : 'svg-xml',
      `\`${shown}\` is not well-formed XML${at}: ${clip(what.replace(/\.$/, ''))}.`,
      isEntity
        ? 'Write the sign itself, or its number: `&#960;` for π.'
        : 'Save the picture again from the program that made it.',
    );
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$|^us-ascii$/i.test(encoding)) {
      stop('svg-encoding', `\`${shown}\` says it is in ${clip(encoding)}.`, 'Save it in UTF-8.');
    }
  });
  parser.on('doctype', (doctype) => {
    if (!doctype.includes('[')) return;
    const message = `\`${shown}\` defines entities of its own in its document type.`;
    stop('svg-entity', message, 'Delete the `<!DOCTYPE …>` and write what the entities stand for.');
  });
  parser.on('processinginstruction', ({ target }) => {
    const message = `\`${shown}\` holds the instruction \`<?${clip(target)} …?>\`.`;
    stop('svg-instruction', message, 'Delete it.');
  });
  parser.on('opentag', (tag) => {
    count();
    if (open.length >= MOST_DEPTH) {
      const message = `\`${shown}\` has elements inside each other more than ${MOST_DEPTH} deep.`;
      stop('svg-too-complex', message, 'Ungroup the drawing, or save it as png.');
    }
    const element: SvgElement = {
      name: tag.uri === SVG ? tag.local : undefined,
      written: tag.name,
      namespace: tag.uri,
      line: parser.line,
      attributes: Object.values(tag.attributes).map(({ name, local, uri, value }) => ({
        name: uri === '' || uri === XML ? name : local,
        namespace: uri,
        value,
      })),
      children: [],
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stop) return error.fault;
    throw error;
  }
  if (root?.name === 'svg') return root;
  if (root?.written === 'svg') {
    const message = `\`${shown}\` lacks the namespace without which no browser shows it.`;
    return fault('svg-namespace', message, `Begin it with \`<svg xmlns="${SVG}" …>\`.`);
  }
  const message = `\`${shown}\` does not begin with an \`<svg>\` element.`;
  return fault('svg-xml', message, 'Save the picture again from the program that made it.');
}

const XML = 'http://www.w3.org/XML/1998/namespace';

function fault(code: string, message: string, fix: string): Fault {
  return { code, message, fix };
}

function stop(code: string, message: string, fix: string): never {
  throw new Stop(fault(code, message, fix));
}
