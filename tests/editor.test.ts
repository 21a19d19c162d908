import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { compileBody } from '../src/body/compile.ts';
import { formatProblems } from '../src/digest/problems.ts';
import { buildJsonSchemas } from '../src/schemas/json-schema.ts';

const read = (name: string) => JSON.parse(readFileSync(`.vscode/${name}`, 'utf8')) as unknown;

type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema & { description?: string }>;
  items?: Schema;
  additionalProperties?: Schema | false;
};

/** What an editor would underline: of types and keys alone, as our schemas use them. */
function judge(schema: Schema, value: unknown, path = ''): string[] {
  const types = [schema.type ?? []].flat();
  const type = Array.isArray(value) ? 'array' : typeof value;
  if (types.length > 0 && !types.includes(type)) return [`${path} is ${type}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => judge(schema.items ?? {}, item, `${path}.${index}`));
  }
  if (type !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, inner]) => {
    const next = schema.properties?.[key] ?? schema.additionalProperties;
    if (next === undefined) return [];
    return next === false ? [`${path}.${key} is unknown`] : judge(next, inner, `${path}.${key}`);
  });
}

test('the schemas that editors read are those of the program', () => {
  for (const { name, schema } of buildJsonSchemas()) {
    assert.deepEqual(
      read(`schemas/${name}.schema.json`),
      schema,
      `.vscode/schemas/${name}.schema.json is stale: run npm run format`,
    );
  }
});

test('every key of every schema says what it is for', () => {
  for (const { name, schema } of buildJsonSchemas()) {
    const { properties, additionalProperties } = schema as Schema;
    const keys = Object.entries(
      properties ?? (additionalProperties as Schema | undefined)?.properties ?? {},
    );
    assert.ok(keys.length > 2, name);
    for (const [key, { description }] of keys) assert.ok(description, `${name}: ${key}`);
  }
});

test('sound files pass as an editor reads them, and a slip is underlined', () => {
  const schemas = new Map(buildJsonSchemas().map(({ name, schema }) => [name, schema]));
  const files = {
    site: 'tests/fixtures/digest/site.yaml',
    tags: 'tests/fixtures/digest/tags.yaml',
    person: 'tests/fixtures/digest/people/ada-quill.yaml',
  };
  for (const [name, file] of Object.entries(files)) {
    assert.deepEqual(judge(schemas.get(name) ?? {}, parse(readFileSync(file, 'utf8'))), [], file);
  }
  const person = parse('name: 1984\ncollective: true\nhompage: https://example.org/') as unknown;
  assert.deepEqual(judge(schemas.get('person') ?? {}, person), ['.hompage is unknown']);
});

test('the schemas of the settings exist, and lie where the settings say', () => {
  const { 'yaml.schemas': map } = read('settings.json') as { 'yaml.schemas': object };
  for (const file of Object.keys(map)) assert.ok(existsSync(file), file);
});

test('what a snippet writes is right', () => {
  const snippets = read('residual.code-snippets') as Record<string, { body: string[] }>;
  assert.deepEqual(Object.keys(snippets), [
    ...['Equation', 'Figure', 'Figure of the paper', 'Table', 'Plot', 'Aside', 'Claim'],
  ]);
  for (const [name, { body }] of Object.entries(snippets)) {
    const written = body.join('\n');
    const defaults = new Map(
      [...written.matchAll(/\$\{(\d):((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, at = '', text = '']) => [
        at,
        text,
      ]),
    );
    const text = written
      .replace(/\$\{(\d):(?:[^{}]|\{[^{}]*\})*\}/g, (_, at: string) => defaults.get(at) ?? '')
      .replace(/(?<!\\)\$(\d)/g, (_, at: string) => defaults.get(at) ?? '')
      .replace(/\\([\\$}])/g, '$1');
    const { problems } = compileBody(text, { file: 'index.mdx' });
    assert.deepEqual(
      problems.map(({ message }) => message),
      [],
      `${name}:\n${text}`,
    );
  }
});

test('the task finds in what the check prints what is wrong, and where', () => {
  const { tasks } = read('tasks.json') as {
    tasks: { problemMatcher: { pattern: { regexp: string }[] } }[];
  };
  const [first, second] = tasks[0]!.problemMatcher.pattern.map(({ regexp }) => new RegExp(regexp));
  const file = 'content/papers/2026-03/x/index.mdx';
  const place = { file, line: 3, column: 5, severity: 'error', code: 'unknown-tag' } as const;
  const printed = formatProblems([{ ...place, message: 'There is no tag.', fix: 'Write one.' }]);
  const lines = printed.split('\n');
  const at = lines.findIndex((line) => first!.test(line));
  assert.deepEqual(first!.exec(lines[at]!)?.slice(1), [file, '3', '5', 'error', 'unknown-tag']);
  assert.equal(second!.exec(lines[at + 1]!)?.[1], 'There is no tag.');
});
