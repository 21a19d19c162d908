import { readFileSync } from 'node:fs';
import { writeWhole } from '../cache.ts';
import { wholeOf, type Cell } from './cells.ts';

/** Numbers of cells, by their places in the list of all. */
export type Reads = readonly number[];

/** A ledger as it is kept between builds. */
export type LedgerFile = {
  /** Key of the program that made the site. */
  program: string;
  /** Every cell once, with its hash. */
  cells: [Cell, string][];
  outputs: Record<string, Reads>;
  /** Files that no page makes, with a hash of each. */
  extras: Record<string, string>;
  /** Of each route. */
  addresses: Record<string, { reads: Reads; paths: string[] }>;
  /** What outputs share; the hash is that of its value. */
  parts: Record<string, { reads: Reads; hash: string }>;
};

/** In the file a cell of a thing ends with a number of `paths`: thousands of things are read in the same few ways. */
type Written = LedgerFile & { paths: string[] };

/** `undefined` where there is none, or a disk has spoilt it. */
export function readLedgerFile(file: string): LedgerFile | undefined {
  try {
    const { paths, cells, ...ledger } = JSON.parse(readFileSync(file, 'utf8')) as Written;
    const expand = (short: Cell): Cell => {
      const thing = wholeOf(short);
      if (thing === undefined) return short;
      return `${thing}#${paths[Number(short.slice(thing.length + 1))] ?? ''}`;
    };
    return { ...ledger, cells: cells.map(([short, hash]) => [expand(short), hash]) };
  } catch {
    return undefined;
  }
}

export function writeLedgerFile(file: string, { cells, ...ledger }: LedgerFile): void {
  const paths = new Map<string, number>();
  const shorten = (cell: Cell): Cell => {
    const thing = wholeOf(cell);
    if (thing === undefined) return cell;
    const path = cell.slice(thing.length + 1);
    const number = paths.get(path) ?? paths.size;
    paths.set(path, number);
    return `${thing}#${number}`;
  };
  const short = cells.map(([cell, hash]): [Cell, string] => [shorten(cell), hash]);
  const written: Written = { ...ledger, cells: short, paths: [...paths.keys()] };
  writeWhole(file, JSON.stringify(written));
}
