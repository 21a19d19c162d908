import { buildFeed, withoutFolder } from '../body/rendering/html.ts';
import type { Tree } from '../body/tree.ts';
import type { Article, Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { specimen } from './specimen.ts';

/** A formula as a feed asks for it. */
export type AskedFormula = { tex: string; display: boolean };

/**
 * Every formula that a feed or a mail may show, each once: of summaries and introductions, of titles, of the one
 * sentence on a paper, of notes on corrections, of the specimen to try a reader with. Found by rendering them, so that nothing is known here of what holds one.
 */
export function collectFormulas(edition: Edition): AskedFormula[] {
  const asked = new Map<string, AskedFormula>();
  const formulaPicture = (tex: string, display: boolean) => {
    asked.set(`${display} ${tex}`, { tex, display });
    return { href: '', width: 0, height: 0, depth: 0 };
  };
  const add = (entry: Article | undefined, trees: readonly (Tree | undefined)[]) => {
    const resolve = entry ? resolveFor(edition, entry) : withoutFolder;
    for (const tree of trees) {
      if (tree) buildFeed(tree, { idPrefix: '', headingShift: 0, resolve, formulaPicture });
    }
  };
  const { papers, issues } = edition.digest;
  for (const paper of papers) {
    add(paper, treesOfPaper(edition, paper));
    for (const { symbol } of paper.notation) formulaPicture(symbol, false);
  }
  for (const issue of issues) add(issue, treesOfIssue(edition, issue));
  add(undefined, [specimen]);
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
