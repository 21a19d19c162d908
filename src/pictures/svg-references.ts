import type { Fault } from './fault.ts';
import type { CleanElement } from './svg.ts';
import { clip, referencesIn } from './svg-values.ts';

/** Elements drawn, counting what is drawn again by reference; a thousand are a full drawing. */
const MOST_DRAWN = 100_000;
/** References from one element to the next; more than a drawing has, and no strain on a program. */
const MOST_STEPS = 50;

/**
 * Judges the references inside a picture: each leads to an element, none leads back to itself, and
 * a few elements that show each other many times do not become millions.
 */
export function judgeReferences(root: CleanElement, shown: string): Fault[] {
  const problems: Fault[] = [];
  const byId = new Map<string, CleanElement>();
  const walk = (element: CleanElement) => {
    const id = element.attributes.get('id');
    if (id !== undefined) {
      if (byId.has(id)) {
        const message = `\`${shown}\` has two elements with the id \`${clip(id)}\`.`;
        problems.push({ code: 'svg-id', message, fix: 'Give one of them another id.' });
      } else byId.set(id, element);
    }
    for (const child of element.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);

  const drawn = new Map<CleanElement, Cost>();
  const within = new Set<CleanElement>();
  const unknown = new Set<string>();
  let loop: string | undefined;
  const measure = (element: CleanElement, steps: number): Cost => {
    // A long way there is refused before it is gone.
    if (steps > MOST_STEPS) return { weight: Infinity, steps: 0 };
    const known = drawn.get(element);
    if (known !== undefined) return known;
    within.add(element);
    const cost: Cost = { weight: 1, steps: 0 };
    const add = (other: Cost, times: number, more: number) => {
      cost.steps = Math.max(cost.steps, other.steps + more);
      cost.weight += cost.steps > MOST_STEPS ? Infinity : other.weight * times;
    };
    for (const { id, isMarker } of referencesOf(element)) {
      const target = byId.get(id);
      if (target === undefined) unknown.add(id);
      else if (within.has(target)) loop ??= id;
      else add(measure(target, steps + 1), isMarker ? countPoints(element) : 1, 1);
    }
    for (const child of element.children) {
      if (typeof child !== 'string') add(measure(child, steps), 1, 0);
    }
    within.delete(element);
    drawn.set(element, cost);
    return cost;
  };
  const { weight } = measure(root, 0);
  for (const id of unknown) {
    problems.push({
      code: 'svg-unknown-id',
      message: `\`${shown}\` refers to \`#${clip(id)}\`, and no element has that id.`,
      fix: 'Correct the id, or delete the reference.',
    });
  }
  if (loop !== undefined) {
    problems.push({
      code: 'svg-loop',
      message: `\`${shown}\` shows \`#${clip(loop)}\` inside itself.`,
      fix: 'Take the reference out of the element it leads to.',
    });
  }
  if (weight > MOST_DRAWN) {
    problems.push({
      code: 'svg-too-complex',
      message: `\`${shown}\` draws more than ${MOST_DRAWN} elements by showing some again and again.`,
      fix: 'Draw fewer, or save the picture as png.',
    });
  }
  return problems;
}

/** How many elements are drawn for one, itself included, and by how many references in a row. */
type Cost = { weight: number; steps: number };

function referencesOf({ attributes }: CleanElement): { id: string; isMarker: boolean }[] {
  return [...attributes].flatMap(([name, value]) => {
    if (name.startsWith('aria-')) return [];
    const ids = name === 'href' ? [value.slice(1)] : referencesIn(value);
    return ids.map((id) => ({ id, isMarker: name.startsWith('marker-') }));
  });
}

/** About how many points, where a marker stands at each: those of a line, and of all lines in a group. */
function countPoints({ attributes, children }: CleanElement): number {
  const line = `${attributes.get('d') ?? ''} ${attributes.get('points') ?? ''}`;
  const own = line.match(/\d+/g)?.length ?? 0;
  const inside = children.map((child) => (typeof child === 'string' ? 0 : countPoints(child)));
  return Math.max(2, own) / 2 + inside.reduce((sum, count) => sum + count, 0);
}
