import type { Dice } from '../archive/dice.ts';

/** The files of a content folder by their paths. */
export type Files = Map<string, string>;

/** What somebody does to an archive between two builds; its name is told where the builds differ. */
type Edit = (files: Files, dice: Dice, number: number) => void;

/**
 * Every kind of change that a build has to notice, on an archive as `buildArchive` writes it. Each leaves a digest
 * without errors.
 */
export const edits: Readonly<Record<string, Edit>> = {
  'a sentence and a formula more': (files, dice, number) => {
    change(
      files,
      pickSummary(files, dice),
      (text) => `${text}\nIn sum $s_{${number}} + 1$ remains.\n`,
    );
  },
  'another title': (files, dice, number) => {
    change(files, pickPaper(files, dice), (text) =>
      text.replace(/^title: .*$/m, () => `title: 'Renamed ${number} with $t_{${number}}$'`),
    );
  },
  'another sentence': (files, dice, number) => {
    change(files, pickPaper(files, dice), (text) =>
      text.replace(/^tldr: .*$/m, () => `tldr: 'It says $u_{${number}}$.'`),
    );
  },
  'another abstract': (files, dice, number) => {
    change(files, pickPaper(files, dice), (text) =>
      text.replace(/^abstract: >-\n.*$/m, `abstract: >-\n  It is about ${number}.`),
    );
  },
  'another author and day': (files, dice, number) => {
    change(files, pickPaper(files, dice), (text) =>
      text
        .replace(/^authors: \[/m, `authors: [Number ${'i'.repeat((number % 7) + 1)} Newcomer, `)
        .replace(/^(published: \d{4}-\d\d)-\d\d$/m, '$1-02'),
    );
  },
  'another tag': (files, dice) => {
    const tags = [...(files.get('tags.yaml') ?? '').matchAll(/^([\w-]+):$/gm)].map(
      ([, id]) => id ?? '',
    );
    change(files, pickPaper(files, dice), (text) =>
      text.replace(/^tags: \[.*\]$/m, `tags: [${dice.different(tags, 2).join(', ')}]`),
    );
  },
  'another label of a tag': (files, _dice, number) => {
    change(files, 'tags.yaml', (text) => text.replace(/label: .*/, `label: Relabelled ${number}`));
  },
  'another category and a venue': (files, dice) => {
    change(files, pickPaper(files, dice), (text) =>
      text
        .replace(
          /^categories: .*$/m,
          `categories: [${dice.pick(['cs.IR', 'cs.LG', 'math.ST'])}]\nvenue: Nowhere`,
        )
        .replace(/(venue: Nowhere\n)venue: .*\n/, '$1'),
    );
  },
  'a new paper': (files, dice, number) => {
    const from = pickSummary(files, dice);
    const text = (files.get(from) ?? '')
      .replace(/^arxiv: .*$/m, `arxiv: 2301.${String(20_000 + number)}v1`)
      .replace(/^title: .*$/m, `title: New ${number}`)
      .replace(/^(?:id|aliases|corrections|withdrawn): .*\n/gm, '')
      .replace(/<Figure [\s\S]*?<\/Figure>\n?/g, '')
      .replace(/ \\label\{[^}]*\}/g, '')
      .replace(/\\eqref\{[^}]*\}/g, 'the formula');
    files.set(from.replace(/[^/]+\/index\.mdx$/, `new-${number}/index.mdx`), text);
  },
  'a paper less': (files, dice) => {
    const paper = dice.pick(papersOf(files).filter((file) => countBeside(files, file) > 1));
    moveFolder(files, folderOf(paper), undefined);
  },
  'another slug': (files, dice, number) => {
    const paper = pickPaper(files, dice);
    const slug = paper.split('/').at(-2) ?? '';
    change(files, paper, (text) => {
      const [, old] = /^id: (.*)$/m.exec(text) ?? [];
      const aliases = /^aliases: \[(.*)\]$/m.exec(text)?.[1]?.split(', ') ?? [];
      const bare = text.replace(/^(?:id|aliases): .*\n/gm, '');
      return bare.replace(
        /^---\n/,
        `---\nid: ${old ?? slug}\naliases: [${[...aliases, slug].join(', ')}]\n`,
      );
    });
    moveFolder(files, folderOf(paper), folderOf(paper).replace(/[^/]+$/, `slug-${number}`));
  },
  'another month': (files, dice) => {
    const paper = dice.pick(papersOf(files).filter((file) => countBeside(files, file) > 1));
    const months = [...new Set(papersOf(files).map((file) => file.split('/')[1] ?? ''))];
    moveFolder(
      files,
      folderOf(paper),
      folderOf(paper).replace(/^papers\/[^/]+/, `papers/${dice.pick(months)}`),
    );
  },
  'a new issue': (files, dice, number) => {
    const id = `2031-${String((number % 12) + 1).padStart(2, '0')}`;
    if (files.has(`issues/${id}/index.mdx`)) return;
    const paper = dice.pick(papersOf(files).filter((file) => countBeside(files, file) > 1));
    moveFolder(files, folderOf(paper), folderOf(paper).replace(/^papers\/[^/]+/, `papers/${id}`));
    files.set(
      `issues/${id}/index.mdx`,
      `---\ntitle: Another year\ndate: ${id}-28\neditors: [Nobody Atall]\n---\n\nHere is $${number}$.\n`,
    );
  },
  'two people become one': (files, dice) => {
    const names = papersOf(files).flatMap(
      (file) => /^authors: \[(.*)\]$/m.exec(files.get(file) ?? '')?.[1]?.split(', ') ?? [],
    );
    const claimed = [...files]
      .filter(([file]) => file.startsWith('people/'))
      .map(([, text]) => text)
      .join('');
    const free = [...new Set(names)].filter((name) => !claimed.includes(name));
    const [one = '', other = ''] = dice.different(free, 2);
    const id = one
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]+/g, '');
    if (other !== '')
      files.set(`people/${id}.yaml`, `name: ${one}\nnames: [${other}]\naliases: [was-${id}]\n`);
  },
  'a citation': (files, dice) => {
    const [, address = ''] =
      /^arxiv: ([\d.]+)/m.exec(files.get(pickPaper(files, dice)) ?? '') ?? [];
    change(
      files,
      pickSummary(files, dice),
      (text) => `${text}\nIt rests on [another](https://arxiv.org/abs/${address}).\n`,
    );
  },
  'a correction': (files, dice, number) => {
    change(files, pickSummary(files, dice), (text) =>
      /^corrections:/m.test(text)
        ? text
        : text.replace(
            /^summarised: (.*)$/m,
            `$&\ncorrections: [{ date: $1, note: 'It was $${number}$.' }]`,
          ),
    );
  },
  'a draft': (files, dice) => {
    const paper = dice.pick(papersOf(files).filter((file) => countBeside(files, file) > 1));
    change(files, paper, (text) =>
      /^draft:/m.test(text)
        ? text.replace(/^draft: .*\n/m, '')
        : text.replace(/^---\n/, '---\ndraft: true\n'),
    );
  },
  'another picture': (files, dice, number) => {
    const pictures = [...files.keys()].filter((file) => file.endsWith('.svg'));
    if (pictures.length > 0)
      change(files, dice.pick(pictures), (text) =>
        text.replace('</svg>', `<circle r="${(number % 9) + 1}"/></svg>`),
      );
  },
  'another introduction': (files, dice, number) => {
    const issues = [...files.keys()].filter((file) => file.startsWith('issues/'));
    change(files, dice.pick(issues), (text) => `${text}\nAnd $i_{${number}}$.\n`);
  },
  nothing: () => undefined,
};

function papersOf(files: Files): string[] {
  return [...files.keys()].filter((file) => /^papers\/.*\/index\.mdx$/.test(file)).sort();
}

function pickPaper(files: Files, dice: Dice): string {
  return dice.pick(papersOf(files));
}

/** A paper that has a body. */
function pickSummary(files: Files, dice: Dice): string {
  return dice.pick(papersOf(files).filter((file) => /^summarised:/m.test(files.get(file) ?? '')));
}

/** Published papers of the same issue, this one among them: an issue does not lose its last. */
function countBeside(files: Files, paper: string): number {
  const issue = paper.split('/').slice(0, 2).join('/');
  return papersOf(files).filter(
    (file) => file.startsWith(`${issue}/`) && !/^draft:/m.test(files.get(file) ?? ''),
  ).length;
}

function change(files: Files, file: string, how: (text: string) => string): void {
  files.set(file, how(files.get(file) ?? ''));
}

function folderOf(file: string): string {
  return file.replace(/\/[^/]+$/, '');
}

/** Moves all files of a folder, or takes them out. */
function moveFolder(files: Files, from: string, to: string | undefined): void {
  if (from === to) return;
  for (const [file, text] of [...files]) {
    if (!file.startsWith(`${from}/`)) continue;
    files.delete(file);
    if (to !== undefined) files.set(to + file.slice(from.length), text);
  }
}
