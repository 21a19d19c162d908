import type { Edit, Problem } from '../problem.ts';

export type Frontmatter = {
  /** What stands between the two lines of hyphens. */
  yaml: string;
  /** The line of the file on which `yaml` begins. */
  yamlLine: number;
  body: string;
  bodyLine: number;
  problems: Problem[];
};

const fence = /^---[ \t]*$/;

/** Splits an MDX file at the lines `---`. Without them the whole file is YAML or nothing, and a problem says so. */
export function splitFrontmatter(source: string, file: string): Frontmatter {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const problem = (
    line: number,
    code: string,
    message: string,
    fix: string,
    edit?: Edit,
  ): Problem => {
    const rest = { severity: 'error' as const, code, message, fix, ...(edit && { edit }) };
    return { file, line, column: 1, ...rest };
  };
  const nothing = { yaml: '', yamlLine: 1, body: '', bodyLine: 1 };

  const encoding = judgeEncoding(source);
  if (encoding !== undefined) return { ...nothing, problems: [problem(1, ...encoding)] };
  if (!fence.test(lines[0] ?? '')) {
    const first = lines.findIndex((line) => line.trim() !== '');
    const begins = first > 0 && fence.test((lines[first] ?? '').trim());
    return {
      ...nothing,
      problems: [
        begins
          ? problem(
              1,
              'frontmatter-not-first',
              `${first === 1 ? 'A blank line stands' : `${first} blank lines stand`} before the \`---\` that begins the facts about the text.`,
              'Make `---` the first line of the file.',
              { line: 1, column: 1, old: text.slice(0, text.indexOf('---')), text: '' },
            )
          : /^(?:\+\+\+|;;;|\{)[ \t]*$/.test(lines[0] ?? '')
            ? problem(
                1,
                'frontmatter-missing',
                `The facts about the text begin with \`${(lines[0] ?? '').trim()}\`, and only YAML is taken.`,
                'Write them as YAML between two lines `---`: `title: …`, without quotation marks around keys.',
              )
            : problem(
                1,
                'frontmatter-missing',
                'The file does not begin with the facts about the text.',
                'Write a line `---` first, then the keys (`title: …`), then another line `---`.',
              ),
      ],
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end === -1) {
    return {
      ...nothing,
      problems: [
        problem(
          1,
          'frontmatter-unclosed',
          'The `---` that begins the facts about the text has no second `---` that ends them.',
          'Write a line `---` after the last key, before the text.',
        ),
      ],
    };
  }
  return {
    yaml: lines.slice(1, end).join('\n'),
    yamlLine: 2,
    // The body keeps its line ends: what reads it knows them.
    body: text
      .split('\n')
      .slice(end + 1)
      .join('\n'),
    bodyLine: end + 2,
    problems: [],
  };
}

/** What a program has done to the whole text, so that no line of it can be found. */
function judgeEncoding(source: string): [code: string, message: string, fix: string] | undefined {
  // Read as UTF-8, UTF-16 has a NULL beside each letter, behind two bytes that are none.
  if (/^\uFFFD{0,2}(?:\0[^\0]|[^\0]\0)/.test(source)) {
    return [
      'text-encoding',
      'The file is in UTF-16, and only UTF-8 is read.',
      'Save it again with the encoding UTF-8.',
    ];
  }
  if (source.includes('\r') && !source.includes('\n')) {
    return [
      'text-encoding',
      'The lines of the file end as on an old Mac, by a carriage return alone, so that all of it is one line.',
      'Save it again with the line ends of Unix (LF) or of Windows (CRLF).',
    ];
  }
  return undefined;
}
