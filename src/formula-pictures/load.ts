import { sharePart, type Edition } from '../digest/edition.ts';
import { issueAt, paperAt } from '../digest/found.ts';
import { shareIssues } from '../digest/share-issues.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { collectFormulas, collectSpecimen, type AskedFormula } from './collect.ts';
import { nameFormula, setFormula, type PlacedPicture } from './kept.ts';

/** Formulas as pictures, for mail and for readers that strip MathML. */
export type FormulaPictures = {
  /** `undefined` of what cannot be set as a picture. */
  pictureOf: (tex: string, display: boolean) => PlacedPicture | undefined;
};

/** MathJax sets one while the pixels of others are encoded. */
const AT_ONCE = 4;

/** Every formula that a feed or a mail may show of these, set. */
export async function loadFormulas(
  edition: Edition,
  entries: readonly (Paper | Issue)[],
): Promise<FormulaPictures> {
  const pictures = new Map<string, PlacedPicture>();
  for (const entry of entries)
    for (const picture of await setEntry(edition, entry)) pictures.set(picture.name, picture);
  return openPictures(pictures);
}

/** Those of the specimen to try a reader with. */
export async function loadSpecimen(): Promise<FormulaPictures> {
  const set = await setAll(collectSpecimen());
  return openPictures(new Map(set.map((picture) => [picture.name, picture])));
}

/** The names of the files of all formulas of an edition, each once. */
export async function listFormulas(edition: Edition): Promise<string[]> {
  const ofIssues = await shareIssues(edition, 'formulas/names', async (own, issue) => {
    const names = new Set<string>();
    for (const entry of [issue, ...issue.papers.map((slug) => paperAt(own.digest, slug))])
      for (const { name } of await setEntry(own, entry)) names.add(name);
    return [...names];
  });
  const ofSpecimen = (await setAll(collectSpecimen())).map(({ name }) => name);
  return [...new Set([...ofSpecimen, ...ofIssues.flat()])];
}

function setEntry(edition: Edition, entry: Paper | Issue): Promise<PlacedPicture[]> {
  const isPaper = 'slug' in entry;
  const id = isPaper ? entry.slug : entry.id;
  return sharePart(edition, `formulas/${isPaper ? 'papers' : 'issues'}/${id}`, (own) =>
    setAll(collectFormulas(own, isPaper ? paperAt(own.digest, id) : issueAt(own.digest, id))),
  );
}

/** Leaves out what cannot be set. */
async function setAll(asked: readonly AskedFormula[]): Promise<PlacedPicture[]> {
  const set: (PlacedPicture | undefined)[] = [];
  const waiting = asked.entries();
  const work = async () => {
    for (const [index, formula] of waiting) set[index] = await setFormula(formula);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return set.filter((picture) => picture !== undefined);
}

function openPictures(pictures: ReadonlyMap<string, PlacedPicture>): FormulaPictures {
  return { pictureOf: (tex, display) => pictures.get(nameFormula({ tex, display })) };
}
