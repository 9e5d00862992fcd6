import type { Insertable } from "kysely";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import type { ItemId } from "../src/features/knowledge/item/item.ts";
import type { ListedId, ReadingListId } from "../src/features/knowledge/reading/reading.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";

type GivenList = { readonly id: ReadingListId; readonly slug: string; readonly rows: readonly ListedId[] };

const at = noon("2027-03-18")();

/** Sentences about lists to read: `await givenReading(ownerDb).list(unit, [item.id])`. */
export function givenReading(db: Database) {
  /** A list with some items in their order: published, unless it says otherwise. */
  const list = async (
    organisation_id: OrganisationId,
    items: readonly ItemId[],
    over: Partial<Insertable<Schema["reading_list"]>> = {},
  ): Promise<GivenList> => {
    const id = newId<"reading_list">();
    const slug = `lista-${id}`;
    await db
      .insertInto("reading_list")
      .values({ title: "Läs först", slug, organisation_id, published_at: at, created_at: at, ...over, id })
      .execute();
    const rows = items.map((item_id, position) => {
      return { id: newId<"reading_list_item">(), list_id: id, item_id, position };
    });
    if (rows.length > 0) await db.insertInto("reading_list_item").values(rows).execute();
    return { id, slug, rows: rows.map((row) => row.id) };
  };
  return { list };
}
