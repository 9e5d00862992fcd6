import type { CompiledQuery } from "kysely";
import type { Reader } from "#platform/database/database.ts";

/**
 * A query that is put together the first time it is asked and kept as text: putting a large one together costs more
 * than answering it. It is asked with a list (`= any(…)`); everything else in it stays the same.
 *
 *     const rowsOf = compiledOnce((db, ids: readonly RoundId[]) => db.selectFrom("round").where(…).compile());
 */
export function compiledOnce<Item, Row>(compile: (db: Reader, list: readonly Item[]) => CompiledQuery<Row>) {
  let kept: { readonly query: CompiledQuery<Row>; readonly places: ReadonlySet<number> } | undefined;
  return async (db: Reader, list: readonly Item[]): Promise<Row[]> => {
    kept ??= withPlaces(compile(db, list), list);
    const { query, places } = kept;
    const parameters = query.parameters.map((parameter, at) => (places.has(at) ? list : parameter));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}

/** Where in the query the list stands. */
function withPlaces<Row>(query: CompiledQuery<Row>, list: readonly unknown[]) {
  const places = new Set(query.parameters.flatMap((parameter, at) => (parameter === list ? [at] : [])));
  if (places.size === 0) throw new Error("The query does not hold the list it is asked with");
  return { query, places };
}
