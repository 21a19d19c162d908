import { characters } from './characters.ts';
import { components } from './components.ts';
import { digest } from './digest.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { formulas } from './formulas.ts';
import { latex } from './latex.ts';
import { links } from './links.ts';
import { marks } from './marks.ts';
import { mdx } from './mdx.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { plots } from './plots.ts';
import { record } from './record.ts';
import { references } from './references.ts';
import type { Field, Rule } from './rule.ts';
import { site } from './site.ts';
import { structure } from './structure.ts';
import { svg } from './svg.ts';
import { yaml } from './yaml.ts';

export type { Field, Rule } from './rule.ts';

/** Every rule there is, by what it looks at, in the order of the page that lists them. */
export const fields: readonly Field[] = [
  ...[mdx, marks, components],
  ...[formulas, latex, references],
  ...[structure, links, characters],
  ...[facts, yaml, people],
  ...[pictures, svg, plots],
  ...[files, digest, record, site],
];

export const rules: readonly Rule[] = fields.flatMap((field) => field.rules);
