/** A change of a text: what stands in `[from, to)` becomes `text`. */
export type Edit = { from: number; to: number; text: string };

/** Something that happened to a text, at an offset of the text as it was at first. */
export type Note = {
  offset: number;
  /** `look` is for a person; `mended` was put right without a doubt. */
  kind: 'look' | 'mended';
  text: string;
};

/** A text on its way from the old archive's Markdown to ours; it knows where each character came from. */
export class Draft {
  readonly notes: Note[] = [];
  #text: string;
  #origins: Int32Array;

  constructor(source: string) {
    this.#text = source;
    this.#origins = Int32Array.from({ length: source.length }, (_, index) => index);
  }

  get text(): string {
    return this.#text;
  }

  /** Makes edits, all of them by offsets of the present text. Of two that overlap the first is made. */
  apply(edits: readonly Edit[]): void {
    const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
    const texts: string[] = [];
    const origins: number[] = [];
    let at = 0;
    const keep = (to: number) => {
      texts.push(this.#text.slice(at, to));
      for (let index = at; index < to; index += 1) origins.push(this.#origins[index] ?? 0);
    };
    for (const { from, to, text } of sorted) {
      if (from < at) continue;
      keep(from);
      texts.push(text);
      const origin = this.origin(from);
      const end = origins.length + text.length;
      while (origins.length < end) origins.push(origin);
      at = to;
    }
    keep(this.#text.length);
    this.#text = texts.join('');
    this.#origins = Int32Array.from(origins);
  }

  /** Where a character of the present text stood at first. */
  origin(offset: number): number {
    return this.#origins[offset] ?? this.#origins.at(-1) ?? 0;
  }

  /** Where what stood at an offset at first, or what followed it, stands now. */
  present(origin: number): number {
    const index = this.#origins.findIndex((one) => one >= origin);
    return index === -1 ? this.#text.length : index;
  }

  /** @param offset in the present text */
  look(offset: number, text: string): void {
    this.notes.push({ offset: this.origin(offset), kind: 'look', text });
  }

  /** @param offset in the present text */
  mended(offset: number, text: string): void {
    this.notes.push({ offset: this.origin(offset), kind: 'mended', text });
  }
}

/** A writer's own text within a note: one line, short, without backticks. */
export function quote(text: string, length = 100): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .replaceAll('`', "'")
    .trim();
  return `\`${line.length > length ? `${line.slice(0, length - 1)}…` : line}\``;
}
