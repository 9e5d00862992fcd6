import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import { foldName, writingsOf } from "#features/organisations/organisation-name.ts";
import { mayManageOrganisation } from "#features/organisations/organisation-policy.ts";
import type { NewName } from "#features/organisations/organisation.ts";
import { pathTo } from "#features/organisations/queries.ts";

/**
 * Gives an organisation a new name. It is still found by the old one, and its address stays. From a day on, the old
 * name is kept as what it was called until then; without a day the name was wrong and is only put right.
 */
export function renameOrganisation(
  db: Database,
  actor: Actor,
  now: Clock,
  id: OrganisationId,
  { name, shortName = name, from, source }: NewName,
) {
  return change(db, actor, async (tx) => {
    const before = await lockOrganisation(tx, actor, id);
    if (from) await mustComeAfterFormerNames(tx, id, from, dateIn(now()));
    const path = (await pathTo(tx, id)) ?? [];
    const written = writingsOf(name, [...path.slice(0, -1), shortName]);
    await mustBeFree(tx, id, written);

    if (from) {
      const lastDay = from.subtract({ days: 1 });
      await tx
        .insertInto("organisation_former_name")
        .values({
          organisation_id: id,
          name: before.name,
          short_name: before.shortName,
          last_day: lastDay,
          source: source ?? null,
        })
        .execute();
    }
    await tx.updateTable("organisation").set({ name, short_name: shortName }).where("id", "=", id).execute();
    await addWritings(tx, id, written);
    await notify(tx, "public_content");
    await record(tx, {
      by: actor,
      what: "organisations.organisation_renamed",
      about: id,
      organisationId: id,
      before,
      after: { name, shortName, from: from?.toString() },
    });
  });
}

/** Adds one more way in which an organisation is written, so that it is found by it. */
export function addAlias(db: Database, actor: Actor, id: OrganisationId, { written }: { written: string }) {
  return change(db, actor, async (tx) => {
    await lockOrganisation(tx, actor, id);
    await mustBeFree(tx, id, [written]);
    if ((await addWritings(tx, id, [written])) === 0)
      throw new Refusal("conflict", "organisations.written_already", { written });
    await record(tx, {
      by: actor,
      what: "organisations.writing_added",
      about: id,
      organisationId: id,
      after: { written },
    });
  });
}

/** One at a time among all who name organisations: a writing means one organisation. */
export async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisations.names'))`.execute(tx);
}

/** Locks an organisation that somebody looks after, with its names. */
export async function lockOrganisation(
  tx: Tx,
  actor: Actor,
  id: OrganisationId,
): Promise<{ name: string; shortName: string }> {
  await lockNames(tx);
  const organisation = await tx
    .selectFrom("organisation")
    .where("id", "=", id)
    .forUpdate()
    .select(["name", "short_name as shortName"])
    .executeTakeFirst();
  if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
  if (!mayManageOrganisation(actor, id)) throw new Refusal("forbidden", "organisations.not_yours");
  return organisation;
}

/** Refuses names that mean another organisation already. */
export async function mustBeFree(tx: Tx, own: OrganisationId | undefined, writings: readonly string[]): Promise<void> {
  const taken = await tx
    .selectFrom("organisation_alias as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where("a.folded", "in", writings.map(foldName))
    .$if(own !== undefined, (qb) => qb.where("a.organisation_id", "<>", own as OrganisationId))
    .select(["a.written", "o.name"])
    .executeTakeFirst();
  if (taken) throw new Refusal("conflict", "organisations.name_taken", { written: taken.written, name: taken.name });
}

/** Gives the number of writings that were new. */
export async function addWritings(tx: Tx, id: OrganisationId, writings: readonly string[]): Promise<number> {
  const byFold = new Map(
    writings.map((written) => [foldName(written), written]).filter(([folded]) => folded !== "") as [string, string][],
  );
  if (byFold.size === 0) throw new Refusal("invalid", "organisations.name_without_letters");
  const added = await tx
    .insertInto("organisation_alias")
    .values([...byFold].map(([folded, written]) => ({ folded, written, organisation_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0n);
}

/** Addresses below /organisationer that are pages of their own. */
export const reserved: readonly string[] = ["ny", "importera"];

/** An address for an organisation that nobody else has. */
export async function freeSlugFor(tx: Tx, shortName: string): Promise<string> {
  const wanted = slugOf(shortName) || "organisation";
  const rows = await tx.selectFrom("organisation").where("slug", "like", `${wanted}%`).select("slug").execute();
  return freeSlug(wanted, new Set([...reserved, ...rows.map(({ slug }) => slug)]));
}

/** Names are written down in the order they came: each lasted at least a day, and none comes from tomorrow. */
async function mustComeAfterFormerNames(
  tx: Tx,
  id: OrganisationId,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<void> {
  const refuse = (code: "organisations.day_to_come" | "organisations.renamed_later", day: string) =>
    new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "from", code, values: { day } }]);
  if (Temporal.PlainDate.compare(from, today) > 0) throw refuse("organisations.day_to_come", today.toString());
  const { last } = await tx
    .selectFrom("organisation_former_name")
    .where("organisation_id", "=", id)
    .select((eb) => eb.fn.max("last_day").as("last"))
    .executeTakeFirstOrThrow();
  const earliest = last?.add({ days: 2 });
  if (earliest && Temporal.PlainDate.compare(from, earliest) < 0)
    throw refuse("organisations.renamed_later", earliest.toString());
}
