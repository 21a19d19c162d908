import { oneLine } from '../digest/excerpt.ts';
import { readArguments, stop } from './arguments.ts';
import { FORMATS, isFormat, runCheck } from './checking.ts';
import { findContent, findScope } from './content-paths.ts';

const { values, positionals } = readArguments(
  { content: { type: 'string' }, format: { type: 'string' }, fix: { type: 'boolean' } },
  'npm run check -- content/papers/2025-01/titans --format text --fix',
  true,
);
const { format = 'text', fix = false } = values;
if (!isFormat(format)) {
  stop(`There is no format "${format}". Write one of: ${FORMATS.join(', ')}.`);
}
const content = findContent(values.content);
const scope = findScope(content, positionals);
try {
  const isGood = await runCheck({ content, format, fix, ...(scope && { scope }) });
  process.exitCode = isGood ? 0 : 1;
} catch (error) {
  console.error('The check itself broke off: the fault is in the program, not in the content.');
  // Its message may hold a stranger's text.
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(stack.split('\n').map(oneLine).join('\n'));
  process.exitCode = 2;
}
