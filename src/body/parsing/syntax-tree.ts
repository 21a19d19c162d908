import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import type { CompileContext, Extension as TreeExtension, Token } from 'mdast-util-from-markdown';
import type { Span } from './spans.ts';
import type { Pass } from './syntax.ts';

/** One line of a construct's content and its offset in the source. */
export type Segment = { value: string; offset: number };

/** A formula or braces, as a leaf of the syntax tree. */
export type SpanNode = {
  type: 'formula' | 'inlineFormula' | 'braces';
  span: Span;
  segments: Segment[];
};

/** `<name …>`, `</name>` or `<name … />` on its own, as a leaf: `tags.ts` pairs them. */
export type TagNode = {
  type: 'tag';
  /** Whether the tag stands on a line of its own, so that blocks may follow. */
  flow: boolean;
  /** `null` for a fragment; with `.` or `:` for member and namespace names. */
  name: string | null;
  attributes: TagAttribute[];
  closing: boolean;
  selfClosing: boolean;
};

export type TagAttribute = {
  type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute';
  name?: string;
  value?: string | null | { type: string; value: string };
  position: { start: { offset: number }; end: { offset: number } };
  segments?: Segment[];
};

/**
 * Turns the tokens of `buildSyntax` into `SpanNode`s and `TagNode`s.
 *
 * @param pass the parse that runs
 */
export function buildTreeExtension(pass: () => Pass): TreeExtension {
  const stock = mdxJsxFromMarkdown();
  const enter: NonNullable<TreeExtension['enter']> = { ...stock.enter };
  const exit: NonNullable<TreeExtension['exit']> = { ...stock.exit };

  for (const kind of ['mdxJsxFlowTag', 'mdxJsxTextTag']) {
    // The stock handlers throw at tags that do not pair; here every tag is a leaf.
    enter[`${kind}ClosingMarker`] = ignore;
    enter[`${kind}SelfClosingMarker`] = ignore;
    exit[`${kind}ClosingMarker`] = function () {
      closing.add(currentTag(this));
    };
    exit[`${kind}AttributeValueLiteralValue`] = function (token) {
      this.config.enter['data']?.call(this, token);
      this.config.exit['data']?.call(this, token);
      const attribute = currentTag(this).attributes.at(-1);
      if (!attribute) return;
      attribute.segments ??= [];
      attribute.segments.push({ value: this.sliceSerialize(token), offset: token.start.offset });
    };
    exit[kind] = function (token) {
      const tag = currentTag(this);
      this.resume();
      addLeaf(this, token, {
        type: 'tag',
        flow: kind === 'mdxJsxFlowTag',
        name: tag.name ?? null,
        attributes: tag.attributes,
        closing: closing.has(tag),
        selfClosing: tag.selfClosing,
      });
    };
  }
  const closing = new WeakSet<OpenTag>();

  const types = {
    braces: 'braces',
    inlineFormula: 'inlineFormula',
    displayFormula: 'formula',
  } as const;
  let segments: Segment[] = [];
  for (const [token, type] of Object.entries(types)) {
    enter[token] = function () {
      segments = [];
      // Line endings inside would otherwise become text of the paragraph.
      this.buffer();
    };
    exit[`${token}Chunk`] = function (chunk) {
      segments.push({ value: this.sliceSerialize(chunk), offset: chunk.start.offset });
    };
    exit[token] = function (end) {
      this.resume();
      const span = pass().spans.get(end.start.offset);
      // The end that micromark reached is the truth, where a container ended first.
      if (span) addLeaf(this, end, { type, span: { ...span, end: end.end.offset }, segments });
    };
  }
  return { enter, exit };
}

type OpenTag = { name: string | undefined; attributes: TagAttribute[]; selfClosing: boolean };

function currentTag(context: CompileContext): OpenTag {
  return (context.data as unknown as { mdxJsxTag: OpenTag }).mdxJsxTag;
}

function addLeaf(context: CompileContext, token: Token, node: SpanNode | TagNode): void {
  context.enter(node as unknown as Parameters<CompileContext['enter']>[0], token);
  context.exit(token);
}

function ignore(): void {
  // The tag is read as a whole when it ends.
}
