/** The things under each of their keys, in their order. */
export function collect<T>(
  things: readonly T[],
  keysOf: (thing: T) => Iterable<string>,
): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [thing]);
      else list.push(thing);
    }
  }
  return lists;
}

/** The first thing under each key, in their order. */
export function firstByKey<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): Map<string, T> {
  const first = new Map<string, T>();
  for (const thing of things) {
    for (const key of keysOf(thing)) if (!first.has(key)) first.set(key, thing);
  }
  return first;
}

/** Of several with one id the first. */
export function firstOfEach<T>(list: readonly T[], idOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => (seen.has(idOf(item)) ? false : seen.add(idOf(item))));
}

export function byId<T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

export function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** Without the keys that are undefined. */
export function defined<T extends object>(
  record: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

/** Freezes a value and all that it holds, the values of maps too. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (value instanceof Map) for (const part of value.values()) freeze(part);
  else if (Array.isArray(value)) for (const part of value) freeze(part);
  // Of plain objects alone: what is inherited is not among their keys.
  else for (const key in value) freeze(value[key]);
  return value;
}
