import { aside } from './aside.ts';
import type { ComponentModule } from './component.ts';
import { details } from './details.ts';
import { figure } from './figure.ts';
import { plot } from './plot.ts';
import { table } from './table.ts';

export type { ComponentFault, ComponentModule } from './component.ts';

/** Every component that a body may use, by its name. Add one by adding a module and its line here. */
export const components: Readonly<Record<string, ComponentModule>> = {
  Figure: figure,
  Plot: plot,
  Table: table,
  Aside: aside,
  Details: details,
};
