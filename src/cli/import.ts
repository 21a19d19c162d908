import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentFolder } from '../digest/folders.ts';
import { formatProblems } from '../digest/problems.ts';
import { readArchive } from '../importing/archive.ts';
import { readDocuments } from '../importing/documents.ts';
import { importArchive } from '../importing/import.ts';
import { readMapping, writeMapping, type Mapping } from '../importing/mapping.ts';
import { readArguments, stop } from './arguments.ts';

const USAGE =
  'npm run import -- path/to/archive [--mapping mapping.yaml] [--content folder] [--dry-run] [--write-mapping]';
const MOST_MAPPING = 120_000;

const { values, positionals } = readArguments(
  {
    mapping: { type: 'string' },
    content: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'write-mapping': { type: 'boolean' },
  },
  USAGE,
  true,
);
const [folder, ...more] = positionals;
if (folder === undefined || more.length > 0)
  stop(`Name the folder of one archive. Write: ${USAGE}`);

const content = path.resolve(values.content ?? contentFolder());
const starts = values['write-mapping'] === true;
const mapping = values.mapping === undefined || starts ? undefined : loadMapping(values.mapping);
try {
  if (starts) startMapping(folder);
  else {
    const { report, problems, reportFile } = await importArchive(folder, content, {
      ...(mapping && { mapping }),
      dry: values['dry-run'] === true,
    });
    console.log(report.trimEnd());
    if (reportFile !== undefined)
      console.log(`\nThis report is ${path.relative('.', path.join(content, reportFile))}.`);
    if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  }
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

function loadMapping(file: string): Mapping {
  if (!existsSync(file)) return stop(`There is no file ${file}. Make one with --write-mapping.`);
  const text = readFileSync(file, 'utf8').slice(0, MOST_MAPPING + 1);
  const { mapping: read, problems } = readMapping(text, file);
  return read ?? stop(formatProblems(problems).trimEnd());
}

/** Saves what is guessed of an archive as a mapping to start from; an existing one stays. */
function startMapping(archive: string): void {
  const name = values.mapping ?? 'mapping.yaml';
  const text = writeMapping(readDocuments(readArchive(archive), undefined).mapping);
  if (existsSync(name)) stop(`${name} is there already. Name another with --mapping.`);
  writeFileSync(name, text, { flag: 'wx' });
  console.log(
    `${text}\nThis is ${name} now. Correct it, then: npm run import -- ${archive} --mapping ${name}`,
  );
}
