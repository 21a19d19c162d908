import { judgeHost } from '../body/judging/hosts.ts';
import type { Problem } from '../problem.ts';
import type { PaperData } from '../schemas/paper.ts';
import type { PersonData } from '../schemas/person.ts';
import type { Places } from '../schemas/yaml.ts';
import { problemAt, warning } from './problems.ts';

type File = { file: string; places: Places };

/** What is wrong with facts that are well formed: addresses that mislead, a symbol that is explained twice. */
export function judgePaperFacts(file: File, paper: Partial<PaperData>): Problem[] {
  const links = Object.entries(paper.links ?? {}).map(
    ([key, url]) => [`links.${key}`, url] as const,
  );
  return [...judgeAddresses(file, [['url', paper.url], ...links]), ...judgeSymbols(file, paper)];
}

export function judgePersonFacts(file: File, person: Partial<PersonData>): Problem[] {
  const links = (person.links ?? []).map(({ url }, index) => [`links.${index}.url`, url] as const);
  return judgeAddresses(file, [['homepage', person.homepage], ...links]);
}

function judgeAddresses(
  file: File,
  addresses: readonly (readonly [path: string, url: string | undefined])[],
): Problem[] {
  return addresses.flatMap(([path, url]) => {
    const fault = url === undefined ? undefined : judgeHost(url);
    return fault ? [problemAt(file, path, { severity: 'error', ...fault })] : [];
  });
}

function judgeSymbols(file: File, { notation = [] }: Partial<PaperData>): Problem[] {
  const rows = new Map<string, number>();
  return notation.flatMap(({ symbol }, index) => {
    const key = symbol.replace(/\s+/g, '');
    const before = rows.get(key);
    if (before === undefined) rows.set(key, index);
    if (before === undefined) return [];
    const message = `\`${symbol}\` is explained twice, in rows ${before + 1} and ${index + 1} of \`notation\`.`;
    const fix = 'Put both meanings into one row, or write the symbols as they differ.';
    return [problemAt(file, `notation.${index}.symbol`, warning('repeated-symbol', message, fix))];
  });
}
