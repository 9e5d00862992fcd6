import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { wrongAt } from "#features/meetings/body/commands.ts";
import { personMeant } from "#features/meetings/body/known-people/commands.ts";
import type { LastDay } from "#features/meetings/body/seats/seat.ts";
import { mayKeepRegister, mayReportBack } from "#features/meetings/representation/representation-policy.ts";
import type { NewRepresentation, Report, RepresentationId } from "#features/meetings/representation/representation.ts";

/** Writes down that somebody represents an organisation in a body here or at a place outside. (R156) */
export function addRepresentation(
  db: Database,
  actor: Actor,
  now: Clock,
  { organisationId, keptBy, bodyId, place, level, mandate, validFrom, validTo, ...meant }: NewRepresentation,
): Promise<{ readonly id: RepresentationId }> {
  return change(db, actor, async (tx) => {
    if (!mayKeepRegister(actor, keptBy)) throw new Refusal("forbidden", "representation.not_your_register");
    const from = validFrom ?? dateIn(now());
    if (validTo && Temporal.PlainDate.compare(from, validTo) > 0)
      throw wrongAt("validTo", "body.ends_before_it_begins");
    await mustBeThere(tx, "organisation", organisationId, "organisations.no_such_organisation");
    if (bodyId) await mustBeThere(tx, "body", bodyId, "body.no_such_body");
    const person_id = await personMeant(tx, meant, keptBy, dateIn(now()));
    const id = newId<"representation">();
    await tx
      .insertInto("representation")
      .values({
        id,
        person_id,
        organisation_id: organisationId,
        kept_by: keptBy,
        body_id: bodyId ?? null,
        place: place ?? null,
        level,
        mandate,
        valid_from: from,
        valid_to: validTo,
      })
      .execute();
    await record(tx, {
      by: actor,
      what: "meetings.representation_added",
      about: id,
      organisationId: keptBy,
      after: { organisationId, bodyId, place, level },
    });
    return { id };
  });
}

/** Ends a representation after a last day. It and its reports stay as history. */
export function endRepresentation(
  db: Database,
  actor: Actor,
  now: Clock,
  id: RepresentationId,
  { lastDay }: LastDay,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const before = await lockRepresentation(tx, id);
    if (!mayKeepRegister(actor, before.keptBy)) throw new Refusal("forbidden", "representation.not_your_register");
    const today = dateIn(now());
    if (before.validTo && Temporal.PlainDate.compare(before.validTo, today) < 0)
      throw new Refusal("conflict", "representation.is_over");
    const day = lastDay ?? today;
    if (Temporal.PlainDate.compare(day, before.validFrom) < 0) throw wrongAt("lastDay", "body.ends_before_it_begins");
    await tx.updateTable("representation").set({ valid_to: day }).where("id", "=", id).execute();
    await record(tx, {
      by: actor,
      what: "meetings.representation_ended",
      about: id,
      organisationId: before.keptBy,
      after: { lastDay: day.toString() },
    });
  });
}

/** Tells what came of representing others, to those at home. What was told is added to and never changed. (R156) */
export function reportBack(
  db: Database,
  actor: Actor,
  now: Clock,
  id: RepresentationId,
  { day, text }: Report,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const representation = await lockRepresentation(tx, id);
    if (!actor.personId || !mayReportBack(actor, representation))
      throw new Refusal("forbidden", "representation.theirs_to_tell");
    const today = dateIn(now());
    if (day && Temporal.PlainDate.compare(day, today) > 0) throw wrongAt("day", "representation.day_to_come");
    if (day && Temporal.PlainDate.compare(day, representation.validFrom) < 0)
      throw wrongAt("day", "representation.before_it_began");
    await tx
      .insertInto("representation_report")
      .values({
        id: newId<"representation_report">(),
        representation_id: id,
        day: day ?? today,
        text,
        written_by: actor.personId,
        written_at: now(),
      })
      .execute();
    await record(tx, {
      by: actor,
      what: "meetings.reported_back",
      about: id,
      organisationId: representation.keptBy,
      after: { day: (day ?? today).toString() },
    });
  });
}

async function lockRepresentation(tx: Tx, id: RepresentationId) {
  const row = await tx
    .selectFrom("representation")
    .where("id", "=", id)
    .forUpdate()
    .select(["person_id as personId", "kept_by as keptBy", "valid_from as validFrom", "valid_to as validTo"])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "representation.no_such_representation");
  return row satisfies { personId: PersonId; keptBy: OrganisationId };
}

async function mustBeThere(tx: Tx, table: "organisation" | "body", id: string, code: Refusal["code"]): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id}`.execute(tx);
  if (rows.length === 0) throw new Refusal("not_found", code);
}
