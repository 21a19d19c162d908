import { aside } from './aside.ts';
import type { ComponentModule } from './component.ts';
import { details } from './details.ts';
import { figure } from './figure.ts';
import { table } from './table.ts';
import { video } from './video.ts';

export type { ComponentFault, ComponentModule } from './component.ts';

/** Every component that a body may use, by its name. Add one by adding a module and its line here. */
export const components: Readonly<Record<string, ComponentModule>> = {
  Figure: figure,
  Table: table,
  Video: video,
  Aside: aside,
  Details: details,
};
