/** The page on which a writer sees a summary before it is sent. Nothing leaves the browser but by a link that is pressed. */
import type { Problem } from '../problem.ts';
import { localDay } from '../scaffold/day.ts';
import { Assistant } from './assistant.ts';
import { offsetOf, putCaret } from './caret.ts';
import { Frame } from './frame.ts';
import { keepDraft, recallDraft } from './keep.ts';
import { listProblems } from './list.ts';
import type { Draft, Sheet } from './messages.ts';
import { startSending } from './send.ts';
import { Shelf } from './shelf.ts';
import { words } from './words.ts';

/** How long after the last key the text is read, in milliseconds. */
const PAUSE = 250;
/** Of problems that are listed; who has more begins with these. */
const MOST = 100;

function start(desk: HTMLElement): void {
  const find = (name: string) => desk.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const field = (name: string) => find(name) as HTMLInputElement;
  const text = find('text') as HTMLTextAreaElement;
  const issue = field('issue');
  const slug = field('slug');
  const given = field('given');
  const said = find('said');
  const count = find('count');
  const problems = find('problems');
  const { known = '', errors = '', katex = '' } = desk.dataset;

  const assistant = new Assistant(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    new URL(known, location.href).href,
  );
  const frame = new Frame(find('frame'), [katex]);
  const readDraft = (): Draft => ({ text: text.value, issue: issue.value, slug: slug.value });
  let sheet: Sheet | undefined;

  const say = (sentence: string) => {
    if (said.textContent !== sentence) said.textContent = sentence;
  };
  const tell = (sentence: string) => {
    if (count.textContent !== sentence) count.textContent = sentence;
  };
  const go = (line: number, column: number) => putCaret(text, offsetOf(text.value, line, column));

  let waiting = false;
  let reading = false;
  const read = async (): Promise<void> => {
    if (reading) {
      waiting = true;
      return;
    }
    reading = true;
    try {
      const draft = readDraft();
      const isEmpty = draft.text.trim() === '';
      const question = { kind: 'judge' as const, draft, files: shelf.list() };
      const answer = isEmpty ? undefined : await assistant.ask(question);
      if (answer?.kind === 'judge') await show(answer.sheet);
      else {
        problems.replaceChildren();
        if (isEmpty) await frame.show('', 1);
        tell(isEmpty ? '' : answer?.kind === 'late' ? words.late : words.failed);
      }
    } catch {
      tell(words.noWorker);
    }
    reading = false;
    if (waiting) {
      waiting = false;
      await read();
    }
  };
  const show = async (next: Sheet) => {
    sheet = next;
    slug.placeholder = next.slug;
    const errorCount = next.problems.filter(isError).length;
    const warningCount = next.problems.length - errorCount;
    tell(words.count(errorCount, warningCount) || words.none);
    const listed = next.problems.slice(0, MOST);
    problems.replaceChildren(...listProblems(listed, { file: next.file, errors, go }));
    await frame.show(next.html, next.hue);
  };

  let timer = 0;
  const keep = () => {
    const draft = readDraft();
    keepDraft(draft.text === '' ? undefined : draft);
  };
  const change = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      keep();
      void read();
    }, PAUSE);
  };
  const write = (value: string) => {
    text.value = value;
    keep();
    void read();
  };
  const mayReplace = () => text.value.trim() === '' || confirm(words.replace);

  const shelf = new Shelf(find('files'), assistant, { change, say });
  const take = async (files: Iterable<File>) => {
    say('');
    for (const file of files) {
      if (/\.(?:mdx?|txt|bib)$/i.test(file.name)) {
        if (mayReplace()) write(await file.text());
      } else await shelf.add(file);
    }
    void read();
  };

  for (const one of [text, issue, slug]) one.addEventListener('input', change);
  addEventListener('pagehide', keep);
  field('choose').addEventListener('change', ({ currentTarget }) => {
    const input = currentTarget as HTMLInputElement;
    void take([...(input.files ?? [])]).then(() => (input.value = ''));
  });
  // Anywhere on the page: a browser that opens the file instead would take the text away.
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer || dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take([...dataTransfer.files]);
  });

  find('begin').addEventListener('submit', (event) => {
    event.preventDefault();
    const isBibtex = text.value.trimStart().startsWith('@');
    if (!isBibtex && !mayReplace()) return;
    const asked = given.value.trim() || (isBibtex ? text.value : '');
    void assistant
      .ask({ kind: 'begin', given: asked, today: localDay(Date.now()) })
      .then((answer) => {
        if (answer.kind !== 'begin') return;
        if (answer.text !== undefined) write(answer.text);
        const isId = asked !== '' && !asked.startsWith('@');
        say(answer.refusal ?? (isId ? words.asked(asked) : ''));
        if (answer.text !== undefined) text.focus();
      })
      .catch(() => say(words.noWorker));
  });
  find('clear').addEventListener('click', () => {
    if (!confirm(words.clear)) return;
    void shelf.clear();
    for (const one of [issue, slug, given]) one.value = '';
    slug.placeholder = '';
    say('');
    write('');
    text.focus();
  });
  const sending = startSending(desk, {
    draft: () => ({ ...readDraft(), slug: slug.value.trim() || (sheet?.slug ?? 'your-paper') }),
    say,
  });

  const kept = recallDraft();
  if (kept) {
    text.value = kept.text;
    issue.value = kept.issue;
    slug.value = kept.slug;
  }
  desk.hidden = false;
  void assistant
    .open()
    .then(async ({ issues, folder, repository, branch }) => {
      if (issue.value === '') issue.value = issues[0] ?? localDay(Date.now()).slice(0, 7);
      const options = issues.map((id) =>
        Object.assign(document.createElement('option'), { value: id }),
      );
      find('issues').replaceChildren(...options);
      sending.open({ folder, repository, branch });
      await shelf.recall();
      await read();
    })
    .catch(() => tell(words.noWorker));
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

const desk = document.querySelector<HTMLElement>('[data-desk]');
if (desk) start(desk);
