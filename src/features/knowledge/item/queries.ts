import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { JsonValue } from "#platform/database/json.ts";
import type { MethodId } from "#features/appraisals/method/method.ts";
import type { Participation } from "#features/appraisals/sources/sources.ts";
import type { ExperienceStage } from "#features/knowledge/item/experience-lifecycle.ts";
import {
  type ItemStanding,
  mayPublish,
  mayRetire,
  mayReview,
  mayWriteItem,
} from "#features/knowledge/item/item-policy.ts";
import type { ItemId, ItemKind, TermId, TermKind, VersionId } from "#features/knowledge/item/item.ts";
import type { VersionState } from "#features/knowledge/item/version-lifecycle.ts";
import { hasRoleIn } from "#features/knowledge/item/roles/queries.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** What stays with an item, whatever its versions say. */
export type ItemFacts = {
  readonly id: ItemId;
  readonly slug: string;
  readonly kind: ItemKind;
  /** Who keeps it true. Null: it came with the installation. */
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  readonly stage: ExperienceStage | null;
  readonly reviewDue: Temporal.PlainDate | null;
  readonly retiredAt: Temporal.Instant | null;
  readonly retiredReason: string | null;
  readonly replacedBy: { readonly slug: string; readonly title: string } | null;
  readonly createdAt: Temporal.Instant;
  readonly version: number;
};

/** What an item says at one time. What nobody has written is null, and shown as not known. */
export type VersionFacts = {
  readonly id: VersionId;
  readonly versionNo: number;
  readonly state: VersionState;
  readonly title: string;
  readonly says: string | null;
  readonly holdsFor: string | null;
  readonly use: string | null;
  readonly body: string | null;
  readonly authors: readonly string[];
  readonly source: string | null;
  readonly year: number | null;
  readonly licence: string | null;
  readonly link: string | null;
  readonly doi: string | null;
  readonly linkCheckedOn: Temporal.PlainDate | null;
  readonly linkIsBroken: boolean;
  readonly attribution: string | null;
  readonly citation: JsonValue | null;
  readonly askedWho: string | null;
  readonly askedHow: string | null;
  readonly askedCount: number | null;
  readonly askedOn: Temporal.PlainDate | null;
  readonly missing: string | null;
  readonly participation: Participation | null;
  readonly followedCount: number | null;
  readonly followedFrom: Temporal.PlainDate | null;
  readonly followedTo: Temporal.PlainDate | null;
  readonly spread: string | null;
  readonly note: string | null;
  readonly writtenAt: Temporal.Instant;
  readonly publishedAt: Temporal.Instant | null;
  readonly rowVersion: number;
};

/** A word an item is about. A local one comes with the national one it means. */
export type ItemTerm = {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: string;
  readonly means: string | null;
};

export type MethodSpokenOf = { readonly id: MethodId; readonly slug: string; readonly name: string };

/** What an item says in one version, with what it is about. */
type Said = {
  readonly version: VersionFacts;
  readonly terms: readonly ItemTerm[];
  readonly methods: readonly MethodSpokenOf[];
};

/** An item as anybody reads it. */
export type PublishedItem = Said & { readonly item: ItemFacts };

/** An item as somebody sees it, and what they may do with it. The version is what is published, or else what is written. */
export type ItemInside = PublishedItem & {
  /** What is written or reviewed beside what is published; only for those who write or review it. */
  readonly working: VersionFacts | null;
  readonly can: {
    readonly write: boolean;
    readonly review: boolean;
    readonly publish: boolean;
    readonly retire: boolean;
  };
};

/** In SQL: whether something is published of the item `i`. It stays so when the item is retired: it is marked then. */
export const isPublished = sql<SqlBool>`exists (
  select from knowledge_version pv where pv.item_id = i.id and pv.state = 'published')`;

/** In SQL: whether somebody writes, reviews or publishes the item `i`: they see what is not published yet. */
export function isAtWorkWithItem(actor: Actor): RawBuilder<SqlBool> {
  const person = sql`${actor.personId ?? null}::uuid`;
  return sql<SqlBool>`(coalesce(${reachedIn(actor, "knowledge:write", "i.organisation_id")}, false)
    or coalesce(${reachedIn(actor, "knowledge:publish", "i.organisation_id")}, false)
    or exists (
      select from knowledge_version wv where wv.item_id = i.id and wv.state in ('draft', 'inReview')
        and (wv.written_by = ${person} or exists (
          select from knowledge_review wr where wr.version_id = wv.id and wr.reviewer_id = ${person}))))`;
}

/**
 * In SQL: the plain access filter. Whether somebody may know of the item `i`: what is published is open to all, and what
 * is not is known to those who write, review or publish it. Lists, counts, exports and search ask the same.
 */
export function itemVisible(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isPublished} or ${isAtWorkWithItem(actor)})`;
}

/** An item by its address as anybody reads it, retired or not; nothing when none of it is published. */
export async function publishedItem(db: Reader, slug: string): Promise<PublishedItem | undefined> {
  const item = await itemRow(db, slug).where(isPublished).executeTakeFirst();
  if (!item) return undefined;
  const [version] = await versionsIn(db, item.id, ["published"]);
  return version && { item: itemFacts(item), version, ...(await aboutOf(db, version.id)) };
}

/**
 * An item by its address for somebody, signed in or not, with what they may do.
 *
 * @throws Refusal `not_found` for those who may not know of it.
 */
export async function itemInside(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<ItemInside> {
  const row = await itemRow(db, slug)
    .where(itemVisible(actor))
    .select(isAtWorkWithItem(actor).as("isAtWork"))
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "item.no_such_item");
  const versions = await versionsIn(db, row.id, ["published", "draft", "inReview"]);
  const published = versions.find(({ state }) => state === "published");
  const working = versions.find(({ state }) => state !== "published");
  const version = published ?? working;
  if (!version) throw new Refusal("not_found", "item.no_such_item");
  const standing = await standingOf(db, actor, row, { isPublished: published !== undefined, working, today });
  return {
    item: itemFacts(row),
    version,
    working: row.isAtWork ? (working ?? null) : null,
    ...(await aboutOf(db, version.id)),
    can: {
      write: mayWriteItem(actor, standing),
      review: mayReview(actor, standing),
      publish: mayPublish(actor, standing),
      retire: mayRetire(actor, standing),
    },
  };
}

/** What a version is about: its words, local ones with what they mean, and the methods it speaks of. */
export async function aboutOf(db: Reader, versionId: VersionId): Promise<Pick<Said, "terms" | "methods">> {
  const [terms, methods] = await Promise.all([
    db
      .selectFrom("knowledge_about as ka")
      .innerJoin("knowledge_term as te", "te.id", "ka.term_id")
      .leftJoin("knowledge_term as na", "na.id", "te.means")
      .where("ka.version_id", "=", versionId)
      .orderBy("te.kind")
      .orderBy("te.position")
      .orderBy("te.name")
      .select(["te.id", "te.kind", "te.slug", "te.name", "na.name as means"])
      .execute(),
    db
      .selectFrom("knowledge_method as km")
      .innerJoin("method as m", "m.id", "km.method_id")
      .where("km.version_id", "=", versionId)
      .orderBy("m.name")
      .select(["m.id", "m.slug", "m.name"])
      .execute(),
  ]);
  return { terms, methods };
}

/** The versions of an item in some states, the latest first. */
export function versionsIn(db: Reader, itemId: ItemId, states: readonly VersionState[]): Promise<VersionFacts[]> {
  return db
    .selectFrom("knowledge_version as v")
    .where("v.item_id", "=", itemId)
    .where("v.state", "in", states)
    .orderBy("v.version_no", "desc")
    .select(["v.id", "v.version_no as versionNo", "v.state", "v.title", "v.says", "v.holds_for as holdsFor"])
    .select(["v.use_of_it as use", "v.body", "v.authors", "v.source", "v.year", "v.licence", "v.link", "v.doi"])
    .select(["v.link_checked_on as linkCheckedOn", "v.link_is_broken as linkIsBroken", "v.attribution", "v.citation"])
    .select(["v.asked_who as askedWho", "v.asked_how as askedHow", "v.asked_count as askedCount", "v.missing"])
    .select(["v.asked_on as askedOn", "v.participation", "v.followed_count as followedCount", "v.spread", "v.note"])
    .select(["v.followed_from as followedFrom", "v.followed_to as followedTo", "v.written_at as writtenAt"])
    .select(["v.published_at as publishedAt", "v.row_version as rowVersion"])
    .execute();
}

function itemRow(db: Reader, slug: string) {
  return db
    .selectFrom("knowledge_item as i")
    .leftJoin("organisation as o", "o.id", "i.organisation_id")
    .leftJoin("knowledge_item as ri", "ri.id", "i.replaced_by")
    .leftJoin("knowledge_version as rv", (join) =>
      join.onRef("rv.item_id", "=", "ri.id").on("rv.state", "=", "published"),
    )
    .where("i.slug", "=", slug)
    .select(["i.id", "i.slug", "i.kind", "i.organisation_id as organisationId", "o.name as organisation", "i.stage"])
    .select(["i.review_due as reviewDue", "i.retired_at as retiredAt", "i.retired_reason as retiredReason"])
    .select(["i.created_at as createdAt", "i.version", "ri.slug as replacedSlug", "rv.title as replacedTitle"]);
}

type ItemRow = NonNullable<Awaited<ReturnType<ReturnType<typeof itemRow>["executeTakeFirst"]>>>;

function itemFacts({ replacedSlug, replacedTitle, ...row }: ItemRow): ItemFacts {
  const { id, slug, kind, organisationId, organisation, stage, reviewDue, retiredAt, retiredReason, createdAt } = row;
  const replacedBy = replacedSlug && replacedTitle ? { slug: replacedSlug, title: replacedTitle } : null;
  const { version } = row;
  return {
    id,
    slug,
    kind,
    organisationId,
    organisation,
    stage,
    reviewDue,
    retiredAt,
    retiredReason,
    replacedBy,
    createdAt,
    version,
  };
}

type Versions = {
  readonly isPublished: boolean;
  readonly working: VersionFacts | undefined;
  readonly today: Temporal.PlainDate;
};

async function standingOf(
  db: Reader,
  actor: Actor,
  { id, kind, organisationId, retiredAt }: Pick<ItemRow, "id" | "kind" | "organisationId" | "retiredAt">,
  { isPublished: isOut, working, today }: Versions,
): Promise<ItemStanding> {
  const nobody = { isRetired: retiredAt !== null, isPublished: isOut, kind, organisationId };
  if (actor.personId === undefined)
    return {
      ...nobody,
      working: working ? { state: working.state, askedIds: [] } : null,
      writtenBy: null,
      hasRoleThere: false,
    };
  const [hasRoleThere, latest, asked] = await Promise.all([
    hasRoleIn(db, actor.personId, organisationId, today),
    db
      .selectFrom("knowledge_version")
      .where("item_id", "=", id)
      .orderBy("version_no", "desc")
      .limit(1)
      .select("written_by as writtenBy")
      .executeTakeFirst(),
    working
      ? db
          .selectFrom("knowledge_review")
          .where("version_id", "=", working.id)
          .where("verdict", "is", null)
          .select("reviewer_id as id")
          .execute()
      : [],
  ]);
  return {
    ...nobody,
    working: working ? { state: working.state, askedIds: asked.map((each) => each.id) } : null,
    writtenBy: latest?.writtenBy ?? null,
    hasRoleThere,
  };
}
