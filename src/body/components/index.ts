import { aside } from './aside.ts';
import { claim } from './claim.ts';
import type { ComponentModule } from './component.ts';
import { details } from './details.ts';
import { figure } from './figure.ts';
import { plot } from './plot.ts';
import { table } from './table.ts';
import type { Node } from '../tree.ts';
import { video } from './video.ts';

export type { ComponentFault, ComponentModule, ComponentRule } from './component.ts';

/** Every component that a body may use, by its name. Add one by adding a module and its line here. */
export const components: Readonly<Record<string, ComponentModule>> = {
  Figure: figure,
  Plot: plot,
  Table: table,
  Video: video,
  Aside: aside,
  Details: details,
  Claim: claim,
};

/** The component of a name; names come from writers, `constructor` among them. */
export function findComponent(name: string): ComponentModule | undefined {
  return Object.hasOwn(components, name) ? components[name] : undefined;
}

/** Whether a node is a component that stands within a sentence. */
export function isInlineComponent(node: Node): boolean {
  return node.type === 'component' && findComponent(node.name)?.inline === true;
}
