/** TeX's accents as Unicode's combining marks: The TeXbook, chapter 9. */
const marks: Readonly<Record<string, string>> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304' },
  ...{ u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030a', H: '\u030b', v: '\u030c' },
  ...{ d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331' },
};

/** Letters and signs that TeX has commands for. */
const signs: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å' },
  ...{ AA: 'Å', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
  ...{ ldots: '…', dots: '…', textellipsis: '…', textendash: '–', textemdash: '—' },
  ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
  ...{ textasciitilde: '~', textasciicircum: '^', textbackslash: '\\', textunderscore: '_' },
  ...{ textless: '<', textgreater: '>', textbar: '|', textdollar: '$', textpercent: '%' },
  ...{ copyright: '©', textregistered: '®', texttrademark: '™', textdegree: '°' },
  ...{ pounds: '£', euro: '€', texteuro: '€', S: '§', P: '¶', dag: '†', ddag: '‡', slash: '/' },
  ...{ TeX: 'TeX', LaTeX: 'LaTeX', BibTeX: 'BibTeX', newline: ' ', linebreak: ' ', quad: ' ' },
  ...{ par: ' ', noindent: '', xspace: '', protect: '', sloppy: '', qquad: ' ', textbullet: '•' },
};

/** A letter under an accent: `'` and `e` make `é`. Undefined where the command is no accent. */
export function setAccent(command: string, letter: string): string | undefined {
  const mark = Object.hasOwn(marks, command) ? marks[command] : undefined;
  if (mark === undefined) return undefined;
  // The dotless letters are there for accents to sit on.
  const base = { '\\i': 'i', '\\j': 'j', ı: 'i', ȷ: 'j' }[letter] ?? letter;
  const [first = '', ...rest] = [...base];
  return /\p{L}/u.test(first) ? (first + mark).normalize('NFC') + rest.join('') : base;
}

/** What a command without an argument prints, `\ss` → `ß`. */
export function signOf(command: string): string | undefined {
  return Object.hasOwn(signs, command) ? signs[command] : undefined;
}
