import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { renderFormula } from '../../../src/body/formulas/formula.ts';

type Node = DefaultTreeAdapterMap['node'];

const classesOf = (node: Node) =>
  'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value ?? '').split(' ') : [];

/** The boxes of a formula: `[…]` may break, `|` is between two, `_` the gap between statements. */
function outline(tex: string, display = true): string {
  const show = (node: Node): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
    const classes = classesOf(node);
    if (classes.includes('formula-gap')) return ' _ ';
    const children = 'childNodes' in node ? node.childNodes : [];
    const inner = children.map(show);
    return classes.includes('formula-lines') ? `[${inner.join('|')}]` : inner.join('');
  };
  return show(parseFragment(renderFormula(tex, display).html)).replaceAll('\u200b', '');
}

test('a formula may break between statements, before relations, then before operators', () => {
  const cases: [tex: string, outline: string][] = [
    ['abc', 'abc'],
    ['abcde=efgh', '[abcde|=efgh]'],
    ['abcde=efgh=ijkl', '[abcde|=efgh|=ijkl]'],
    ['abcde=efgh+ijkl', '[abcde|[=efgh|+ijkl]]'],
    [String.raw`abcde=ef,\qquad ghij\le kl`, '[abcde|=ef,] _ [ghij|≤kl]'],
    [String.raw`abcde\;=\quad efgh`, '[abcde|=] _ efgh'],
    // A left side that is narrower than what its lines stand in keeps its relation.
    ['A_i=abcde=efgh', '[Ai=abcde|=efgh]'],
    // Brackets, fences and environments stay whole.
    ['abcde(e=f)', 'abcde(e=f)'],
    [String.raw`abcde\bigl[e=f\bigr]`, 'abcde[e=f]'],
    [String.raw`abcde\left\{e=f\right\}`, 'abcde{e=f}'],
    [String.raw`\begin{aligned}abcde&=efgh\end{aligned}`, 'abcde=efgh'],
    ['{abcde=efgh}', 'abcde=efgh'],
    // Bars stand between what belongs together, and two relations do too.
    [String.raw`abcde\mid efgh`, 'abcde∣efgh'],
    [String.raw`abcde:=efgh`, '[abcde|:=efgh]'],
    // What switches the style or the colour of what follows breaks like the rest.
    [String.raw`abcde=\color{red}efgh=ijkl`, '[abcde|=efgh|=ijkl]'],
    // Nothing at the ends.
    [String.raw`=abcde\qquad`, '=abcde'],
    [String.raw`\quad`, ''],
    // A line break of the writer's own is enough.
    [String.raw`abcde=efgh\\ijkl=mnop`, 'abcde=efghijkl=mnop'],
  ];
  for (const [tex, expected] of cases) assert.equal(outline(tex), expected, tex);
});

test('an inline formula is as KaTeX makes it', () => {
  assert.equal(outline('abcde=efgh', false), 'abcde=efgh');
  assert.doesNotMatch(renderFormula('abcde=efgh', false).html, /formula-/);
});

test('a formula of many relations has at most twelve parts', () => {
  const tex = Array.from({ length: 200 }, () => 'abcde').join('=');
  assert.equal(outline(tex).split('|').length, 12);
  const statements = Array.from({ length: 200 }, () => 'ab').join(String.raw`\quad `);
  assert.equal(outline(statements).split(' _ ').length, 12);
});

test('a gap is as wide as the space it stands for', () => {
  const { html } = renderFormula(String.raw`a\qquad b`, true);
  assert.match(html, /<span class="formula-gap" style="word-spacing:1\.75em;"> <\/span>/);
});
