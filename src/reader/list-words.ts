/** The words of the scripts that sort, filter and find: apart from those that every page loads. */
export const words = {
  narrow: {
    found: (found: number, all: number) =>
      found === all ? `${all} papers` : `${found} of ${all} papers`,
    since: (papers: string, year: string) => `${papers} since ${year}`,
    optionSince: (year: string) => `Since ${year}`,
    allYears: 'All years',
    loading: 'Loading…',
    option: (label: string, count: number) => `${label} (${count})`,
    day: (day: string, year: string) => `${day}, ${year}`,
    more: (count: number) => `${count} more`,
    etAl: ' et al.',
    failed: 'The list could not be loaded. Close and open this to try again.',
  },
  find: {
    found: (found: number, most: number) =>
      found === 0
        ? 'Nobody of that name'
        : `${found} ${found === 1 ? 'person' : 'people'}${found > most ? `, the first ${most} shown: go on typing` : ''}`,
    more: 'Two letters at least',
    failed: 'The names could not be loaded. Type on to try again.',
  },
} as const;
