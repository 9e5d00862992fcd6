import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type Arrangement, mostSections, type NoteHeading, type NoteSectionId } from "#features/circles/notes/note.ts";
import type { LockedText } from "#platform/shared-texts/text-writing.ts";
import { mayArrangeNotes } from "#features/circles/notes/notes-policy.ts";
import { type SessionInRoom, sessionInRoom } from "#features/circles/room/queries.ts";

/** Which meeting's notes, as its address says it. */
export type Where = { readonly slug: string; readonly sessionId: string };

/** Which section of them. */
export type WhereSection = Where & { readonly sectionId: string };

/** Begins the notes of a meeting under the headings that a meeting goes by. Begun already, they stay as they are. */
export function startNotes(db: Database, actor: Actor, where: Where, headings: readonly NoteHeading[]): Promise<void> {
  return change(db, actor, async (tx) => {
    const { session, round } = await roomToWriteIn(tx, actor, where);
    await tx.selectFrom("session").where("id", "=", session.id).select("id").forUpdate().execute();
    const begun = await tx
      .selectFrom("session_note_section")
      .where("session_id", "=", session.id)
      .select("id")
      .executeTakeFirst();
    if (begun) return markRecorded(tx);
    await tx
      .insertInto("session_note_section")
      .values(
        headings.map(({ heading, part }, position) => ({
          id: newId<"session_note_section">(),
          session_id: session.id,
          position,
          heading,
          part,
        })),
      )
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.notes_started",
      about: session.id,
      organisationId: round.organisationId,
    });
  });
}

/** Names, adds and orders the sections of a meeting's notes. Only a section in which nothing stands is taken away. */
export function arrangeNotes(db: Database, actor: Actor, where: Where, { sections }: Arrangement): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await roomToWriteIn(tx, actor, where);
    if (!mayArrangeNotes(room)) throw new Refusal("forbidden", "notes.only_leaders_arrange");
    const { session, round } = room;
    await tx.selectFrom("session").where("id", "=", session.id).select("id").forUpdate().execute();
    const before = await tx
      .selectFrom("session_note_section")
      .where("session_id", "=", session.id)
      .orderBy("position")
      .select(["id", "heading", "position"])
      .execute();
    if (sections.some(({ id }) => id !== undefined && !before.some((each) => each.id === id)))
      throw new Refusal("not_found", "notes.no_such_section");

    const removed = sections.flatMap(({ id, heading }) => (id && heading === null ? [id] : []));
    for (const id of removed) if (await holdsSomething(tx, id)) throw notEmpty(sections.findIndex((s) => s.id === id));
    // What somebody else has added meanwhile is not in what was sent, and keeps its place at the end.
    const unseen = before.filter(({ id }) => !sections.some((each) => each.id === id));
    const kept = sections
      .flatMap(({ id, heading, place }) => (heading === null ? [] : [{ id, heading, place: place ?? 1_000 }]))
      .toSorted((a, b) => a.place - b.place);
    if (kept.length + unseen.length > mostSections)
      throw new Refusal("conflict", "notes.too_many_sections", { count: mostSections });

    if (removed.length > 0) await tx.deleteFrom("session_note_section").where("id", "in", removed).execute();
    for (const [position, { id, heading }] of [...kept, ...unseen].entries()) {
      if (id) await tx.updateTable("session_note_section").set({ position, heading }).where("id", "=", id).execute();
      else
        await tx
          .insertInto("session_note_section")
          .values({ id: newId<"session_note_section">(), session_id: session.id, position, heading })
          .execute();
    }
    await record(tx, {
      by: actor,
      what: "circles.notes_arranged",
      about: session.id,
      organisationId: round.organisationId,
    });
  });
}

/** The circle and its meeting, for somebody who is in it and writes there. Nothing is noted of a meeting called off. */
export async function roomToWriteIn(tx: Tx, actor: Actor, { slug, sessionId }: Where): Promise<SessionInRoom> {
  const room = await sessionInRoom(tx, actor, slug, sessionId);
  if (room.session.calledOff || room.round.state === "cancelled") throw new Refusal("conflict", "notes.called_off");
  return room;
}

/** Takes a section's lock: what comes to it at the same moment comes one after the other. */
export async function lockSection(
  tx: Tx,
  { sessionId, sectionId }: WhereSection,
): Promise<LockedText & { readonly id: NoteSectionId }> {
  const found = await tx
    .selectFrom("session_note_section")
    .where(sql<string>`id::text`, "=", sectionId)
    .where(sql<string>`session_id::text`, "=", sessionId)
    .select(["id", "body", "version", "hand", "writer_id as writerId", "writing_until as writingUntil"])
    .select(["saved_by as savedBy", "saved_at as savedAt"])
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Refusal("not_found", "notes.no_such_section");
  return found;
}

/** Whoever is in a circle is somebody. */
export function personOf({ personId }: Actor): PersonId {
  if (!personId) throw new Refusal("not_found", "room.no_such_circle");
  return personId;
}

async function holdsSomething(tx: Tx, id: NoteSectionId): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select body <> '' or exists (select from session_note_text where section_id = ${id})
      or exists (select from session_note_contribution where section_id = ${id}) as holds
    from session_note_section where id = ${id} for update`.execute(tx);
  return rows[0]?.holds ?? false;
}

function notEmpty(row: number): Refusal {
  const path = `sections.${row}.heading`;
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code: "notes.not_empty" }]);
}
