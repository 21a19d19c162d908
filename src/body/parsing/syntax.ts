import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import {
  findBraces,
  findDisplayFormula,
  findInlineFormula,
  type Span,
  type Work,
} from './spans.ts';

/** Why what begins at an offset with `<` is no tag: micromark's own words, and where it gave up. */
export type TagFault = { reason: string; offset: number };

/** Faulty tags of one source for which the reason is kept; the `<` of further ones is only text. */
const MAX_TAG_FAULTS = 500;

/** One parse: its source, and what it finds besides tokens, by the offset where it begins. */
export type Pass = {
  source: string;
  work: Work;
  spans: Map<number, Span>;
  tagFaults: Map<number, TagFault>;
};

export function beginPass(source: string): Pass {
  const work = { left: source.length * 60 + 10_000 };
  return { source, work, spans: new Map(), tagFaults: new Map() };
}

/**
 * Tags, braces and formulas for micromark. Nothing here throws at a fault and nothing is evaluated: what is not well
 * formed stays text and is found there.
 *
 * @param pass the parse that runs; what it finds is added to it
 */
export function buildSyntax(pass: () => Pass, inline: boolean): Extension {
  const jsx = mdxJsx();
  const guard = (construct: Construct) => buildGuard(construct, pass);
  const braces: Find = ({ source, work }, offset) => findBraces(source, offset, work);
  // The tag construct looks for an expression behind a tag by this name.
  const flowBraces = buildSpanConstruct('mdxFlowExpression', pass, (running, offset) => {
    const span = braces(running, offset);
    return span && /^[ \t]*(?:[\r\n]|$)/.test(running.source.slice(span.end, span.end + 200))
      ? span
      : undefined;
  });
  const dollar = {
    ...buildSpanConstruct('inlineFormula', pass, ({ source, work }, offset) =>
      findInlineFormula(source, offset, work),
    ),
    previous(this: TokenizeContext, code: Code): boolean {
      return code !== 36 || this.events.at(-1)?.[1].type === 'characterEscape';
    },
  };
  const display = buildSpanConstruct('displayFormula', pass, ({ source, work }, offset) =>
    findDisplayFormula(source, offset, work),
  );
  return {
    text: {
      36: dollar,
      60: guard(single(jsx.text?.[60])),
      123: buildSpanConstruct('braces', pass, braces),
    },
    ...(!inline && { flow: { 36: display, 60: guard(single(jsx.flow?.[60])), 123: flowBraces } }),
  };
}

function single(construct: Construct | Construct[] | undefined): Construct {
  const one = Array.isArray(construct) ? construct[0] : construct;
  if (!one) throw new Error('micromark-extension-mdx-jsx has no construct for `<`');
  return one;
}

type Find = (pass: Pass, offset: number) => Span | undefined;

/** A construct that ends where `find` says, its content in one `…Chunk` token a line. */
function buildSpanConstruct(name: string, pass: () => Pass, find: Find): Construct {
  const flow = name === 'displayFormula' || name === 'mdxFlowExpression';
  const token = name === 'mdxFlowExpression' ? 'braces' : name;
  return {
    name,
    concrete: flow,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const context = this;
      let span: Span | undefined;
      let open: string | undefined;
      return start;

      function start(code: Code): State | undefined {
        const { offset } = context.now();
        const running = pass();
        span = find(running, offset);
        if (!span) return nok(code);
        running.spans.set(offset, span);
        if (context.interrupt) return ok(code);
        enter(token);
        // `find` stands on the source's own characters, so the marker is always there.
        return inside(code);
      }

      function inside(code: Code): State | undefined {
        const { offset } = context.now();
        if (offset >= span!.end) return leave(code, ok);
        // The container or the cell ends before the construct does.
        if (code === null) return leave(code, token === 'displayFormula' ? ok : nok);
        if (code < -2) {
          if (open) exitOpen();
          if (flow) return effects.attempt(nextLine, inside, lazy)(code);
          enter('lineEnding');
          effects.consume(code);
          exit('lineEnding');
          return inside;
        }
        const kind = offset >= span!.from && offset < span!.to ? `${token}Chunk` : `${token}Marker`;
        if (open !== kind) {
          if (open) exitOpen();
          open = kind;
          enter(kind);
        }
        effects.consume(code);
        return inside;
      }

      function lazy(code: Code): State | undefined {
        return leave(code, token === 'displayFormula' ? ok : nok);
      }

      function leave(code: Code, next: State): State | undefined {
        if (open) exitOpen();
        exit(token);
        return next(code);
      }

      function exitOpen(): void {
        exit(open!);
        open = undefined;
      }

      // Token types are a closed union in micromark's types; extensions add theirs by augmentation.
      function enter(type: string): void {
        effects.enter(type as 'data');
      }

      function exit(type: string): void {
        effects.exit(type as 'data');
      }
    },
  };
}

/** A line ending, unless the line after it only lazily belongs to the container. */
const nextLine: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const context = this;
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (after) => (context.parser.lazy[context.now().line] ? nok(after) : ok(after));
    };
  },
};

/**
 * The construct with its exceptions turned into "does not match", and an end at an empty
 * line: a tag without its `>` costs its own paragraph, not the rest of the page.
 */
function buildGuard(construct: Construct, pass: () => Pass): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const { source, work, tagFaults: faults } = pass();
      // Each fault is an exception, and a text of nothing but `<` would throw thousands.
      if (faults.size >= MAX_TAG_FAULTS) return nok;
      const context = this;
      const start = this.now().offset;
      let left = false;
      let atEmptyLine = false;
      const emptyLine = matchEmptyLine(source, start);
      const leave = (next: State): State => {
        return (code) => {
          left = true;
          return next(code);
        };
      };
      return step(construct.tokenize.call(this, effects, leave(ok), leave(nok)));

      function step(state: State): State {
        return (code) => {
          const { offset } = context.now();
          if (atEmptyLine || (work.left -= 1) < 0) return fail(code, 'empty line', offset);
          atEmptyLine =
            code !== null && code < -2 && emptyLine.test(source.slice(offset, offset + 200));
          let next: State | undefined;
          try {
            next = state(code);
          } catch (error) {
            if (left) throw error;
            return fail(code, error instanceof Error ? error.message : '', offset);
          }
          return left || next === undefined ? next : step(next);
        };
      }

      function fail(code: Code, reason: string, offset: number): State | undefined {
        faults.set(start, { reason, offset });
        left = true;
        return nok(code);
      }
    },
  };
}

/** Matches a line ending before an empty line, in as many quotations as the tag at `start` stands in. */
function matchEmptyLine(source: string, start: number): RegExp {
  const lineStart = Math.max(
    source.lastIndexOf('\n', start - 1),
    source.lastIndexOf('\r', start - 1),
    start - 200,
  );
  const quotations = source.slice(lineStart + 1, start).split('>').length - 1;
  return new RegExp(`^(?:\\r\\n|\\n|\\r(?!\\n))[ \\t]*(?:>[ \\t]*){0,${quotations}}(?:[\\r\\n]|$)`);
}
