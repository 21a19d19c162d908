import type { Routes } from '../routes.ts';
import { periodName, text } from '../text.ts';
import type { Edition } from './edition.ts';
import type { Digest } from './model.ts';
import { listOfPerson, listOfTag, listPeriods, type DatedList } from './periods.ts';

/** An address that was published once, and the page that it leads on to; both from the base path on. */
export type Move = {
  from: string;
  to: string;
  /** What stands there now, as plain text. */
  title: string;
};

/**
 * Where former addresses of papers, issues, people and tags lead, by their aliases, those of their years and months among
 * them; sorted by address.
 */
export function listMoves(digest: Digest, routes: Routes, recorded: Edition['recorded']): Move[] {
  const partsOf = (list: DatedList, title: string): Move[] =>
    list.former.flatMap((former) =>
      listPeriods({ recorded, routes }, list).map((period) => ({
        from: routes.period(former, period),
        to: routes.period(list.folder, period),
        title: text.list.partOf(title, periodName(period)),
      })),
    );
  const movesOf = <T extends { aliases: readonly string[] }>(
    things: readonly T[],
    address: (id: string) => string,
    idOf: (thing: T) => string,
    titleOf: (thing: T) => string,
  ) =>
    things.flatMap((thing) =>
      thing.aliases.map((alias) => {
        return { from: address(alias), to: address(idOf(thing)), title: titleOf(thing) };
      }),
    );
  const moves = [
    ...movesOf(
      digest.papers,
      routes.paper,
      ({ slug }) => slug,
      ({ title }) => title.plain,
    ),
    ...movesOf(
      digest.issues,
      routes.issue,
      ({ id }) => id,
      ({ title }) => title.plain,
    ),
    ...movesOf(
      digest.people,
      routes.author,
      ({ id }) => id,
      ({ name }) => name,
    ),
    ...movesOf(
      digest.tags,
      routes.tag,
      ({ id }) => id,
      ({ label }) => label,
    ),
    ...digest.people.flatMap((one) => partsOf(listOfPerson(digest, routes, one), one.name)),
    ...digest.tags.flatMap((one) => partsOf(listOfTag(digest, routes, one), one.label)),
  ];
  return moves.sort((a, b) => (a.from < b.from ? -1 : 1));
}
