import { compileBody } from '../body/compile.ts';
import { isOfPage } from '../body/judging/anchors.ts';
import type { BodyFacts, Tree } from '../body/tree.ts';
import type { Problem } from '../problem.ts';
import { aboutSchema, type AboutData } from '../schemas/about.ts';
import { nearest } from '../body/nearest.ts';
import { splitFrontmatter } from '../schemas/frontmatter.ts';
import { issueSchema, type IssueData } from '../schemas/issue.ts';
import { paperSchema, type PaperData } from '../schemas/paper.ts';
import { personSchema, type PersonData } from '../schemas/person.ts';
import { tagsSchema, type TagsData } from '../schemas/tag.ts';
import { readYaml, type Places, type YamlReading } from '../schemas/yaml.ts';
import { judgePaperFacts, judgePersonFacts } from './judge-facts.ts';
import type { Text } from './model.ts';
import { splitName, tidyName } from './people.ts';
import { error, problemAt, warning } from './problems.ts';
import { Texts } from './texts.ts';

/**
 * One file by itself, read and judged; plain JSON. `texts` holds every text with maths by its path
 * (`title`, `notation.0.meaning`). Where the facts are not all right, `data` has those that are.
 */
type Read<Kind extends string, Data> = {
  kind: Kind;
  /** Unique among the entries of its kind: slug, issue, person, `tags`, `about`. */
  id: string;
  /** As problems name it. */
  file: string;
  texts: Record<string, Text>;
  places: Places;
  problems: Problem[];
} & ({ whole: true; data: Data } | { whole: false; data: Partial<Data> });

type Body = {
  /** Only with a body: the tree, which the digest does not look at, and what it must know of it. */
  tree?: Tree;
  facts?: BodyFacts;
};

export type PaperEntry = Read<'paper', PaperData> & Body & { issue: string; slug: string };
export type IssueEntry = Read<'issue', IssueData> & Body;
export type PersonEntry = Read<'person', PersonData>;
export type TagsEntry = Read<'tags', TagsData>;
export type AboutEntry = Read<'about', AboutData> & Body;
export type Entry = PaperEntry | IssueEntry | PersonEntry | TagsEntry | AboutEntry;

/** @param file as problems name it: `content/papers/2025-01/titans/index.mdx` */
export function readPaperEntry(
  source: string,
  file: string,
  { issue, slug }: { issue: string; slug: string },
): PaperEntry {
  const split = splitFrontmatter(source, file);
  const base = { kind: 'paper' as const, id: slug, issue, slug, file };
  if (split.problems.length > 0) return { ...base, ...unread, problems: split.problems };
  const reading = readYaml(split.yaml, { file, line: split.yamlLine, schema: paperSchema });
  const { partial, places } = reading;
  const notation = partial.notation?.map(({ symbol }) => symbol) ?? [];
  const body = readBody(split.body, { file, line: split.bodyLine, notation });
  const texts = new Texts(file, reading);
  texts.add('title', partial.title, { links: false });
  texts.add('tldr', partial.tldr, { links: false });
  texts.add('abstract', partial.abstract);
  texts.add('assistance', partial.assistance);
  texts.add('withdrawn.note', partial.withdrawn?.note);
  partial.corrections?.forEach(({ note }, index) => texts.add(`corrections.${index}.note`, note));
  partial.notation?.forEach(({ symbol, meaning }, index) => {
    texts.add(`notation.${index}.meaning`, meaning);
    texts.addSymbol(`notation.${index}.symbol`, symbol);
  });
  const problems = [
    ...reading.problems,
    ...texts.problems,
    ...body.problems,
    ...judgePaper(file, partial, places, body).filter(({ code, message }) => {
      // A misspelt key is told as one, not as missing too.
      const name = code === 'missing-key' ? /^`\w+`/.exec(message)?.[0] : undefined;
      return !name || !reading.problems.some(({ fix }) => fix.startsWith(`Write ${name}, or take`));
    }),
    ...judgePaperFacts({ file, places }, partial),
  ];
  return { ...base, ...wholeOrNot(reading), ...body.kept, texts: texts.made, places, problems };
}

export function readIssueEntry(
  source: string,
  file: string,
  { issue }: { issue: string },
): IssueEntry {
  const split = splitFrontmatter(source, file);
  const base = { kind: 'issue' as const, id: issue, file };
  if (split.problems.length > 0) return { ...base, ...unread, problems: split.problems };
  const reading = readYaml(split.yaml, { file, line: split.yamlLine, schema: issueSchema });
  const body = readBody(split.body, { file, line: split.bodyLine, summary: false });
  const texts = new Texts(file, reading);
  texts.add('title', reading.partial.title, { links: false });
  texts.add('hero.credit', reading.partial.hero?.credit);
  const problems = [...reading.problems, ...texts.problems, ...body.problems];
  const { places } = reading;
  return { ...base, ...wholeOrNot(reading), ...body.kept, texts: texts.made, places, problems };
}

export function readPersonEntry(source: string, file: string, { id }: { id: string }): PersonEntry {
  const reading = readYaml(source, { file, line: 1, schema: personSchema });
  const { partial, places } = reading;
  const texts = new Texts(file, reading);
  texts.add('bio', partial.bio);
  const problems = [
    ...reading.problems,
    ...texts.problems,
    ...judgePersonFacts({ file, places }, partial),
  ];
  if (partial.name !== undefined && partial.family !== undefined) {
    const { family } = splitName(partial.name, { family: partial.family });
    if (family !== tidyName(partial.family)) {
      problems.push(
        problemAt(
          { file, places },
          'family',
          error(
            'family-not-in-name',
            `\`family: ${partial.family}\` does not stand in the name \`${partial.name}\`.`,
            'Write the family name letter by letter as it stands in `name`.',
          ),
        ),
      );
    }
  }
  return {
    ...{ kind: 'person' as const, id, file },
    ...wholeOrNot(reading),
    ...{ texts: texts.made, places, problems },
  };
}

export function readTagsEntry(source: string, file: string): TagsEntry {
  const reading = readYaml(source, { file, line: 1, schema: tagsSchema });
  const { places, problems } = reading;
  return {
    ...{ kind: 'tags' as const, id: 'tags', file },
    ...wholeOrNot(reading),
    ...{ texts: {}, places, problems },
  };
}

export function readAboutEntry(source: string, file: string): AboutEntry {
  const split = splitFrontmatter(source, file);
  const base = { kind: 'about' as const, id: 'about', file };
  if (split.problems.length > 0) return { ...base, ...unread, problems: split.problems };
  const reading = readYaml(split.yaml, { file, line: split.yamlLine, schema: aboutSchema });
  const body = readBody(split.body, { file, line: split.bodyLine, summary: false });
  const { places } = reading;
  const problems = [...reading.problems, ...body.problems];
  return { ...base, ...wholeOrNot(reading), ...body.kept, texts: {}, places, problems };
}

const unread = { whole: false as const, data: {}, texts: {}, places: {} };

function wholeOrNot<T>({ data, partial }: YamlReading<T>) {
  return data === undefined
    ? { whole: false as const, data: partial }
    : { whole: true as const, data };
}

type ReadBody = { kept: Body; problems: Problem[] };

/** A body of white space or comments alone is none. */
function readBody(source: string, options: Parameters<typeof compileBody>[1]): ReadBody {
  if (source.trim() === '') return { kept: {}, problems: [] };
  const { tree, facts, problems } = compileBody(source, options);
  const none = tree.children.length === 0 && problems.length === 0;
  return none ? { kept: {}, problems } : { kept: { tree, facts }, problems };
}

/** What depends on whether there is a summary. */
function judgePaper(
  file: string,
  paper: Partial<PaperData>,
  places: Places,
  { kept: { tree, facts } }: ReadBody,
): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, code: string, message: string, fix: string) => {
    problems.push(problemAt({ file, places }, path, error(code, message, fix)));
  };
  // Where the facts could not be read at all, nothing is known to be missing.
  if (Object.keys(places).length < 2) return [];
  if (tree === undefined) {
    if (paper.writers !== undefined) {
      problems.push(
        problemAt(
          { file, places },
          'writers',
          warning(
            'writers-without-summary',
            'The file names writers, but has no summary: it is shown with its abstract alone.',
            'Write the summary below the second `---`, or take `writers` out.',
          ),
        ),
      );
    }
    return problems;
  }
  if (!('summarised' in places)) {
    report(
      '',
      'missing-key',
      '`summarised` is missing, and the file has a summary.',
      'Add `summarised:` with the day of the summary, `YYYY-MM-DD`.',
    );
  }
  if (!('writers' in places)) {
    report(
      '',
      'missing-key',
      '`writers` is missing, and the file has a summary.',
      'Add `writers:` with who wrote it: `writers: [Ada Lovelace]`, or ids from `people/`.',
    );
  }
  if (paper.summarisedIn !== undefined) {
    report(
      'summarisedIn',
      'summarised-twice',
      '`summarisedIn` names another summary, but the file has one of its own.',
      'Take `summarisedIn` out, or take the text out.',
    );
  }
  const anchors = new Set(facts?.anchors);
  for (const [old, target] of Object.entries(paper.anchors ?? {})) {
    if (anchors.has(old)) {
      report(
        `anchors.${old}`,
        'anchor-in-use',
        `\`${old}\` is said to be renamed, but the text still has that anchor.`,
        'Take the line out.',
      );
    } else if (isOfPage(old)) {
      report(
        `anchors.${old}`,
        'anchor-in-use',
        `\`${old}\` is an anchor of every page, and was never one of a text.`,
        'Take the line out.',
      );
    }
    if (!anchors.has(target)) {
      const near = nearest(target, [...anchors]);
      report(
        `anchors.${old}`,
        'unknown-anchor',
        `The text has no anchor \`${target}\`.`,
        near === undefined
          ? 'Write what stands after the `#` in the address of the section.'
          : `Write \`${near}\`.`,
      );
    }
  }
  return problems;
}
