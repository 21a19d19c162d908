import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../cache.ts';

/** Milliseconds within which a file may be written again and keep its times: file systems count in up to two seconds. */
const YOUNG = 3000;

/** What a system tells of a file, and where it was young, what it held. */
type Stamp = { facts: string; hash?: string };

/**
 * Whether files are what they were, without reading them: a file that is written anew has another time of change, which no
 * tool can set back, and one that is put in its place another number. Only what was written a moment ago is read.
 */
export class Stamps {
  #stamps = new Map<string, Stamp>();

  /**
   * Whether one of some files is another than when this was asked last, or others are asked about; at first, it is.
   *
   * @param now when this is asked, in milliseconds
   */
  renew(folder: string, names: readonly string[], now = Date.now()): boolean {
    const stamps = new Map<string, Stamp>();
    let isOther = names.length !== this.#stamps.size;
    for (const name of names) {
      const before = this.#stamps.get(name);
      const file = path.join(folder, name);
      const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
      const facts = stat
        ? `${stat.ino} ${stat.mode} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`
        : '';
      const isYoung = stat?.isFile() === true && Number(stat.ctimeMs) > now - YOUNG;
      const looksSame = before?.facts === facts;
      const mayDiffer = looksSame && before.hash !== undefined;
      const hash = isYoung || mayDiffer ? hashOf(readFileSync(file)) : undefined;
      if (!looksSame || (mayDiffer && before.hash !== hash)) isOther = true;
      stamps.set(name, { facts, ...(isYoung && hash !== undefined && { hash }) });
    }
    this.#stamps = stamps;
    return isOther;
  }
}
