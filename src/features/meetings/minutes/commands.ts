import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { settleAgenda } from "#features/meetings/agenda/commands.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";
import { type MeetingInside, meetingInside } from "#features/meetings/meeting/queries.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { mayRunMinutes } from "#features/meetings/minutes/minutes-policy.ts";
import type { MinutesItemId, MinutesPartId } from "#features/meetings/minutes/minutes.ts";
import { type ItemChange, mostItems, type NewItem, type SomePeople } from "#features/meetings/minutes/minutes-words.ts";
import { type LockedPart, lockPart, lockPartOf, mustTakeNotes } from "#features/meetings/minutes/locking/commands.ts";
import { openMattersOf, seatedIn } from "#features/meetings/minutes/choices/queries.ts";
import { partsBegun } from "#features/meetings/minutes/queries.ts";

/** Which part of a meeting's minutes, or which item, as its address says it. */
export type WherePart = { readonly slug: string; readonly partId: string };
export type WhereItem = { readonly slug: string; readonly itemId: string };

/**
 * Begins the minutes of a meeting: what comes back is written down on its agenda, every part gets its items from there,
 * and the meeting is held from now on. Begun already, they stay as they are. (R210, R217)
 */
export function beginMinutes(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { meeting, bodies } = await meetingInside(tx, actor, slug, dateIn(at));
    await tx.selectFrom("meeting").where("id", "=", meeting.id).select("id").forUpdate().execute();
    const inside = await meetingInside(tx, actor, slug, dateIn(at));
    if (!mayPlanMeeting(inside.bodies.map(({ standing }) => standing)))
      throw new Refusal("forbidden", "minutes.not_yours_to_begin");
    if ((await partsBegun(tx, inside)).length > 0) return markRecorded(tx);
    mustBeOver(inside, dateIn(at));

    await settleAgenda(tx, meeting.id, at);
    await tx
      .updateTable("meeting")
      .set((eb) => ({ state: "held", version: eb("version", "+", 1) }))
      .where("id", "=", meeting.id)
      .execute();
    await layOut(tx, inside);
    await record(tx, {
      by: actor,
      what: "meetings.minutes_begun",
      about: meeting.id,
      organisationId: meeting.organisationId,
      after: { bodies: bodies.map(({ id }) => id) },
    });
  });
}

/** Notes are taken of a meeting that is or has been: one that is called off or yet to come has not been held. */
function mustBeOver({ meeting: { state, day } }: MeetingInside, today: Temporal.PlainDate): void {
  if (state === "calledOff") throw new Refusal("conflict", "minutes.called_off");
  if (day !== null && Temporal.PlainDate.compare(day, today) > 0) throw new Refusal("conflict", "minutes.not_yet");
}

/** A part for all and one for each body, with an item for everything on the agenda. */
async function layOut(tx: Tx, { meeting, bodies }: MeetingInside): Promise<void> {
  const agenda = await tx
    .selectFrom("agenda_item")
    .where("meeting_id", "=", meeting.id)
    .orderBy("position")
    .orderBy("id")
    .select(["id", "title", "body_id as bodyId", "matter_id as matterId"])
    .execute();
  const parts = partsOfBodies(bodies);
  for (const bodyId of parts) {
    const id = newId<"minutes_part">();
    await tx
      .insertInto("minutes_part")
      .values({ id, meeting_id: meeting.id, body_id: bodyId, state: "working" })
      .execute();
    // A body that meets alone has one part, and everything on its agenda stands there.
    const theirs = agenda.filter((item) => parts.length === 1 || item.bodyId === bodyId);
    if (theirs.length === 0) continue;
    await tx
      .insertInto("minutes_item")
      .values(
        theirs.map((item, position) => ({
          id: newId<"minutes_item">(),
          part_id: id,
          agenda_item_id: item.id,
          position,
          heading: item.title,
          matter_id: item.matterId,
        })),
      )
      .execute();
  }
}

/** Chooses who takes notes in a part, among those who sit there; chair and secretary always may. (R217) */
export function chooseNoteTakers(
  db: Database,
  actor: Actor,
  now: Clock,
  where: WherePart,
  { people }: SomePeople,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const part = await lockPart(tx, actor, now(), where);
    mustRun(part);
    await mustSit(tx, part, people, dateIn(now()));
    await tx.deleteFrom("minutes_note_taker").where("part_id", "=", part.id).execute();
    if (people.length > 0)
      await tx
        .insertInto("minutes_note_taker")
        .values([...new Set(people)].map((person_id) => ({ part_id: part.id, person_id })))
        .execute();
    await recordOf(tx, actor, part, "meetings.note_takers_chosen", part.id);
  });
}

/** Adds an item that was not on the agenda. */
export function addItem(db: Database, actor: Actor, now: Clock, where: WherePart, item: NewItem): Promise<void> {
  return change(db, actor, async (tx) => {
    const part = await lockPart(tx, actor, now(), where);
    mustTakeNotes(part, actor);
    await mustBeTheirMatter(tx, part, item.matter);
    const { count, next } = await tx
      .selectFrom("minutes_item")
      .where("part_id", "=", part.id)
      .select([sql<number>`count(*)::int`.as("count"), sql<number>`coalesce(max(position), -1) + 1`.as("next")])
      .executeTakeFirstOrThrow();
    if (count >= mostItems) throw new Refusal("conflict", "minutes.too_many_items", { count: mostItems });
    const added = await tx
      .insertInto("minutes_item")
      .values({
        id: item.key as MinutesItemId,
        part_id: part.id,
        position: next,
        heading: item.heading,
        matter_id: item.matter,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return markRecorded(tx);
    await recordOf(tx, actor, part, "meetings.minutes_item_added", added.id);
  });
}

/** Renames an item and says which matter it is about; without one, a new one is made when something comes of it. */
export function changeItem(db: Database, actor: Actor, now: Clock, where: WhereItem, item: ItemChange): Promise<void> {
  return change(db, actor, async (tx) => {
    const { part, itemId } = await lockPartOf(tx, actor, now(), where);
    mustTakeNotes(part, actor);
    const before = await tx
      .selectFrom("minutes_item")
      .where("id", "=", itemId)
      .select(["heading", "matter_id as matterId"])
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (item.matter !== before.matterId) await mustBeTheirMatter(tx, part, item.matter);
    const after = { heading: item.heading, matter_id: item.matter };
    await tx.updateTable("minutes_item").set(after).where("id", "=", itemId).execute();
    await recordOf(tx, actor, part, "meetings.minutes_item_changed", itemId);
  });
}

/** Takes away an item that was added by mistake: one that was not on the agenda, and in which nothing has been written. */
export function removeItem(db: Database, actor: Actor, now: Clock, where: WhereItem): Promise<void> {
  return change(db, actor, async (tx) => {
    const { part, itemId } = await lockPartOf(tx, actor, now(), where);
    mustTakeNotes(part, actor);
    const removed = await tx
      .deleteFrom("minutes_item")
      .where("id", "=", itemId)
      .where("agenda_item_id", "is", null)
      .where("body", "=", "")
      .where("kind", "is", null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom("minutes_other_text as z").where("z.item_id", "=", itemId).select("z.id"))),
      )
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw new Refusal("conflict", "minutes.item_not_empty");
    await recordOf(tx, actor, part, "meetings.minutes_item_removed", itemId);
  });
}

function mustRun({ standings, state }: LockedPart): void {
  if (!mayRunMinutes(standings)) throw new Refusal("forbidden", "minutes.only_chair_and_secretary");
  if (state === "final") throw new Refusal("conflict", "minutes.is_final");
}

/** Refuses people who do not sit in the bodies of a part. */
async function mustSit(
  tx: Tx,
  part: LockedPart,
  people: readonly PersonId[],
  today: Temporal.PlainDate,
): Promise<void> {
  const seated = await seatedIn(tx, part, today);
  if (people.some((id) => !seated.some((each) => each.id === id)))
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "people", code: "minutes.not_seated" }]);
}

async function mustBeTheirMatter(tx: Tx, part: LockedPart, matterId: MatterId | null): Promise<void> {
  if (matterId === null) return;
  const open = await openMattersOf(tx, part.bodyIds);
  if (!open.some(({ id }) => id === matterId))
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "matter", code: "minutes.no_such_matter" },
    ]);
}

/** Writes in the log that something was done with a part. */
async function recordOf(tx: Tx, actor: Actor, part: LockedPart, what: string, about: MinutesPartId | MinutesItemId) {
  await record(tx, { by: actor, what, about, organisationId: part.meeting.organisationId });
}
