import { sharePart, type Edition } from '../digest/edition.ts';
import { issueAt, paperAt } from '../digest/found.ts';
import type { Issue, Paper } from '../digest/model.ts';
import type { FormulaPictures } from '../formula-pictures/load.ts';
import type { FeedItem } from './feed.ts';
import type { Form } from './item-parts.ts';
import { buildIssueItem, buildPaperItem } from './items.ts';

export type Formulas = Pick<FormulaPictures, 'pictureOf'>;

/** How entries show formulas: as MathML, or as pictures for readers that strip it. */
export type Flavour = 'mathml' | 'pictures';

export type MainFeed = 'papers' | 'issues';

/** The id of an entry among its kind: the slug of a paper, the id of an issue. */
export type Id = string;

/** The entries of an edition in one flavour, each made once for all documents that hold it. */
export class Entries {
  readonly #edition: Edition;
  readonly #flavour: Flavour;
  readonly #loadFormulas: LoadFormulas;

  constructor(edition: Edition, flavour: Flavour, loadFormulas: LoadFormulas) {
    this.#edition = edition;
    this.#flavour = flavour;
    this.#loadFormulas = loadFormulas;
  }

  load(of: MainFeed, id: Id): Promise<FeedItem> {
    return this.#share(`${of}/${id}`, (own) =>
      of === 'papers' ? own.#makePaper(id) : own.#makeIssue(id),
    );
  }

  async #makePaper(slug: string): Promise<FeedItem> {
    const paper = paperAt(this.#edition.digest, slug);
    return buildPaperItem(this.#edition, paper, await this.#form([paper]));
  }

  async #makeIssue(id: string): Promise<FeedItem> {
    const issue = issueAt(this.#edition.digest, id);
    const papers = issue.papers.map((slug) => paperAt(this.#edition.digest, slug));
    return buildIssueItem(this.#edition, issue, await this.#form([issue, ...papers]));
  }

  async #form(entries: readonly (Paper | Issue)[]): Promise<Form> {
    const { absolute } = this.#edition.routes;
    if (this.#flavour === 'mathml') return { address: absolute, headingShift: 0 };
    return buildPicturesForm(this.#edition, await this.#loadFormulas(this.#edition, entries));
  }

  #share<T>(name: string, make: (own: Entries) => Promise<T>): Promise<T> {
    return sharePart(this.#edition, `feed/${this.#flavour}/${name}`, (edition) =>
      make(new Entries(edition, this.#flavour, this.#loadFormulas)),
    );
  }
}

/** Sets the formulas of papers and issues. */
export type LoadFormulas = (
  edition: Edition,
  entries: readonly (Paper | Issue)[],
) => Formulas | Promise<Formulas>;

/** The form of entries in the flavour for readers that strip MathML. */
export function buildPicturesForm({ routes }: Edition, { pictureOf }: Formulas): Form {
  return {
    address: routes.absolute,
    headingShift: 0,
    formulaPicture(tex, display) {
      const picture = pictureOf(tex, display);
      return picture && { ...picture, href: routes.absolute(routes.formula(picture.name)) };
    },
  };
}
