import diagnostics from "node:diagnostics_channel";
import pg from "pg";

/** Every statement that is sent, for whoever counts them. */
export const statementChannel = diagnostics.channel("sammanvagt:statement");

/**
 * A connection that speaks Temporal: moments, dates and times of day arrive and leave as Temporal values, never as
 * `Date`, which knows neither a date without a time nor a time without a date.
 */
export class TemporalClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    const given = typeof config === "string" ? { connectionString: config } : config;
    // A pool hides the password from being listed, and so from being copied with the rest.
    super({ ...given, ...(given?.password && { password: given.password }), types: temporalTypes });
  }

  // node-postgres takes its words in several shapes; only the values matter here.
  override query(...words: unknown[]): never {
    const [first, values] = words;
    if (statementChannel.hasSubscribers) statementChannel.publish(isQuery(first) ? first.text : first);
    if (Array.isArray(values)) words[1] = values.map(asText);
    else if (isQuery(first) && first.values) first.values = first.values.map(asText);
    return plainQuery.apply(this, words);
  }
}

const plainQuery = Reflect.get(pg.Client.prototype, "query") as (this: pg.Client, ...words: unknown[]) => never;

function isQuery(word: unknown): word is { text?: string; values?: unknown[] } {
  return typeof word === "object" && word !== null;
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (value instanceof Temporal.ZonedDateTime) return value.toInstant().toString();
  if (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime ||
    value instanceof Temporal.Duration
  ) {
    return value.toString();
  }
  return value;
}

const instant = (text: string) => Temporal.Instant.from(text.replace(" ", "T"));
const plainDate = (text: string) => Temporal.PlainDate.from(text);
const plainTime = (text: string) => Temporal.PlainTime.from(text);
const duration = (text: string) => Temporal.Duration.from(text);

/** A bigint in a column of ours is a count or a number in a row; one that does not fit a number is a bug. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is larger than a number can hold exactly.`);
  return value;
}

const listOf =
  <T>(read: (text: string) => T) =>
  (text: string) =>
    arrayParser.create(text, read).parse();

// Its declared type is that of another version.
const arrayParser = pg.types.arrayParser as unknown as {
  create<T>(text: string, read: (text: string) => T): { parse(): T[] };
};

const readers = new Map<number, (text: string) => unknown>([
  [20, wholeNumber],
  [1016, listOf(wholeNumber)],
  [1700, Number],
  [1231, listOf(Number)],
  [1082, plainDate],
  [1182, listOf(plainDate)],
  [1083, plainTime],
  [1183, listOf(plainTime)],
  [1184, instant],
  [1185, listOf(instant)],
  [1186, duration],
]);

const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): ((text: string) => unknown) =>
    (format !== "binary" && readers.get(oid)) || (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};
