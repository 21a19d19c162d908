import { buildFeed, withoutFolder, type Resolve } from '../body/rendering/html.ts';
import type { Tree } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { specimen } from './specimen.ts';

/** A formula as a feed asks for it. */
export type AskedFormula = { tex: string; display: boolean };

/**
 * Every formula that a feed or a mail may show of a paper or an issue, each once: of its text, its title, of the one
 * sentence on a paper, of notes on corrections. Found by rendering them, so that nothing is known here of what holds
 * one.
 */
export function collectFormulas(edition: Edition, entry: Paper | Issue): AskedFormula[] {
  const isPaper = 'slug' in entry;
  const trees = isPaper ? treesOfPaper(edition, entry) : treesOfIssue(edition, entry);
  const symbols = isPaper ? entry.notation.map(({ symbol }) => symbol) : [];
  return collect(trees, resolveFor(edition, entry), symbols);
}

/** Those of the specimen to try a reader with. */
export function collectSpecimen(): AskedFormula[] {
  return collect([specimen], withoutFolder);
}

function collect(
  trees: readonly (Tree | undefined)[],
  resolve: Resolve,
  symbols: readonly string[] = [],
): AskedFormula[] {
  const asked = new Map<string, AskedFormula>();
  const formulaPicture = (tex: string, display: boolean) => {
    asked.set(`${display} ${tex}`, { tex, display });
    return { href: '', width: 0, height: 0, depth: 0 };
  };
  for (const tree of trees) {
    if (tree) buildFeed(tree, { idPrefix: '', headingShift: 0, resolve, formulaPicture });
  }
  for (const symbol of symbols) formulaPicture(symbol, false);
  return [...asked.values()];
}

function treesOfPaper(edition: Edition, paper: Paper): (Tree | undefined)[] {
  const { title, tldr, abstract, assistance, notation, corrections, withdrawn } = paper;
  return [
    title.tree,
    tldr.tree,
    abstract.tree,
    assistance?.tree,
    ...notation.map(({ meaning }) => meaning.tree),
    ...[...corrections, ...(withdrawn ? [withdrawn] : [])].map(({ note }) => note.tree),
    withdrawn ? undefined : edition.treeOf(paper),
  ];
}

function treesOfIssue(edition: Edition, issue: Issue): (Tree | undefined)[] {
  return [issue.title.tree, issue.hero?.credit?.tree, edition.treeOf(issue)];
}
