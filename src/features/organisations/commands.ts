import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { isAnybodys } from "#features/organisations/mail-domain.ts";
import { foldName, writingsOf } from "#features/organisations/organisation-name.ts";
import { mayAddOrganisation, mayManageOrganisation, mayRelate } from "#features/organisations/organisation-policy.ts";
import type { NewName, NewOrganisation, NewRelation, RelationId } from "#features/organisations/organisation.ts";
import { pathOf } from "#features/organisations/queries.ts";
import { overlap } from "#features/organisations/validity.ts";

/** Adds an organisation, findable from the start by its name and its short name. */
export function createOrganisation(db: Database, actor: Actor, organisation: NewOrganisation) {
  return change(db, actor, async (tx) => {
    const { kind, name, shortName = name, parentId, contactEmail, validFrom } = organisation;
    await lockNames(tx);
    const parent = parentId && (await pathTo(tx, parentId));
    if (parentId && !parent) throw new Refusal("not_found", "organisations.no_such_organisation");
    if (!mayAddOrganisation(actor, parentId)) throw new Refusal("forbidden", "organisations.not_yours");
    const written = writingsOf(name, [...(parent ?? []), shortName]);
    await mustBeFree(tx, undefined, written);

    const id = newId<"organisation">();
    const slug = await freeSlugFor(tx, shortName);
    await tx
      .insertInto("organisation")
      .values({
        id,
        kinds: [kind],
        name,
        short_name: shortName,
        slug,
        parent_id: parentId ?? null,
        contact_email: contactEmail ?? null,
        valid_from: validFrom ?? null,
      })
      .execute();
    await addWritings(tx, id, written);
    await record(tx, {
      by: actor,
      what: "organisations.organisation_added",
      about: id,
      organisationId: id,
      after: { kind, name, parentId },
    });
    return { id, slug };
  });
}

/** Gives an organisation a new name. It is still found by the old one, and its address stays. */
export function renameOrganisation(
  db: Database,
  actor: Actor,
  id: OrganisationId,
  { name, shortName = name }: NewName,
) {
  return change(db, actor, async (tx) => {
    const before = await lockOrganisation(tx, actor, id);
    const path = (await pathTo(tx, id)) ?? [];
    const written = writingsOf(name, [...path.slice(0, -1), shortName]);
    await mustBeFree(tx, id, written);

    await tx.updateTable("organisation").set({ name, short_name: shortName }).where("id", "=", id).execute();
    await addWritings(tx, id, written);
    await record(tx, {
      by: actor,
      what: "organisations.organisation_renamed",
      about: id,
      organisationId: id,
      before,
      after: { name, shortName },
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

/** Writes down that an organisation is, for a time, a member of another, owns it, serves it or is part of it. */
export function addRelation(db: Database, actor: Actor, relation: NewRelation) {
  return change(db, actor, async (tx) => {
    const { fromId, toId, kind, validFrom = null, validTo = null, source } = relation;
    const both = await tx
      .selectFrom("organisation")
      .where("id", "in", [fromId, toId])
      .orderBy("id")
      .forUpdate()
      .select("id")
      .execute();
    if (both.length < 2) throw new Refusal("not_found", "organisations.no_such_organisation");
    if (!mayRelate(actor, fromId, toId)) throw new Refusal("forbidden", "organisations.not_yours");
    const known = await tx
      .selectFrom("organisation_relation")
      .where("from_id", "=", fromId)
      .where("to_id", "=", toId)
      .where("kind", "=", kind)
      .select(["valid_from as validFrom", "valid_to as validTo"])
      .execute();
    if (known.some((each) => overlap(each, { validFrom, validTo })))
      throw new Refusal("conflict", "organisations.related_already");

    const id = newId<"organisation_relation">();
    await tx
      .insertInto("organisation_relation")
      .values({
        id,
        from_id: fromId,
        to_id: toId,
        kind,
        valid_from: validFrom,
        valid_to: validTo,
        source: source ?? null,
      })
      .execute();
    const after = { fromId, toId, kind, validFrom: validFrom?.toString(), validTo: validTo?.toString() };
    await record(tx, { by: actor, what: "organisations.relation_added", about: id, organisationId: toId, after });
    return { id };
  });
}

/** Ends how two organisations stand to each other, after a last day. It stays as history. */
export function endRelation(db: Database, actor: Actor, id: RelationId, { lastDay }: { lastDay: Temporal.PlainDate }) {
  return change(db, actor, async (tx) => {
    const relation = await tx
      .selectFrom("organisation_relation")
      .where("id", "=", id)
      .forUpdate()
      .selectAll()
      .executeTakeFirst();
    if (!relation) throw new Refusal("not_found", "organisations.no_such_relation");
    if (!mayRelate(actor, relation.from_id, relation.to_id)) throw new Refusal("forbidden", "organisations.not_yours");
    if (relation.valid_from && Temporal.PlainDate.compare(lastDay, relation.valid_from) < 0) {
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "lastDay", code: "organisations.ends_before_it_begins" },
      ]);
    }
    await tx.updateTable("organisation_relation").set({ valid_to: lastDay }).where("id", "=", id).execute();
    await record(tx, {
      by: actor,
      what: "organisations.relation_ended",
      about: id,
      organisationId: relation.to_id,
      before: { validTo: relation.valid_to?.toString() },
      after: { validTo: lastDay.toString() },
    });
  });
}

/** Registers a mail domain as an organisation's own: from then on a manager's word from there counts as confirmed. */
export function registerDomain(db: Database, actor: Actor, id: OrganisationId, { domain }: { domain: string }) {
  return change(db, actor, async (tx) => {
    await lockOrganisation(tx, actor, id);
    if (isAnybodys(domain))
      throw new Refusal("invalid", "organisations.anybodys_domain", { domain }, [
        { path: "domain", code: "organisations.anybodys_domain", values: { domain } },
      ]);
    const added = await tx
      .insertInto("organisation_domain")
      .values({ domain, organisation_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal("conflict", "organisations.domain_taken", { domain });
    await record(tx, {
      by: actor,
      what: "organisations.domain_registered",
      about: id,
      organisationId: id,
      after: { domain },
    });
  });
}

/** Takes a mail domain away from an organisation. Words that were confirmed from it stay confirmed. */
export function removeDomain(db: Database, actor: Actor, id: OrganisationId, { domain }: { domain: string }) {
  return change(db, actor, async (tx) => {
    await lockOrganisation(tx, actor, id);
    const removed = await tx
      .deleteFrom("organisation_domain")
      .where("organisation_id", "=", id)
      .where("domain", "=", domain)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw new Refusal("not_found", "organisations.no_such_domain");
    await record(tx, {
      by: actor,
      what: "organisations.domain_removed",
      about: id,
      organisationId: id,
      before: { domain },
    });
  });
}

/** One at a time among all who name organisations: a writing means one organisation. */
async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisations.names'))`.execute(tx);
}

async function lockOrganisation(
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

async function pathTo(tx: Tx, id: OrganisationId): Promise<string[] | undefined> {
  const row = await tx
    .selectFrom("organisation as o")
    .where("o.id", "=", id)
    .select(pathOf(sql.ref("o.id")).as("path"))
    .executeTakeFirst();
  return row?.path;
}

async function mustBeFree(tx: Tx, own: OrganisationId | undefined, writings: readonly string[]): Promise<void> {
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
async function addWritings(tx: Tx, id: OrganisationId, writings: readonly string[]): Promise<number> {
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

async function freeSlugFor(tx: Tx, shortName: string): Promise<string> {
  const wanted = slugOf(shortName) || "organisation";
  const rows = await tx.selectFrom("organisation").where("slug", "like", `${wanted}%`).select("slug").execute();
  return freeSlug(wanted, new Set(rows.map(({ slug }) => slug)));
}
