import katex from 'katex';
import { compileBody } from '../../src/body/compile.ts';
import { renderPage, withoutFolder } from '../../src/body/rendering/html.ts';
import { buildArchive } from '../archive/archive.ts';
import { formatNumber, formatSpread, median } from './statistics.ts';
import { renderTable } from './tables.ts';

type Formula = { tex: string; display: boolean };

/** CPU seconds of one pass over some bodies that the process has not seen before. */
export type Pass = {
  documents: number;
  formulas: number;
  compile: number;
  render: number;
  katex: number;
};

const DOCUMENTS = 200;
/** One after the other, so that what slows the machine slows all three. */
const AT_ONCE = 20;

/** Compiles and renders bodies, and sets their formulas by KaTeX alone; the first pass only warms up. */
export function measureBodies(passes: number): Pass[] {
  return Array.from({ length: passes + 1 }, (_, at) => measurePass(at + 1)).slice(1);
}

function measurePass(seed: number): Pass {
  const { files } = buildArchive({ papers: DOCUMENTS, seed });
  const sources = [...files]
    .filter(([name]) => name.startsWith('papers/'))
    .map(([file, text]) => ({ file, text: text.replace(/^---\n[^]*?\n---\n/, '') }))
    .filter(({ text }) => text.trim() !== '');
  const pass = { documents: sources.length, formulas: 0, compile: 0, render: 0, katex: 0 };
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    const chunk = sources.slice(at, at + AT_ONCE);
    const [compile, trees] = timed(() =>
      chunk.map(({ file, text }) => {
        const { tree, problems } = compileBody(text, { file });
        if (problems.length > 0) throw new Error(problems[0]?.message);
        return tree;
      }),
    );
    const [render] = timed(() =>
      trees.map((tree) =>
        renderPage(tree, { resolve: withoutFolder, idPrefix: '', headingShift: 0 }),
      ),
    );
    const formulas = trees.flatMap(findFormulas);
    const [alone] = timed(() =>
      formulas.map(({ tex, display }) => katex.renderToString(tex, { displayMode: display })),
    );
    pass.formulas += formulas.length;
    pass.compile += compile;
    pass.render += render;
    pass.katex += alone;
  }
  return pass;
}

/** A table of what the passes cost, a document and a formula. */
export function renderPasses(passes: readonly Pass[]): string {
  const rates = (seconds: (pass: Pass) => number) => [
    formatSpread(passes.map((pass) => pass.documents / seconds(pass))),
    formatSpread(passes.map((pass) => pass.formulas / seconds(pass))),
    `${formatNumber(median(passes.map((pass) => seconds(pass) / pass.katex)) ?? 0)}×`,
  ];
  return renderTable(
    ['', 'documents a second', 'formulas a second', 'time, KaTeX alone = 1'],
    [
      ['compiled and checked', ...rates(({ compile }) => compile)],
      ['rendered for a page', ...rates(({ render }) => render)],
      ['both', ...rates(({ compile, render }) => compile + render)],
      ['KaTeX alone', ...rates((pass) => pass.katex)],
    ],
  );
}

function findFormulas(node: unknown): Formula[] {
  if (Array.isArray(node)) return node.flatMap(findFormulas);
  if (typeof node !== 'object' || node === null) return [];
  if ('tex' in node && typeof node.tex === 'string' && 'type' in node) {
    return [{ tex: node.tex, display: node.type === 'formula' }];
  }
  return Object.values(node).flatMap(findFormulas);
}

function timed<T>(work: () => T): [number, T] {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1_000_000, made];
}
