import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { isAnybodys } from "#features/organisations/mail-domain.ts";
import {
  addWritings,
  freeSlugFor,
  lockNames,
  lockOrganisation,
  mustBeFree,
} from "#features/organisations/naming/commands.ts";
import { writingsOf } from "#features/organisations/organisation-name.ts";
import { mayAddOrganisation, mayRelate } from "#features/organisations/organisation-policy.ts";
import type { NewOrganisation, NewRelation, RelationId } from "#features/organisations/organisation.ts";
import { pathTo } from "#features/organisations/queries.ts";
import { mustNotHaveEnded } from "#features/organisations/succession/queries.ts";
import { overlap } from "#features/organisations/validity.ts";

/** Adds an organisation, findable from the start by its name and its short name. */
export function createOrganisation(db: Database, actor: Actor, organisation: NewOrganisation) {
  return change(db, actor, async (tx) => {
    const { kind, name, shortName = name, parentId, contactEmail, validFrom } = organisation;
    await lockNames(tx);
    const parent = parentId && (await pathTo(tx, parentId));
    if (parentId && !parent) throw new Refusal("not_found", "organisations.no_such_organisation");
    if (!mayAddOrganisation(actor, parentId)) throw new Refusal("forbidden", "organisations.not_yours");
    if (parentId) await mustNotHaveEnded(tx, parentId);
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

/** Writes down that an organisation is, for a time, a member of another, owns it, serves it or is part of it. */
export function addRelation(db: Database, actor: Actor, relation: NewRelation) {
  return change(db, actor, async (tx) => {
    const { fromId, toId, kind, validFrom = null, validTo = null, source } = relation;
    const both = await tx
      .selectFrom("organisation")
      .where("id", "in", [fromId, toId])
      .orderBy("id")
      .forUpdate()
      .select(["id", "valid_to as lastDay"])
      .execute();
    if (both.length < 2) throw new Refusal("not_found", "organisations.no_such_organisation");
    if (!mayRelate(actor, fromId, toId)) throw new Refusal("forbidden", "organisations.not_yours");
    for (const { id, lastDay } of both) {
      const outlives = lastDay && !(validTo && Temporal.PlainDate.compare(validTo, lastDay) <= 0);
      if (outlives) await mustNotHaveEnded(tx, id);
    }
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
