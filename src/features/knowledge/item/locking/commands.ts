import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { json } from "#platform/database/json.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Saying } from "#features/knowledge/item/item-words.ts";
import type { ItemId, TermId, VersionId } from "#features/knowledge/item/item.ts";
import type { MethodId } from "#features/appraisals/method/method.ts";
import { itemInside, type ItemInside, type VersionFacts } from "#features/knowledge/item/queries.ts";

/** What somebody may do with an item, and the words for it when they may not. */
type Deed = keyof ItemInside["can"];

/** Holds an item until the change is done, for somebody who may do the deed with it. */
export async function lockItem(tx: Tx, actor: Actor, now: Clock, slug: string, deed?: Deed): Promise<ItemInside> {
  const today = dateIn(now());
  const { item } = await itemInside(tx, actor, slug, today);
  await sql`select 1 from knowledge_item where id = ${item.id} for update`.execute(tx);
  const inside = await itemInside(tx, actor, slug, today);
  if (deed && !inside.can[deed]) throw new Refusal("forbidden", `item.may_not.${deed}`);
  return inside;
}

/** The version that is written or reviewed now, as it was read: whoever read an older one is told. */
export function workingAsRead(
  { working }: ItemInside,
  { versionNo, rowVersion }: Pick<VersionFacts, "versionNo" | "rowVersion">,
) {
  if (!working) throw new Refusal("conflict", "item.no_working_version");
  if (working.versionNo !== versionNo || working.rowVersion !== rowVersion)
    throw new Refusal("conflict", "item.changed_meanwhile");
  return working;
}

/** Says what a version is about, instead of what was said before. */
export async function writeAbout(
  tx: Tx,
  versionId: VersionId,
  terms: readonly TermId[],
  methods: readonly MethodId[],
): Promise<void> {
  await tx.deleteFrom("knowledge_about").where("version_id", "=", versionId).execute();
  await tx.deleteFrom("knowledge_method").where("version_id", "=", versionId).execute();
  const known = await tx
    .selectFrom("knowledge_term")
    .where("id", "in", [...terms, newId<"knowledge_term">()])
    .select("id")
    .execute();
  if (known.length < new Set(terms).size) throw new Refusal("not_found", "item.no_such_term");
  const spoken = await tx
    .selectFrom("method")
    .where("id", "in", [...methods, newId<"method">()])
    .select("id")
    .execute();
  if (spoken.length < new Set(methods).size) throw new Refusal("not_found", "item.no_such_method");
  if (known.length > 0)
    await tx
      .insertInto("knowledge_about")
      .values(known.map(({ id }) => ({ version_id: versionId, term_id: id })))
      .execute();
  if (spoken.length > 0)
    await tx
      .insertInto("knowledge_method")
      .values(spoken.map(({ id }) => ({ version_id: versionId, method_id: id })))
      .execute();
}

/** The row has changed: whoever read it before is told when they change it. */
export async function nextVersionOf(tx: Tx, id: ItemId, set: object = {}): Promise<void> {
  await tx
    .updateTable("knowledge_item")
    .set({ ...set, version: sql`version + 1` })
    .where("id", "=", id)
    .execute();
}

export async function recordItem(
  tx: Tx,
  actor: Actor,
  { item: { id, organisationId } }: Pick<ItemInside, "item">,
  what: string,
  told: { readonly before?: object; readonly after?: object } = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId: organisationId ?? undefined, ...told });
}

/** What is said, as the columns it stands in. */
export function columnsOf(said: Saying) {
  return {
    title: said.title,
    says: said.says,
    holds_for: said.holdsFor,
    use_of_it: said.use,
    body: said.body,
    authors: said.authors,
    source: said.source,
    year: said.year,
    licence: said.licence,
    link: said.link,
    doi: said.doi,
    link_checked_on: said.linkCheckedOn,
    attribution: said.attribution,
    asked_who: said.askedWho,
    asked_how: said.askedHow,
    asked_count: said.askedCount,
    asked_on: said.askedOn,
    missing: said.missing,
    participation: said.participation,
    followed_count: said.followedCount,
    followed_from: said.followedFrom,
    followed_to: said.followedTo,
    spread: said.spread,
    note: said.note,
  };
}

/** A citation as it is kept, or nothing. */
export function citationKept(citation: object | null | undefined) {
  return citation ? json(citation) : null;
}
