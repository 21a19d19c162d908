import { assemble } from '../../src/digest/assemble.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import type { Name, Paper } from '../../src/digest/model.ts';
import { splitName } from '../../src/digest/people.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { compileInline } from '../../src/body/compile.ts';
import { renderText } from '../../src/body/rendering/text.ts';
import { readEdition } from '../edition.ts';

/** The fixture and whatever digest stands in this repository: what holds of an export holds in both. */
export async function readEditions(): Promise<Edition[]> {
  const content = contentFolder();
  const { edition } = await assemble(content, readEntries(content, entryKinds));
  if (!edition) throw new Error('the content of this repository is not sound');
  return [await readEdition(), edition];
}

/** A title or a sentence as its writer would write it. */
export function textOf(source: string): Paper['title'] {
  const { tree } = compileInline(source, { file: 'a', place: { line: 1, column: 1 } });
  return { tree, plain: renderText(tree) };
}

/** A text that no schema has seen, as plain as it stands. */
export function rawText(plain: string): Paper['title'] {
  return { tree: { type: 'root', version: 1, children: [{ type: 'text', value: plain }] }, plain };
}

export function nameOf(name: string, options: Parameters<typeof splitName>[1] = {}): Name {
  return { name, ...splitName(name, options), person: 'nobody' };
}
