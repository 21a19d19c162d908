/** The page of the reader's own list. */
import { button, make } from './elements.ts';
import { basePath } from './keeping.ts';
import { marked, merge, MOST, readList, without, writeList, type Kept } from './list.ts';
import { changeStored, onChange, readStored } from './own-store.ts';
import { ownWords as words } from './own-words.ts';
import { onRoom } from './offline.ts';
import { collectBibtex } from './own-bibtex.ts';

/** What an exported list may be as large as, in bytes: several times the fullest. */
const LARGEST = 2_000_000;

export function showList(place: HTMLElement): void {
  const said = make('p', { className: 'small said', role: 'status' });
  const lists = make('div');
  const room = make('p', { className: 'small said', role: 'status' });
  const say = (...parts: (Node | string)[]) => said.replaceChildren(...parts);
  const change = (next: (papers: Kept[]) => readonly Kept[] | undefined) => {
    const fault = changeStored(next);
    say(fault ?? '');
    return fault === undefined;
  };

  const remove = ({ id, title }: Kept) => {
    const before = readStored().papers;
    if (!change((papers) => without(papers, id))) return;
    const putBack = button('', words.putBack, () => {
      change((papers) => restore(papers, before, id));
      focusRow(id);
    });
    say(`${words.removed(title)} `, putBack);
    putBack.focus();
  };
  const focusRow = (id: string) =>
    lists.querySelector<HTMLElement>(`[data-id="${id}"] button`)?.focus();

  const row = (paper: Kept) => {
    const { id, path, title, read } = paper;
    const mark = button('', read ? words.markUnread : words.markRead, () => {
      change((papers) => marked(papers, id, !read));
      focusRow(id);
    });
    const item = make(
      'li',
      {},
      make('a', { className: 'quiet', href: basePath() + path }, title),
      make(
        'p',
        { className: 'small' },
        mark,
        button('', words.remove, () => remove(paper)),
      ),
    );
    item.dataset['id'] = id;
    return item;
  };
  const group = (title: string, papers: Kept[]) =>
    papers.length === 0
      ? []
      : [make('h2', { className: 'kicker' }, title), make('ol', {}, ...papers.map(row))];

  const show = () => {
    const { papers, fault } = readStored();
    const nothing = make('p', { className: 'lead' }, words.nothing);
    lists.replaceChildren(
      ...(fault ? [make('p', { className: 'small said' }, words[fault])] : []),
      ...(papers.length === 0 && !fault ? [nothing] : []),
      ...group(
        words.unread,
        papers.filter(({ read }) => !read),
      ),
      ...group(
        words.isRead,
        papers.filter(({ read }) => read),
      ),
    );
    for (const one of [save, bibtex]) one.hidden = papers.length === 0;
  };

  const save = button('', words.save, () => {
    offerFile(words.fileName, 'application/json', writeList(readStored().papers));
  });
  const bibtex = button('', words.bibtex, () => void saveBibtex(say));
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: true });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) void addFile(chosen, say);
  });
  const open = button('', words.open, () => file.click());
  place.append(
    ...[lists, make('p', { className: 'small actions' }, save, bibtex, open, file), said, room],
  );
  onRoom((isFull) => room.replaceChildren(isFull ? words.noRoom : ''));
  onChange(show);
  show();
}

/** The list with a paper where it stood before. */
function restore(papers: readonly Kept[], before: readonly Kept[], id: string) {
  const paper = before.find((one) => one.id === id);
  if (!paper || papers.some((one) => one.id === id)) return papers;
  const after = new Set(before.slice(before.indexOf(paper)).map((one) => one.id));
  const at = papers.findIndex((one) => after.has(one.id));
  if (papers.length >= MOST) return undefined;
  return at < 0 ? [...papers, paper] : papers.toSpliced(at, 0, paper);
}

async function saveBibtex(say: (sentence: string) => void): Promise<void> {
  say(words.asking);
  const { text, missing } = await collectBibtex(readStored().papers, basePath());
  if (text === '') say(words.noneThere);
  else {
    offerFile(words.bibtexName, 'application/x-bibtex', text);
    say(missing.length > 0 ? words.missing(missing) : '');
  }
}

async function addFile(file: File, say: (sentence: string) => void): Promise<void> {
  if (file.size > LARGEST) {
    say(words.largeFile);
    return;
  }
  const { papers: others, fault, left } = readList(await file.text());
  if (fault === 'newer' || fault === 'broken') {
    say(fault === 'newer' ? words.newerFile : words.noFile);
    return;
  }
  let merged = { added: 0, left: 0 };
  const refused = changeStored((papers) => {
    const { papers: all, ...counts } = merge(papers, others);
    merged = counts;
    return all;
  });
  const out = left + merged.left;
  say(refused ?? [words.added(merged.added), ...(out > 0 ? [words.left(out)] : [])].join(' '));
}

function offerFile(download: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download }).click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
