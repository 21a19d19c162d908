import { isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';

/** A fault at an offset of the text, from before it is known which schema the file has. */
export type YamlFault = {
  offset: number;
  code: string;
  message: string;
  fix: string;
  /** As `Edit`, at an offset of its own where it is not the fault's. */
  edit?: { offset?: number; old: string; text: string };
  /** What the rest can be read on with, where that is known: as long as the text, so that places stay true. */
  readOn?: string;
};

/** A key in the first column with what belongs to it, as offsets into the text. */
export type Entry = { key: string; start: number; value: number; end: number };

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  // A negative index is read as 0, where a first empty line would be found again and again.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The entry of the outermost mapping that an offset lies in. Reads lines only, so it works on broken YAML. */
export function entryAt(text: string, offset: number): Entry | undefined {
  let start = lineStart(text, offset);
  let match = firstColumnKey.exec(text.slice(start));
  while (match === null && start > 0) {
    start = lineStart(text, start - 1);
    match = firstColumnKey.exec(text.slice(start));
  }
  if (match === null) return undefined;
  const value = start + match[0].length;
  let end = text.indexOf('\n', value);
  while (end !== -1 && !/[^\s#\-\]}]/.test(text[end + 1] ?? ' ')) end = text.indexOf('\n', end + 1);
  if (end === -1) end = text.length;
  if (offset > end) return undefined;
  return { key: (match[1] ?? '').replace(/^["']|["']$/g, ''), start, value, end };
}

const firstColumnKey = /^([^\s#\-\]}:][^\n:]*):(?=\s|$)/;

/** What the reader found first, in words for a writer: an unclosed quote or bracket, else the first error. */
export function firstSyntaxFault(text: string, document: Document): YamlFault | undefined {
  const unclosed = unclosedNode(text, document);
  if (unclosed !== undefined) return unclosed;
  const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  return error === undefined ? undefined : explainError(text, error);
}

function unclosedNode(text: string, document: Document): YamlFault | undefined {
  let fault: YamlFault | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const opening = text[start] ?? '';
      const closing =
        isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
          ? opening
          : isCollection(node) && node.flow === true
            ? { '[': ']', '{': '}' }[opening]
            : undefined;
      if (closing === undefined) return undefined;
      const written = text.slice(start, end).trimEnd();
      if (written.length > 1 && written.endsWith(closing)) return undefined;
      fault = {
        offset: start,
        code: 'unclosed',
        message: `The \`${opening}\` that opens here is never closed.`,
        fix: `Write \`${closing}\` where the value ends.`,
      };
      return visit.BREAK;
    },
  });
  return fault;
}

function explainError(text: string, error: YAMLError): YamlFault {
  const offset = Math.min(error.pos[0], text.length);
  const fault = (
    code: string,
    message: string,
    fix: string,
    mend: Pick<YamlFault, 'edit'> = {},
  ): YamlFault => {
    return { offset, code, message, fix, ...mend };
  };
  const entry = entryAt(text, offset);
  const written =
    entry === undefined ? '' : (text.slice(entry.value).split('\n', 1)[0] ?? '').trim();
  const quoted =
    entry === undefined || written === '' || written.includes('`')
      ? "Put the whole value in single quotes: `'…'`."
      : `Put the whole value in single quotes: \`${shorten(`${entry.key}: '${written.replace(/^(["'])(.*)\1$/, '$2').replaceAll(/'+/g, "''")}'`)}\`.`;
  const name = entry === undefined ? 'A value' : `The value of \`${entry.key}\``;
  const quote = entry === undefined ? {} : quoteValue(text, entry);
  const opening = written[0] ?? '';
  if (error.code === 'TAB_AS_INDENT') {
    return fault(
      'tab-indent',
      'A tab stands at the beginning of this line, where YAML takes only spaces.',
      'Indent with two spaces.',
    );
  }
  if (error.code === 'MULTIPLE_DOCS') {
    return fault(
      'second-document',
      'A second document begins here.',
      'Take the line `---` or `...` out: a file holds one document.',
    );
  }
  if (error.code === 'BAD_DQ_ESCAPE') {
    return fault(
      'escape-in-quotes',
      `${name} holds a backslash in double quotes, where it has a meaning of its own.`,
      quoted,
      entry && requote(text.indexOf('"', entry.value), text.slice(entry.value, entry.end).trim()),
    );
  }
  if (error.code === 'TAG_RESOLVE_FAILED' || /^[*&!@`%|>]/.test(opening)) {
    return fault(
      'special-character',
      `${name} begins with ${opening === '`' ? 'a backtick' : `\`${opening === '' ? '!' : opening}\``}, which has a meaning of its own in YAML.`,
      quoted,
      // The others could be a list's, an anchor's or a block's.
      /^[@`%]/.test(opening) ? quote : {},
    );
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s/.test(written)) {
    return fault(
      'colon-in-value',
      `${name} holds a colon and a space, which begin another key.`,
      quoted,
      quote,
    );
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && entry !== undefined) {
    const key = overIndentedKey(text, offset, entry.end);
    if (key !== undefined) {
      return {
        offset: key.offset,
        code: 'bad-indent',
        message: `\`${shorten(key.name)}:\` begins another key, but its line is indented as if it went on with the value above it.`,
        fix: 'Begin it exactly under its neighbours; if it does go on with that value, put the whole value in single quotes.',
        ...(written !== '' && unindent(text, key.offset)),
      };
    }
    if (written !== '' && /:\s/.test(text.slice(entry.value, entry.end))) {
      return fault(
        'colon-in-value',
        `${name} holds a colon and a space, which begin another key.`,
        "Put the whole value in single quotes, from its first line to its last: `'…'`.",
      );
    }
  }
  if (text[offset] === ',' && error.message.startsWith('Unexpected ,')) {
    return fault(
      'stray-comma',
      `${name} has a comma with nothing before it.`,
      'Take the comma out, or write what belongs before it.',
    );
  }
  if (error.code === 'UNEXPECTED_TOKEN' && /^["']/.test(opening)) {
    return fault('text-after-quote', `${name} goes on after its closing quote.`, quoted);
  }
  if (error.code === 'BAD_INDENT' || error.message.startsWith('Sequence item without')) {
    return {
      ...fault(
        'bad-indent',
        'This line is indented unlike the lines that it belongs to.',
        'Begin it exactly under its neighbours, with two spaces for each level.',
      ),
      ...(written !== '' && unindent(text, offset)),
    };
  }
  if (error.message.startsWith('Maximum call stack')) return tooDeep(offset);
  const line = text.slice(lineStart(text, offset)).split('\n', 1)[0] ?? '';
  if (entry === undefined && !/:\s/.test(`${line}\n`)) {
    return fault(
      'not-a-key',
      `\`${shorten(line.trim())}\` is not a key with a value.`,
      'Write `key: value`, with a space after the colon, or indent the line if it continues the one above.',
    );
  }
  return fault(
    'bad-yaml',
    `This cannot be read as YAML: ${error.message.split('\n')[0] ?? ''}.`,
    quoted,
  );
}

/** The first key below the line of an offset that is indented deeper than that line, which has a value already. */
function overIndentedKey(
  text: string,
  offset: number,
  end: number,
): { name: string; offset: number } | undefined {
  const first = lineStart(text, offset);
  const depth = /^[ -]*/.exec(text.slice(first, end))?.[0].length ?? 0;
  const [own = '', ...below] = text.slice(offset, end).split('\n');
  if (/:\s/.test(own)) return undefined;
  let at = offset + own.length + 1;
  for (const line of below) {
    // Our keys and ids begin with a small letter; a wrapped title goes on with any.
    const [, indent = '', name] = /^( *)([a-z][\w-]*):(?:\s|$)/.exec(line) ?? [];
    if (name !== undefined) {
      return indent.length > depth ? { name, offset: at + indent.length } : undefined;
    }
    at += line.length + 1;
  }
  return undefined;
}

/** The text with the key of a line in the first column: its spaces go behind its colon, where they change no place. */
function unindent(text: string, offset: number): Pick<YamlFault, 'readOn'> {
  const start = lineStart(text, offset);
  const [line, spaces = '', key = ''] = /^( +)([a-z][\w-]*:)(?=\s|$)/.exec(text.slice(start)) ?? [];
  if (line === undefined) return {};
  return { readOn: text.slice(0, start) + key + spaces + text.slice(start + line.length) };
}

/** The edit that puts single quotes about a value; none where it takes more than its first line, or has quotes or a comment. */
function quoteValue(text: string, { value, end }: Entry): Pick<YamlFault, 'edit'> {
  const whole = text.slice(value, end);
  const old = whole.trim();
  if (old === '' || old.includes('\n') || /^["'[{|>&*!#-]|\s#/.test(old)) return {};
  const offset = value + whole.indexOf(old);
  return { edit: { offset, old, text: `'${old.replaceAll("'", "''")}'` } };
}

/**
 * The edit that puts single quotes in the place of double ones. Where another escape is right as it stands, or a
 * comment follows, that would change the text.
 */
export function requote(offset: number, old: string): Pick<YamlFault, 'edit'> {
  const isPlain = /^"[^"\n]*"$/.test(old) && !/\\(?:[\\/]|u[\da-f]{4}|x[\da-f]{2})/i.test(old);
  const text = `'${old.slice(1, -1).replaceAll("'", "''")}'`;
  return isPlain ? { edit: { offset, old, text } } : {};
}

/** The fault of a text whose nesting exhausts the reader. */
export function tooDeep(offset: number): YamlFault {
  return {
    offset,
    code: 'too-deep',
    message: 'Brackets, dashes or quotes are nested too deep to be read.',
    fix: 'Write the values as in the other files of the archive.',
  };
}

/** Text of the file for a message: one line, at most 70 characters, no backtick. */
export function shorten(text: string): string {
  const line = text
    .replace(/[\s\p{C}]+/gu, ' ')
    .replaceAll('`', "'")
    .trim();
  return line.length > 70 ? `${[...line].slice(0, 69).join('').trimEnd()}…` : line;
}

/** A text as it can stand in a list or a mapping, in quotes where it must. */
export function writeScalar(text: string): string {
  const plain = /^[\p{L}\p{N}][^,:#[\]{}"'`\n]*$/u.test(text);
  return plain ? text : `'${text.replaceAll("'", "''")}'`;
}
