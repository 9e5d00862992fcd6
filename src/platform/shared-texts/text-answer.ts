import { z } from "zod";
import { Count, oneLineEnd, Several, Ticked } from "#kernel/answers.ts";
import { FreeText } from "#kernel/personal-number.ts";

/** How long a text that several write in may be. */
export const longestText = 8_000;

/**
 * What somebody has written in a text that several write in. `basedOn` is the version they began from. A page with script
 * sends as it is typed: `hand` is its sitting, made up when the page was opened, and `turn` counts what the sitting has
 * sent, so that what is sent again after a broken connection is known again.
 *
 * @param OtherTextId what the texts beside it are called
 */
export function TextAnswer<Schema extends z.ZodType>(OtherTextId: Schema) {
  return z
    .strictObject({
      body: FreeText(longestText).transform(oneLineEnd).default(""),
      basedOn: Count(0, 999_999_999),
      hand: z.uuid().optional(),
      turn: Count(0, 999_999_999).optional(),
      /** The writer is done, and leaves the text to others. */
      isDone: Ticked,
      /** Texts beside this one that it takes the place of. */
      settles: Several(OtherTextId, 100),
    })
    .refine(({ hand, turn }) => hand !== undefined || turn === undefined, { path: ["hand"] });
}

/** Takes a text to write in; from somebody else only when that is what one wants. */
export const TakingText = z.strictObject({ takesOver: Ticked });
