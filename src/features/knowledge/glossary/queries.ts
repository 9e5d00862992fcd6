import type { Reader } from "#platform/database/database.ts";
import type { GlossaryTermId } from "#features/knowledge/glossary/glossary.ts";

/** What a word means, as somebody has said. */
export type GlossaryDefinition = {
  readonly text: string;
  readonly source: string;
  readonly year: number | null;
  readonly link: string | null;
};

/** A word of the field with everything it means. */
export type GlossaryTerm = {
  readonly id: GlossaryTermId;
  readonly slug: string;
  readonly term: string;
  readonly english: string | null;
  readonly alsoCalled: readonly string[];
  readonly version: number;
  readonly definitions: readonly GlossaryDefinition[];
};

/** A word in the list of them, with the first of its definitions and how many there are. */
export type ListedTerm = Pick<GlossaryTerm, "slug" | "term" | "alsoCalled"> & {
  readonly text: string;
  readonly definitions: number;
};

/** All the words in Swedish order, open to everybody. */
export async function glossaryTerms(db: Reader): Promise<ListedTerm[]> {
  const rows = await db
    .selectFrom("glossary_term as g")
    .innerJoin("glossary_definition as d", "d.term_id", "g.id")
    .where("d.position", "=", 0)
    .orderBy("g.term")
    .orderBy("g.id")
    .select(["g.slug", "g.term", "g.also_called as alsoCalled", "d.text"])
    .select((eb) =>
      eb
        .selectFrom("glossary_definition as all")
        .whereRef("all.term_id", "=", "g.id")
        .select((inner) => inner.cast<number>(inner.fn.countAll(), "integer").as("count"))
        .as("definitions"),
    )
    .execute();
  return rows.map((row) => ({ ...row, definitions: row.definitions ?? 1 }));
}

/** One word by its address; nothing when there is none. */
export async function glossaryTerm(db: Reader, slug: string): Promise<GlossaryTerm | undefined> {
  const term = await db
    .selectFrom("glossary_term")
    .where("slug", "=", slug)
    .select(["id", "slug", "term", "english", "also_called as alsoCalled", "version"])
    .executeTakeFirst();
  if (!term) return undefined;
  const definitions = await db
    .selectFrom("glossary_definition")
    .where("term_id", "=", term.id)
    .orderBy("position")
    .select(["text", "source", "year", "link"])
    .execute();
  return { ...term, definitions };
}
