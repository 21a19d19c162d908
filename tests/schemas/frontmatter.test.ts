import assert from 'node:assert/strict';
import test from 'node:test';
import { splitFrontmatter } from '../../src/schemas/frontmatter.ts';

test('facts and body are told apart, with the lines on which they begin', () => {
  const { problems, ...split } = splitFrontmatter('---\na: 1\nb: 2\n---\n\nText\n---\n', 'f.mdx');
  assert.deepEqual(problems, []);
  assert.deepEqual(split, { yaml: 'a: 1\nb: 2', yamlLine: 2, body: '\nText\n---\n', bodyLine: 5 });
});

test('a byte order mark, Windows line ends and trailing spaces change nothing', () => {
  const { yaml, body, bodyLine, problems } = splitFrontmatter(
    '\uFEFF---  \r\na: 1\r\n---\t\r\nText\r\n',
    'f.mdx',
  );
  assert.deepEqual([yaml, body, bodyLine, problems], ['a: 1', 'Text\r\n', 4, []]);
});

test('no body and no facts', () => {
  const { yaml, body, problems } = splitFrontmatter('---\n---', 'f.mdx');
  assert.deepEqual([yaml, body, problems], ['', '', []]);
});

for (const [source, expected] of [
  [
    '\n---\na: 1\n---\n',
    'frontmatter-not-first | A blank line stands before the `---` that begins the facts about the text. | Make `---` the first line of the file.',
  ],
  [
    '\n \n\n---\na: 1\n---\n',
    'frontmatter-not-first | 3 blank lines stand before the `---` that begins the facts about the text. | Make `---` the first line of the file.',
  ],
  [
    '# Title\n',
    'frontmatter-missing | The file does not begin with the facts about the text. | Write a line `---` first, then the keys (`title: …`), then another line `---`.',
  ],
  [
    '+++\ntitle = "A"\n+++\n',
    'frontmatter-missing | The facts about the text begin with `+++`, and only YAML is taken. | Write them as YAML between two lines `---`: `title: …`, without quotation marks around keys.',
  ],
  [
    '',
    'frontmatter-missing | The file does not begin with the facts about the text. | Write a line `---` first, then the keys (`title: …`), then another line `---`.',
  ],
  [
    '---\na: 1\n\nText\n',
    'frontmatter-unclosed | The `---` that begins the facts about the text has no second `---` that ends them. | Write a line `---` after the last key, before the text.',
  ],
] as const) {
  test(`frontmatter: ${JSON.stringify(source)}`, () => {
    const { problems } = splitFrontmatter(source, 'f.mdx');
    assert.deepEqual(
      problems.map(({ file, line, column, code, message, fix }) => [
        `${file}:${line}:${column}`,
        `${code} | ${message} | ${fix}`,
      ]),
      [['f.mdx:1:1', expected]],
    );
  });
}

test('a text that was saved in UTF-16, or with the line ends of old Macs, is told as that', () => {
  const source = '---\ntitle: A\n---\nText.\n';
  const told = (text: string) => {
    const { problems } = splitFrontmatter(text, 'index.mdx');
    return problems.map(({ line, code, message, fix }) => `${line} ${code} | ${message} | ${fix}`);
  };
  const wide =
    '1 text-encoding | The file is in UTF-16, and only UTF-8 is read. | Save it again with the encoding UTF-8.';
  for (const text of [source, `\uFEFF${source}`]) {
    const bytes = Buffer.from(text, 'utf16le');
    assert.deepEqual(told(bytes.toString()), [wide]);
    assert.deepEqual(told(Buffer.from(bytes).swap16().toString()), [wide]);
  }
  assert.deepEqual(told(source.replaceAll('\n', '\r')), [
    '1 text-encoding | The lines of the file end as on an old Mac, by a carriage return alone, so that all of it is one line. | Save it again with the line ends of Unix (LF) or of Windows (CRLF).',
  ]);
  assert.deepEqual(told(source.replaceAll('\n', '\r\n')), []);
  assert.deepEqual(told(`\uFEFF${source}`), []);
});
