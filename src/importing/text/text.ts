import { mendAdmonitions } from './admonitions.ts';
import { fenceCode, mendFootnotes, mendLines, tidyLines } from './blocks.ts';
import { Draft } from './draft.ts';
import { escapeSlips } from './escapes.ts';
import { dropAttributeLists, mendFigures, openFigures } from './figures.ts';
import { mendDelimiters, mendFormulas } from './formulas.ts';
import { mendHeadings } from './headings.ts';
import { mendLinks, type Resolver } from './links.ts';
import { mendLiquid } from './liquid.ts';
import { expandMacros, takeDefinitions, type Macro } from './macros.ts';
import { mendMarkup } from './markup.ts';

export type TextOptions = {
  title: string;
  /** Values of the front matter that the text may ask for. */
  fields: ReadonlyMap<string, string>;
  /** Commands that the whole archive defines for MathJax. */
  macros: ReadonlyMap<string, Macro>;
  resolver: Resolver;
  /** Whether it is about one paper, or introduces an issue. */
  summary: boolean;
};

/** Makes MDX of ours of a text in another generator's Markdown. The draft says what was done, and where. */
export function mendText(source: string, options: TextOptions): Draft {
  const draft = new Draft(source.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''));
  mendLiquid(draft, options.fields);
  mendAdmonitions(draft);
  const macros = takeDefinitions(draft, options.macros);
  mendDelimiters(draft);
  expandMacros(draft, macros);
  mendFormulas(draft);
  fenceCode(draft);
  mendLines(draft);
  openFigures(draft);
  mendFigures(draft);
  dropAttributeLists(draft);
  mendMarkup(draft);
  mendFootnotes(draft);
  mendHeadings(draft, options.title);
  mendLinks(draft, options.resolver);
  escapeSlips(draft, options.summary);
  tidyLines(draft);
  return draft;
}
