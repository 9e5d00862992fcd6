import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Id } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { closeAgenda } from "#features/meetings/agenda/commands.ts";
import { applyOutcome } from "#features/meetings/matter/outcome/commands.ts";
import type { WherePart } from "#features/meetings/minutes/commands.ts";
import { askedOf } from "#features/meetings/minutes/finishing.ts";
import { quorumIn } from "#features/meetings/minutes/finishing/queries.ts";
import { type LockedPart, lockPart } from "#features/meetings/minutes/locking/commands.ts";
import { mayAdd, mayRunMinutes } from "#features/meetings/minutes/minutes-policy.ts";
import type { Finishing, NewAddition, SomePeople } from "#features/meetings/minutes/minutes-words.ts";
import { seatedIn } from "#features/meetings/minutes/choices/queries.ts";

/** Lays a part before those who are to say that it is right; nothing is written in it meanwhile. */
export function askToAdjust(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WherePart,
  { people }: SomePeople,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const part = await partToRun(tx, actor, now(), where);
    if (!askedOf(part.bodies).isAdjusted) throw new Refusal("conflict", "minutes.not_adjusted");
    if (part.state !== "working") throw new Refusal("conflict", "minutes.is_adjusted");
    const seated = await seatedIn(tx, part, dateIn(now()));
    if (people.length === 0) throw atField("people", "minutes.no_adjuster");
    if (people.some((id) => !seated.some((each) => each.id === id))) throw atField("people", "minutes.not_seated");

    await tx.deleteFrom("minutes_adjuster").where("part_id", "=", part.id).execute();
    await tx
      .insertInto("minutes_adjuster")
      .values([...new Set(people)].map((person_id) => ({ part_id: part.id, person_id })))
      .execute();
    await move(tx, part, "adjusting");
    await recordOf(tx, actor, part, "meetings.minutes_laid_before", { people });
  });
}

/** Says that a part is right, as one of those who were asked to. */
export function adjustMinutes(db: Database, actor: Actor, now: Clock, where: WherePart): Promise<void> {
  return change(db, actor, async (tx) => {
    const part = await lockPart(tx, actor, now(), where);
    if (part.state === "final") throw new Refusal("conflict", "minutes.already_final");
    const asked = await tx
      .selectFrom("minutes_adjuster")
      .where("part_id", "=", part.id)
      .where("person_id", "=", actor.personId ?? null)
      .select("adjusted_at as adjustedAt")
      .executeTakeFirst();
    if (!asked) throw new Refusal("forbidden", "minutes.not_your_adjusting");
    if (part.state !== "adjusting") throw new Refusal("conflict", "minutes.not_laid_before");
    if (asked.adjustedAt) return markRecorded(tx);
    await tx
      .updateTable("minutes_adjuster")
      .set({ adjusted_at: now() })
      .where("part_id", "=", part.id)
      .where("person_id", "=", actor.personId ?? null)
      .execute();
    await recordOf(tx, actor, part, "meetings.minutes_adjusted");
  });
}

/** Takes a part back to be written in; what the adjusters have said of it is no longer said. */
export function takeBackMinutes(db: Database, actor: Actor, now: Clock, where: WherePart): Promise<void> {
  return change(db, actor, async (tx) => {
    const part = await partToRun(tx, actor, now(), where);
    if (part.state !== "adjusting") throw new Refusal("conflict", "minutes.not_laid_before");
    await tx.updateTable("minutes_adjuster").set({ adjusted_at: null }).where("part_id", "=", part.id).execute();
    await move(tx, part, "working");
    await recordOf(tx, actor, part, "meetings.minutes_taken_back");
  });
}

/**
 * Says that a part is ready: what it says has happened from now on, and nothing in it is changed any more. Every
 * matter goes the step that came of it, and the agenda is closed, in this one change. What is decided without quorum
 * or mandate is no less ready: that it was so is written in the log and shown. (R211-R214, R216, R218)
 */
export function finishPart(db: Database, actor: Actor, now: Clock, where: WherePart, said: Finishing): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const part = await partToRun(tx, actor, at, where);
    const asked = askedOf(part.bodies);
    await mustBeAdjusted(tx, part, asked.isAdjusted);
    const problems: Problem[] = [];
    if (asked.hasDiary && said.diaryNumber === null)
      problems.push({ path: "diaryNumber", code: "minutes.diary_number_missing" });
    if (asked.checksSecrecy && !said.isSecrecyChecked)
      problems.push({ path: "isSecrecyChecked", code: "minutes.secrecy_not_checked" });
    if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);

    const hadQuorum = await quorumIn(tx, part);
    const checked = asked.checksSecrecy && said.isSecrecyChecked;
    await tx
      .updateTable("minutes_part")
      .set((eb) => ({
        state: "final",
        finished_at: at,
        finished_by: actor.personId ?? null,
        diary_number: asked.hasDiary ? said.diaryNumber : null,
        secrecy_checked_at: checked ? at : null,
        secrecy_checked_by: checked ? (actor.personId ?? null) : null,
        had_quorum: hadQuorum,
        had_mandate: asked.hasMandate,
        version: eb("version", "+", 1),
      }))
      .where("id", "=", part.id)
      .execute();
    await applyAll(tx, actor, at, part, { hasMandate: asked.hasMandate, hadQuorum });
    await closeAgenda(tx, part.meeting.id, part.bodyId);
    await recordOf(tx, actor, part, "meetings.minutes_finished", { hadQuorum, hasMandate: asked.hasMandate });
  });
}

/** Lets what came of each item be true of its matter. */
async function applyAll(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  part: LockedPart,
  { hasMandate, hadQuorum }: { readonly hasMandate: boolean; readonly hadQuorum: boolean | null },
): Promise<void> {
  const [first] = part.bodyIds;
  if (!first) return;
  const items = await tx
    .selectFrom("minutes_item")
    .where("part_id", "=", part.id)
    .where("kind", "is not", null)
    .orderBy("position")
    .selectAll()
    .execute();
  for (const item of items) {
    if (item.kind === null) continue;
    const deliverables = await tx
      .selectFrom("minutes_deliverable")
      .where("item_id", "=", item.id)
      .orderBy("position")
      .select(["text", "due_on as dueOn"])
      .execute();
    const matterId = await applyOutcome(tx, actor, at, {
      meetingId: part.meeting.id,
      day: part.meeting.day,
      bodyId: first,
      concerns: part.bodyIds,
      title: item.heading,
      matterId: item.matter_id,
      kind: item.kind,
      text: item.outcome,
      decidedBy: item.decided_by,
      decidedByName: item.decided_by_name,
      decidedOn: item.decided_on,
      decidedDay: item.decided_day,
      hasMandate,
      reviewOn: item.review_on,
      ownerPerson: item.owner_person,
      ownerOrganisation: item.owner_organisation,
      ownerName: item.owner_name,
      dueOn: item.due_on,
      deliverables,
      reason: item.reason,
      parkedUntil: item.parked_until,
      parkedEvent: item.parked_event,
      referTo: item.refer_to,
    });
    if (matterId !== null)
      await tx.updateTable("minutes_item").set({ matter_id: matterId }).where("id", "=", item.id).execute();
    const isOurs = item.kind === "decision" && item.decided_by === null && item.decided_by_name === null;
    if (isOurs && !hasMandate) await recordOf(tx, actor, part, "meetings.decided_without_mandate", {}, item.id);
    if (isOurs && hadQuorum === false) await recordOf(tx, actor, part, "meetings.decided_without_quorum", {}, item.id);
  }
}

/** Adds something to a part that is final, or puts it right: an addition with a name and a time, never a change. */
export function addToMinutes(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WherePart,
  { key, itemId, text }: NewAddition,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const part = await lockPart(tx, actor, now(), where);
    if (!mayAdd(part.standings, part, actor.personId) || !actor.personId)
      throw new Refusal("forbidden", "minutes.not_your_notes");
    if (part.state !== "final") throw new Refusal("conflict", "minutes.not_final");
    if (itemId !== null) {
      const item = await tx
        .selectFrom("minutes_item")
        .where("id", "=", itemId)
        .where("part_id", "=", part.id)
        .select("id")
        .executeTakeFirst();
      if (!item) throw atField("itemId", "minutes.no_such_item");
    }
    const added = await tx
      .insertInto("minutes_addition")
      .values({
        id: key as Id<"minutes_addition">,
        part_id: part.id,
        item_id: itemId,
        text,
        written_by: actor.personId,
        written_at: now(),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return markRecorded(tx);
    await recordOf(tx, actor, part, "meetings.minutes_added_to", {}, added.id);
  });
}

/** The lock of a part that is not final, for its chair and secretary. Who comes second is told that it is ready already. */
async function partToRun(tx: Tx, actor: Actor, at: Temporal.Instant, where: WherePart): Promise<LockedPart> {
  const part = await lockPart(tx, actor, at, where);
  if (!mayRunMinutes(part.standings)) throw new Refusal("forbidden", "minutes.only_chair_and_secretary");
  if (part.state === "final") throw new Refusal("conflict", "minutes.already_final");
  return part;
}

async function mustBeAdjusted(tx: Tx, part: LockedPart, isAdjusted: boolean): Promise<void> {
  if (!isAdjusted) return;
  if (part.state !== "adjusting") throw new Refusal("conflict", "minutes.not_laid_before");
  const { waiting } = await tx
    .selectFrom("minutes_adjuster")
    .where("part_id", "=", part.id)
    .where("adjusted_at", "is", null)
    .select(sql<number>`count(*)::int`.as("waiting"))
    .executeTakeFirstOrThrow();
  if (waiting > 0) throw new Refusal("conflict", "minutes.adjusters_left", { count: waiting });
}

async function move(tx: Tx, { id }: LockedPart, state: "working" | "adjusting"): Promise<void> {
  await tx
    .updateTable("minutes_part")
    .set((eb) => ({ state, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

function atField(path: string, code: Problem["code"]): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}

async function recordOf(
  tx: Tx,
  actor: Actor,
  part: LockedPart,
  what: string,
  after: object = {},
  about: string = part.id,
): Promise<void> {
  await record(tx, { by: actor, what, about, organisationId: part.meeting.organisationId, after });
}
