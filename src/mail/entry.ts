import type { ElementContent } from 'hast';
import { buildFeed, type FeedOptions, type Resolve } from '../body/rendering/html.ts';
import { renderText } from '../body/rendering/text.ts';
import type { Node, Tree } from '../body/tree.ts';
import type { Article, Edition } from '../digest/edition.ts';
import { resolveOutside } from '../digest/resolve.ts';
import type { FormulaPictures } from '../formula-pictures/load.ts';
import { buildMarkup } from './markup.ts';
import type { Picture } from '../pictures/picture.ts';
import type { MailPictures } from './pictures.ts';

/** What a mail shows besides text. */
export type MailSources = { formulas: FormulaPictures; pictures: MailPictures };

/** Renders the trees of one paper or issue for a mail. */
export type EntryRendering = {
  /** A title, a sentence. */
  inline: (tree: Tree) => ElementContent[];
  blocks: (nodes: readonly Node[]) => ElementContent[];
  text: (nodes: readonly Node[]) => string;
  /** The blocks of its body, each of which stays whole; none of what is withdrawn. */
  body: Node[];
};

export function renderEntry(
  edition: Edition,
  entry: Article,
  sources: MailSources,
): EntryRendering {
  const tree = 'withdrawn' in entry ? undefined : edition.treeOf(entry);
  const nodes = tree?.children ?? [];
  const notes = nodes.filter((node) => node.type === 'footnoteDefinition');
  const body = nodes.filter((node) => node.type !== 'footnoteDefinition');
  const options: FeedOptions = {
    idPrefix: '',
    headingShift: 1,
    resolve: resolveForMail(edition, entry, sources),
    formulaPicture(tex, display) {
      const picture = sources.formulas.pictureOf(tex, display);
      const { absolute, formula } = edition.routes;
      return picture && { ...picture, href: absolute(formula(picture.name)) };
    },
  };
  // A note goes with the first block that refers to it.
  const treeOf = (some: readonly Node[]): Tree => ({
    type: 'root',
    version: 1,
    children: [...some, ...notes],
  });
  return {
    body,
    inline: (tree) => buildMarkup(buildFeed(tree, options)),
    blocks: (some) => buildMarkup(buildFeed(treeOf(some), options)),
    text: (some) =>
      renderText(treeOf(some), { plot: (attributes) => edition.plotOf(entry, attributes) }),
  };
}

function resolveForMail(edition: Edition, entry: Article, { pictures }: MailSources): Resolve {
  const resolve = resolveOutside(edition, entry);
  const place = (picture: Picture | undefined) => picture && pictures.place(edition, picture);
  return {
    ...resolve,
    // Of a link only its address: a mail knows no class.
    link: (url) => ({ href: resolve.link(url).href }),
    picture: (src) => place(edition.pictureOf(entry, src)),
    plot(attributes) {
      const [plot, picture] = [
        resolve.plot(attributes),
        place(edition.plotOf(entry, attributes)?.picture),
      ];
      return plot && picture && { ...plot, picture };
    },
  };
}
