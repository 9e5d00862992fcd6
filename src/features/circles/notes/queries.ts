import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { NoteSectionId, NoteTextId } from "#features/circles/notes/note.ts";
import { writerOf } from "#platform/shared-texts/text-saving.ts";
import type { SessionId } from "#features/circles/round/round.ts";
import type { PlanPart } from "#features/circles/session-plan/session-plan.ts";

/** Something left in a section; without a writer, nobody knows whose it is. */
export type ShownContribution = {
  readonly id: string;
  readonly body: string;
  readonly writtenBy: PersonId | null;
  readonly name: string | null;
  readonly writtenOn: Temporal.PlainDate;
};

/** A section of notes as those in the circle see it. */
export type NoteSection = {
  readonly id: NoteSectionId;
  readonly heading: string;
  /** Which part of the usual course of a meeting it is about, if any. */
  readonly part: PlanPart | null;
  readonly body: string;
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: Temporal.Instant | null;
  /** Who writes just now. */
  readonly writer: { readonly id: PersonId; readonly name: string } | undefined;
  readonly contributions: readonly ShownContribution[];
  /** Texts that stand beside this one until somebody has compared them. */
  readonly unsettled: number;
};

/** A text beside the one in the notes, or one that stood there before. */
export type OtherText = {
  readonly id: NoteTextId;
  readonly body: string;
  readonly name: string | null;
  readonly writtenAt: Temporal.Instant;
  readonly isSettled: boolean;
};

/** The notes of a meeting, in order. None at all: nobody has begun. */
export async function notesOf(db: Reader, sessionId: SessionId, now: Temporal.Instant): Promise<NoteSection[]> {
  const [rows, contributions] = await Promise.all([
    db
      .selectFrom("session_note_section as n")
      .leftJoin("person as saver", "saver.id", "n.saved_by")
      .leftJoin("person as writer", "writer.id", "n.writer_id")
      .where("n.session_id", "=", sessionId)
      .orderBy("n.position")
      .select([
        "n.id",
        "n.heading",
        "n.part",
        "n.body",
        "n.version",
        "n.hand",
        "saver.name as savedBy",
        "n.saved_at as savedAt",
      ])
      .select(["n.writer_id as writerId", "n.writing_until as writingUntil", "writer.name as writerName"])
      .select(
        sql<number>`(select count(*) from session_note_text t
          where t.section_id = n.id and t.settled_at is null)::int`.as("unsettled"),
      )
      .execute(),
    db
      .selectFrom("session_note_contribution as b")
      .innerJoin("session_note_section as n", "n.id", "b.section_id")
      .leftJoin("person as p", "p.id", "b.written_by")
      .where("n.session_id", "=", sessionId)
      .orderBy("b.written_on")
      // At random within a day: in which order they came would tell of whoever left no name.
      .orderBy("b.id")
      .select(["b.id", "b.section_id as sectionId", "b.body", "b.written_by as writtenBy", "p.name"])
      .select("b.written_on as writtenOn")
      .execute(),
  ]);
  return rows.map(({ hand, writerId, writerName, writingUntil, ...row }) => {
    const writer = writerOf({ ...row, hand, writerId, writingUntil }, now);
    return {
      ...row,
      writer: writer && { id: writer, name: writerName ?? "" },
      contributions: contributions
        .filter(({ sectionId }) => sectionId === row.id)
        .map(({ sectionId: _, ...contribution }) => contribution),
    };
  });
}

/** Texts of a section besides the one that stands in it: those that wait to be compared first, then the newest. */
export async function otherTextsOf(db: Reader, sectionId: NoteSectionId): Promise<OtherText[]> {
  const rows = await db
    .selectFrom("session_note_text as t")
    .leftJoin("person as p", "p.id", "t.written_by")
    .where("t.section_id", "=", sectionId)
    .orderBy(sql`t.settled_at is not null`)
    .orderBy("t.written_at", "desc")
    .select(["t.id", "t.body", "p.name", "t.written_at as writtenAt", "t.settled_at as settledAt"])
    .execute();
  return rows.map(({ settledAt, ...row }) => ({ ...row, isSettled: settledAt !== null }));
}
