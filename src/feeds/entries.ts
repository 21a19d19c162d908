import { sharePart, type Edition } from '../digest/edition.ts';
import { issueAt, paperAt } from '../digest/found.ts';
import type { Issue, Paper } from '../digest/model.ts';
import type { FormulaPictures } from '../formula-pictures/load.ts';
import { cutFeed, weigh, type Cut, type Weighed } from './cut.ts';
import type { FeedItem } from './feed.ts';
import type { Form } from './item-parts.ts';
import { buildIssueItem, buildPaperItem } from './items.ts';

export type Formulas = Pick<FormulaPictures, 'pictureOf'>;

/** How entries show formulas: as MathML, or as pictures for readers that strip it. */
export type Flavour = 'mathml' | 'pictures';

export type MainFeed = 'papers' | 'issues';

/** The id of an entry among its kind: the slug of a paper, the id of an issue. */
type Id = string;

type WeighedEntry = Weighed & { of: Id };

/**
 * The entries of an edition in one flavour, each made once for all documents that hold it, and how the feeds of all
 * are cut into documents.
 */
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

  /** What readers follow of a main feed, and how many parts its archive has. */
  loadNewest(of: MainFeed): Promise<{ ids: Id[]; parts: number }> {
    return this.#share(`newest/${of}`, async (own) => {
      const { newest, parts } = await own.#cut(of);
      return { ids: newest, parts: parts.length };
    });
  }

  /**
   * A part of the archive of a main feed, counted from 1, and whether another follows. Apart from the cut, so that a
   * part is not made again because the cut of the newest has changed.
   */
  loadPart(of: MainFeed, part: number): Promise<{ ids: Id[]; isLast: boolean }> {
    return this.#share(`part/${of}/${part}`, async (own) => {
      const { parts } = await own.#cut(of);
      return { ids: parts[part - 1] ?? [], isLast: part >= parts.length };
    });
  }

  #cut(of: MainFeed): Promise<Cut<Id>> {
    return this.#share(`cut/${of}`, async (own) => {
      const items: WeighedEntry[] = [];
      for (const { id } of own.#edition.digest.issues)
        items.push(...(await own.#weighIssue(id))[of]);
      const { newest, parts } = cutFeed(items);
      const idsOf = (some: typeof items) => some.map((item) => item.of);
      return { newest: idsOf(newest), parts: parts.map(idsOf) };
    });
  }

  /** The entry of an issue and those of its papers: when one has changed, those of other issues are not looked at. */
  #weighIssue(id: string): Promise<Record<MainFeed, WeighedEntry[]>> {
    return this.#share(`weights/${id}`, async (own) => {
      const papers: WeighedEntry[] = [];
      for (const slug of issueAt(own.#edition.digest, id).papers) {
        if (paperAt(own.#edition.digest, slug).body)
          papers.push(weighed(await own.load('papers', slug), slug));
      }
      return { papers, issues: [weighed(await own.load('issues', id), id)] };
    });
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

function weighed(item: FeedItem, of: Id): WeighedEntry {
  const { id, published, updated } = item;
  return { of, id, published, updated, weight: weigh(item) };
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
