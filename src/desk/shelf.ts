import type { Assistant } from './assistant.ts';
import { forgetFile, forgetFiles, keepFile, recallFiles } from './keep.ts';
import type { DeskFile } from './messages.ts';
import { words } from './words.ts';

const MOST_FILES = 40;
const MOST_BYTES = 2_000_000;
const ENDINGS = /\.(?:svg|png|jpe?g|webp|avif|csv)$/i;

/** The files beside a draft: judged, kept by the browser, listed with a button that takes each off. */
export class Shelf {
  readonly #files = new Map<string, DeskFile>();
  readonly #list: HTMLElement;
  readonly #assistant: Assistant;
  readonly #change: () => void;
  readonly #say: (sentence: string) => void;

  constructor(
    list: HTMLElement,
    assistant: Assistant,
    { change, say }: { change: () => void; say: (sentence: string) => void },
  ) {
    this.#list = list;
    this.#assistant = assistant;
    this.#change = change;
    this.#say = say;
  }

  list(): DeskFile[] {
    return [...this.#files.values()];
  }

  async add(file: File): Promise<void> {
    const { name } = file;
    const refusal = this.#refuse(file);
    if (refusal !== undefined) {
      this.#say(refusal);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    await keepFile({ name, bytes });
    await this.#put(name, bytes);
  }

  #refuse({ name, size }: File): string | undefined {
    if (!ENDINGS.test(name)) return words.notTaken(name);
    if (size > MOST_BYTES) return words.fileTooLarge(name);
    const isFull = !this.#files.has(name) && this.#files.size >= MOST_FILES;
    return isFull ? words.tooMany(MOST_FILES) : undefined;
  }

  /** The files that were there before a reload. */
  async recall(): Promise<void> {
    for (const { name, bytes } of await recallFiles()) await this.#put(name, bytes);
  }

  async clear(): Promise<void> {
    for (const name of [...this.#files.keys()]) this.#drop(name);
    this.#draw();
    await forgetFiles();
  }

  async #put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const answer = await this.#assistant.ask({ kind: 'file', name, bytes });
    this.#drop(name);
    if (answer.kind === 'file') {
      const { faults, picture, csv } = answer.file;
      this.#files.set(name, {
        ...{ name, faults },
        ...(picture && { picture: { ...picture, href: addressOf(picture) } }),
        ...(csv !== undefined && { csv }),
      });
    } else {
      const fault = { code: 'picture-damaged', message: words.notRead(name), fix: words.saveAgain };
      this.#files.set(name, { name, faults: [fault] });
    }
    this.#draw();
  }

  #drop(name: string): void {
    const href = this.#files.get(name)?.picture?.href;
    if (href !== undefined) URL.revokeObjectURL(href);
    this.#files.delete(name);
  }

  #draw(): void {
    const items = [...this.#files.keys()].map((name) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words.remove;
      button.setAttribute('aria-label', words.removeFile(name));
      button.addEventListener('click', () => {
        this.#drop(name);
        void forgetFile(name);
        this.#draw();
        this.#change();
      });
      item.append(`${name} `, button);
      return item;
    });
    this.#list.replaceChildren(...items);
  }
}

/** An address of this browser alone, of a type that is no page. */
function addressOf({ bytes, type }: { bytes: Uint8Array<ArrayBuffer>; type: string }): string {
  return URL.createObjectURL(new Blob([bytes], { type }));
}
