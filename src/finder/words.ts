/** What the script of the search says. */
export const words = {
  found: (papers: number, formulas: number) =>
    [
      ...(papers > 0 ? [count(papers, 'paper')] : []),
      ...(formulas > 0 ? [count(formulas, 'formula')] : []),
    ].join(' and ') || 'Nothing found',
  searching: 'Searching …',
  alike: (formulas: number) => `${count(formulas, 'formula')} like it`,
  instead: (asked: string, instead: string) =>
    `Nothing has “${asked}”, so this is what has “${instead}”.`,
  without: (list: readonly string[]) =>
    `No paper has ${list.map((word) => `“${word}”`).join(' or ')}.`,
  noIndex:
    'The texts cannot be searched now: their index could not be loaded. While the site is written it is made by a build alone.',
  noFormulas: 'The formulas cannot be searched now: their index could not be loaded.',
  newest:
    'The formulas are of the newest papers that may have it; more of them come from earlier ones.',
  place: (anchor: string) => anchor.replace(/^(?:eq|fig|tab)-/, '').replaceAll('-', ' '),
  equation: (number: string) => `Equation ${number}`,
  more: (rest: number) => `${rest} more`,
  etAl: 'et al.',
} as const;

function count(number: number, one: string): string {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ',')} ${one}${number === 1 ? '' : 's'}`;
}
