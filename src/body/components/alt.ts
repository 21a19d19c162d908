import type { Component } from '../tree.ts';
import type { ComponentFault } from './component.ts';
import { textOf } from './component.ts';

const SHORTEST_ALT = 4;

/**
 * Judges the `alt` of a component: it must say something, and something else than the name of the file.
 *
 * @param source the attribute that names the file
 */
export function judgeAlt(node: Component, source: 'src' | 'data' | 'poster'): ComponentFault[] {
  const alt = textOf(node, 'alt') ?? '';
  const file = (textOf(node, source) ?? '').split('/').at(-1) ?? '';
  const stem = file.replace(/\.[^.]*$/, '');
  const plain = alt
    .toLowerCase()
    .replace(/[.\s_-]+/g, ' ')
    .trim();
  const says = (message: string): ComponentFault[] => [
    {
      code: 'figure-alt',
      message,
      fix: 'Say in a sentence what the picture shows: `alt="Loss falls as the memory grows, then levels off"`.',
    },
  ];
  if (Array.from(alt).length < SHORTEST_ALT) {
    return says(
      alt === ''
        ? `This \`<${node.name}>\` has an empty \`alt\`.`
        : `\`alt="${alt}"\` is too short to say what the picture shows.`,
    );
  }
  const names = [file, stem].map((name) =>
    name
      .toLowerCase()
      .replace(/[.\s_-]+/g, ' ')
      .trim(),
  );
  if (names.includes(plain)) return says(`\`alt="${alt}"\` only repeats the name of the file.`);
  if (
    /^(?:an? |the )?(?:image|figure|picture|diagram|plot|chart|graph|photo|screenshot|img)(?: \d+)?$/.test(
      plain,
    )
  ) {
    return says(`\`alt="${alt}"\` does not say what the picture shows.`);
  }
  return [];
}
