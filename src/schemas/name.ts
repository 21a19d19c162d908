import { rule, type Fault } from './rule.ts';
import { slugPattern } from './slug.ts';
import { line } from './text.ts';

/** The name of one author, without what a list of several or a footnote leaves on it. */
export const name = line(120).check(
  rule((value: string) => judgeName(value, 'Write all authors, in the order of the paper.')),
);

/** A person, by a name or by an id from `people/`. */
export const nameOrId = line(120).check(
  rule((value: string) =>
    slugPattern.test(value) && /[a-z]/.test(value)
      ? undefined
      : judgeName(value, 'Write every name as an entry of the list.'),
  ),
);

function judgeName(value: string, all: string): Fault | undefined {
  // A longer one is told as too long.
  if (value.length > 120) return undefined;
  const bad = (says: string, fix: string) => ({ code: 'bad-name', says, fix });
  const asPrinted = 'Write the name of the person, as it is printed.';
  if (/^(?:and |und )?(?:et\.? al\.?|others|and others|u\. ?a\.)$/i.test(value)) {
    return bad('is no name', all);
  }
  if (/^(?:https?:|www\.)|:\/\//i.test(value)) return bad('is an address, no name', asPrinted);
  const mail = /[<([]?[^\s<>()[\]]+@[^\s<>()[\]]+[>)\]]?/.exec(value);
  if (mail !== null) {
    const rest = value
      .replace(mail[0], ' ')
      .replace(/\s+/g, ' ')
      .replace(/[\s,]+$/, '')
      .trim();
    const isName = /^\p{L}[^@,;]+$/u.test(rest);
    return bad(
      rest === '' ? 'is a mail address, no name' : 'holds a mail address',
      isName ? `Write \`${rest}\`.` : asPrinted,
    );
  }
  if (/^\P{L}*\d\P{L}*$/u.test(value)) return bad('is no name', asPrinted);
  if (/;|,\s*$|^\s*(?:and|&)\s|\set\.? al\.?$|\s-\s/i.test(value)) {
    return bad(
      'is not the name of one person',
      'Write each person as an entry of the list: `[Ada Lovelace, Charles Babbage]`.',
    );
  }
  const marks = /(?<=\p{L}\.?\s?)(?:[\s,]*[*†‡§¶∗⋆\d¹²³⁴-⁹])+$/u.exec(value);
  if (marks === null) return undefined;
  return bad(
    `ends with \`${marks[0].trim()}\`, the mark of a footnote`,
    `Write \`${value.slice(0, marks.index).trim()}\`.`,
  );
}
