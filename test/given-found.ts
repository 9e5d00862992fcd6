import type { Insertable } from "kysely";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import type { ItemId, TermId, VersionId } from "../src/features/knowledge/item/item.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

const at = noon("2027-03-18")();

/** Sentences about what can be found: `const { id } = await found.item({ title: "Tidiga samtal" });` */
export function givenFound(db: Database) {
  /** An item with one version: published, unless something else is said. */
  const item = async (
    version: Over<"knowledge_version"> = {},
    over: Over<"knowledge_item"> = {},
    terms: readonly TermId[] = [],
  ): Promise<{ id: ItemId; slug: string; versionId: VersionId }> => {
    const id = newId<"knowledge_item">();
    const slug = over.slug ?? `k-${id}`;
    await db
      .insertInto("knowledge_item")
      .values({ kind: "research", created_at: at, ...over, id, slug })
      .execute();
    const versionId = await written(id, version);
    for (const term_id of terms)
      await db.insertInto("knowledge_about").values({ version_id: versionId, term_id }).execute();
    return { id, slug, versionId };
  };

  const written = async (item_id: ItemId, over: Over<"knowledge_version"> = {}): Promise<VersionId> => {
    const id = newId<"knowledge_version">();
    const state = over.state ?? "published";
    const said = { version_no: 1, title: "Tidiga samtal", says: "Det hjälper att prata tidigt.", written_at: at };
    await db
      .insertInto("knowledge_version")
      .values({ ...said, state, published_at: state === "published" ? at : null, ...over, id, item_id })
      .execute();
    return id;
  };

  const term = async (over: Over<"knowledge_term"> = {}): Promise<TermId> => {
    const id = newId<"knowledge_term">();
    await db
      .insertInto("knowledge_term")
      .values({ kind: "area", name: `Område ${id}`, ...over, id, slug: over.slug ?? `t-${id}` })
      .execute();
    return id;
  };

  const list = async (organisation_id: OrganisationId, over: Over<"reading_list"> = {}): Promise<string> => {
    const id = newId<"reading_list">();
    await db
      .insertInto("reading_list")
      .values({ title: "Att läsa", created_at: at, published_at: at, ...over, id, organisation_id, slug: `l-${id}` })
      .execute();
    return id;
  };

  const glossaryTerm = async (term: string, definition: string): Promise<string> => {
    const id = newId<"glossary_term">();
    await db
      .insertInto("glossary_term")
      .values({ id, slug: `o-${id}`, term, created_at: at })
      .execute();
    await db
      .insertInto("glossary_definition")
      .values({ id: newId(), term_id: id, position: 0, text: definition, source: "Ordlistan" })
      .execute();
    return id;
  };

  return { item, written, term, list, glossaryTerm };
}
