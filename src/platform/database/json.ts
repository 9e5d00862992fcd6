/** What a jsonb column holds. Its shape is for a schema to say, where it is read. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

declare const isJson: unique symbol;

/** Text that is known to be JSON: the only thing a jsonb column takes, since a bare list would become an SQL array. */
export type JsonText = string & { readonly [isJson]: true };

/** Writes a value for a jsonb column. */
export function json(value: unknown): JsonText {
  return (JSON.stringify(value) ?? "null") as JsonText;
}
