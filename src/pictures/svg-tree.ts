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
 * in depth and number. Comments, and a document type that only names SVG's, are left out. Entities are a fault and
 * stay as written, so that what else is wrong is found with them.
 */
export function parseSvg(
  source: Uint8Array,
  shown: string,
): { root?: SvgElement; problems: Fault[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    const message = `\`${shown}\` is not text in UTF-8.`;
    return { problems: [fault('svg-encoding', message, 'Save it in UTF-8.')] };
  }
  const problems: Fault[] = [];
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
    const message = `\`${shown}\` is not well-formed XML${at}: ${clip(what.replace(/\.$/, ''))}.`;
    if (!what.includes('entity')) {
      stop('svg-xml', message, 'Save the picture again from the program that made it.');
    }
    // The first stands for all; and those that the file defines are told where it does.
    if (problems.length > 0) return;
    const fix = 'Write the sign itself, or its number: `&#960;` for π.';
    problems.push(fault('svg-entity', message, fix));
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$|^us-ascii$/i.test(encoding)) {
      stop('svg-encoding', `\`${shown}\` says it is in ${clip(encoding)}.`, 'Save it in UTF-8.');
    }
  });
  parser.on('doctype', (doctype) => {
    if (!doctype.includes('[')) return;
    const message = `\`${shown}\` defines entities of its own in its document type.`;
    const fix = 'Delete the `<!DOCTYPE …>` and write what the entities stand for.';
    problems.push(fault('svg-entity', message, fix));
    // Adobe Illustrator names the namespaces so; other values are never put in, since they could grow without end.
    for (const [, name = '', value = ''] of doctype.matchAll(SPACE_ENTITY)) {
      if (SPACES.includes(value)) parser.ENTITIES[name] = value;
    }
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
    if (error instanceof Stop) return { problems: [...problems, error.fault] };
    throw error;
  }
  if (root?.name === 'svg') return { root, problems };
  const isNamed = root?.written === 'svg';
  // A namespace that is an entity is told with it.
  if (isNamed && root?.namespace.includes('&') === true) return { problems };
  const message = isNamed
    ? `\`${shown}\` lacks the namespace without which no browser shows it.`
    : `\`${shown}\` does not begin with an \`<svg>\` element.`;
  const last = isNamed
    ? fault('svg-namespace', message, `Begin it with \`<svg xmlns="${SVG}" …>\`.`)
    : fault('svg-xml', message, 'Save the picture again from the program that made it.');
  return { problems: [...problems, last] };
}

const SPACE_ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+["']([^"'&%<]{1,60})["']\s*>/g;
const SPACES = [SVG, 'http://www.w3.org/1999/xlink', 'http://www.w3.org/1999/xhtml'];

const XML = 'http://www.w3.org/XML/1998/namespace';

function fault(code: string, message: string, fix: string): Fault {
  return { code, message, fix };
}

function stop(code: string, message: string, fix: string): never {
  throw new Stop(fault(code, message, fix));
}
