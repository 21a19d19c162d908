import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, Node } from '../tree.ts';
import { words } from '../words.ts';

type Note = { definition: FootnoteDefinition; number: number; id: string; references: string[] };

/** The footnotes of one rendering, numbered by their first reference. */
export class Footnotes {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #notes = new Map<string, Note>();
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

  /** The list of notes with links back; `render` may meet references to further notes. */
  list(
    level: number,
    render: (definition: FootnoteDefinition) => ElementContent[],
  ): ElementContent[] {
    const items: Element[] = [];
    // A note's own text can be the first to refer to another: the map grows while it is read.
    for (const note of this.#notes.values()) {
      const content = render(note.definition);
      items.push(h('li', { id: this.#prefix + note.id }, content));
    }
    if (items.length === 0) return [];
    [...this.#notes.values()].forEach((note, index) => {
      const item = items[index];
      if (item) appendBackLinks(item, note, this.#prefix);
    });
    const title = h(
      `h${level}`,
      { className: ['footnotes-title'], id: `${this.#prefix}footnotes` },
      words.notes,
    );
    return [h('section.footnotes', { role: 'doc-endnotes' }, [title, h('ol', items)])];
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

function appendBackLinks(item: Element, note: Note, prefix: string): void {
  const links = note.references.flatMap((id, index): ElementContent[] => [
    { type: 'text', value: ' ' },
    h(
      'a.footnote-back',
      {
        href: `#${prefix}${id}`,
        role: 'doc-backlink',
        ariaLabel: words.backToText + (note.references.length > 1 ? ` (${index + 1})` : ''),
      },
      // U+FE0E asks for a letter: some systems draw the arrow as a picture.
      '↩\uFE0E',
    ),
  ]);
  const last = item.children.findLast((child) => child.type === 'element');
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...links);
  else item.children.push(...links);
}
