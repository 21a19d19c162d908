import type { Element } from 'hast';
import { h } from 'hastscript';
import type { LinkCard } from './options.ts';

/** The cards of one rendering: each paper that a text links to has one, at its first link. */
export class Cards {
  readonly #waiting: LinkCard[] = [];
  readonly #met = new Set<string>();

  meet(card: LinkCard): void {
    if (this.#met.has(card.href)) return;
    this.#met.add(card.href);
    this.#waiting.push(card);
  }

  /** The cards of the links since the last call, as notes for the margin. */
  take(): Element[] {
    return this.#waiting
      .splice(0)
      .map(({ href, title, said }) => h('p.note.card', [`${said} `, h('a', { href }, title)]));
  }
}
