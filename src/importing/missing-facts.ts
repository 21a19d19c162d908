import type { FactsReader } from './facts-reader.ts';
import { isLine } from './line.ts';
import type { Mapping } from './mapping.ts';

/** Makes what is missing of the text, and says so. */
export function fillFromText(reader: FactsReader, body: string, mapping: Mapping): void {
  const paragraph = body
    .split(/\n{2,}/)
    .map((one) => one.replace(/\s*<br \/>\s*|\s+/g, ' ').trim())
    .find(
      (one) =>
        /^[\p{L}\p{N}*_“"'$]/u.test(one) &&
        !/\[\^|\\(?:eq)?ref\{|<Claim|\$\$/.test(one) &&
        one.length > 40 &&
        one.length <= 6000 &&
        isLine(one),
    );
  if (!('tldr' in reader.facts)) {
    const sentence =
      paragraph === undefined
        ? undefined
        : /^.{30,400}?[.!?](?=\s+[\p{Lu}\d“"]|$)/u.exec(paragraph)?.[0];
    const isTaken =
      mapping.fill?.tldr === 'first-sentence' && sentence !== undefined && isLine(sentence);
    if (isTaken) reader.set('tldr', sentence);
    reader.look(
      'tldr',
      isTaken
        ? '`tldr` is the first sentence of the text: say in one what the paper found'
        : '`tldr` is missing: say in one sentence what the paper found',
    );
  }
  if ('abstract' in reader.facts) return;
  const isTaken = mapping.fill?.abstract === 'first-paragraph' && paragraph !== undefined;
  if (isTaken) reader.set('abstract', paragraph);
  reader.look(
    'abstract',
    isTaken
      ? '`abstract` is the first paragraph of the text: write one in your own words'
      : '`abstract` is missing: write a paragraph in your own words',
  );
}
