import { createHash } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import pg from "pg";

/** Every statement that is sent, for whoever counts them. */
export const statementChannel = diagnostics.channel("sammanvagt:statement");

/**
 * A connection that speaks Temporal: moments, dates and times of day arrive and leave as Temporal values, never as
 * `Date`, which knows neither a date without a time nor a time without a date.
 */
export class TemporalClient extends pg.Client {
  readonly #prepared = new PreparedStatements();

  constructor(config?: string | pg.ClientConfig) {
    const given = typeof config === "string" ? { connectionString: config } : config;
    // A pool hides the password from being listed, and so from being copied with the rest.
    super({ ...given, ...(given?.password && { password: given.password }), types: temporalTypes });
  }

  // node-postgres takes its words in several shapes; only the values matter here.
  override query(...words: unknown[]): never {
    const [first, values] = words;
    if (statementChannel.hasSubscribers) statementChannel.publish(isQuery(first) ? first.text : first);
    if (Array.isArray(values)) {
      words[1] = values.map(asText);
      const name = typeof first === "string" && values.length > 0 ? this.#prepared.nameOf(first) : undefined;
      if (name) words[0] = { name, text: first };
    } else if (isQuery(first) && first.values) first.values = first.values.map(asText);
    return plainQuery.apply(this, words);
  }
}

/**
 * Statements that come back on a connection are prepared there, so that PostgreSQL reads and plans them once: a change
 * of four statements took a third less time. Not those that ask for every column, whose answer a migration changes
 * under a process of the release before, and no more than so many, since each takes room in the server.
 */
class PreparedStatements {
  readonly #seen = new Map<string, string | undefined>();

  nameOf(text: string): string | undefined {
    const known = this.#seen.get(text);
    if (known) return known;
    if (!this.#seen.has(text)) {
      if (this.#seen.size < 500 && !everyColumn.test(text)) this.#seen.set(text, undefined);
      return undefined;
    }
    const name = createHash("sha256").update(text).digest("base64url");
    this.#seen.set(text, name);
    return name;
  }
}

const everyColumn = /\b(?:select|returning)\s+(?:distinct\s+)?\*|\.\*/i;

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
