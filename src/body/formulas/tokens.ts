/** A token of a TeX source: where it begins and its characters, `\frac`, `{`, `x`. */
export type TexToken = { offset: number; text: string };

// A control word takes the spaces after it, as in TeX; \verb keeps its argument whole.
const TOKEN =
  /\\verb\*?([^a-zA-Z\s*])[^\n]*?\1|\\(?:begin|end)\s*\{[^{}\\\n]*\}|\\[a-zA-Z@]+\*?|\\[\s\S]?|%[^\n]*|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g;

/** Splits a TeX source; `\begin{aligned}` and a comment are one token each. Joined again they are the source. */
export function readTokens(tex: string): TexToken[] {
  const tokens: TexToken[] = [];
  for (const match of tex.matchAll(TOKEN)) tokens.push({ offset: match.index, text: match[0] });
  return tokens;
}

/** `aligned` of `\begin{aligned}` or `\end{aligned}`. */
export function environmentName(token: string): string {
  return token.slice(token.indexOf('{') + 1, -1).trim();
}

/** What `findUnbalanced` found: the token without a partner, and, where a closer met the wrong opener, that opener. */
export type Unbalanced = {
  token: TexToken;
  opener?: TexToken;
  kind: 'open' | 'close' | 'mismatch';
};

/**
 * The first `{`, `\begin` or `\left` without its partner, or the reverse. Only an explanation for a formula
 * that did not set: a definition may well hold half a pair.
 */
export function findUnbalanced(tokens: readonly TexToken[]): Unbalanced | undefined {
  const open: TexToken[] = [];
  for (const token of tokens) {
    const closes = openerOf(token.text);
    if (isOpener(token.text)) open.push(token);
    else if (closes !== undefined) {
      const opener = open.pop();
      if (opener === undefined) return { token, kind: 'close' };
      const matches = closes.startsWith('\\begin')
        ? opener.text.startsWith('\\begin') &&
          environmentName(opener.text) === environmentName(token.text)
        : opener.text === closes;
      // A brace too many within an environment that ends, or within `\left` … `\right`.
      const isStray = token.text === '}' && !open.some(({ text }) => text === '{');
      if (!matches && isStray && isClosedBehind(opener, token, tokens))
        return { token, kind: 'close' };
      if (!matches) return { token, opener, kind: 'mismatch' };
    }
  }
  const last = open.pop();
  return last && { token: last, kind: 'open' };
}

function isClosedBehind(opener: TexToken, from: TexToken, tokens: readonly TexToken[]): boolean {
  return tokens.some(({ text, offset }) => {
    if (offset <= from.offset) return false;
    if (opener.text === '\\left') return text === '\\right';
    return /^\\end[\s{]/.test(text) && environmentName(text) === environmentName(opener.text);
  });
}

/** How deep braces, environments and `\left` … `\right` are nested in the source. */
export function measureDepth(tokens: readonly TexToken[]): { depth: number; offset: number } {
  let depth = 0;
  let deepest = { depth: 0, offset: 0 };
  for (const { text, offset } of tokens) {
    if (isOpener(text)) depth += 1;
    else if (openerOf(text) !== undefined) depth = Math.max(0, depth - 1);
    if (depth > deepest.depth) deepest = { depth, offset };
  }
  return deepest;
}

function isOpener(text: string): boolean {
  return (
    text === '{' || text === '\\left' || text.startsWith('\\begin{') || /^\\begin\s/.test(text)
  );
}

function openerOf(text: string): string | undefined {
  if (text === '}') return '{';
  if (text === '\\right') return '\\left';
  return /^\\end[\s{]/.test(text) ? '\\begin' : undefined;
}
