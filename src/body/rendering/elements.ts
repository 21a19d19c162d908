import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { markBest } from './tables.ts';
import type { Outlet } from './options.ts';
import type { Element as TreeElement } from '../tree.ts';

/**
 * An element of the allow-list. Which are allowed was judged when the body was compiled; names that could break
 * out of the markup are refused here all the same, because serialisers write names as they are.
 */
export function renderElement(
  node: TreeElement,
  outlet: Outlet,
  children: ElementContent[],
): Element {
  refuseUnsafe(node);
  const attributes: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    // In a feed, which is XML, an attribute has a value.
    if (value !== '') attributes[name] = value;
    else if (outlet === 'page') attributes[name] = true;
  }
  const element = h(node.name, attributes, children);
  if (outlet === 'page' && (node.name === 'td' || node.name === 'th')) markBest(element);
  return element;
}

/** Throws where a name could break out of the markup, or is of what runs, loads or looks like the site's own. */
export function refuseUnsafe(node: TreeElement): void {
  if (
    !/^[a-z][a-z0-9]*$/.test(node.name) ||
    /^(?:script|style|iframe|object|embed)$/.test(node.name)
  ) {
    throw new Error(
      `A tree holds the element ${JSON.stringify(node.name)}, which no body may hold.`,
    );
  }
  for (const name of Object.keys(node.attributes)) {
    if (!/^[a-z]+$/.test(name) || /^(?:on.*|style|class|id|src|href)$/.test(name)) {
      throw new Error(
        `A tree holds the attribute ${JSON.stringify(name)}, which no body may hold.`,
      );
    }
  }
}
