/**
 * What KaTeX and Temml set and MathJax does not know by this name, in MathJax's words; as its option `macros` takes
 * them (https://docs.mathjax.org/en/latest/input/tex/macros.html): text, or text and how many arguments it has.
 * The meanings are KaTeX's (https://katex.org/docs/support_table).
 */
export const MACROS: Readonly<Record<string, string | [text: string, parameters: number]>> = {
  // Letters of Greek that look like ours.
  ...Object.fromEntries(
    Object.entries({
      Alpha: 'A',
      Beta: 'B',
      Chi: 'X',
      Epsilon: 'E',
      Eta: 'H',
      Iota: 'I',
      Kappa: 'K',
      Mu: 'M',
      Nu: 'N',
      Omicron: 'O',
      Rho: 'P',
      Tau: 'T',
      Zeta: 'Z',
    }).map(([name, letter]) => [name, `\\mathrm{${letter}}`]),
  ),
  ...{ N: '\\mathbb{N}', R: '\\mathbb{R}', Z: '\\mathbb{Z}', Complex: '\\mathbb{C}' },
  ...{ Reals: '\\mathbb{R}', reals: '\\mathbb{R}', alefsym: '\\aleph', bold: ['\\mathbf{#1}', 1] },
  ...{ bm: ['\\boldsymbol{#1}', 1], varvdots: '\\vdots', sixptsize: '\\scriptsize' },
  // Signs.
  ...{
    Dagger: '\\ddagger',
    dag: '\\dagger',
    ddag: '\\ddagger',
    P: '¶',
    copyright: '©',
    degree: '°',
  },
  ...{ clubs: '\\clubsuit', diamonds: '\\diamondsuit', hearts: '\\heartsuit' },
  ...{ spades: '\\spadesuit', pounds: '£', mathsterling: '£', lq: '‘', rq: '’' },
  ...{ imageof: '\\mathrel{⊷}', origof: '\\mathrel{⊶}', circledS: '\\enclose{circle}{S}' },
  ...{ mathellipsis: '\\ldots', dotsx: '\\ldots\\,', DOTSB: '', DOTSI: '', DOTSX: '' },
  ...{ medspace: '\\:', thickspace: '\\;', enskip: '\\enspace' },
  // Arrows.
  ...{ larr: '\\leftarrow', rarr: '\\rightarrow', uarr: '\\uparrow', darr: '\\downarrow' },
  ...{ lArr: '\\Leftarrow', rArr: '\\Rightarrow', uArr: '\\Uparrow', dArr: '\\Downarrow' },
  ...{ Larr: '\\Leftarrow', Rarr: '\\Rightarrow', Uarr: '\\Uparrow', Darr: '\\Downarrow' },
  ...{ harr: '\\leftrightarrow', lrarr: '\\leftrightarrow', hArr: '\\Leftrightarrow' },
  ...{ Harr: '\\Leftrightarrow', lrArr: '\\Leftrightarrow', Lrarr: '\\Leftrightarrow' },
  mapsfrom: '\\mathrel{↤}',
  // Brackets.
  ...{
    lang: '\\langle',
    rang: '\\rangle',
    llbracket: '\\mathopen{⟦}',
    rrbracket: '\\mathclose{⟧}',
  },
  ...{ lBrace: '\\mathopen{⦃}', rBrace: '\\mathclose{⦄}' },
  // Colons.
  ...{ vcentcolon: '\\mathrel{:}', ratio: '\\mathrel{:}', coloncolon: '\\dblcolon' },
  ...{ colonequals: '\\coloneqq', coloncolonequals: '\\Coloneqq', equalscolon: '\\eqqcolon' },
  ...{ equalscoloncolon: '\\Eqqcolon', colonminus: '\\coloneq', coloncolonminus: '\\Coloneq' },
  ...{ minuscolon: '\\eqcolon', minuscoloncolon: '\\Eqcolon', coloncolonapprox: '\\Colonapprox' },
  ...{ coloncolonsim: '\\Colonsim', notni: '\\not\\ni' },
  // Names of operators.
  ...Object.fromEntries(
    ['arcctg', 'arctg', 'cosec', 'cotg', 'ctg', 'cth', 'tg'].map((name) => [
      name,
      `\\operatorname{${name}}`,
    ]),
  ),
  ...{ argmax: '\\operatorname*{arg\\,max}', argmin: '\\operatorname*{arg\\,min}' },
  ...{ plim: '\\operatorname*{plim}', operatornamewithlimits: ['\\operatorname*{#1}', 1] },
  // Over, under and around.
  ...{ overgroup: ['\\overparen{#1}', 1], undergroup: ['\\underparen{#1}', 1] },
  ...{ overleftharpoon: ['\\overset{\\leftharpoonup}{#1}', 1] },
  ...{ overrightharpoon: ['\\overset{\\rightharpoonup}{#1}', 1] },
  ...{
    Overrightarrow: ['\\overset{\\Rightarrow}{#1}', 1],
    underbar: ['\\underline{\\text{#1}}', 1],
  },
  ...{ utilde: ['\\underset{\\sim}{#1}', 1], widecheck: ['\\overset{\\vee}{#1}', 1] },
  ...{ angl: ['\\enclose{actuarial}{#1}', 1], angln: '\\enclose{actuarial}{n}' },
  ...{ phase: ['\\enclose{phasorangle}{#1}', 1], sout: ['\\enclose{horizontalstrike}{#1}', 1] },
  ...{ textcircled: ['\\enclose{circle}{\\text{#1}}', 1], textmd: ['\\textrm{#1}', 1] },
  raisebox: ['\\raise{#1}{\\text{#2}}', 2],
  // Letters and accents of text.
  ...{ AE: 'Æ', ae: 'æ', OE: 'Œ', oe: 'œ', O: 'Ø', o: 'ø', ss: 'ß', i: 'ı', j: 'ȷ', aa: 'å' },
  ...{ H: ['#1\u030b', 1], c: ['#1\u0327', 1], r: ['#1\u030a', 1], u: ['#1\u0306', 1] },
  v: ['#1\u030c', 1],
};
