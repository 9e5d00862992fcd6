import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { Count, Ticked } from "#features/circles/round/round-answers.ts";
import type { PlanPart } from "#features/circles/session-plan/session-plan.ts";

/** A part of the notes of a meeting, under a heading of its own. One person at a time writes in it. */
export const NoteSectionId = idOf("session_note_section");
export type NoteSectionId = Id<"session_note_section">;

/** A text that does not stand in the notes: it came beside another's, or it was written over. */
export const NoteTextId = idOf("session_note_text");
export type NoteTextId = Id<"session_note_text">;

/** A heading that notes begin with, and which part of the usual course of a meeting it is about, if any. */
export type NoteHeading = { readonly heading: string; readonly part: PlanPart | null };

/** How long a section and a contribution may be. */
export const longestNote = 8_000;
export const longestContribution = 2_000;
export const mostSections = 30;

/** Lines end in one way, however the browser sends them: else the same text would look like another. */
const oneLineEnd = (text: string) => text.replaceAll(/\r\n?/gu, "\n");

const several = (sent: unknown) => (typeof sent === "string" ? [sent] : (sent ?? []));

/**
 * What somebody has written in a section. `basedOn` is the version they began from. A page with script sends as it is
 * typed: `hand` is its sitting, made up when the page was opened, and `turn` counts what the sitting has sent, so that
 * what is sent again after a broken connection is known again.
 */
export const NoteWriting = z
  .strictObject({
    body: FreeText(longestNote).transform(oneLineEnd).default(""),
    basedOn: Count(0, 999_999_999),
    hand: z.uuid().optional(),
    turn: Count(0, 999_999_999).optional(),
    /** The writer is done, and leaves the section to others. */
    isDone: Ticked,
    /** Texts beside this one that it takes the place of. */
    settles: z.preprocess(several, z.array(NoteTextId).max(100)),
  })
  .refine(({ hand, turn }) => hand !== undefined || turn === undefined, { path: ["hand"] });
export type NoteWriting = z.output<typeof NoteWriting>;

/** Takes a section to write in; from somebody else only when that is what one wants. */
export const Taking = z.strictObject({ takesOver: Ticked });

/** Something a participant or leader adds to a section, with their name or without. */
export const Contribution = z.strictObject({
  key: z.uuid(),
  body: FreeText(longestContribution).min(1).transform(oneLineEnd),
  isNamed: Ticked,
});
export type Contribution = z.output<typeof Contribution>;

const Heading = FreeText(120)
  .nullish()
  .transform((text) => text || null);

/** The headings of a meeting's notes: a lower place comes first, no heading takes an empty section away. */
export const Arrangement = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        id: NoteSectionId.optional(),
        heading: Heading,
        place: Count(1, 999).optional(),
      }),
    )
    .max(mostSections + 1),
});
export type Arrangement = z.output<typeof Arrangement>;
