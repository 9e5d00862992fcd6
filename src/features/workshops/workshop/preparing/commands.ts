import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug, slugOf } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { freeCode } from "#features/workshops/workshop/commands.ts";
import { lockToLead, raiseRoom, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import { bodiesToChoose, meetingsToChoose } from "#features/workshops/workshop/preparing/queries.ts";
import { mayHoldWorkshops } from "#features/workshops/workshop/workshop-policy.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";
import type { Groups, NewWorkshop, WorkshopChange } from "#features/workshops/workshop/workshop-words.ts";

/** Begins to prepare a workshop that an organisation holds. Whoever begins it leads it, and others may be named. (R179) */
export function addWorkshop(
  db: Database,
  actor: Actor,
  now: Clock,
  { organisationId, bodies, ...about }: NewWorkshop,
): Promise<{ readonly id: WorkshopId; readonly slug: string }> {
  return change(db, actor, async (tx) => {
    const at = now();
    if (!mayHoldWorkshops(actor, organisationId)) throw new Refusal("forbidden", "workshop.not_yours_to_hold");
    const id = newId<"workshop">();
    const slug = await freeAddress(tx, about.title);
    await mustBeMeeting(tx, actor, about.meetingId, at);
    await tx
      .insertInto("workshop")
      .values({
        id,
        slug,
        organisation_id: organisationId,
        ...columnsOf(about),
        device: about.device,
        is_anonymous: about.isAnonymous,
        join_code: await freeCode(tx),
        state: "draft",
        created_at: at,
      })
      .execute();
    await writeBodies(tx, actor, id, { bodies, meetingId: about.meetingId }, at);
    if (actor.personId)
      await tx
        .insertInto("workshop_leader")
        .values({ id: newId<"workshop_leader">(), workshop_id: id, person_id: actor.personId })
        .execute();
    await record(tx, {
      by: actor,
      what: "workshops.workshop_added",
      about: id,
      organisationId,
      after: { title: about.title },
    });
    return { id, slug };
  });
}

/**
 * Changes what a workshop is, from the version that was read. Once it has been open, how it is answered stands: whoever
 * answered did so on a promise. (Rule J-2)
 */
export function changeWorkshop(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, bodies, ...about }: WorkshopChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    const { workshop } = inside;
    if (workshop.version !== version) throw new Refusal("conflict", "workshop.changed_meanwhile");
    if (workshop.openedAt !== null) {
      if (about.isAnonymous !== workshop.isAnonymous) throw wrongAt("isAnonymous", "workshop.promised");
      if (about.device !== workshop.device) throw wrongAt("device", "workshop.promised");
    }
    if (about.meetingId !== workshop.meetingId) await mustBeMeeting(tx, actor, about.meetingId, at);
    await tx
      .updateTable("workshop")
      .set({
        ...columnsOf(about),
        device: about.device,
        is_anonymous: about.isAnonymous,
        version: version + 1,
      })
      .where("id", "=", workshop.id)
      .execute();
    await writeBodies(tx, actor, workshop.id, { bodies, meetingId: about.meetingId }, at);
    await raiseRoom(tx, workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.workshop_changed", { title: about.title });
  });
}

/** Writes which groups there are, in order. One that somebody has come in for, or that has answered, stays. */
export function writeGroups(db: Database, actor: Actor, now: Clock, slug: string, { groups }: Groups): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    const { id } = inside.workshop;
    const kept = new Set(groups.flatMap((group) => (group.id === null ? [] : [group.id])));
    const gone = inside.groups.filter((group) => !kept.has(group.id));
    for (const group of gone) {
      if (await isInUse(tx, group.id)) throw new Refusal("conflict", "workshop.group_in_use", { name: group.name });
      await tx.deleteFrom("workshop_group").where("id", "=", group.id).execute();
    }
    for (const [position, { id: known, name }] of groups.entries()) {
      if (known === null)
        await tx
          .insertInto("workshop_group")
          .values({ id: newId<"workshop_group">(), workshop_id: id, position, name })
          .execute();
      else
        await tx
          .updateTable("workshop_group")
          .set({ position, name })
          .where("id", "=", known)
          .where("workshop_id", "=", id)
          .execute();
    }
    await raiseRoom(tx, id);
    await recordWorkshop(tx, actor, inside, "workshops.groups_written", { groups: groups.map(({ name }) => name) });
  });
}

/** One thing wrong, said at its field. */
export function wrongAt(path: string, code: Refusal["code"]): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}

async function isInUse(tx: Tx, groupId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from workshop_device where group_id = ${groupId})
      or exists (select from workshop_answer where group_id = ${groupId}) as used`.execute(tx);
  return rows[0]?.used ?? false;
}

async function freeAddress(tx: Tx, title: string): Promise<string> {
  const wanted = slugOf(title) || "workshop";
  // Two of one name at the same moment would otherwise ask for the same address.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workshop ${wanted}`}, 0))`.execute(tx);
  const taken = await tx
    .selectFrom("workshop")
    .where((eb) => eb.or([eb("slug", "=", wanted), eb("slug", "like", `${wanted}-%`)]))
    .select("slug")
    .execute();
  return freeSlug(wanted, new Set(taken.map((each) => each.slug)));
}

async function mustBeMeeting(tx: Tx, actor: Actor, id: MeetingId | null, at: Temporal.Instant): Promise<void> {
  if (id === null) return;
  const meetings = await meetingsToChoose(tx, actor, dateIn(at));
  if (!meetings.some((meeting) => meeting.id === id)) throw wrongAt("meetingId", "workshop.no_such_meeting");
}

type With = { readonly bodies: readonly BodyId[]; readonly meetingId: MeetingId | null };

/** With whom it is held: the bodies that were chosen, or else those that meet. */
async function writeBodies(
  tx: Tx,
  actor: Actor,
  id: WorkshopId,
  { bodies, meetingId }: With,
  at: Temporal.Instant,
): Promise<void> {
  const before = await tx.selectFrom("workshop_body").where("workshop_id", "=", id).select("body_id").execute();
  const had = new Set(before.map((row) => row.body_id));
  const may = new Set((await bodiesToChoose(tx, actor, dateIn(at))).map((body) => body.id));
  if (bodies.some((body) => !may.has(body) && !had.has(body))) throw wrongAt("bodies", "workshop.no_such_body");
  const meets =
    bodies.length === 0 && meetingId !== null
      ? await tx.selectFrom("meeting_body").where("meeting_id", "=", meetingId).select("body_id").execute()
      : [];
  const wanted = new Set([...bodies, ...meets.map((row) => row.body_id)]);
  await tx.deleteFrom("workshop_body").where("workshop_id", "=", id).execute();
  const rows = [...wanted].map((body) => ({ workshop_id: id, body_id: body }));
  if (rows.length > 0) await tx.insertInto("workshop_body").values(rows).execute();
}

function columnsOf({ title, purpose, heldOn, meetingId }: Omit<WorkshopChange, "version" | "bodies">) {
  return { title, purpose, held_on: heldOn, meeting_id: meetingId };
}
