/** The parts of the results, each under its heading; those of other sizes stay when one is measured again. */
export type Sections = ReadonlyMap<string, string>;

/** Puts fresh sections into a text of results in place of those with the same heading, new ones behind. */
export function mergeSections(old: string, fresh: Sections): string {
  const [intro = '', ...parts] = old.split(/^## /m);
  const sections = new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()] as const;
    }),
  );
  for (const [heading, text] of fresh) sections.set(heading, text.trim());
  const written = [...sections].map(([heading, text]) => `## ${heading}\n\n${text}\n`);
  return [`${intro.trim()}\n`, ...written].join('\n');
}
