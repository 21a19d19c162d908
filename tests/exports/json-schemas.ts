import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A checker by JSON Schema that had no part in making the schema; it refuses a schema with a keyword it does not know. */
export function compileSchema(schema: object): ValidateFunction {
  return new Ajv2020({ strict: true, allErrors: true }).compile(schema);
}

/** What a checker finds in a document, as lines. */
export function listFaults(validate: ValidateFunction, document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`,
  );
}
