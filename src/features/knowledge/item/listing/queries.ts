import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { MethodId } from "#features/appraisals/method/method.ts";
import type { ExperienceStage } from "#features/knowledge/item/experience-lifecycle.ts";
import type { ItemId, ItemKind, TermId } from "#features/knowledge/item/item.ts";
import { isAtWorkWithItem, itemVisible } from "#features/knowledge/item/queries.ts";
import type { VersionState } from "#features/knowledge/item/version-lifecycle.ts";

/** An item as a line in a list. */
export type ListedItem = {
  readonly id: ItemId;
  readonly slug: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly says: string | null;
  readonly source: string | null;
  readonly year: number | null;
  readonly organisation: string | null;
  readonly stage: ExperienceStage | null;
  readonly reviewDue: Temporal.PlainDate | null;
  readonly retiredAt: Temporal.Instant | null;
  readonly publishedAt: Temporal.Instant | null;
  /** How far what the line tells of has come. */
  readonly state: VersionState;
};

/** What a list of items is narrowed to. */
export type ItemWish = {
  readonly typed?: string | undefined;
  readonly kind?: ItemKind | undefined;
  /** Items about this word, or about a local one that means it. */
  readonly terms?: readonly TermId[] | undefined;
  readonly methodId?: MethodId | undefined;
  readonly organisationId?: OrganisationId | undefined;
  /** What stands; what is not followed any more; or what one is at work with and is not published. */
  readonly which?: "standing" | "retired" | "inWork" | "all" | undefined;
  readonly after?: ItemId | undefined;
  readonly limit: number;
};

export type ItemsListed = {
  readonly items: ListedItem[];
  readonly count: number;
  readonly after: ItemId | undefined;
};

/** In SQL: whether the version `v` is about a word, in itself or by a local word that means it. */
function isAbout(term: TermId): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from knowledge_about ka join knowledge_term te on te.id = ka.term_id
    where ka.version_id = v.id and (te.id = ${term}::uuid or te.means = ${term}::uuid))`;
}

/** The items somebody may know of and wishes for, the latest published first, and how many there are of them. */
export async function itemsListed(db: Reader, actor: Actor, wish: ItemWish): Promise<ItemsListed> {
  const pattern = `%${(wish.typed ?? "").trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { which = "standing" } = wish;
  const wished = listed(db)
    .where(itemVisible(actor))
    .where(
      which === "inWork"
        ? sql<SqlBool>`v.state in ('draft', 'inReview') and ${isAtWorkWithItem(actor)}`
        : sql<SqlBool>`v.state = 'published'`,
    )
    .$if(which === "standing", (qb) => qb.where("i.retired_at", "is", null))
    .$if(which === "retired", (qb) => qb.where("i.retired_at", "is not", null))
    .where(sql<SqlBool>`(v.title ilike ${pattern} or v.says ilike ${pattern} or v.source ilike ${pattern})`)
    .$if(wish.kind !== undefined, (qb) => qb.where("i.kind", "=", wish.kind as ItemKind))
    .$if(wish.organisationId !== undefined, (qb) =>
      qb.where("i.organisation_id", "=", wish.organisationId as OrganisationId),
    )
    .$if(wish.methodId !== undefined, (qb) =>
      qb.where(
        sql<SqlBool>`exists (select from knowledge_method km where km.version_id = v.id and km.method_id = ${wish.methodId})`,
      ),
    );
  const narrowed = (wish.terms ?? []).reduce((qb, term) => qb.where(isAbout(term)), wished);
  const [{ count }, rows] = await Promise.all([
    narrowed.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow(),
    lines(narrowed)
      .$if(wish.after !== undefined, (qb) =>
        qb.where(sql<SqlBool>`(coalesce(v.published_at, v.written_at), i.id) < (
          select coalesce(av.published_at, av.written_at), av.item_id from knowledge_version av
          where av.item_id = ${wish.after ?? null}::uuid
            and (av.state = 'published') = ${which !== "inWork"}
            and av.state <> 'replaced')`),
      )
      .orderBy(sql`coalesce(v.published_at, v.written_at)`, "desc")
      .orderBy("i.id", "desc")
      .limit(wish.limit + 1)
      .execute(),
  ]);
  const items = rows.slice(0, wish.limit);
  return { items, count, after: rows.length > wish.limit ? items.at(-1)?.id : undefined };
}

/** Published items that some words may mean, for a field where one is chosen: those that begin so first. */
export function publishedChoices(db: Reader, words: string, limit = 20): Promise<ListedItem[]> {
  const typed = words.trim().replaceAll(/[\\%_]/g, String.raw`\$&`);
  return lines(
    listed(db)
      .where("v.state", "=", "published")
      .where("i.retired_at", "is", null)
      .where(sql<SqlBool>`(v.title ilike ${`%${typed}%`} or i.slug = ${words.trim()})`),
  )
    .orderBy(sql`v.title ilike ${`${typed}%`}`, "desc")
    .orderBy("v.title")
    .limit(limit)
    .execute();
}

/** Published items by their ids, as lines in a list; retired ones too, clearly marked. The order is the caller's. */
export function publishedLines(db: Reader, ids: readonly ItemId[]): Promise<ListedItem[]> {
  return lines(
    listed(db)
      .where("v.state", "=", "published")
      .where(sql<SqlBool>`i.id = any(${[...ids]}::uuid[])`),
  ).execute();
}

function listed(db: Reader) {
  return db
    .selectFrom("knowledge_item as i")
    .innerJoin("knowledge_version as v", "v.item_id", "i.id")
    .leftJoin("organisation as o", "o.id", "i.organisation_id");
}

function lines(wished: ReturnType<typeof listed>) {
  return wished
    .select(["i.id", "i.slug", "i.kind", "v.title", "v.says", "v.source", "v.year", "o.name as organisation"])
    .select(["i.stage", "i.review_due as reviewDue", "i.retired_at as retiredAt", "v.published_at as publishedAt"])
    .select("v.state");
}
