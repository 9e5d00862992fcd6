import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { ItemWish, Later, NewItem, Order } from "#features/meetings/agenda/agenda-wish.ts";
import { settleAgenda } from "#features/meetings/agenda/commands.ts";
import { laterMeetings, writtenItems } from "#features/meetings/agenda/queries.ts";
import type { AgendaItemId } from "#features/meetings/meeting/meeting.ts";
import { partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";
import { lockMeetingToPlan, mustBeAhead } from "#features/meetings/meeting/planning/commands.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

/** Adds something to talk about, last in its part of the meeting. */
export function addItem(db: Database, actor: Actor, now: Clock, slug: string, wish: NewItem): Promise<AgendaItemId> {
  return arranged(db, actor, now, slug, "meetings.agenda_item_added", async (tx, { meeting, bodies }, items) => {
    const parts = partsOfBodies(bodies);
    const bodyId = parts.length === 1 ? (parts[0] ?? null) : wish.bodyId;
    if (!parts.includes(bodyId)) throw new Refusal("not_found", "body.no_such_body");
    const id = newId<"agenda_item">();
    const { title, text, minutes, presenter } = wish;
    await tx
      .insertInto("agenda_item")
      .values({
        id,
        meeting_id: meeting.id,
        body_id: bodyId,
        position: 1 + Math.max(-1, ...items.map(({ position }) => position)),
        title,
        text,
        comes_from: "added",
        minutes,
        presenter,
      })
      .execute();
    return id;
  });
}

/** Says something else about an entry. Something that came back by itself is written down first. */
export function changeItem(
  db: Database,
  actor: Actor,
  now: Clock,
  { slug, entry }: Where,
  { title, text, minutes, presenter }: ItemWish,
): Promise<void> {
  return arranged(db, actor, now, slug, "meetings.agenda_item_changed", async (tx, _inside, items) => {
    const { id } = itemMeant(items, entry);
    await tx.updateTable("agenda_item").set({ title, text, minutes, presenter }).where("id", "=", id).execute();
  });
}

/** Takes away something that somebody added. A matter is not removed: it is moved to later. */
export function removeItem(db: Database, actor: Actor, now: Clock, { slug, entry }: Where): Promise<void> {
  return arranged(db, actor, now, slug, "meetings.agenda_item_removed", async (tx, _inside, items) => {
    const { id, matterId } = itemMeant(items, entry);
    if (matterId) throw new Refusal("conflict", "agenda.matter_stays");
    await tx.deleteFrom("agenda_item").where("id", "=", id).execute();
  });
}

/** Puts the entries in another order, each within its own part. */
export function orderAgenda(db: Database, actor: Actor, now: Clock, slug: string, { entries }: Order): Promise<void> {
  return arranged(db, actor, now, slug, "meetings.agenda_ordered", async (tx, _inside, items) => {
    const places = new Map(entries.map(({ id, place }) => [id, place]));
    const placeOf = ({ id, matterId }: Item) => places.get(id) ?? (matterId && places.get(matterId)) ?? 1_000;
    const order = items.toSorted((a, b) => placeOf(a) - placeOf(b) || a.position - b.position);
    for (const [position, { id, position: before }] of order.entries())
      if (position !== before) await tx.updateTable("agenda_item").set({ position }).where("id", "=", id).execute();
  });
}

/**
 * Moves an entry to a later meeting of the same bodies, or to whichever comes next. A matter that is taken off an agenda
 * comes back: it is never lost between two meetings. (R213)
 */
export function moveToLater(
  db: Database,
  actor: Actor,
  now: Clock,
  { slug, entry }: Where,
  { to }: Later,
): Promise<void> {
  return arranged(db, actor, now, slug, "meetings.agenda_item_moved", async (tx, inside, items) => {
    const { id, matterId, bodyId } = itemMeant(items, entry);
    if (to === null) {
      if (!matterId) throw wrongMeeting();
      await tx
        .insertInto("agenda_postponed")
        .values({ meeting_id: inside.meeting.id, matter_id: matterId, postponed_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx.deleteFrom("agenda_item").where("id", "=", id).execute();
      return;
    }
    const later = (await laterMeetings(tx, inside)).find((each) => each.id === to);
    if (!later) throw wrongMeeting();
    await tx.selectFrom("meeting").where("id", "=", to).select("id").forUpdate().execute();
    const there = await writtenItems(tx, to);
    if (matterId && there.some((each) => each.matterId === matterId)) throw wrongMeeting();
    await tx
      .updateTable("agenda_item")
      .set({
        meeting_id: to,
        // What was common to all here is common there; a body that meets alone has one part.
        body_id: later.bodies.length === 1 ? (later.bodies[0] ?? null) : bodyId,
        position: 1 + Math.max(-1, ...there.map(({ position }) => position)),
      })
      .where("id", "=", id)
      .execute();
    await tx.updateTable("meeting_paper").set({ item_id: null }).where("item_id", "=", id).execute();
  });
}

/** Which entry of which agenda, as its address says it: by its own id, or by its matter's. */
export type Where = { readonly slug: string; readonly entry: string };

type Item = Awaited<ReturnType<typeof writtenItems>>[number];

/** The entry that an address means: by its own id, or by its matter's. */
export function itemMeant(items: readonly Item[], entry: string): Item {
  const found = items.find(({ id, matterId }) => id === entry || matterId === entry);
  if (!found) throw new Refusal("not_found", "agenda.no_such_item");
  return found;
}

function wrongMeeting(): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "to", code: "agenda.not_later" }]);
}

/** A change of an agenda that is ahead, by whoever may plan: what has come back is written down first. */
function arranged<Outcome>(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  what: string,
  work: (tx: Tx, inside: MeetingInside, items: readonly Item[]) => Promise<Outcome>,
): Promise<Outcome> {
  return change(db, actor, async (tx) => {
    const inside = await lockMeetingToPlan(tx, actor, slug, now);
    const { meeting } = inside;
    mustBeAhead(meeting);
    await settleAgenda(tx, meeting.id, now());
    const outcome = await work(tx, inside, await writtenItems(tx, meeting.id));
    await record(tx, { by: actor, what, about: meeting.id, organisationId: meeting.organisationId });
    return outcome;
  });
}
