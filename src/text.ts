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

/** `2026` → `2026`, `2026-03` → `March 2026`. */
export function periodName(period: string): string {
  return period.includes('-') ? monthOfYear(period) : period;
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

export function groupDigits(number: number): string {
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
    search: 'Search',
  },
  settings: {
    open: 'Settings',
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
      {
        name: 'offline',
        title: 'Pages to read offline',
        values: [
          ['', 'Once I keep a paper'],
          ['on', 'Now'],
          ['off', 'Never'],
        ],
      },
    ],
    help: 'What the keys do',
  },
  home: {
    newest: 'The newest issue',
    earlier: 'Earlier issues',
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
      /** Of a paper of which nobody noted the version that was read. */
      paper: 'The paper',
      noVersion: 'no version noted',
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
    papersIntro: 'Every paper of the digest.',
    papersOf: (period: string) => `Papers of ${period}`,
    issuesOf: (period: string) => `Issues of ${period}`,
    equationsOf: (period: string) => `Equations of ${period}`,
    /** A page of a year or a month among those of a tag, a category or a person. */
    partOf: (name: string, period: string) => `${name}, ${period}`,
    newestOf: (shown: number, all: string) => `The newest ${shown} of ${all}.`,
    newest: 'Newest',
    years: 'By year',
    months: 'By month',
    newer: 'Newer',
    older: 'Older',
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
      'Put an address below into any feed reader. Everything comes in full, with formulas that a reader can set, speak and search.',
    of: { papers: 'papers', issues: 'issues' },
    ofPerson: (name: string) => `What ${name} wrote: papers, and summaries of papers`,
    /** Of a whole feed, and in a format where it is not the first one. */
    feedTitle: (site: string, what: string, pictures = false) =>
      `${site}: ${what}${pictures ? ' (formulas as pictures)' : ''}`,
    inFormat: (title: string, format: string) => `${title} (${format})`,
    formats: { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' },
    follow: {
      tag: 'Follow this tag',
      category: 'Follow this category',
      person: 'Follow these papers and summaries',
    },
    groups: { all: 'Everything', tags: 'Tags', categories: 'Categories', people: 'People' },
    main: {
      papers: ['All papers', 'An entry for each summary, as soon as it is published.'],
      issues: [
        'All issues',
        'An entry for each issue, with its papers in full, one below the other.',
      ],
    },
    withPictures: 'With formulas as pictures',
    show: (number: number) => `All ${groupDigits(number)}`,
    eachOnItsPage: (number: number) =>
      `There are ${groupDigits(number)}: each is named on the page that it follows.`,
    which: 'Which address',
    choices: [
      [
        'Papers or issues',
        'Both bring every summary. Papers come one by one, as they are ready; an issue comes when it is complete.',
      ],
      [
        'Atom',
        'The one to take where you have the choice: it knows several authors, corrections, and the older entries.',
      ],
      ['RSS', 'The oldest of the three. There is no reader that cannot take it.'],
      ['JSON Feed', 'The same for programs: no XML to parse.'],
      [
        'Formulas as pictures',
        'For readers that show formulas twice or not at all, and for mail. The text of a picture is its LaTeX.',
      ],
      [
        'Tags, categories, people',
        'As Atom. Each is named on the page that it follows, and below unless they are too many.',
      ],
    ],
    opml: 'The feeds of this page in one file, to import into a reader (OPML)',
    sample: 'An entry, as it arrives',
    sampleLabel: (title: string) => `The entry of “${title}”`,
    trial: {
      title: 'Try a formula',
      intro: 'Formulas of each kind, to see what a feed reader makes of them.',
      entry: 'Does your reader set these formulas?',
      before: 'In the line: ',
      letters: ', and letters of other alphabets: ',
      after: '. Then displayed:',
      how: 'Follow one of these two for a moment. In your reader it should look as it does here.',
      mathml: 'Formulas as MathML',
      pictures: 'Formulas as pictures',
    },
    /** In an entry. */
    item: {
      summaryBy: 'Summary by',
      of: 'of',
      by: 'by',
      venue: 'Published in',
      published: 'First published on',
      withdrawn: (day: string) => `Withdrawn on ${day}.`,
      corrected: (day: string) => `Corrected on ${day}.`,
      writtenFrom: 'Written from',
      reviewedBy: 'Reviewed by',
      notReviewed: 'Not reviewed by a second person yet',
      assistance: 'Assistance:',
      notation: 'Notation',
      paper: 'This summary on its own page',
      issue: 'This issue on its own page',
      readOn: 'Read on',
      pictures: 'Formulas missing, or there twice? Follow them as pictures',
      mathml: 'Follow with formulas as MathML instead of pictures',
    },
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
    body: 'It may be misspelt, since a page that was published keeps its address.',
    search: 'Search for it',
  },
  footer: {
    licence: 'Texts and figures',
    feeds: 'Feeds',
    equations: 'Equations',
    reading: 'Reading list',
    writeForUs: 'Write for us',
    contact: 'Contact',
    about: 'About',
    source: 'Source',
  },
  twins: {
    ownPage: 'Its own page',
    llms: {
      intro:
        'Every issue and every summary has a twin in Markdown at its own address, with .md in the place of the last slash, and one in JSON, with .json. Formulas are LaTeX between dollar signs, their numbers \\tag. The summaries are not the words of the authors of the papers; each says which paper it is of, and which version was read where that was noted. Cite the paper for its results, the summary for its words.',
      issue: (date: string, papers: number) => `${date}, ${count(papers, 'paper')}`,
      summaries: 'Newest summaries',
      data: 'Data',
      digest: ['digest.json', 'all papers, issues, people, tags and categories, without texts'],
      labels: ['labels.json', 'every equation, figure, table and section with an address'],
      schema: ['JSON Schema of digest.json', 'what each field means'],
    },
  },
  cite: {
    link: 'Cite',
    open: 'Cite the paper, or this summary',
    openListing: 'Cite the paper',
    paper: 'The paper',
    summary: 'This summary',
    /** Around the title of a paper: the title of our summary. */
    summaryOf: ['Summary of “', '”'],
    within: (site: string, issue: string) => `${site}, ${issue}`,
    withdrawn: (date: string) => `Withdrawn on ${longDate(date)}`,
    /** Forms of a page, by their extension, and the page as they are called there. */
    twin: {
      bib: 'BibTeX',
      'csl.json': 'CSL-JSON',
      ris: 'RIS',
      md: 'Markdown',
      json: 'JSON',
      epub: 'EPUB',
    },
    twins: 'Also as',
  },
  mail: {
    subject: (title: string, site: string, period: string) => `${title} (${site}, ${period})`,
    /** The first line, which lists of mails show beside the subject. */
    opening: (papers: string, period: string) => `${papers} of ${period}`,
    onSite: 'Read it on the site',
    contents: 'In this issue',
    more: (papers: string) => `${papers} more on the site`,
    summaryBy: (names: string) => `Summary by ${names}`,
    readOn: 'Read on',
    whole: 'On its own page',
    withdrawn: (day: string) => `Withdrawn on ${day}:`,
    formulas:
      'Formulas are pictures here, since mail programs set none. Each says its LaTeX where pictures are not shown, and on the site they can be selected, searched and explained.',
    archive: 'All issues',
    licence: (name: string) => `Texts and figures: ${name}.`,
    unsubscribe: 'Unsubscribe',
    signUp: {
      gets: 'One mail for each issue, when it is out: its papers in a sentence each, their key ideas with the formulas.',
      provider: (name: string) =>
        `It comes from ${name}, which keeps your address until you unsubscribe.`,
      archive: 'What came before',
    },
  },
  book: {
    cover: 'Cover',
    titlePage: 'Title page',
    introduction: 'Introduction',
    colophon: 'About this book',
    beginning: 'Beginning',
    landmarks: 'Parts of the book',
    edited: 'Edited by',
    published: 'Published',
    asOf: 'As of',
    online: 'On the web',
    onTheWeb: 'This summary on the web',
    coverAlt: (title: string, site: string, period: string) => `${title}. ${site}, ${period}.`,
    accessibility:
      'The text has headings and a table of contents. Formulas are MathML; pictures have a description each.',
  },
  lasting: {
    /** Of a page that has moved: what it was, and what its address was. */
    pageTitle: (title: string, address: string) => `${title} (formerly ${address})`,
    moved: 'This page has moved',
    nowAt: 'What stood here is now at',
    /** After the name of a newer version: when it came, and when that was looked up. */
    since: (date: string, checked: string) =>
      `since ${monthOfYear(date.slice(0, 7))} (as of ${longDate(checked)})`,
  },
  search: {
    title: 'Search',
    description: 'Search the digest by words, by names, or by a formula as LaTeX.',
    label: 'Words, a name, or a formula',
    help: 'Words, names with or without their accents, symbols such as `d_k`, or a formula as LaTeX, whole or in part: `\\mathrm{softmax}(QK^T`.',
    submit: 'Search',
    without:
      'Searching needs JavaScript, since it is done in your browser. Everything stands in the indexes as well:',
    indexes: 'All of it:',
    narrow: 'Narrow the papers',
    filters: { tag: 'Tags', category: 'Categories', month: 'Issues', person: 'People' },
    sort: 'Order',
    sorts: [
      ['', 'Best first'],
      ['date', 'Newest first'],
    ],
    formulas: 'Formulas',
    alike: 'Formulas like it',
    papers: 'Papers',
    more: 'Show more',
  },
  /** Connections, lists, people, pictures of the whole. */
  linking: {
    covered: (issue: string) => `We covered this, ${issue}:`,
    beside: 'In the same issue:',
    related: 'Related',
    introduction: (issue: string) => `The introduction of ${issue}`,
    reason: {
      cites: 'this summary links to it',
      bothCite: (titles: string) => `both summaries link to ${titles}`,
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
        said: 'The higher a stem, the more papers our issues of that time have; without a stem they have none.',
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
      parted: (people: string) =>
        `${people} wrote a paper, a summary or an issue: by name, or by how the family name begins.`,
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
  reading: {
    title: 'Reading list',
    intro: 'Papers that you keep for later, in this browser and nowhere else.',
    how: '“Keep” beside a paper puts it here, in every list and on its own page. It is marked as read when you come to its end, or when you say so.',
    noScript:
      'The list is kept by a script in your browser, which does not run here. Bookmarks do the same: every paper has a page of its own.',
    keep: 'Keep for later',
    keepBriefly: 'Keep',
    /** Above a page that is shown from the browser's own copy. */
    copy: 'The site is out of reach. This is the page as it was when you last had it.',
    noCopy: 'The site is out of reach, and the page that you asked for is not kept here.',
  },
} as const;
