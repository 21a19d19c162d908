import type { z } from 'zod';

/** Ways into a schema by the path of a value. */
export type Schema = z.core.$ZodType;

type Definition = {
  type: string;
  innerType?: Schema;
  in?: Schema;
  element?: Schema;
  valueType?: Schema;
  options?: Schema[];
  shape?: Record<string, Schema>;
};

const definitionOf = (schema: Schema): Definition => schema._zod.def;

/** The schema at a path: through optional fields, lists, records; of a union the branch with keys. */
export function schemaAt(root: Schema, path: PropertyKey[]): Schema | undefined {
  let schema: Schema | undefined = unwrap(root);
  for (const part of path) {
    if (schema === undefined) return undefined;
    const { element, valueType, shape } = definitionOf(schema);
    const next: Schema | undefined = element ?? valueType ?? ownField(shape, part);
    schema = next === undefined ? undefined : unwrap(next);
  }
  return schema;
}

function unwrap(schema: Schema): Schema {
  const { innerType, in: input, options } = definitionOf(schema);
  const next = innerType ?? input ?? options?.find((option) => keysOf(unwrap(option)).length > 0);
  return next === undefined ? schema : unwrap(next);
}

/** The keys of an object schema; none of any other. */
export function keysOf(schema: Schema): string[] {
  return Object.keys(definitionOf(schema).shape ?? {});
}

/** The keys of the entries of a list, where they are mappings and may be nothing else: an author may be text. */
export function keysOfItem(schema: Schema): string[] {
  const { element } = definitionOf(schema);
  return element === undefined || definitionOf(element).options !== undefined
    ? []
    : keysOf(unwrap(element));
}

/** What `.describe()` says of the field at a path, else nothing. */
export function descriptionOf(root: Schema, path: PropertyKey[]): string {
  const parent = schemaAt(root, path.slice(0, -1));
  const field = parent && ownField(definitionOf(parent).shape, path.at(-1));
  return (field as z.ZodType | undefined)?.description ?? '';
}

/** A key may be written `toString`, which every object has. */
function ownField(shape: Definition['shape'], key: PropertyKey | undefined): Schema | undefined {
  return shape && Object.hasOwn(shape, String(key)) ? shape[String(key)] : undefined;
}
