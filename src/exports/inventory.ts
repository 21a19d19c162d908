import { zlibSync } from 'fflate';
import { words } from '../body/words.ts';
import type { Edition } from '../digest/edition.ts';
import { listLabels, type Label } from './labels.ts';

/**
 * What can be linked as the inventory that Sphinx, Jupyter Book and MyST read of other sites, so that one of theirs
 * refers to `titans--eq-update` as to a label of its own, and to `papers/titans` as to a document. Version 2
 * (https://sphobjinv.readthedocs.io/en/stable/syntax.html): a head of four lines, then lines under zlib.
 */
export async function renderInventory(edition: Edition): Promise<Uint8Array> {
  const { digest, routes } = edition;
  const home = routes.absolute(routes.base);
  const write = (name: string, role: 'doc' | 'label', address: string, title: string) =>
    // Sphinx takes white space for the end of a field.
    `${name} std:${role} ${role === 'doc' ? 1 : -1} ${address.slice(home.length)} ${title.toWellFormed().replace(/\s+/g, ' ').trim() || '-'}\n`;
  const lines = [
    ...digest.issues.map(({ id, title }) =>
      write(`issues/${id}`, 'doc', routes.absolute(routes.issue(id)), title.plain),
    ),
    ...digest.papers.map(({ slug, title }) =>
      write(`papers/${slug}`, 'doc', routes.absolute(routes.paper(slug)), title.plain),
    ),
    ...(await listLabels(edition)).map((label) =>
      write(nameOf(label), 'label', label.address, titleOf(label)),
    ),
  ];
  const head = [
    '# Sphinx inventory version 2',
    `# Project: ${digest.site.name.replace(/\s+/g, ' ')}`,
    '# Version: ',
    '# The remainder of this file is compressed using zlib.',
    '',
  ].join('\n');
  const packed = zlibSync(new TextEncoder().encode(lines.join('')), { level: 9 });
  return Uint8Array.from([...new TextEncoder().encode(head), ...packed]);
}

/** As an issue's page names it, on which several papers stand. */
function nameOf({ id, paper, issue }: Label): string {
  return `${paper ?? issue ?? ''}--${id}`;
}

/** What a reference prints: `Equation (1)`, `Figure 2`, the words of a heading. */
function titleOf({ kind, number, title }: Label): string {
  if (kind === 'section') return title ?? '';
  if (number === undefined) return words[kind];
  return kind === 'equation' ? `${words.equation} (${number})` : `${words[kind]} ${number}`;
}
