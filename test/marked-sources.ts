// What is looked for where an appraisal is told of: one source that stands without the other two. (R014, R065; K-1)

/** What each source says and nothing else does. */
export const marks = { research: "Blåklockorna", profession: "Gullvivorna", serviceUsers: "Vallmorna" } as const;
/** What each is called, also where it is empty. */
export const names = {
  research: "Forskning",
  profession: "Professionens kunskap",
  serviceUsers: "Brukarnas kunskap",
} as const;
export const three = ["research", "profession", "serviceUsers"] as const;

export type SourceName = (typeof three)[number];

/**
 * What is told of one source where the others are not: the names of those that are missing. A text that tells of none is
 * free to; one that tells of one must tell of each, by what it says or by its name and that it is empty.
 */
export function missingBeside(text: string, found: readonly SourceName[]): string[] {
  const told = three.filter((source) => text.includes(marks[source]));
  if (told.length === 0) return [];
  const isThere = (source: SourceName) =>
    found.includes(source)
      ? text.includes(marks[source])
      : text.includes(names[source]) && text.includes("Inte sökt än");
  return three.filter((source) => !isThere(source));
}

/** The same of what the API answers: whatever holds one source holds all three. */
export function missingInJson(value: unknown, found: readonly SourceName[]): string[] {
  const text = JSON.stringify(value);
  const told = three.filter((source) => text.includes(marks[source]));
  if (told.length === 0) return [];
  const isThere = (source: SourceName) =>
    found.includes(source) ? text.includes(marks[source]) : emptyIn(value, source);
  return three.filter((source) => !isThere(source));
}

/** Whether a source stands somewhere in it, by its name or under it, and is said to be empty. */
function emptyIn(value: unknown, source: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const own = "source" in value && value.source === source ? value : (value as Record<string, unknown>)[source];
  const isEmpty = own !== undefined && JSON.stringify(own).includes('"standing":"notSought"');
  return isEmpty || Object.values(value).some((inner) => emptyIn(inner, source));
}

export type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  additionalProperties?: Schema | boolean;
};

/** Where an answer's shape has room for one source and not for the other two. */
export function lonelyIn(schema: Schema | boolean | undefined): string[] {
  if (typeof schema !== "object") return [];
  const { properties = {}, items, anyOf = [], allOf = [], additionalProperties } = schema;
  const told = three.filter((source) => source in properties);
  return [
    ...(told.length > 0 && told.length < 3 ? [told.join()] : []),
    ...[...Object.values(properties), items, ...anyOf, ...allOf, additionalProperties].flatMap(lonelyIn),
  ];
}
