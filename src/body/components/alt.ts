import type { Component } from '../tree.ts';
import type { ComponentFault } from './component.ts';
import { textOf } from './component.ts';
import { excerpt } from '../judging/report.ts';

const SHORTEST_ALT = 4;

/**
 * Judges the `alt` of a component: it must say something, and something else than the name of the file.
 *
 * @param source the attribute that names the file
 */
export function judgeAlt(node: Component, source: 'src' | 'data' | 'poster'): ComponentFault[] {
  const alt = textOf(node, 'alt') ?? '';
  if (alt === '') {
    const message = `This \`<${node.name}>\` has an empty \`alt\`.`;
    return [{ attribute: 'alt', code: 'figure-alt', message, fix: explainAlt(`alt="${EXAMPLE}"`) }];
  }
  const write = (words: string) => `alt="${words}"`;
  return judgeAltText(alt, textOf(node, source) ?? '', `alt="${excerpt(alt, 80)}"`, write).map(
    (fault) => ({ attribute: 'alt', ...fault }),
  );
}

const EXAMPLE = 'Loss falls as the memory grows, then levels off';

function explainAlt(example: string): string {
  return `Say in a sentence what the picture shows: \`${example}\`.`;
}

/**
 * Judges words that stand for a picture, which are not empty.
 *
 * @param shown how they are written, for a message
 * @param write writes other words in the same manner
 */
export function judgeAltText(
  alt: string,
  path: string,
  shown: string,
  write: (words: string) => string,
): ComponentFault[] {
  const file = path.split('/').at(-1) ?? '';
  const stem = file.replace(/\.[^.]*$/, '');
  const plain = alt
    .toLowerCase()
    .replace(/[.\s_-]+/g, ' ')
    .trim();
  const says = (message: string): ComponentFault[] => [
    {
      code: 'figure-alt',
      message,
      fix: explainAlt(write(EXAMPLE)),
    },
  ];
  if (Array.from(alt).length < SHORTEST_ALT) {
    return says(`\`${shown}\` is too short to say what the picture shows.`);
  }
  const names = [file, stem].map((name) =>
    name
      .toLowerCase()
      .replace(/[.\s_-]+/g, ' ')
      .trim(),
  );
  if (names.includes(plain)) return says(`\`${shown}\` only repeats the name of the file.`);
  if (
    /^(?:an? |the )?(?:image|figure|picture|diagram|plot|chart|graph|photo|screenshot|img)(?: \d+)?$/.test(
      plain,
    )
  ) {
    return says(`\`${shown}\` does not say what the picture shows.`);
  }
  const [opening = '', rest = ''] = OPENING.exec(alt)?.slice(1) ?? [];
  if (opening === '') return [];
  const words = rest.charAt(0).toUpperCase() + rest.slice(1);
  return [
    {
      severity: 'warning',
      code: 'alt-opening',
      message: `The words for the picture begin with “${opening}”, which screen readers say by themselves.`,
      fix: `Begin with what it shows: \`${write(excerpt(words, 60))}\`.`,
    },
  ];
}

const OPENING =
  /^((?:An? |The )?(?:image|picture|photo|photograph|figure|screenshot|graphic|illustration) (?:of|showing|that shows)) (\S.*)$/is;
