import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { assemble } from '../../src/digest/assemble.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { formatProblems } from '../../src/digest/problems.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { loadMail, type LoadedMail } from '../../src/mail/load.ts';

/** The mail of an issue of an edition. */
export async function mailOf(edition: Edition, id: string): Promise<LoadedMail> {
  const issue = edition.digest.issueById.get(id);
  if (!issue) throw new Error(`There is no issue ${id}.`);
  return await loadMail(edition, issue);
}

/** The edition of a folder with these files and a site.yaml, in which nothing is wrong; thrown away after the tests. */
export async function readContent(files: Record<string, string>): Promise<Edition> {
  const content = mkdtempSync(path.join(tmpdir(), 'digest-mail-'));
  after(() => {
    for (const made of [content, cacheFolder(content)])
      rmSync(made, { recursive: true, force: true });
  });
  const site = 'name: Iron & <Notes>\nurl: https://iron.example/notes/\n';
  const tags = 'steel: { label: Steel, description: What is hard. }\n';
  for (const [name, text] of Object.entries({ 'site.yaml': site, 'tags.yaml': tags, ...files })) {
    const file = path.join(content, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { edition, problems } = await assemble(content, readEntries(content, entryKinds));
  if (!edition || problems.some(({ severity }) => severity === 'error'))
    throw new Error(formatProblems(problems));
  return edition;
}

/** A paper of the issue 2026-01 as a file. */
export function writePaper(title: string, body: string, number = 1): string {
  return `---
title: '${title}'
authors: [Ada Quill, Bo Li, Cy Ng, Di Wu]
published: 2026-01-02
summarised: 2026-01-11
arxiv: 2601.${String(number).padStart(5, '0')}v2
categories: [cs.LG]
tags: [steel]
tldr: 'What $q_${number}$ is.'
abstract: Iron.
writers: [Ada Quill]
---

${body}
`;
}

export const issue = '---\ntitle: Iron\ndate: 2026-01-31\neditors: [Ada Quill]\n---\n\nHello.\n';

export function listElements(html: string): Parse5.Element[] {
  return [...walk(parse(html))];
}

export function attribute(element: Parse5.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function* walk(node: Parse5.Node): Generator<Parse5.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}
