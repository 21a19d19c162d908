import { text } from 'node:stream/consumers';
import { compileBody, compileInline } from '../../src/body/compile.ts';
import { renderFeed, renderPage, type RenderOptions } from '../../src/body/rendering/html.ts';
import { renderText } from '../../src/body/rendering/text.ts';
import type { Tree } from '../../src/body/tree.ts';
import { readPaperEntry, readPersonEntry, readTagsEntry } from '../../src/digest/entry.ts';
import { salvageTree } from '../../src/digest/salvage.ts';
import type { Problem } from '../../src/problem.ts';
import { readSite } from '../../src/site.ts';
import { findActive, wordsOf } from './active.ts';
import { setGuard } from './guard.ts';

/** One source, and as what it is judged. */
export type Task = {
  kind: 'body' | 'inline' | 'paper' | 'person' | 'tags' | 'site';
  source: string;
};

/** What came of it. `active` is all that ran or would run; `words` are those of the page. */
export type Outcome = {
  problems: Pick<Problem, 'line' | 'column' | 'severity' | 'code' | 'message' | 'fix'>[];
  active: string[];
  words: string;
  seconds: number;
};

const options: RenderOptions = {
  idPrefix: '',
  headingShift: 0,
  resolve: {
    link: (url) => ({ href: url, rel: 'ugc nofollow' }),
    picture: (src) =>
      src.startsWith('./') ? { href: `/pictures/${src.slice(2)}`, width: 9, height: 9 } : undefined,
    source: () => ({ href: 'https://example.org/', rel: 'ugc nofollow' }),
    plot: () => undefined,
  },
};

const MOST_READ = 1_500_000;
const guard = setGuard();

function judge({ kind, source }: Task): Outcome {
  const start = process.cpuUsage();
  const { problems, trees, data } = read(kind, source);
  const active: string[] = [];
  let words = '';
  for (const tree of trees) {
    // As a preview shows what is faulty; the rest must be harmless all the same.
    const shown = salvageTree(tree);
    const page = renderPage(shown, options);
    const feed = renderFeed(shown, options);
    // Reading a page of megabytes thrice would need more memory than making it.
    const read = [page, feed].filter((html) => html.length < MOST_READ);
    active.push(...read.flatMap((html) => findActive(html)));
    words += page.length < MOST_READ ? `${wordsOf(page)} ` : '';
    renderText(tree);
  }
  words += data === undefined ? '' : JSON.stringify(data);
  const { user } = process.cpuUsage(start);
  return { problems, active: [...active, ...guard.take()], words, seconds: user / 1e6 };
}

function read(
  kind: Task['kind'],
  source: string,
): { problems: Problem[]; trees: Tree[]; data?: unknown } {
  const file = 'x.mdx';
  switch (kind) {
    case 'body': {
      const { tree, problems } = compileBody(source, { file });
      return { problems, trees: [tree] };
    }
    case 'inline': {
      const { tree, problems } = compileInline(source, { file, place: { line: 1, column: 1 } });
      return { problems, trees: [tree] };
    }
    case 'site': {
      const { site, problems } = readSite(source, file);
      return { problems, trees: [], data: site };
    }
    default: {
      const entry =
        kind === 'paper'
          ? readPaperEntry(source, file, { issue: '2026-03', slug: 'memory' })
          : kind === 'person'
            ? readPersonEntry(source, file, { id: 'ada-lovelace' })
            : readTagsEntry(source, file);
      const { problems, texts, data } = entry;
      const body = 'tree' in entry ? [entry.tree] : [];
      return { problems, data, trees: [...Object.values(texts).map(({ tree }) => tree), ...body] };
    }
  }
}

const input = await text(process.stdin);
for (const task of JSON.parse(input) as Task[]) {
  process.stdout.write(`${JSON.stringify(judge(task))}\n`);
}
