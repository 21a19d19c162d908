import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { LINE_HEIGHT } from './measure.ts';

/** A drawing before it is text. */
export type Canvas = { width: number; height: number; svg: Element };

const { document } = new JSDOM('').window;

/** Draws marks, without the library's own axes. */
export function drawCanvas(options: Plot.PlotOptions & { width: number; height: number }): Canvas {
  const { width, height } = options;
  return { width, height, svg: Plot.plot({ document, axis: null, ...options }) };
}

/** Lines of text about the point `x`, `y`, in pixels of the drawing. */
export function writeText(
  lines: readonly string[],
  { x, y, anchor = 'start' }: { x: number; y: number; anchor?: 'start' | 'middle' | 'end' },
  className: string,
): Plot.RenderFunction {
  const top = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return () => {
    const group = buildElement('g', { class: className, 'text-anchor': anchor });
    for (const [index, line] of lines.entries()) {
      const text = buildElement('text', { x, y: top + index * LINE_HEIGHT, dy: '0.34em' });
      text.textContent = line;
      group.append(text);
    }
    return group;
  };
}

/** A straight line in pixels of the drawing. */
export function drawLine(
  [x1, y1, x2, y2]: [number, number, number, number],
  className: string,
): Plot.RenderFunction {
  return () => buildElement('line', { class: className, x1, y1, x2, y2 });
}

function buildElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS<'g'>('http://www.w3.org/2000/svg', name as 'g');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
