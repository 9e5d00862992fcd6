import { type Id, idOf } from "#kernel/ids.ts";

/** A list to read: what a circle reads, or what is good to know of a theme. */
export const ReadingListId = idOf("reading_list");
export type ReadingListId = Id<"reading_list">;

/** That an item stands in a list. */
export const ListedId = idOf("reading_list_item");
export type ListedId = Id<"reading_list_item">;

export const mostInList = 100;

/** The new order of rows when one of them goes a step: the same when it is at the end it would go to. */
export function movedStep<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  way: "up" | "down",
): readonly Row[] {
  const at = rows.findIndex((row) => row.id === id);
  const to = way === "up" ? at - 1 : at + 1;
  const [row, other] = [rows[at], rows[to]];
  if (!row || !other) return rows;
  return rows.map((each, index) => (index === at ? other : index === to ? row : each));
}
