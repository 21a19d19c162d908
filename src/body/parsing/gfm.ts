import type { Construct, Extension } from 'micromark-util-types';
import type { Pass } from './syntax.ts';

/** Quadratic on `_www.a_www.a…`, and makers of links that no writer wrote as an address. */
export const REFUSED_AUTOLINKS = ['wwwAutolink', 'emailAutolink'];

/** The next line, should it be one of dashes, perhaps in a quotation. */
const DELIMITER_ROW = /[^\r\n]*(?:\r\n|\r|\n)[ \t>]*[|:-][|:\- \t]*(?:[\r\n]|$)/y;

/**
 * GFM as it is, but for what takes a third of the time of a parse: a text is not cut at each word to look for an e-mail
 * address, which is disabled anyway, and no line is read as the head of a table before one that is no row of dashes.
 *
 * @param pass the parse that runs
 */
export function trimGfm(gfm: Extension, pass: () => Pass): Extension {
  const text = Object.entries(gfm.text ?? {}).flatMap(([code, constructs]) => {
    const left = listOf(constructs).filter(({ name = '' }) => !REFUSED_AUTOLINKS.includes(name));
    return left.length > 0 ? [[code, left] as const] : [];
  });
  const flow = listOf(gfm.flow?.['null']).map((construct) => {
    return construct.name === 'table' ? guardTable(construct, pass) : construct;
  });
  return { ...gfm, text: Object.fromEntries(text), flow: { ...gfm.flow, null: flow } };
}

function listOf(constructs: Construct | Construct[] | undefined): Construct[] {
  return Array.isArray(constructs) ? constructs : constructs ? [constructs] : [];
}

function guardTable(construct: Construct, pass: () => Pass): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = construct.tokenize.call(this, effects, ok, nok);
      return (code) => {
        DELIMITER_ROW.lastIndex = this.now().offset;
        if (DELIMITER_ROW.test(pass().source)) return start(code);
        const last = this.events.findLast(([, { type }]) => !/^line(?:Ending|Prefix)$/.test(type));
        // A row goes on with a table, whatever follows it.
        return /^table(?:Head|Row)$/.test(last?.[1].type ?? '') ? start(code) : nok(code);
      };
    },
  };
}
