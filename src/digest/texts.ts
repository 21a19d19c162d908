import { compileInline } from '../body/compile.ts';
import { checkFormula } from '../body/formulas/formula.ts';
import { MAX_PROBLEMS } from '../body/judging/report.ts';
import { renderText } from '../body/rendering/text.ts';
import type { Node } from '../body/tree.ts';
import type { Edit, Place, Problem } from '../problem.ts';
import type { YamlReading } from '../schemas/yaml.ts';
import type { Text } from './model.ts';

/** Compiles texts of a file and puts their problems at their places in it. */
export class Texts {
  readonly made: Record<string, Text> = {};
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #placeIn: YamlReading<unknown>['placeIn'];

  constructor(file: string, { placeIn }: Pick<YamlReading<unknown>, 'placeIn'>) {
    this.#file = file;
    this.#placeIn = placeIn;
  }

  add(path: string, text: string | undefined, { links = true } = {}): void {
    if (text === undefined || this.#isHopeless()) return;
    const start = { line: 1, column: 1 };
    const { tree, problems } = compileInline(text, { file: this.#file, place: start });
    this.made[path] = { tree, plain: renderText(tree) };
    const lines = text.split('\n');
    for (const problem of problems) {
      const { edit, ...rest } = problem;
      const offsetOf = ({ line, column }: Place) => {
        const above = lines.slice(0, line - 1).join('\n').length;
        return above + (line > 1 ? 1 : 0) + column - 1;
      };
      const place = this.#placeIn(path, offsetOf(problem));
      const mend = edit && this.#placeEdit(path, offsetOf(edit), edit);
      this.problems.push({ ...rest, ...place, ...(mend && { edit: mend }) });
    }
    if (!links && holdsLink(tree.children)) {
      this.#report(
        path,
        0,
        'link-in-title',
        `\`${path}\` holds a link, but is itself made a link in lists.`,
        'Write the words without the link; the body is the place for it.',
      );
    }
  }

  addSymbol(path: string, tex: string): void {
    if (this.#isHopeless()) return;
    if (/^\$|\$$/.test(tex)) {
      this.#report(
        path,
        0,
        'dollars-in-symbol',
        `The symbol \`${tex}\` has dollar signs.`,
        `Write it without them: \`'${tex.replace(/^\$+|\$+$/g, '')}'\`.`,
      );
      return;
    }
    for (const { offset, code, message, fix } of checkFormula(tex, false)) {
      this.#report(path, offset, code, message, fix);
    }
  }

  /** The edit in the file; none where the value and its writing differ there, or YAML would read it as something else. */
  #placeEdit(path: string, offset: number, { old, text }: Edit): Edit | undefined {
    const start = this.#placeIn(path, offset);
    const end = this.#placeIn(path, offset + old.length);
    const isSame = start.line === end.line && end.column - start.column === old.length;
    const isPlain = offset > 0 || /^[\p{L}\p{N}]/u.test(text);
    return isSame && isPlain && !/['"\n#]|:\s/.test(text) ? { ...start, old, text } : undefined;
  }

  /** Whether there is enough to mend: every further text costs time, and could be a formula that costs much. */
  #isHopeless(): boolean {
    return this.problems.length > MAX_PROBLEMS;
  }

  #report(path: string, offset: number, code: string, message: string, fix: string): void {
    const place = this.#placeIn(path, offset);
    this.problems.push({ file: this.#file, ...place, severity: 'error', code, message, fix });
  }
}

function holdsLink(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    return node.type === 'link' || ('children' in node && holdsLink(node.children));
  });
}
