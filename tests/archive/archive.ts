import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lettersId } from '../../src/digest/people.ts';
import { Dice } from './dice.ts';
import { Formulas } from './formulas.ts';
import { drawChart, type Chart } from './charts.ts';
import { families, givens, nouns, qualities, syllables, verbs } from './words.ts';

/** One paper of an invented archive, as far as tests ask for it. */
export type ArchivePaper = {
  slug: string;
  title: string;
  authors: string[];
  tags: string[];
  issue: string;
  published: string;
  arxiv: string;
  /** The TeX of its displayed formulas. */
  formulas: string[];
};

/** A content folder that nobody wrote: the files by their path in it, and the papers, oldest first. */
export type Archive = { files: Map<string, string>; papers: ArchivePaper[] };

/** What an archive is invented by; `people` is how many its authors are drawn from, `pictures` the charts beside each
 * paper that has a body. */
export type ArchiveOptions = {
  papers: number;
  seed?: number;
  people?: number;
  papersAMonth?: number;
  pictures?: number;
};

/** People choose tags from one list, which no archive lets grow for ever. */
const MOST_TAGS = 1_000;
const FIRST_YEAR = 2021;
const CATEGORIES = ['cs.LG', 'cs.CL', 'cs.AI', 'cs.CV', 'stat.ML', 'cs.NE', 'math.OC', 'eess.AS'];

/**
 * Invents an archive: about 700 words, eleven formulas, a table and up to three citations a paper, tags of which a
 * few are on many papers and many on a few, people of whom a few wrote much. The same numbers give the same files.
 */
export function buildArchive({
  papers: count,
  seed = 1,
  people: peopleCount = 2 * count,
  papersAMonth = 20,
  pictures = 0,
}: ArchiveOptions): Archive {
  const dice = new Dice(seed);
  const formulas = new Formulas(dice);
  const people = inventPeople(dice, Math.max(12, peopleCount));
  const tags = inventTags(dice, Math.min(MOST_TAGS, Math.max(8, Math.round(count / 6))));
  const names = inventNames(dice, count);
  const files = new Map<string, string>();
  const papers: ArchivePaper[] = [];
  const used = new Set<string>();

  for (const [index, name] of names.entries()) {
    const month = Math.floor(index / papersAMonth);
    const issue = `${FIRST_YEAR + Math.floor(month / 12)}-${pad((month % 12) + 1)}`;
    const day = pad(1 + (index % 25));
    const authors = dice.several(people, 1 + dice.below(6));
    const own = dice.several(tags, 1 + dice.below(4));
    for (const tag of own) used.add(tag);
    const [first = '', second = '', third = ''] = dice.different(nouns, 3);
    const title = `${capital(name)}: ${capital(dice.pick(qualities))} ${capital(first)} for ${capital(second)} ${capital(third)}`;
    const arxiv = `${issue.slice(2).replace('-', '')}.${String(10_000 + index)}`;
    const isListing = index % 25 === 24;
    const cited = isListing ? [] : dice.different(papers, Math.min(papers.length, dice.below(4)));
    const about = { name, nouns: [first, second, third], cited };
    const charts = isListing ? [] : Array.from({ length: pictures }, () => drawChart(dice));
    const { text, displays } = isListing
      ? { text: '', displays: [] }
      : writeBody(dice, formulas, about, charts);
    const folder = `papers/${issue}/${name}`;
    for (const [at, { svg }] of charts.entries()) files.set(`${folder}/${chartName(at)}`, svg);
    files.set(
      `${folder}/index.mdx`,
      `---
title: '${title}'
authors: [${authors.join(', ')}]
published: ${issue}-${day}
arxiv: ${arxiv}v1
categories: [${dice.several(CATEGORIES, 1 + dice.below(2)).join(', ')}]
tags: [${own.join(', ')}]
tldr: '${capital(name)} ${dice.pick(verbs)} the ${first} of ${second} with $${formulas.writeInline()}$.'
abstract: >-
  ${capital(sentence(dice, 18, [first, second]))} ${capital(sentence(dice, 24, [name, third]))}
${isListing ? '' : `summarised: ${issue}-${day}\nwriters: [${people[index % 12] ?? ''}]\n`}---
${text}`,
    );
    papers.push({
      ...{ slug: name, title, authors, tags: own, issue, formulas: displays, arxiv },
      published: `${issue}-${day}`,
    });
  }
  for (const issue of new Set(papers.map((paper) => paper.issue))) {
    files.set(
      `issues/${issue}/index.mdx`,
      `---\ntitle: ${capital(dice.pick(qualities))} ${dice.pick(nouns)}\ndate: ${issue}-28\neditors: [${people[0] ?? ''}]\n---\n\n${capital(sentence(dice, 30, []))}\n`,
    );
  }
  files.set('site.yaml', SITE);
  files.set(
    'tags.yaml',
    tags
      .filter((tag) => used.has(tag))
      .map(
        (tag) =>
          `${tag}:\n  label: ${capital(tag.replaceAll('-', ' '))}\n  description: What is said of ${tag.replaceAll('-', ' ')}.\n`,
      )
      .join(''),
  );
  return { files, papers };
}

/** Writes an invented archive as a content folder, which should be empty. */
export function writeArchive(folder: string, options: ArchiveOptions): Archive {
  const archive = buildArchive(options);
  for (const [name, text] of archive.files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return archive;
}

const SITE = `name: Invented
tagline: papers that nobody wrote
description: An archive for measuring, made by a program.
url: https://archive.example/
language: en
licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
contact: mailto:nobody@archive.example
feeds: { authority: 'archive.example,2026' }
`;

function chartName(at: number): string {
  return `chart-${at + 1}.svg`;
}

function writeBody(
  dice: Dice,
  formulas: Formulas,
  about: { name: string; nouns: string[]; cited: { title: string; arxiv: string }[] },
  charts: Chart[],
): { text: string; displays: string[] } {
  const displays = [0, 1, 2].map(() => formulas.writeDisplay());
  const prose = (length: number) => capital(sentence(dice, length, [about.name, ...about.nouns]));
  const inline = () =>
    `${prose(14)} Here $${formulas.writeInline()}$ ${sentence(dice, 12, about.nouns)}`;
  const display = (at: number) =>
    `$$\n${displays[at] ?? ''}${at === 0 ? ' \\label{main}' : ''}\n$$`;
  const citations = about.cited.map(
    ({ title, arxiv }) =>
      `It goes on from [${title.replace(/:.*/, '')}](https://arxiv.org/abs/${arxiv}), which ${sentence(dice, 10, [])}`,
  );
  const rows = dice.different(nouns, 4).map((noun) => `| ${noun} | ${dice.below(900) / 10 + 1} |`);
  const figures = charts.map(
    ({ alt, caption }, at) =>
      `<Figure src="./${chartName(at)}" alt="${alt}">\n\n${caption}\n\n</Figure>`,
  );
  const blocks = [
    '## The key idea',
    ...[prose(45), inline(), prose(40), display(0), `By \\eqref{main}, ${sentence(dice, 20, [])}`],
    '## Background',
    ...[prose(50), inline(), ...citations, inline(), prose(40)],
    '## Their method',
    ...[prose(45), inline(), display(1), prose(50), inline(), inline(), display(2), prose(40)],
    '## Results',
    ...[prose(40), inline(), ['| what | score |', '| :-- | --: |', ...rows].join('\n')],
    ...figures,
    '## Takeaways',
    ...[prose(50), inline(), prose(30)],
  ];
  return { text: `\n${blocks.join('\n\n')}\n`, displays };
}

/** Words in which a few are frequent and most are rare, now and then one of those that the text is about. */
function sentence(dice: Dice, length: number, about: readonly string[]): string {
  const words = Array.from({ length }, (_, at) => {
    if (about.length > 0 && dice.below(9) === 0) return dice.pick(about);
    return at % 3 === 1 ? dice.pick(verbs) : dice.skewed(dice.below(3) === 0 ? nouns : rare);
  });
  return `${words.join(' ')}.`;
}

/** Some thousands of words that mean nothing, as names and terms of a real archive do. */
const rare = syllables.flatMap((first) =>
  syllables.flatMap((second) => syllables.slice(0, 3).map((third) => second + first + third)),
);

function inventNames(dice: Dice, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const length = 2 + dice.below(2);
    names.add(
      `${Array.from({ length }, () => dice.pick(syllables)).join('')}${dice.pick(['x', 'r', 'n', 'q'])}`,
    );
  }
  return [...names];
}

/** Above so many, short names run out, and longer ones come to them. */
const SHORT_PEOPLE = 6_000;

function inventPeople(dice: Dice, count: number): string[] {
  const people = new Map<string, string>();
  while (people.size < count) {
    const short = `${dice.pick(givens)} ${dice.pick(families)}${dice.pick(['', ...syllables.slice(0, 12)])}`;
    const name = people.size < SHORT_PEOPLE ? short : short + dice.pick(syllables);
    people.set(lettersId(name).id, people.get(lettersId(name).id) ?? name);
  }
  return [...people.values()];
}

function inventTags(dice: Dice, count: number): string[] {
  const tags = new Set<string>();
  while (tags.size < count) tags.add(`${dice.pick(qualities)}-${dice.pick(nouns)}`);
  return [...tags];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
