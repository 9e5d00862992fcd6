import type { CompiledQuery } from "kysely";
import type { Reader } from "#platform/database/database.ts";

/**
 * A query that is put together the first time it is asked and kept as text: putting a large one together costs more
 * than answering it. It takes one value, which may be a list (`= any(…)`); everything else in it stays the same.
 *
 *     const rowsOf = compiledOnce((db, ids: readonly RoundId[]) => db.selectFrom("round").where(…).compile());
 */
export function compiledOnce<Value, Row>(compile: (db: Reader, value: Value) => CompiledQuery<Row>) {
  let kept: CompiledQuery<Row> | undefined;
  return async (db: Reader, value: Value): Promise<Row[]> => {
    kept ??= compile(db, value);
    if (kept.parameters.length !== 1) throw new Error("A query that is compiled once takes one value");
    const { rows } = await db.executeQuery<Row>({ ...kept, parameters: [value] });
    return rows;
  };
}
