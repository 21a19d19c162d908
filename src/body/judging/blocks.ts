import { findMarkup, refuseElement, type Markup } from './markup.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/**
 * Puts every element where HTML can hold it: block elements out of the paragraph that holds
 * nothing else, bare text of a component into a paragraph, a lone paragraph of a cell out of
 * its wrapping. What cannot be put right is told. Elements that are refused are told and go.
 */
export function arrangeBlocks(root: SyntaxNode, report: Report): void {
  root.children = arrangeFlow(root.children ?? [], report);
}

/**
 * The inside of one paragraph (a title, a caption): block elements are refused.
 *
 * @param inline whether no lines are around it, on which they could stand
 */
export function arrangeSentence(
  children: readonly SyntaxNode[],
  report: Report,
  inline = false,
): SyntaxNode[] {
  return arrangeInline(children, report, inline).flatMap((child) => {
    return isBlock(child) ? refuseInSentence(child, report, inline) : [child];
  });
}

function arrangeFlow(children: readonly SyntaxNode[], report: Report): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  // Bare text of an element on one line, `<Aside>text</Aside>`, becomes a paragraph.
  let run: SyntaxNode[] = [];
  const endRun = () => {
    if (run.length > 0) result.push(...arrangeParagraph(wrap(run), report));
    run = [];
  };
  for (const child of expandRefused(children, report)) {
    if (isInline(child)) {
      run.push(child);
      continue;
    }
    endRun();
    if (child.type === 'paragraph') result.push(...arrangeParagraph(child, report));
    else if (child.type === 'heading' || child.type === 'tableCell') {
      child.children = arrangeSentence(child.children ?? [], report);
      result.push(child);
    } else if (child.type === 'element') {
      arrangeContent(child, findMarkup(child.name)!, report);
      result.push(child);
    } else {
      if (child.children) child.children = arrangeFlow(child.children, report);
      result.push(child);
    }
  }
  endRun();
  return result;
}

/** The children with refused elements told and replaced by what of them stays. */
function expandRefused(children: readonly SyntaxNode[], report: Report): SyntaxNode[] {
  return children.flatMap((child) => {
    if (child.type !== 'element' || findMarkup(child.name)) return [child];
    return expandRefused(refuseElement(child, report), report);
  });
}

function arrangeParagraph(paragraph: SyntaxNode, report: Report): SyntaxNode[] {
  const children = arrangeInline(paragraph.children ?? [], report);
  const blocks = children.filter(isBlock);
  if (blocks.length === 0) {
    paragraph.children = children;
    return children.every(isBlank) ? [] : [paragraph];
  }
  if (children.every((child) => isBlock(child) || isBlank(child))) return blocks;
  const [first] = blocks;
  report.add({ offset: first!.position.start.offset, ...explainInSentence(first!, false) });
  const result: SyntaxNode[] = [];
  let run: SyntaxNode[] = [];
  for (const child of [...children, undefined]) {
    if (child && !isBlock(child)) run.push(child);
    else {
      if (!run.every(isBlank)) result.push({ ...wrap(run), position: paragraph.position });
      run = [];
      if (child) result.push(child);
    }
  }
  return result;
}

/** Inline children with refused elements unwrapped; block elements stay among them. */
function arrangeInline(
  children: readonly SyntaxNode[],
  report: Report,
  inline = false,
): SyntaxNode[] {
  const expanded = expandRefused(children, report);
  for (const child of expanded) {
    if (child.type === 'element') arrangeContent(child, findMarkup(child.name)!, report);
    else if (child.children && isInline(child)) {
      child.children = arrangeSentence(child.children, report, inline);
    }
  }
  return expanded;
}

function arrangeContent(node: SyntaxNode, markup: Markup, report: Report): void {
  const children = node.children ?? [];
  if (markup.kind === 'component') {
    node.children = arrangeFlow(children, report);
    if (markup.rule.children === 'none') refuseContent(node, report);
    return;
  }
  const { holds } = markup.rule;
  if (holds === 'inline') {
    const lone = children.filter((child) => !isBlank(child));
    const inner =
      lone.length === 1 && lone[0]!.type === 'paragraph' ? lone[0]!.children! : children;
    let told = false;
    node.children = arrangeInline(inner, report).flatMap((child) => {
      if (!isBlock(child) && isInline(child)) return [child];
      if (told || isUnwrapped(child)) return [];
      told = true;
      report.add({
        offset: child.position.start.offset,
        code: 'misplaced-content',
        message: `\`<${node.name}>\` holds more than words: ${describe(child)}.`,
        fix: `Keep \`<${node.name}>\` within one paragraph.`,
      });
      return [];
    });
    return;
  }
  if (holds === 'nothing') {
    refuseContent(node, report);
    return;
  }
  const flow = arrangeFlow(children, report);
  if (holds === 'flow') {
    // A paragraph on its own in a cell is only its text, and what else there is stays in order.
    const [only] = flow;
    node.children = flow.length === 1 && only?.type === 'paragraph' ? (only.children ?? []) : flow;
  } else {
    node.children = flow.filter((child) => {
      if (child.type === 'element' && holds.includes(child.name ?? '')) return true;
      if (isUnwrapped(child)) return false;
      report.add({
        offset: child.position.start.offset,
        code: 'misplaced-content',
        message: `Directly in \`<${node.name}>\` stands ${describe(child)}.`,
        fix: `\`<${node.name}>\` holds only ${holds.map((name) => `\`<${name}>\``).join(', ')}: put it into one of these.`,
      });
      return false;
    });
  }
}

/**
 * Tells elements that stand outside the only elements they may stand in, such as `<td>` in a
 * paragraph.
 *
 * @param unpaired names of elements that are told already because their tags do not pair
 */
export function checkPlaces(node: SyntaxNode, unpaired: ReadonlySet<string>, report: Report): void {
  for (const child of node.children ?? []) {
    const markup = child.type === 'element' ? findMarkup(child.name) : undefined;
    const within = markup?.kind === 'element' ? markup.rule.within : undefined;
    const told = within?.some((name) => unpaired.has(name));
    if (within && !told && !(node.type === 'element' && within.includes(node.name ?? ''))) {
      report.add({
        offset: child.position.start.offset,
        code: 'misplaced-element',
        message: `\`<${child.name}>\` stands outside ${within.map((name) => `\`<${name}>\``).join(', ')}.`,
        fix: `Put it directly into \`<${within[0]}>\`.`,
      });
    }
    checkPlaces(child, unpaired, report);
  }
}

function refuseContent(node: SyntaxNode, report: Report): void {
  const first = node.children?.find((child) => !isBlank(child));
  node.children = [];
  if (!first) return;
  report.add({
    offset: first.position.start.offset,
    code: 'misplaced-content',
    message: `\`<${node.name}>\` takes no content.`,
    fix: `Write \`<${node.name} … />\` and its text elsewhere.`,
  });
}

function refuseInSentence(node: SyntaxNode, report: Report, inline: boolean): SyntaxNode[] {
  report.add({ offset: node.position.start.offset, ...explainInSentence(node, inline) });
  return (node.children ?? []).filter((child) => isInline(child) && !isBlock(child));
}

function explainInSentence(node: SyntaxNode, inline: boolean) {
  return {
    code: 'block-in-sentence',
    message: inline
      ? `\`<${node.name}>\` stands in a text of one line.`
      : `\`<${node.name}>\` stands in the middle of a sentence.`,
    fix: inline
      ? 'Put it into the body of the summary, on lines of its own.'
      : 'Put it on lines of its own, with an empty line before and after.',
  };
}

function describe(node: SyntaxNode): string {
  if (node.type === 'element') return `\`<${node.name}>\``;
  if (node.type === 'paragraph') {
    const text = node.children?.find((child) => child.type === 'text')?.value ?? '';
    return text.trim() === '' ? 'a paragraph' : `the text \`${excerpt(text)}\``;
  }
  return (
    {
      list: 'a list',
      table: 'a table',
      formula: 'a displayed formula',
      heading: 'a heading',
      code: 'code',
    }[node.type] ?? 'a block'
  );
}

/** Whether a node is what is left of a refused element, which is told already. */
function isUnwrapped(node: SyntaxNode): boolean {
  return node.unwrapped === true || (node.children?.some((child) => child.unwrapped) ?? false);
}

function isBlock(node: SyntaxNode): boolean {
  return node.type === 'element' && findMarkup(node.name)?.place === 'block';
}

const INLINE = new Set(
  'text emphasis strong delete inlineCode break link linkReference image imageReference footnoteReference inlineFormula reference'.split(
    ' ',
  ),
);

function isInline(node: SyntaxNode): boolean {
  return (
    INLINE.has(node.type) || (node.type === 'element' && findMarkup(node.name)?.place === 'inline')
  );
}

function isBlank(node: SyntaxNode): boolean {
  return (node.type === 'text' && (node.value ?? '').trim() === '') || node.type === 'break';
}

function wrap(children: SyntaxNode[]): SyntaxNode {
  const [first, last] = [children[0]!, children.at(-1)!];
  return {
    type: 'paragraph',
    position: { start: first.position.start, end: last.position.end },
    children,
  };
}
