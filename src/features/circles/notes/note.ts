import { z } from "zod";
import { Count, oneLineEnd, Ticked } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { TextAnswer } from "#platform/shared-texts/text-answer.ts";
import type { PlanPart } from "#features/circles/session-plan/session-plan.ts";

/** A part of the notes of a meeting, under a heading of its own. One person at a time writes in it. */
export const NoteSectionId = idOf("session_note_section");
export type NoteSectionId = Id<"session_note_section">;

/** A text that does not stand in the notes: it came beside another's, or it was written over. */
export const NoteTextId = idOf("session_note_text");
export type NoteTextId = Id<"session_note_text">;

/** A heading that notes begin with, and which part of the usual course of a meeting it is about, if any. */
export type NoteHeading = { readonly heading: string; readonly part: PlanPart | null };

/** How long a contribution may be. */
export const longestContribution = 2_000;
export const mostSections = 30;

/** What somebody has written in a section. */
export const NoteWriting = TextAnswer(NoteTextId);
export type NoteWriting = z.output<typeof NoteWriting>;

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
