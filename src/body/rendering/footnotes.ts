import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, Node } from '../tree.ts';
import { words } from '../words.ts';

type Note = { definition: FootnoteDefinition; number: number; id: string; references: string[] };

/** The footnotes of one rendering, numbered by their first reference. */
export class Footnotes {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #notes = new Map<string, Note>();
  readonly #taken = new Set<Note>();
  readonly #ids = new Set<string>();
  readonly #prefix: string;

  constructor(nodes: readonly Node[], idPrefix: string) {
    this.#prefix = idPrefix;
    this.#collect(nodes);
  }

  /** A reference where it stands; nothing where no definition goes with it. */
  refer(identifier: string): Element | undefined {
    const note = this.#note(identifier);
    if (!note) return undefined;
    const id = this.#allocate(note.id.replace(/^fn-/, 'fnref-'));
    note.references.push(id);
    const href = `#${this.#prefix}${note.id}`;
    const link = h('a.footnote-reference', { id: this.#prefix + id, href, role: 'doc-noteref' });
    link.children.push({ type: 'text', value: String(note.number) });
    return h('sup', link);
  }

  /**
   * The notes first referred to since the last call, each with its number in front that leads back. `render` may
   * meet references to further notes.
   */
  take(render: (definition: FootnoteDefinition) => ElementContent[]): Element[] {
    const taken: Element[] = [];
    // A note's own text can be the first to refer to another: the map grows while it is read.
    for (const note of this.#notes.values()) {
      if (this.#taken.has(note)) continue;
      this.#taken.add(note);
      const content = render(note.definition);
      const [first] = content;
      const holder = first?.type === 'element' && first.tagName === 'p' ? first.children : content;
      const back = this.#backLink(note, String(note.number));
      holder.unshift(back, { type: 'text', value: ' ' });
      const id = this.#prefix + note.id;
      taken.push(h('div.footnote', { id, role: 'doc-footnote' }, content));
    }
    return taken;
  }

  /**
   * All notes as a list under their own heading, for an outlet that has no margin. With `backLinks` each ends with
   * one that leads to where it was first referred to.
   */
  list(
    level: number,
    render: (definition: FootnoteDefinition) => ElementContent[],
    backLinks: boolean,
  ): ElementContent[] {
    const items: Element[] = [];
    for (const note of this.#notes.values()) {
      const id = this.#prefix + note.id;
      const content = render(note.definition);
      if (backLinks) {
        const last = content.findLast((node) => node.type === 'element');
        const holder = last?.tagName === 'p' ? last.children : content;
        holder.push({ type: 'text', value: ' ' }, this.#backLink(note, '↑'));
      }
      items.push(h('li', { id }, content));
    }
    if (items.length === 0) return [];
    return [h('section', { role: 'doc-endnotes' }, [h(`h${level}`, words.notes), h('ol', items)])];
  }

  /** Leads from a note to its first reference. */
  #backLink(note: Note, shown: string): Element {
    const href = `#${this.#prefix}${note.references[0] ?? note.id}`;
    const ariaLabel = `${words.note} ${note.number}: ${words.backToText}`;
    return h('a.footnote-number', { href, role: 'doc-backlink', ariaLabel }, shown);
  }

  #collect(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
      if ('children' in node) this.#collect(node.children);
    }
  }

  #note(identifier: string): Note | undefined {
    const known = this.#notes.get(identifier);
    if (known) return known;
    const definition = this.#definitions.get(identifier);
    if (!definition) return undefined;
    const number = this.#notes.size + 1;
    const plain = identifier.toLowerCase();
    const id = this.#allocate(`fn-${/^[a-z0-9-]+$/.test(plain) ? plain : number}`);
    const note: Note = { definition, number, id, references: [] };
    this.#notes.set(identifier, note);
    return note;
  }

  #allocate(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#ids.has(id); count += 1) id = `${wanted}-${count}`;
    this.#ids.add(id);
    return id;
  }
}
