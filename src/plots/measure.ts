/** Size of all letters of a drawing, and the height of a line of them. */
export const TEXT_SIZE = 13;
export const LINE_HEIGHT = 16;

/** About how wide a text is in the site's sans, in pixels; rather too wide than too narrow. */
export function measure(text: string): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * TEXT_SIZE;
}

function widthOf(character: string): number {
  if (/[.,:;'’!|il ()\-ftjrI]/.test(character)) return 0.36;
  if (/[mwMW%@]/.test(character)) return 0.95;
  if (/[A-Z0-9+=−–<>&]/.test(character)) return 0.66;
  if (/\p{M}/u.test(character)) return 0;
  // Letters of other scripts are at most square.
  return character < '\u0530' ? 0.56 : 1.05;
}

/** Breaks a text into lines of at most `width` pixels, between words where it can. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && measure(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A block of text along an axis: where its middle should be, and its height. */
export type Block = { at: number; height: number };

/**
 * Moves blocks apart where they would overlap, within `top` and `bottom` and as little as it takes, and keeps
 * their order. Where there is no room for all they go on below `bottom`.
 *
 * @returns the middles, in the order of the blocks
 */
export function spread(blocks: readonly Block[], top: number, bottom: number): number[] {
  const order = blocks.map((_, index) => index).sort((a, b) => at(a) - at(b) || a - b);
  const result = blocks.map((block) => block.at);
  function at(index: number): number {
    return blocks[index]?.at ?? 0;
  }
  // Stacks that touch become one, and lie about the mean of what they hold.
  const stacks: { members: number[]; height: number; start: number }[] = [];
  for (const index of order) {
    const height = blocks[index]?.height ?? 0;
    let stack = place({ members: [index], height, start: 0 });
    let before = stacks.at(-1);
    while (before && before.start + before.height > stack.start) {
      stacks.pop();
      stack = place({
        members: [...before.members, ...stack.members],
        height: before.height + stack.height,
        start: 0,
      });
      before = stacks.at(-1);
    }
    stacks.push(stack);
  }
  function place(stack: { members: number[]; height: number; start: number }) {
    let offset = 0;
    let sum = 0;
    for (const index of stack.members) {
      const height = blocks[index]?.height ?? 0;
      sum += at(index) - offset - height / 2;
      offset += height;
    }
    const wanted = sum / stack.members.length;
    const start = Math.max(top, Math.min(wanted, bottom - stack.height));
    return { ...stack, start };
  }
  for (const { members, start } of stacks) {
    let offset = start;
    for (const index of members) {
      const height = blocks[index]?.height ?? 0;
      result[index] = offset + height / 2;
      offset += height;
    }
  }
  return result;
}
