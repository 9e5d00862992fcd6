import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import {
  commissionSteps,
  type CommissionStep,
  isCommissionStepPossible,
} from "#features/meetings/commission/commission-lifecycle.ts";
import type {
  ClosedCommission,
  CommissionDays,
  MorePart,
  NewCommission,
  PartReport,
} from "#features/meetings/commission/commission-words.ts";
import { giveCommission } from "#features/meetings/commission/giving/commands.ts";
import { commissionInScope, type CommissionInside } from "#features/meetings/commission/queries.ts";
import type { CommissionId, DeliverableId } from "#features/meetings/matter/matter.ts";
import { lockToSteer, recordMatter } from "#features/meetings/matter/steering/commands.ts";
import { addStep, lockMatter, moveMatter } from "#features/meetings/matter/steps/commands.ts";
import { foldName } from "#features/organisations/organisation-name.ts";

/** Who is to do something: somebody known here, an organisation in the register, or a name as it was written. */
export async function ownerColumns(
  tx: Tx,
  { ownerPerson, ownerName }: { ownerPerson: PersonId | null; ownerName: string | null },
): Promise<{ ownerPerson: PersonId | null; ownerOrganisation: OrganisationId | null; ownerName: string | null }> {
  if (ownerPerson !== null || ownerName === null) return { ownerPerson, ownerOrganisation: null, ownerName: null };
  const known = await tx
    .selectFrom("organisation_alias")
    .where("folded", "=", foldName(ownerName))
    .select("organisation_id as id")
    .executeTakeFirst();
  return known
    ? { ownerPerson: null, ownerOrganisation: known.id, ownerName: null }
    : { ownerPerson: null, ownerOrganisation: null, ownerName };
}

/** Gives a commission in a matter between the meetings: to somebody, with parts and days as far as they are known. */
export function commissionInMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { title, dueOn, parts, ...owner }: NewCommission,
): Promise<{ readonly id: CommissionId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    const body = inside.bodies.find(({ id }) => id === matter.bodyId);
    if (!body) throw new Refusal("not_found", "body.no_such_body");
    const step = { what: "commissioned", day: today, bodyId: matter.bodyId, text: title };
    await moveMatter(tx, { by: actor, at }, matter, "commission", today, {}, step);
    const id = await giveCommission(tx, at, {
      matterId: matter.id,
      fromBody: matter.bodyId,
      organisationId: body.organisationId,
      title,
      ...(await ownerColumns(tx, owner)),
      givenOn: today,
      givenAt: null,
      dueOn,
      deliverables: parts.map((text) => ({ text, dueOn: null })),
      since: today,
    });
    await recordMatter(tx, actor, inside, "meetings.commission_given", { commissionId: id });
    return { id };
  });
}

/** Says when something of a commission is due, or that nobody knows yet. */
export function setCommissionDays(
  db: Database,
  actor: Actor,
  now: Clock,
  id: string,
  { dueOn, parts }: CommissionDays,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { commission, can } = await lockCommission(tx, actor, id, at);
    if (!can.run) throw new Refusal("forbidden", "commission.not_yours_to_run");
    if (commission.state === "closed") throw new Refusal("conflict", "commission.is_closed");
    await tx
      .updateTable("commission")
      .set({ due_on: dueOn, version: commission.version + 1 })
      .where("id", "=", commission.id)
      .execute();
    for (const { id: part } of commission.deliverables) {
      const day = parts[part];
      if (day === undefined) continue;
      await tx.updateTable("deliverable").set({ due_on: day }).where("id", "=", part).execute();
    }
    await tellMatter(tx, actor, at, commission, { what: "daysSet", text: commission.title });
    await recordCommission(tx, actor, commission, "meetings.commission_days_set", { dueOn: dueOn?.toString() ?? null });
  });
}

/**
 * Tells what came of one part of a commission, or that it will not come. When nothing is waited for any more the whole
 * is reported, and comes to the body that gave it. (R212)
 */
export function reportPart(
  db: Database,
  actor: Actor,
  now: Clock,
  id: string,
  part: DeliverableId,
  { outcome, text }: PartReport,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const inside = await lockCommission(tx, actor, id, at);
    const { commission, can } = inside;
    const told = commission.deliverables.find((each) => each.id === part);
    if (!told) throw new Refusal("not_found", "commission.no_such_part");
    if (!can.report || (outcome === "dropped" && !can.run))
      throw new Refusal("forbidden", "commission.not_yours_to_report");
    if (told.state !== "waiting") throw new Refusal("conflict", "commission.already_reported");
    if (!isCommissionStepPossible("report", commission.state))
      throw new Refusal("conflict", "commission.step_not_possible");
    await tx
      .updateTable("deliverable")
      .set({ state: outcome, reported_on: outcome === "reported" ? today : null, report: text })
      .where("id", "=", part)
      .execute();
    const isLast = commission.deliverables.every((each) => each.id === part || each.state !== "waiting");
    if (isLast) await moveCommission(tx, inside, "report", today);
    else if (commission.state === "accepted") await moveCommission(tx, inside, "begin", today);
    const what = outcome === "reported" ? "partReported" : "partDropped";
    await tellMatter(tx, actor, at, commission, { what, text: told.text });
    await recordCommission(tx, actor, commission, "meetings.part_reported", { part, outcome });
  });
}

/** Asks for one more thing; what was reported goes on. */
export function askForMore(
  db: Database,
  actor: Actor,
  now: Clock,
  id: string,
  { text, dueOn }: MorePart,
): Promise<{ readonly id: DeliverableId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockCommission(tx, actor, id, at);
    const { commission, can } = inside;
    if (!can.run) throw new Refusal("forbidden", "commission.not_yours_to_run");
    if (commission.state === "closed") throw new Refusal("conflict", "commission.is_closed");
    const partId = newId<"deliverable">();
    await tx
      .insertInto("deliverable")
      .values({
        id: partId,
        commission_id: commission.id,
        position: sql<number>`(
          select coalesce(max(d.position), -1) + 1 from deliverable d where d.commission_id = ${commission.id})`,
        text,
        due_on: dueOn,
        state: "waiting",
      })
      .execute();
    if (commission.state === "reported") await moveCommission(tx, inside, "resume", dateIn(at));
    await tellMatter(tx, actor, at, commission, { what: "moreAsked", text });
    await recordCommission(tx, actor, commission, "meetings.more_asked", { part: partId });
    return { id: partId };
  });
}

/** Begins what was accepted. */
export function beginCommission(db: Database, actor: Actor, now: Clock, id: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockCommission(tx, actor, id, at);
    if (!inside.can.report) throw new Refusal("forbidden", "commission.not_yours_to_report");
    await moveCommission(tx, inside, "begin", dateIn(at));
    await recordCommission(tx, actor, inside.commission, "meetings.commission_begun");
  });
}

/** Closes a commission: whoever gave it needs no more. When it was the last of its matter, the matter comes back. */
export function closeCommission(
  db: Database,
  actor: Actor,
  now: Clock,
  id: string,
  { text }: ClosedCommission,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockCommission(tx, actor, id, at);
    const { commission, can } = inside;
    if (!can.run) throw new Refusal("forbidden", "commission.not_yours_to_run");
    const isUnanswered = commission.deliverables.some(({ state }) => state === "waiting");
    if (isUnanswered && commission.state !== "declined" && text === null)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "text", code: "commission.say_why_unfinished" },
      ]);
    await moveCommission(tx, inside, "close", dateIn(at), text === null ? {} : { reason: text });
    await tellMatter(tx, actor, at, commission, { what: "commissionClosed", text: text ?? commission.title });
    await recordCommission(tx, actor, commission, "meetings.commission_closed");
  });
}

/** Takes a commission's lock, and its matter's, for somebody who sees it. */
export async function lockCommission(
  tx: Tx,
  actor: Actor,
  id: string,
  at: Temporal.Instant,
): Promise<CommissionInside> {
  const { commission } = await commissionInScope(tx, actor, id, dateIn(at));
  if (commission.matterId !== null) await lockMatter(tx, commission.matterId);
  await sql`select 1 from commission where id = ${commission.id} for update`.execute(tx);
  return commissionInScope(tx, actor, id, dateIn(at));
}

/** Moves a locked commission to another state. */
export async function moveCommission(
  tx: Tx,
  { commission }: CommissionInside,
  step: CommissionStep,
  since: Temporal.PlainDate,
  over: { readonly reason?: string } = {},
): Promise<void> {
  if (!isCommissionStepPossible(step, commission.state)) throw new Refusal("conflict", "commission.step_not_possible");
  await tx
    .updateTable("commission")
    .set({ state: commissionSteps[step].to, since, ...over, version: commission.version + 1 })
    .where("id", "=", commission.id)
    .execute();
}

export async function recordCommission(
  tx: Tx,
  actor: Actor,
  { id, organisationId }: { id: CommissionId; organisationId: OrganisationId },
  what: string,
  after: object = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, after });
}

/** Tells in the story of the matter that a commission came of what has happened to it. */
export async function tellMatter(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  { matterId, fromBody }: CommissionInside["commission"],
  { what, text }: { what: string; text: string },
): Promise<void> {
  if (matterId === null) return;
  await addStep(tx, { by: actor, at }, matterId, { what, day: dateIn(at), bodyId: fromBody, text });
}
