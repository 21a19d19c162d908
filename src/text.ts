/** The interface's own words, and how it writes dates, counts and lists. English only, one module, so that a translation is one file. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function monthName(date: string): string {
  return months[Number(date.slice(5, 7)) - 1] ?? date;
}

/** `2026-03-22` → `22 March 2026`. */
export function longDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(date)} ${date.slice(0, 4)}`;
}

/** `2026-03-22` → `Mar 22`, for a row that stands under its year. */
export function shortDate(date: string): string {
  return `${monthName(date).slice(0, 3)} ${Number(date.slice(8, 10))}`;
}

/** `2026-03` → `March 2026`. */
export function monthOfYear(month: string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** `1, 'paper'` → `1 paper`; `5, 'paper'` → `5 papers`. Grouped by thousands. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${groupDigits(number)} ${number === 1 ? one : many}`;
}

/** `['a', 'b', 'c', 'd'], 2` → `a, b and 2 more`; at most `most` are named. */
export function listNames(names: readonly string[], most: number): string {
  const rest = names.length - most;
  // To say "and 1 more" takes as long as to say which.
  if (rest > 1) return `${names.slice(0, most).join(', ')} and ${groupDigits(rest)} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Minutes of reading at 220 words a minute, a formula counted as seven words; at least one. */
export function readingMinutes(words: number, formulas: number): number {
  return Math.max(1, Math.round((words + formulas * 7) / 220));
}

export const text = {
  skip: 'Skip to the text',
  nav: {
    label: 'Site',
    issues: 'Issues',
    papers: 'Papers',
    authors: 'Authors',
    tags: 'Tags',
    feeds: 'Follow',
  },
  settings: {
    open: 'Reading',
    choices: [
      {
        name: 'theme',
        title: 'Theme',
        values: [
          ['', 'Auto'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
      },
      {
        name: 'maths',
        title: 'Formulas',
        values: [
          ['', 'Set here'],
          ['native', 'By the browser'],
        ],
      },
      {
        name: 'keys',
        title: 'Single-key shortcuts',
        values: [
          ['', 'On'],
          ['off', 'Off'],
        ],
      },
    ],
    help: 'What the keys do',
  },
  home: {
    newest: 'The newest issue',
    earlier: 'Earlier issues',
    all: 'All issues',
    emptyTitle: 'No issue yet',
    empty:
      'This digest has no paper yet. Make the folder of an issue and a paper in it, and both appear here:',
    emptySteps: [
      ['content/tags.yaml', 'the tags, each with a label and a description'],
      ['content/issues/2026-01/index.mdx', 'an issue: title, date, editors, an introduction'],
      ['content/papers/2026-01/a-paper/index.mdx', 'a paper: who, where, when, and your summary'],
    ],
    emptyMore: 'How to write a summary',
  },
  issue: {
    writtenBy: 'Written by',
    contents: 'Contents',
    toContents: 'contents',
    position: (index: number, total: number) => `${index} of ${total}`,
    issues: 'Issues',
    previous: 'Previous issue',
    next: 'Next issue',
    residuals:
      'Each stem is a paragraph or a displayed formula, in reading order: up for more mathematics than its length predicts, down for less.',
    picture: 'Picture:',
  },
  paper: {
    first: (names: string, rest: number) => `${names} and ${groupDigits(rest)} more`,
    position: (index: number, total: number, issue: string) =>
      `Paper ${index} of ${total} in ${issue}`,
    summaryBy: 'Summary by',
    trust: {
      written: 'Written by',
      reviewed: 'Reviewed by',
      notReviewed: 'Not reviewed',
      byNobody: 'by a second person yet',
      source: 'Written from',
      noVersion: 'which version is not noted',
      claims: (results: string, one: boolean) =>
        `${results} ${one ? 'says where it stands' : 'say where they stand'} in it`,
      assistance: 'Assistance',
      corrected: 'Corrected',
    },
    fullPaper: 'Full paper',
    previous: 'Previous paper',
    next: 'Next paper',
    notation: 'Notation',
    abstract: 'Abstract',
    abstractByAuthors: 'The authors’ own abstract.',
    summarisedIn: 'Covered in our summary of',
    withdrawn: 'Withdrawn',
    mentionedBy: 'Mentioned by',
    onItsOwn: 'This summary on its own page',
    link: {
      arxiv: 'arXiv',
      doi: 'DOI',
      openreview: 'OpenReview',
      url: 'Paper',
      code: 'Code',
      project: 'Project page',
      pdf: 'PDF',
      video: 'Video',
      slides: 'Slides',
      data: 'Data',
    },
    score: (value: string, source: string, asOf: string) =>
      `Score ${value} (${source}, ${longDate(asOf)})`,
  },
  mending: {
    fix: 'Fix this page',
    fixIntroduction: 'Fix the introduction',
    report: 'Report a mistake',
    history: 'History',
    repository: 'Repository',
    reportTitle: (title: string) => `A mistake in “${title}”`,
    reportBody: (address: string, path: string | undefined) =>
      [
        `Page: ${address}`,
        ...(path === undefined ? [] : [`File: \`${path}\``]),
        '',
        'What is wrong:',
        '',
      ].join('\n'),
  },
  /** What a sharing picture says, for who does not see it. */
  sharing: (title: string, ...around: string[]) => [title, ...around].join(' · '),
  list: {
    etAl: 'et al.',
    papers: 'Papers',
    papersIntro: 'Every paper of the digest, newest first.',
    papersOf: (year: string) => `Papers of ${year}`,
    years: 'By year',
    authors: 'Authors',
    authorsIntro: 'Everybody who wrote a paper, a summary or an issue, by family name.',
    tags: 'Tags',
    tagsIntro: 'What the papers are about.',
    issues: 'Issues',
    issuesIntro: 'What was published together, newest first.',
    categories: 'arXiv categories',
    category: 'arXiv category',
    tag: 'Tag',
    none: 'Nothing here yet.',
  },
  author: {
    group: 'Group',
    summaries: 'Summaries written',
    issues: 'Issues edited',
    alsoAs: 'Also published as',
    orcid: 'ORCID',
    homepage: 'Home page',
    github: 'GitHub',
  },
  equations: {
    title: 'Equations',
    intro: 'Every formula of the digest that has a name, paper by paper, newest first.',
    all: 'All equations of the digest',
  },
  errors: {
    title: 'What the check says',
    intro:
      'Every problem that `npm run check` can find in a summary, why it is one, and what to write instead.',
    contents: 'Contents',
    permalink: 'Link to this problem',
    severity: { error: 'error', warning: 'warning: it stops nothing' },
    wrong: 'Wrong',
    right: 'Right',
  },
  preview: {
    title: 'See your summary',
    intro:
      'Paste the file, or begin one here: the page and its problems appear as you type. Nothing leaves your browser until you send it.',
    without: 'This page needs JavaScript, since it does everything in your browser.',
    withoutLinks: ['How to write a summary', 'what the check says'],
    withoutCommands:
      'On your machine, `npm run new -- paper 2501.00663` begins a file, `npm run check` lists what is wrong with it, and `npm run dev` shows its page.',
    given: 'arXiv id, DOI or address, if there is one',
    begin: 'Begin a summary',
    choose: 'Open a file, or add pictures and numbers',
    drop: 'or drop them anywhere on this page',
    issue: 'Issue',
    slug: 'Address, by its title unless you give one',
    text: 'The file, index.mdx',
    problems: 'Problems',
    page: 'The page',
    download: 'Download',
    send: 'Open it where the digest is kept',
    clear: 'Clear the page',
    sending:
      'You see the file there before it becomes a pull request, and add its pictures and numbers beside it.',
  },
  feeds: {
    title: 'Follow',
    intro:
      'Put an address below into any feed reader. Summaries come in full, with formulas as MathML that a reader can set, speak and search.',
    papers: 'All papers, in full (RSS 2.0)',
    feedTitle: (site: string) => `${site}: papers`,
  },
  newsletter: {
    email: 'E-mail address',
    submit: 'Sign up',
    title: 'By mail',
  },
  /** In `dev` only. */
  problems: {
    title: 'Problems in the content',
    none: 'This page cannot be shown until they are mended.',
    elsewhere: (number: number) => `${count(number, 'problem')} in other files`,
  },
  missing: {
    title: 'Nothing at this address',
    body: 'The page may have moved. Published pages of ours never disappear, so the archive has what you look for:',
  },
  footer: {
    licence: 'Texts and figures',
    feeds: 'Feeds',
    equations: 'Equations',
    writeForUs: 'Write for us',
    contact: 'Contact',
    about: 'About',
    source: 'Source',
  },
  /** Connections, lists, people, pictures of the whole. */
  linking: {
    covered: (issue: string) => `We covered this, ${issue}:`,
    beside: 'In the same issue:',
    related: 'Related',
    introduction: (issue: string) => `The introduction of ${issue}`,
    reason: {
      cites: 'this summary links to it',
      bothCite: (titles: string) => `both cite ${titles}`,
      authors: (names: string) => `both by ${names}`,
      tags: (labels: string) => `share ${labels}`,
    },
    statistics: {
      title: 'Statistics',
      intro: 'What the digest is about, who writes it, and how it grows.',
      numbers: 'The numbers',
      quarter: (quarter: number, year: string) => `Q${quarter} ${year}`,
      months: {
        titles: { 1: 'Papers a month', 3: 'Papers a quarter', 12: 'Papers a year' },
        said: 'The higher a stem, the more papers came out then; where there is none, none did.',
        alt: (most: string, when: string) => `Summaries over time: at most ${most}, ${when}.`,
        time: 'When',
        papers: 'Papers',
      },
      topics: {
        title: 'Topics through time',
        said: 'The tags on most papers, each on a line of its own, all to one scale; at its end, how many in all.',
        alt: (tags: string) => `Papers of each tag: ${tags}.`,
      },
      writers: {
        title: 'Who writes about what',
        said: 'The area of a dot is how many summaries somebody wrote on a topic.',
        alt: (writers: string) => `Summaries of each writer: ${writers}.`,
        writer: 'Writer',
      },
      issues: {
        title: 'Words and formulas an issue',
        said: 'Up the formulas, down the words of each issue, each to its own scale.',
        newest: (number: number) =>
          `Up the formulas, down the words of each of the newest ${number} issues, each to its own scale.`,
        alt: (words: string, formulas: string) =>
          `Each issue by its length: at most ${words} and ${formulas}.`,
        issue: 'Issue',
        month: 'Month',
        words: 'words',
        formulas: 'formulas',
        wordsHead: 'Words',
        formulasHead: 'Formulas',
      },
    },
    timeline: {
      label: 'Issues through time',
      months: months.map((month) => month.slice(0, 1)),
    },
    people: {
      namesake: 'Not to be confused with',
      coauthors: 'Wrote with',
      more: (people: string) => `and ${people} more`,
      find: 'Find a person',
      found: 'Found',
      letters: 'By family name',
      lettersOf: (letter: string) => `Authors: ${letter}`,
      other: 'Other letters',
    },
    narrow: {
      open: 'Sort and filter',
      sort: 'Sort',
      sorts: [
        ['', 'Newest first'],
        ['oldest', 'Oldest first'],
        ['score', 'By score'],
        ['title', 'By title'],
      ],
      year: 'Year',
      tag: 'Tag',
      category: 'Category',
      score: 'Score at least',
      person: 'Author or writer',
      any: 'Any',
      clear: 'Clear',
    },
    trail: {
      title: 'Reading trail',
      intro: (papers: string) => `${papers}, oldest first.`,
      key: 'The more later summaries here refer back to a paper, the longer is its stem.',
      refersTo: 'Refers back to',
    },
  },
} as const;
