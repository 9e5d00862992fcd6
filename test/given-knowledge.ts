import type { Insertable } from "kysely";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import type { ItemId, TermId, VersionId } from "../src/features/knowledge/item/item.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";
import { someDay } from "./given.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

export type GivenItem = { readonly id: ItemId; readonly slug: string; readonly versionId: VersionId };

const at = noon("2027-03-18")();

/**
 * Sentences about what is known:
 *
 *     const item = await givenKnowledge(ownerDb).item(unit, { kind: "guideline" }, { title: "Barn i hemlöshet" });
 */
export function givenKnowledge(db: Database) {
  /** An item with one version: published, unless it says otherwise. */
  const item = async (
    organisation_id: OrganisationId | null,
    over: Over<"knowledge_item"> = {},
    said: Over<"knowledge_version"> = {},
  ): Promise<GivenItem> => {
    const id = newId<"knowledge_item">();
    const kind = over.kind ?? "research";
    const slug = over.slug ?? `kun-${id}`;
    const stage = kind === "professional" ? "individual" : null;
    const review_due = someDay.add({ years: 1 });
    await db
      .insertInto("knowledge_item")
      .values({ stage, review_due, created_at: at, organisation_id, ...over, id, kind, slug })
      .execute();
    return { id, slug, versionId: await version(id, said) };
  };

  const version = async (item_id: ItemId, over: Over<"knowledge_version"> = {}): Promise<VersionId> => {
    const id = newId<"knowledge_version">();
    const state = over.state ?? "published";
    const published_at = state === "published" || state === "replaced" ? at : null;
    const said = { version_no: 1, title: "Stöd till föräldrar", says: "Stödet hjälper.", written_at: at };
    await db
      .insertInto("knowledge_version")
      .values({ ...said, published_at, ...over, state, id, item_id })
      .execute();
    return id;
  };

  /** A national word. */
  const term = async (over: Over<"knowledge_term"> = {}): Promise<TermId> => {
    const id = newId<"knowledge_term">();
    await db
      .insertInto("knowledge_term")
      .values({ kind: "area", name: `Område ${id}`, slug: `omrade-${id}`, ...over, id })
      .execute();
    return id;
  };

  return { item, version, term };
}
