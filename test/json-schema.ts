/** As much of JSON Schema as our own document uses. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
};

export type Components = { readonly schemas?: Readonly<Record<string, JsonSchema>> };

/** What a value has that its schema does not allow, or lacks that it asks for: each with where it stands. */
export function misfits(value: unknown, schema: JsonSchema, components: Components = {}, at = "answer"): string[] {
  const { $ref, anyOf, oneOf, allOf } = schema;
  if ($ref) {
    const named = components.schemas?.[$ref.split("/").at(-1) ?? ""];
    return named ? misfits(value, named, components, at) : [`${at}: no schema ${$ref}`];
  }
  const either = anyOf ?? oneOf;
  if (either) return either.some((one) => misfits(value, one, components, at).length === 0) ? [] : [`${at}: fits none`];
  if (allOf) return allOf.flatMap((one) => misfits(value, one, components, at));
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is none of the values`];
  if (schema.const !== undefined && schema.const !== value) return [`${at}: is not ${JSON.stringify(schema.const)}`];

  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const allowed = [schema.type ?? kind].flat();
  const fits = allowed.includes(kind) || (kind === "number" && allowed.includes("integer") && Number.isInteger(value));
  if (!fits) return [`${at}: is ${kind}, not ${allowed.join(" or ")}`];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => misfits(one, schema.items ?? {}, components, `${at}.${index}`));
  }
  return kind === "object" ? misfitsIn(value as Record<string, unknown>, schema, components, at) : [];
}

function misfitsIn(value: Record<string, unknown>, schema: JsonSchema, components: Components, at: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: is missing`);
  const wrong = Object.entries(value).flatMap(([name, inner]) => {
    const own = properties[name] ?? additionalProperties;
    if (own === true) return schema.properties ? [`${at}.${name}: is not described`] : [];
    return own === false ? [`${at}.${name}: is not allowed`] : misfits(inner, own, components, `${at}.${name}`);
  });
  return [...missing, ...wrong];
}
