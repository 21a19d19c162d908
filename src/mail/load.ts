import type { Edition } from '../digest/edition.ts';
import type { Issue } from '../digest/model.ts';
import { loadEditionFormulas } from '../formula-pictures/load.ts';
import type { Picture } from '../pictures/picture.ts';
import { buildMail, type Mail } from './build.ts';
import type { Variables } from './html.ts';
import { loadMailPictures } from './pictures.ts';

export type LoadedMail = Mail & {
  /** Those of its pictures that were made for it, by the names that `routes.picture` takes. */
  pictures: ReadonlyMap<string, Picture>;
};

const loaded = new WeakMap<Edition, Map<string, Promise<LoadedMail>>>();

/** An issue as mail, as the site has it: made once for each edition. */
export function loadMail(edition: Edition, issue: Issue): Promise<LoadedMail> {
  const known = loaded.get(edition) ?? new Map<string, Promise<LoadedMail>>();
  loaded.set(edition, known);
  const loading = known.get(issue.id) ?? makeMail(edition, issue);
  known.set(issue.id, loading);
  return loading;
}

/** The same for a provider, with its variables. */
export async function makeMail(
  edition: Edition,
  issue: Issue,
  variables: Variables = {},
): Promise<LoadedMail> {
  const papers = issue.papers.flatMap((slug) => edition.digest.paperBySlug.get(slug) ?? []);
  const pictures = await loadMailPictures(edition, [issue, ...papers]);
  const formulas = await loadEditionFormulas(edition);
  const mail = buildMail(edition, issue, { formulas, pictures }, variables);
  const made = [...pictures.values()].filter(
    ({ name }) => !edition.pictures.has(name) && mail.html.includes(`/${name}`),
  );
  return { ...mail, pictures: new Map(made.map((picture) => [picture.name, picture])) };
}

/** The pictures that were made for the mails of an edition, each once. */
export async function listMailPictures(edition: Edition): Promise<Picture[]> {
  const all = new Map<string, Picture>();
  for (const issue of edition.digest.issues) {
    for (const [name, picture] of (await loadMail(edition, issue)).pictures) all.set(name, picture);
  }
  return [...all.values()];
}
