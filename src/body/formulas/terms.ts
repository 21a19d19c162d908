import { FORMULA_BOUNDS } from './bounds.ts';
import { parseWithKatex } from './engines.ts';
import { childrenOf, isNode, lettersOf, type Node, textOf } from './katex-nodes.ts';

/**
 * What a reader takes for one sign: a letter in its alphabet, with its accents, its indices and what is raised. A
 * fraction or a root is a term without a base, which only holds others.
 */
export type Term = {
  /** `x`, `mathbf x`, `\hat y`, `rm Norm`, `∑`; empty where the term is no sign. */
  base: string;
  /** What the sign may be: only `letter`s and `operator`s are symbols. */
  kind: 'letter' | 'word' | 'operator' | 'open' | 'close' | 'punctuation' | 'digit' | 'none';
  sub: Term[];
  /** What is raised, without `marks`. */
  sup: Term[];
  /** Primes, transposes and powers that are numbers: they leave a symbol what it is. */
  marks: Term[];
  /** Lists of terms in it: numerator and denominator, the cells of a matrix. */
  inside: Term[][];
  /** Base, marks and indices as text: two terms with one key are the same symbol. */
  key: string;
};

/** The terms of a formula, by KaTeX's parser; none where it does not parse. */
export function readTerms(tex: string): Term[] {
  if (tex.length > FORMULA_BOUNDS.source) return [];
  try {
    const tree = parseWithKatex(
      tex,
      true,
      {},
      () => 'ignore',
      () => undefined,
    );
    return termsOf(tree, '');
  } catch {
    // A paper with such a formula is refused with its place elsewhere.
    return [];
  }
}

const FONTS: Record<string, string> = { mathrm: 'rm', mathsf: 'sf', mathtt: 'tt' };
const PLAIN = new Set(['mathit', 'mathnormal']);
const SEPARATE = new Set(['mathbb', 'mathcal', 'mathscr', 'mathfrak']);
/** What holds its content as if it were not there. */
const TRANSPARENT = new Set(
  'ordgroup styling sizing color mclass smash vcenter raisebox hbox lap enclose horizBrace cancel'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'spacing kern rule cr internal tag phantom hphantom vphantom size raw url color-token infix verb environment'.split(
    ' ',
  ),
);

/** @param font the alphabet that holds here, as KaTeX names it; empty outside of one */
function termsOf(value: unknown, font: string): Term[] {
  if (Array.isArray(value)) return value.flatMap((item) => termsOf(item, font));
  if (!isNode(value) || UNSEEN.has(value.type)) return [];
  const node = value;
  if (TRANSPARENT.has(node.type)) return termsOf(node['body'] ?? node['base'], font);
  switch (node.type) {
    case 'mathord':
    case 'textord':
      return [signOf(textOf(node), font)];
    case 'atom':
      return [atomOf(node)];
    case 'supsub':
      return scriptsOf(node, font);
    case 'font':
      return alphabetOf(node, font);
    case 'pmb':
      return termsOf(node['body'], 'boldsymbol');
    case 'accent':
    case 'accentUnder':
      return accentOf(node['base'], String(node['label']), font);
    case 'overline':
    case 'underline':
      return accentOf(node['body'], `\\${node.type}`, font);
    case 'op':
      return node['body'] ? termsOf(node['body'], font) : [buildTerm(textOf(node), 'operator')];
    case 'operatorname':
      return [buildTerm(`rm ${lettersOf(node['body'])}`, 'word')];
    case 'text':
      return proseOf(node);
    case 'htmlmathml':
      return termsOf(node['mathml'], font);
    case 'mathchoice':
      return termsOf(node['display'], font);
    case 'delimsizing':
      return [delimiterOf(node['delim'], String(node['mclass']).slice(1))];
    case 'leftright':
      return [
        delimiterOf(node['left'], 'open'),
        ...termsOf(node['body'], font),
        delimiterOf(node['right'], 'close'),
      ];
    case 'middle':
      return [delimiterOf(node['delim'], 'close')];
    case 'xArrow':
      return [buildTerm(String(node['label']), 'operator', [node['body'], node['below']], font)];
    default:
      return [buildTerm('', 'none', childrenOf(node), font)];
  }
}

function buildTerm(
  base: string,
  kind: Term['kind'],
  inside: readonly unknown[] = [],
  font = '',
): Term {
  const lists = inside.map((part) => termsOf(part, font)).filter((list) => list.length > 0);
  return withKey({ base, kind, sub: [], sup: [], marks: [], inside: lists, key: '' });
}

function withKey(term: Term): Term {
  const part = (mark: string, terms: readonly Term[]) =>
    terms.length === 0 ? '' : `${mark}{${terms.map(({ key }) => key).join(' ')}}`;
  const inside = term.base === '' ? term.inside.map((list) => part('|', list)).join('') : '';
  const { base, marks, sub, sup } = term;
  return { ...term, key: base + inside + part('′', marks) + part('_', sub) + part('^', sup) };
}

function signOf(text: string, font: string): Term {
  const alphabet = PLAIN.has(font) ? '' : (FONTS[font] ?? font);
  const digit = /^[\d.]$/.test(text);
  if (digit && alphabet === '') return buildTerm(text, 'digit');
  const letter = digit || /^[\p{L}\p{M}∇∂∞ℓ∅]/u.test(text);
  return buildTerm(
    letter && alphabet ? `${alphabet} ${text}` : text,
    letter ? 'letter' : 'operator',
  );
}

function atomOf(node: Node): Term {
  const text = textOf(node);
  const { family } = node;
  if (family === 'open' || family === 'close') return buildTerm(text, family);
  return buildTerm(text, family === 'punct' ? 'punctuation' : 'operator');
}

function delimiterOf(delim: unknown, side: string): Term {
  const kind = side === 'open' || side === 'close' ? side : 'operator';
  return buildTerm(delim === '.' ? '' : textOf({ type: '', text: delim }), kind);
}

function scriptsOf(node: Node, font: string): Term[] {
  const before = termsOf(node['base'], font);
  // The alphabet of `\mathbf{k_t}` is the key's, not the index's.
  const sub = dropPunctuation(termsOf(node['sub'], ''));
  const raised = dropPunctuation(termsOf(node['sup'], ''));
  const marks = raised.filter(isMark);
  const rest = raised.filter((term) => !isMark(term));
  // `x^2`, `X^{-1}`, `W^T`, and not `x^{2k}`.
  const power = rest.every(({ base, kind }) => kind === 'digit' || base === '-');
  const transpose = rest.length === 1 && /^(?:sf |rm )?T$/.test(rest[0]?.key ?? '');
  const sup = power || transpose ? [] : rest;
  if (sup.length === 0) marks.push(...rest);
  const [only] = before;
  // `{x_i}^2` is `x_i^2`; `(a+b)^2` has its raised part on the bracket, which is no sign.
  if (before.length === 1 && only && (only.sub.length === 0 || sub.length === 0)) {
    const merged = {
      ...only,
      sub: [...only.sub, ...sub],
      sup: [...only.sup, ...sup],
      marks: [...only.marks, ...marks],
    };
    return [withKey(merged)];
  }
  return [...before, withKey({ ...buildTerm('', 'none'), sub, sup, marks })];
}

function isMark({ base }: Term): boolean {
  return /^[′⊤]$|^\\(?:intercal|backprime)$/.test(base);
}

function dropPunctuation(terms: Term[]): Term[] {
  return terms.filter(({ kind }) => kind !== 'punctuation');
}

/** A word, `\mathrm{acc}`, is one sign; so is a letter in an alphabet. */
function alphabetOf(node: Node, outer: string): Term[] {
  const own = String(node['font']);
  const font = PLAIN.has(own) && outer !== '' ? outer : own;
  const letters = SEPARATE.has(own) ? '' : lettersOf(node['body']);
  if (Array.from(letters).length < 2) return termsOf(node['body'], font);
  return [buildTerm(`${FONTS[own] ?? 'rm'} ${letters}`, 'word')];
}

function accentOf(content: unknown, label: string, font: string): Term[] {
  const terms = termsOf(content, font);
  const [only] = terms;
  if (terms.length !== 1 || !only || only.base === '')
    return [withKey({ ...buildTerm('', 'none'), inside: [terms] })];
  const narrow = label.replace(/^\\wide/, '\\');
  return [withKey({ ...only, base: `${narrow} ${only.base}` })];
}

/** `\text{ref}` is one sign; `\text{where $x$ is …}` a sentence with a formula in it. */
function proseOf(node: Node): Term[] {
  const words = lettersOf(node['body']);
  if (words !== '') return [buildTerm(`rm ${words}`, 'word')];
  const formulas = (value: unknown): unknown[] =>
    Array.isArray(value)
      ? value.flatMap(formulas)
      : isNode(value)
        ? value.type === 'styling'
          ? [value]
          : formulas(value['body'])
        : [];
  return [buildTerm('', 'none', formulas(node['body']))];
}
