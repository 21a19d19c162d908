import katexPlugin from '@vscode/markdown-it-katex';
import markdownIt from 'markdown-it';

export const markdown = markdownIt({ html: true, typographer: true }).use(
  katexPlugin.default ?? katexPlugin,
);

const inline = new Map();

/** A sentence with formulas, which stands on several pages and is set once a build. */
export function setInline(text) {
  if (!inline.has(text)) inline.set(text, markdown.renderInline(text));
  return inline.get(text);
}
