import type { Element } from 'hast';
import { renderResiduals } from '../sharing/residuals.ts';
import { readColours, type Colour } from '../styles/colours.ts';
import type { Stretch } from '../views/residuals.ts';
import { element, raw } from './elements.ts';

// Twice what a column is wide, so that lines are thin.
const SIZE = { width: 1280, height: 140 };

/**
 * The residuals of texts, which open a book and each of its chapters. The line has the colour of the text, whatever
 * that is; the stylesheet makes the stems lighter in the dark.
 *
 * @param label what it is, for who does not see it; without one it is left out for them
 */
export function drawResiduals(stretches: readonly Stretch[], hue: Colour, label?: string): Element {
  const coloured = stretches.map(({ stems }) => ({ stems, colour: hue.light, pale: false }));
  const colours = { ink: 'currentColor', paper: readColours().paper.light };
  const name =
    label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  return element(
    'div',
    { class: 'residuals', ...name },
    raw(renderResiduals(coloured, SIZE, colours)),
  );
}
