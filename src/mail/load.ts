import { sharePart, type Edition } from '../digest/edition.ts';
import { issueAt } from '../digest/found.ts';
import { shareIssues } from '../digest/share-issues.ts';
import type { Issue } from '../digest/model.ts';
import { loadFormulas } from '../formula-pictures/load.ts';
import { buildMail, type Mail } from './build.ts';
import type { Variables } from './html.ts';
import { MailPictures } from './pictures.ts';

export type LoadedMail = Mail & {
  /** Names of those of its pictures that were made for it, as `routes.picture` takes them. */
  pictures: string[];
};

/** An issue as mail, as the site has it: made once for its files and the list of its pictures. */
export function loadMail(edition: Edition, { id }: Issue): Promise<LoadedMail> {
  return sharePart(edition, `mail/${id}`, (own) => makeMail(own, issueAt(own.digest, id)));
}

/** The same for a provider, with its variables. */
export async function makeMail(
  edition: Edition,
  issue: Issue,
  variables: Variables = {},
): Promise<LoadedMail> {
  const papers = issue.papers.flatMap((slug) => edition.digest.paperBySlug.get(slug) ?? []);
  const formulas = await loadFormulas(edition, [issue, ...papers]);
  const pictures = new MailPictures();
  const build = () => buildMail(edition, issue, { formulas, pictures }, variables);
  let mail = build();
  // Where one cannot be made, its words stand there, and the mail may have room for another.
  while (await pictures.makeShown(mail.html)) mail = build();
  const made = pictures
    .list()
    .filter((name) => !edition.pictures.has(name) && mail.html.includes(`/${name}`));
  return { ...mail, pictures: made };
}

/** The names of the pictures that were made for the mails of an edition, each once. */
export async function listMailPictures(edition: Edition): Promise<string[]> {
  // Apart from the mail, whose text changes more often than its pictures.
  const ofIssues = await shareIssues(edition, 'mail-pictures', async (own, issue) => {
    return (await loadMail(own, issue)).pictures;
  });
  return [...new Set(ofIssues.flat())];
}
