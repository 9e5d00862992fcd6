import { type Expression, type RawBuilder, sql } from "kysely";
import type { JsonValue } from "#platform/database/json.ts";

declare const row: unique symbol;

/** Rows in the one text in which the database hands them over. Dates in them are text as well. */
export type RowsInText<Row> = string & { readonly [row]: Row };

/**
 * All rows of a query as one text, for a long list that is seldom looked into: one value to fetch instead of one for
 * each column of each row, and the rows are the same when their texts are.
 */
export function inOneText<Row extends Plain<Row>>(query: Expression<unknown>): RawBuilder<RowsInText<Row>> {
  return sql<RowsInText<Row>>`(select coalesce(json_agg(listed), '[]')::text from (${query}) as listed)`;
}

export function rowsIn<Row>(text: RowsInText<Row>): Row[] {
  return JSON.parse(text) as Row[];
}

export function hasRows(text: RowsInText<unknown>): boolean {
  return text !== "[]";
}

type Plain<Row> = { readonly [Column in keyof Row]: JsonValue };
