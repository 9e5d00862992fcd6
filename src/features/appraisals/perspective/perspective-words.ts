import { z } from "zod";
import { Day, Maybe, Words } from "#kernel/answers.ts";
import { audiences, stances } from "#features/appraisals/perspective/perspective.ts";

export const longest = { question: 500, text: 4_000 };

/** A link to make: for whom, what they are asked in plain words, and the last day they can answer. */
export const NewPerspectiveLink = z.strictObject({
  audience: z.enum(audiences),
  question: Words(longest.question),
  openUntil: Day,
});
export type NewPerspectiveLink = z.output<typeof NewPerspectiveLink>;

/**
 * What somebody says by a link. The mark is drawn with the form: what is sent twice with the same mark came once. Nothing
 * asks who they are. (GDPR 5.1 c)
 */
export const Said = z.strictObject({
  mark: z.uuid(),
  stance: Maybe(z.enum(stances)),
  text: Words(longest.text),
});
export type Said = z.output<typeof Said>;
