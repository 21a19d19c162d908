import { checkFormula } from '../body/formulas/formula.ts';
import { TREE_VERSION, type Node, type Tree } from '../body/tree.ts';
import type { IssueData } from '../schemas/issue.ts';
import type { PaperData } from '../schemas/paper.ts';
import type { Text } from './model.ts';
import type { StoredEntry } from './read.ts';

/**
 * An entry as far as it can be shown, for `dev` alone: its page is there with what could be read, under its own
 * address. What is sound is returned as it is.
 */
export function salvageEntry(entry: StoredEntry): StoredEntry {
  if (entry.problems.every(({ severity }) => severity !== 'error')) return entry;
  const texts = Object.fromEntries(
    Object.entries(entry.texts).map(([path, text]): [string, Text] => {
      return [path, { ...text, tree: salvageTree(text.tree) }];
    }),
  );
  if (entry.kind === 'paper') {
    const data: PaperData = { ...paperGaps(entry.issue, entry.slug), ...entry.data };
    const notation = (data.notation ?? []).filter(({ symbol }) => isSound(symbol, false));
    const whole = { ...data, ...(data.notation && { notation }) };
    const title = texts['title'] ?? textOf(entry.slug);
    return {
      ...entry,
      ...salvageFacts(entry),
      texts: { ...texts, title },
      whole: true,
      data: whole,
    };
  }
  if (entry.kind === 'issue') {
    const data: IssueData = { title: entry.id, date: dayIn(entry.id), editors: [], ...entry.data };
    const title = texts['title'] ?? textOf(entry.id);
    return { ...entry, ...salvageFacts(entry), texts: { ...texts, title }, whole: true, data };
  }
  if (entry.kind === 'about') {
    const data = { title: 'About', ...entry.data };
    return { ...entry, ...salvageFacts(entry), texts, whole: true, data };
  }
  return { ...entry, texts };
}

/** A tree with the source of a formula where it cannot be set. */
export function salvageTree(tree: Tree): Tree {
  return { ...tree, children: tree.children.map(salvageNode) };
}

function salvageNode(node: Node): Node {
  if (node.type === 'inlineFormula') {
    return isSound(node.tex, false) ? node : { type: 'inlineCode', value: `$${node.tex}$` };
  }
  if (node.type === 'formula') {
    return isSound(node.tex, true) ? node : { type: 'code', lang: 'tex', value: node.tex };
  }
  if (!('children' in node)) return node;
  // A formula becomes what may stand in the same place.
  return { ...node, children: node.children.map(salvageNode) } as Node;
}

function isSound(tex: string, display: boolean): boolean {
  return checkFormula(tex, display).length === 0;
}

function salvageFacts({ facts }: Extract<StoredEntry, { kind: 'paper' | 'issue' | 'about' }>) {
  if (facts === undefined) return {};
  return {
    facts: { ...facts, equations: facts.equations.filter(({ tex }) => isSound(tex, true)) },
  };
}

function paperGaps(issue: string, slug: string): PaperData {
  const published = dayIn(issue);
  return { title: slug, authors: [], published, tags: [], tldr: '', abstract: '' };
}

/** A day for what has none: the first of the month that an id names. */
function dayIn(id: string): string {
  return /^\d{4}-\d{2}$/.test(id) ? `${id}-01` : `${/^\d{4}/.exec(id)?.[0] ?? '2000'}-01-01`;
}

function textOf(plain: string): Text {
  const children: Node[] = [{ type: 'text', value: plain }];
  return { tree: { type: 'root', version: TREE_VERSION, children }, plain };
}
