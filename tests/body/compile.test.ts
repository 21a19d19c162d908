import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody, compileInline } from '../../src/body/compile.ts';
import type { Node } from '../../src/body/tree.ts';

const file = 'content/papers/2025-01/example/index.mdx';

function compile(source: string) {
  return compileBody(source, { file });
}

/** The children of the tree of a source without problems. */
function tree(source: string): Node[] {
  const { tree, problems } = compile(source);
  assert.deepEqual(problems, []);
  return tree.children;
}

function told(source: string): string[] {
  return compile(source).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

/** The text of the only paragraph. */
function text(source: string): string {
  const [paragraph] = tree(source);
  assert.equal(paragraph?.type, 'paragraph');
  return plain(paragraph);
}

function plain(node: Node): string {
  if ('children' in node) return node.children.map(plain).join('');
  return 'value' in node ? node.value : 'tex' in node ? `$${node.tex}$` : '';
}

test('eleven faults show as eleven problems, in order', () => {
  const source = `## Results

A set {1,2} of things, and p <5 here.

$$x = 1
+ y$$

It costs $5M to $10M, see \\(a_{1}\\).

<Figure src="./a.svg" alt="What it shows" sise="wide" />

<!-- a comment -->

\`\`\`python
print({1})

## Discussion

A line<br>broken, and \\eqref{nope}.

$$
a + {b}

The end.
`;
  const { problems } = compileBody(source, { file, line: 12 });
  assert.deepEqual(
    problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    [
      '14:7 expression',
      '14:30 bare-less-than',
      '16:1 text-on-fence',
      '19:10 money-as-formula',
      '19:27 latex-delimiter',
      '21:43 unknown-attribute',
      '23:1 html-comment',
      '25:1 unclosed-code',
      '30:7 unclosed-tag',
      '30:23 undefined-label',
      '32:1 unclosed-formula',
    ],
  );
  for (const problem of problems) {
    assert.equal(problem.file, file);
    assert.equal(problem.severity, 'error');
  }
});

test('a text without faults', () => {
  assert.deepEqual(tree('*Attention* is $O(n^2)$.\n\n---'), [
    {
      type: 'paragraph',
      children: [
        { type: 'emphasis', children: [{ type: 'text', value: 'Attention' }] },
        { type: 'text', value: ' is ' },
        { type: 'inlineFormula', tex: 'O(n^2)' },
        { type: 'text', value: '.' },
      ],
    },
    { type: 'thematicBreak' },
  ]);
});

test('lists, code, tables, footnotes and links keep their fields', () => {
  assert.deepEqual(
    tree('3. [x] a\n\n```python title=x\nb {}\n```\n\n| a | b |\n|---|--:|\n| c | d |'),
    [
      {
        type: 'list',
        ordered: true,
        start: 3,
        spread: false,
        children: [
          {
            type: 'listItem',
            spread: false,
            checked: true,
            children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a' }] }],
          },
        ],
      },
      { type: 'code', lang: 'python', value: 'b {}' },
      {
        type: 'table',
        align: [null, 'right'],
        children: [
          ['a', 'b'],
          ['c', 'd'],
        ].map((row) => ({
          type: 'tableRow',
          children: row.map((value) => ({
            type: 'tableCell',
            children: [{ type: 'text', value }],
          })),
        })),
      },
    ],
  );
  const [paragraph, definition] = tree(
    'a[^n] [b][] https://x.org/c--d\n\n[^n]: Note.\n\n[b]: https://y.org "T"',
  );
  assert.deepEqual(paragraph, {
    type: 'paragraph',
    children: [
      { type: 'text', value: 'a' },
      { type: 'footnoteReference', identifier: 'n' },
      { type: 'text', value: ' ' },
      { type: 'link', url: 'https://y.org', title: 'T', children: [{ type: 'text', value: 'b' }] },
      { type: 'text', value: ' ' },
      {
        type: 'link',
        url: 'https://x.org/c--d',
        children: [{ type: 'text', value: 'https://x.org/c--d' }],
      },
    ],
  });
  assert.equal(definition?.type, 'footnoteDefinition');
});

test('comments vanish, with what is in them', () => {
  assert.deepEqual(tree('{/* a } {b} <5\n\n$x */}\n\n{/* one */ /* two */}'), []);
  assert.equal(text('a{/* } */} b'), 'a b');
  assert.deepEqual(told('> {/* a\n> b */}\n>\n> {c}'), ['4:3 expression']);
});

test('escapes and less-than signs', () => {
  assert.equal(
    text('\\{1,2\\} \\<5 \\$5 a < b, 6 > 4 &lt;x> \\\\alpha `{x} <y $z`'),
    '{1,2} <5 $5 a < b, 6 > 4 <x> \\alpha {x} <y $z',
  );
  assert.equal(text('Single ~5K and C:\\Users\\name'), 'Single ~5K and C:\\Users\\name');
});

test('brackets and parentheses that are no link', () => {
  for (const source of [
    'As in [1] (see below), f[i] (x) and A[0](1, 2.5), x[i](a b).',
    'Of [12] (https://a.org) and [3, 4] (https://a.org), [see] (https://a.org and more).',
    '\\[text] (https://a.org) and !\\[a](b c.png)',
    'On [0, 1](a, b), `[a](https://a.org b)` and [sic](no file).',
  ]) {
    assert.deepEqual(told(source), []);
  }
});

test('money beside formulas', () => {
  assert.equal(text('A lone $5.5M here.'), 'A lone $5.5M here.');
  assert.equal(text('With $x$, \\$5M and $y$, then $6M.'), 'With $x$, $5M and $y$, then $6M.');
  assert.equal(text('The $k$th of $2$.'), 'The $k$th of $2$.');
  assert.equal(
    text('$10^{3}$ and $5 \\text{ to the right}$'),
    '$10^{3}$ and $5 \\text{ to the right}$',
  );
  assert.deepEqual(told('Costs $5M, where $x_{1}$ and $y_{2}$ are sizes.'), [
    '1:7 money-as-formula',
  ]);
  assert.deepEqual(tree('| $5M | $10M |\n|---|---|\n| a | b |').length, 1);
});

test('typography is set in prose alone', () => {
  assert.equal(
    text(`"It's" -- 'so' --- (“ok”) ... '90s *"a"* "$x$" $x$'s \`a -- "b"\``),
    '“It’s” – ‘so’ — (“ok”) … ’90s “a” “$x$” $x$’s a -- "b"',
  );
  assert.equal(text('a ---- b .... <kbd>--</kbd> 5--6'), 'a ---- b .... -- 5–6');
  const [table] = tree('| "a" |\n|---|\n| "b" |');
  assert.equal(plain(table!), '“a”“b”');
});

test('displayed formulas on one line and over several', () => {
  const formula = { type: 'formula', tex: 'x' };
  assert.deepEqual(tree('$$x$$'), [formula]);
  assert.deepEqual(tree('$$\nx\n$$'), [formula]);
  assert.deepEqual(tree('a\n$$x$$\nb')[1], formula);
  assert.deepEqual(tree('$$\r\nx\r\n$$\r\n'), [formula]);
  assert.deepEqual(tree('> $$\n> x\n> + y\n> $$'), [
    { type: 'blockquote', children: [{ type: 'formula', tex: 'x\n+ y' }] },
  ]);
});

test('labels, tags and numbers of formulas', () => {
  const { tree, facts, problems } = compile(`
$$
a
\\label{eq:first}
$$

$$b$$

$$c \\tag{3a}$$

$$
\\begin{align}
d &= e \\notag \\\\
f &= g \\label{second}
\\end{align}
$$

$$h \\tag{B} \\label{third}$$

$$i = \\eqref{second} + \\ref{first}$$

\\eqref{first}, \\ref{eq:second}, \\eqref{third}
`);
  assert.deepEqual(problems, []);
  assert.deepEqual(tree.children.slice(0, 6), [
    { type: 'formula', tex: 'a', id: 'eq-first', number: '1' },
    { type: 'formula', tex: 'b' },
    { type: 'formula', tex: 'c', number: '3a' },
    {
      type: 'formula',
      tex: '\\begin{align*}\nd &= e  \\\\\nf &= g \n\\end{align*}',
      id: 'eq-second',
      number: '2',
    },
    { type: 'formula', tex: 'h', id: 'eq-third', number: 'B' },
    { type: 'formula', tex: 'i = \\text{(2)} + \\text{1}' },
  ]);
  assert.deepEqual(tree.children[6], {
    type: 'paragraph',
    children: [
      { type: 'reference', kind: 'equation', id: 'eq-first', text: '(1)' },
      { type: 'text', value: ', ' },
      { type: 'reference', kind: 'equation', id: 'eq-second', text: '2' },
      { type: 'text', value: ', ' },
      { type: 'reference', kind: 'equation', id: 'eq-third', text: '(B)' },
    ],
  });
  assert.deepEqual(
    facts.equations.map(({ id, number }) => [id, number]),
    [
      ['eq-first', '1'],
      ['eq-second', '2'],
      ['eq-third', 'B'],
    ],
  );
});

test('figures and tables are counted by kind, labelled or not', () => {
  const { tree, facts, problems } = compile(`
See \\ref{fig:two} and \\ref{tab:one}.

<Figure src="./a.svg" alt="A rising line" />

<Table label="tab:one">

| a |
|---|
| b |

The caption.

</Table>

<Figure
  src="./b.svg"
  alt="A &quot;falling&quot;
  line"
  label="fig:two"
  size={"small"}
>
  Caption with $x$.
</Figure>
`);
  assert.deepEqual(problems, []);
  const [paragraph, first, table, second] = tree.children;
  assert.equal(
    paragraph?.type === 'paragraph' && JSON.stringify(paragraph.children),
    JSON.stringify([
      { type: 'text', value: 'See ' },
      { type: 'reference', kind: 'figure', id: 'fig-two', text: '2' },
      { type: 'text', value: ' and ' },
      { type: 'reference', kind: 'table', id: 'tab-one', text: '1' },
      { type: 'text', value: '.' },
    ]),
  );
  assert.deepEqual(first, {
    type: 'component',
    name: 'Figure',
    attributes: { src: './a.svg', alt: 'A rising line' },
    number: 1,
    children: [],
  });
  assert.equal(table?.type === 'component' && `${table.id} ${table.number}`, 'tab-one 1');
  assert.deepEqual(second?.type === 'component' && [second.id, second.number, second.attributes], [
    'fig-two',
    2,
    { src: './b.svg', alt: 'A "falling"\nline', size: 'small' },
  ]);
  assert.deepEqual(facts.pictures, [
    { src: './a.svg', line: 4, column: 9 },
    { src: './b.svg', line: 17, column: 3 },
  ]);
});

test('references to labels that are refused with what they stand in are not told', () => {
  assert.deepEqual(told('\\[ x \\label{a} \\]\n\n\\eqref{a}'), ['1:1 latex-delimiter']);
  assert.deepEqual(told('{/* \\label{a} */}\n\n\\eqref{a}'), ['3:1 undefined-label']);
});

test('inert elements, on lines of their own and within one', () => {
  assert.deepEqual(tree('H<sub>2</sub>O<br />x'), [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'H' },
        { type: 'element', name: 'sub', attributes: {}, children: [{ type: 'text', value: '2' }] },
        { type: 'text', value: 'O' },
        { type: 'element', name: 'br', attributes: {}, children: [] },
        { type: 'text', value: 'x' },
      ],
    },
  ]);
  const cell = {
    type: 'element',
    name: 'td',
    attributes: { colspan: '2' },
    children: [{ type: 'text', value: 'a' }],
  };
  const table = {
    type: 'element',
    name: 'table',
    attributes: {},
    children: [{ type: 'element', name: 'tr', attributes: {}, children: [cell] }],
  };
  assert.deepEqual(tree('<table><tr><td colspan="2">a</td></tr></table>'), [table]);
  assert.deepEqual(tree('<table>\n<tr>\n<td colspan={2}>\n\na\n\n</td>\n</tr>\n</table>'), [table]);
  assert.deepEqual(tree('<Aside>*a*</Aside>'), [
    {
      type: 'component',
      name: 'Aside',
      attributes: {},
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'emphasis', children: [{ type: 'text', value: 'a' }] }],
        },
      ],
    },
  ]);
});

test('tags whose halves stand apart are told once', () => {
  const [problem, ...more] = compile(
    '<details><summary>More</summary>\n\nText\n\n</details>',
  ).problems;
  assert.deepEqual(more, []);
  assert.equal(problem?.code, 'split-tag');
  assert.equal(
    problem.message,
    '`<details>` and its `</details>` are not both on lines of their own.',
  );
  assert.equal(
    problem.fix,
    'Write both within one paragraph, or each on a line of its own with an empty line between it and the text.',
  );
  const [other] = compile('a <sub>b\n\nc</sub>').problems;
  assert.equal(
    other?.message,
    '`<sub>` and its `</sub>` are not in the same paragraph, list item or element.',
  );
});

test('ids of headings', () => {
  const { tree, facts } = compile(
    '## Notation\n\n## Results\n\n### Results\n\n## Results & $O(n^2)$\n\n## Fig: x\n\n## Größe “Ł”\n\n## 記憶\n\n## Results 2\n\n## Results\n\n[a](#results-2) [b](#fig-x-section)',
  );
  assert.deepEqual(
    tree.children.flatMap((node) => (node.type === 'heading' ? [node.id] : [])),
    [
      'notation-section',
      'results',
      'results-2',
      'results-o-n2',
      'fig-x-section',
      'grosse-l',
      'section',
      'results-2-2',
      'results-3',
    ],
  );
  assert.deepEqual(facts.sections[2], {
    id: 'results-o-n2',
    text: 'Results & O(n²)',
    line: 7,
    column: 1,
  });
});

test('places in quotations, lists, attributes and Windows files', () => {
  assert.deepEqual(told('> $$\r\n> x +\r\n> \\foo y\r\n> $$'), ['3:3 unknown-macro']);
  assert.deepEqual(told('- a\n\n  $$\n  \\label{a} x\n  + \\foo \\notag\n  $$'), [
    '5:5 unknown-macro',
  ]);
  assert.deepEqual(told('\tTab $x \\foo$ {a}'), ['1:9 unknown-macro', '1:15 expression']);
  assert.deepEqual(told('\uFEFF{a} 😀 {b}'), ['1:2 expression', '1:9 expression']);
  assert.deepEqual(
    told('> a\n> <Figure\n>   src="./a.svg"\n>   alt="A b c"\n>   sizes="x"\n> />'),
    ['5:5 unknown-attribute'],
  );
});

test('what the digest must know of a body', () => {
  const { facts } = compile(`
Two words $x^2$.

$$abc$$

- An item, [link](https://x.org), [again](https://x.org) https://y.org.

<Figure src="./a.svg" alt="A b c">
Caption $x$.
</Figure>

| a | $b$ |
|---|---|
`);
  assert.deepEqual(facts.links, [
    { url: 'https://x.org', line: 6, column: 12 },
    { url: 'https://y.org', line: 6, column: 58 },
  ]);
  assert.deepEqual(facts.weights, { maths: [3, 3, 0], prose: [11, 0, 35] });
  assert.equal(facts.formulas, 4);
  assert.equal(facts.words, 10);
});

test('a text of one paragraph', () => {
  const inline = (source: string) => compileInline(source, { file, place: { line: 3, column: 8 } });
  assert.deepEqual(inline('$\\text{T}^2$: "Self" # 1. *a*').tree, {
    type: 'root',
    version: 1,
    children: [
      { type: 'inlineFormula', tex: '\\text{T}^2' },
      { type: 'text', value: ': “Self” # 1. ' },
      { type: 'emphasis', children: [{ type: 'text', value: 'a' }] },
    ],
  });
  for (const plainText of [
    '1. Introduction',
    '# of parameters',
    '- a',
    '> b',
    'import a from b',
    '| a |',
  ]) {
    assert.deepEqual(inline(plainText), {
      tree: { type: 'root', version: 1, children: [{ type: 'text', value: plainText }] },
      problems: [],
    });
  }
  const problems = inline(
    '{x} ![a](b.png) <Figure src="a" alt="abcd" />\n\nSecond $\\foo$',
  ).problems;
  assert.deepEqual(
    problems.map(
      ({ line, column, code, message, fix }) => `${line}:${column} ${code} ${message} ${fix}`,
    ),
    [
      '3:8 expression `{x}` is an expression, and a summary holds no code. Write `\\{x\\}` for the braces themselves, or put a formula between dollars.',
      '3:12 picture-in-line The picture `b.png` stands in a text of one line. Put it into the body of the summary: `<Figure src="./picture.svg" alt="…" />`.',
      '3:24 block-in-sentence `<Figure>` stands in a text of one line. Put it into the body of the summary, on lines of its own.',
      '5:1 second-paragraph A second paragraph begins here, in a text of one paragraph. Delete the empty line before it.',
      "5:9 unknown-macro `\\foo` is not a command that formulas here know. Write it out with commands that LaTeX itself has; a function's own name is written `\\operatorname{foo}`.",
    ],
  );
});

test('what a text of one paragraph cannot hold is sent to the body', () => {
  const figure = '<Figure src="./a.svg" alt="Loss falls" />';
  const fixes = [
    ['\\eqref{a}', 'Say in words what is meant, or put the sentence into the body of the summary.'],
    [
      '$x = \\ref{a, b}$',
      'Say in words what is meant, or put the sentence into the body of the summary.',
    ],
    [
      'so[^1]',
      'Say it in the sentence, or put it into the body of the summary; write `\\[^1]` for the brackets themselves.',
    ],
    [`so *${figure}*`, 'Put it into the body of the summary, on lines of its own.'],
    ['\\Cref{a}', 'Say it in the sentence, or put it into the body of the summary.'],
    ['\\footnote{a}', 'Say it in the sentence, or put it into the body of the summary.'],
    ['so $$x$$ is', 'Write `$x$`.'],
    [
      '\\begin{align}x\\end{align}',
      'Write a formula of one line, `$…$`, or words; else put it into the body of the summary.',
    ],
  ];
  for (const [source = '', fix] of fixes) {
    const { problems } = compileInline(source, { file, place: { line: 1, column: 1 } });
    assert.deepEqual([source, problems.map((one) => one.fix)], [source, [fix]]);
  }
});

test('one text gives one tree', () => {
  const source = '## A\n\n"b" $c$ {d} <e> \\ref{f}\n\n$$g \\label{f}$$';
  assert.equal(JSON.stringify(compile(source)), JSON.stringify(compile(source)));
  assert.doesNotMatch(JSON.stringify(compile(source).tree), /"position"|"span"|"segments"/);
});
