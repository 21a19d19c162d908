import { compileInline } from '../body/compile.ts';
import { checkFormula } from '../body/formulas/formula.ts';
import { MAX_PROBLEMS } from '../body/judging/report.ts';
import { renderText } from '../body/rendering/text.ts';
import type { Node } from '../body/tree.ts';
import type { Problem } from '../problem.ts';
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
      const above = lines.slice(0, problem.line - 1).join('\n').length;
      const offset = above + (problem.line > 1 ? 1 : 0) + problem.column - 1;
      this.problems.push({ ...problem, ...this.#placeIn(path, offset) });
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
