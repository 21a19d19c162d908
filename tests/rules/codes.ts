import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** What judges content: every problem has its code from here. */
const JUDGING = 'src/{body,schemas,digest,pictures,plots,record,versions}/**/*.ts';

/**
 * Every code that the sources can give a problem, by the shapes in which they write one: `code: '…'` beside a message, a
 * code just before its message in a call or a list, and what a function whose name ends with `Code` returns.
 * `${code}-missing` is joined with the stems of those who look for a file, `{ code, noun, example }`.
 */
export function findCodes(root: string): Set<string> {
  const files = [...globSync(JUDGING, { cwd: root }), 'src/site.ts'];
  return findCodesIn(files.map((file) => readFileSync(`${root}/${file}`, 'utf8')));
}

export function findCodesIn(sources: readonly string[]): Set<string> {
  const codes = new Set<string>();
  const stems = new Set<string>();
  const endings = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') {
      const { initializer: value, parent } = node;
      const beside = new Set(parent.properties.map((one) => one.name?.getText() ?? ''));
      if (beside.has('noun')) literals(value).forEach((code) => stems.add(code));
      // An issue of Zod has a code of its own, and its input.
      if ((beside.has('message') && !beside.has('input')) || beside.has('says'))
        literals(value).forEach((code) => codes.add(code));
      if (ts.isTemplateExpression(value)) endings.add(value.templateSpans[0]?.literal.text ?? '');
    }
    const list = ts.isCallExpression(node)
      ? node.arguments
      : ts.isArrayLiteralExpression(node)
        ? node.elements
        : [];
    for (const [index, one] of list.entries()) {
      const next = list[index + 1];
      if (next !== undefined && isSentence(next)) literals(one).forEach((code) => codes.add(code));
    }
    if (ts.isFunctionDeclaration(node) && node.name?.text.endsWith('Code')) {
      const collect = (inner: ts.Node): void => {
        if (ts.isReturnStatement(inner) && inner.expression)
          literals(inner.expression).forEach((code) => codes.add(code));
        ts.forEachChild(inner, collect);
      };
      collect(node);
    }
    ts.forEachChild(node, visit);
  };
  for (const source of sources) {
    visit(ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true));
  }
  for (const stem of stems) for (const ending of endings) codes.add(stem + ending);
  return codes;
}

/** The texts that look like a code among what an expression can be: one, or either of a condition. */
function literals(node: ts.Expression): string[] {
  if (ts.isConditionalExpression(node)) {
    return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  }
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return ts.isStringLiteral(node) && /^[a-z]+(?:-[a-z]+)*$/.test(node.text) ? [node.text] : [];
}

/** A message: words with spaces, or a name that says it is one. */
function isSentence(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node)) return node.text.includes(' ');
  if (ts.isTemplateExpression(node)) return node.getText().includes(' ');
  if (ts.isConditionalExpression(node)) return isSentence(node.whenTrue);
  return (
    (ts.isSpreadElement(node) && ts.isCallExpression(node.parent)) ||
    (ts.isIdentifier(node) && node.text === 'message')
  );
}
