import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { OneLine } from "#features/circles/registration/registration.ts";
import { Count, MaybeWords, Ticked, Words } from "#features/circles/round/round-answers.ts";
import { MatterId } from "#features/meetings/matter/matter.ts";
import { MinutesItemId, MinutesTextId } from "#features/meetings/minutes/minutes.ts";

/** How long what is written of an item may be, and an addition. */
export const longestText = 8_000;
export const longestAddition = 4_000;
export const mostItems = 100;

/** Lines end in one way, however the browser sends them: else the same text would look like another. */
const oneLineEnd = (text: string) => text.replaceAll(/\r\n?/gu, "\n");

const several = (sent: unknown) => (typeof sent === "string" ? [sent] : (sent ?? []));
const nothing = (sent: unknown) => (sent === "" ? null : sent);

/**
 * What somebody has written of an item. `basedOn` is the version they began from; `hand` is the sitting of a page with
 * script, and `turn` counts what it has sent.
 */
export const ItemWriting = z
  .strictObject({
    body: FreeText(longestText).transform(oneLineEnd).default(""),
    basedOn: Count(0, 999_999_999),
    hand: z.uuid().optional(),
    turn: Count(0, 999_999_999).optional(),
    isDone: Ticked,
    settles: z.preprocess(several, z.array(MinutesTextId).max(100)),
  })
  .refine(({ hand, turn }) => hand !== undefined || turn === undefined, { path: ["hand"] });
export type ItemWriting = z.output<typeof ItemWriting>;

/** Takes an item to write in; from somebody else only when that is what one wants. */
export const TakingItem = z.strictObject({ takesOver: Ticked });

const MaybeMatter = z.preprocess(nothing, MatterId.nullish()).transform((id) => id ?? null);

/** An item that is not on the agenda. The key is made up by whoever asks for the form: sent twice, it is one. */
export const NewItem = z.strictObject({ key: z.uuid(), heading: OneLine(200), matter: MaybeMatter });
export type NewItem = z.output<typeof NewItem>;

/** What an item is called, and which matter it is about. */
export const ItemChange = z.strictObject({ heading: OneLine(200), matter: MaybeMatter });
export type ItemChange = z.output<typeof ItemChange>;

/** Some of those who sit: who takes notes, or who adjusts. */
export const SomePeople = z.strictObject({ people: z.preprocess(several, z.array(PersonId).max(50)) });
export type SomePeople = z.output<typeof SomePeople>;

/** Saying that a part is ready: its diary number, and that somebody has gone through it for secrets, where that is asked. */
export const Finishing = z.strictObject({ diaryNumber: MaybeWords(100), isSecrecyChecked: Ticked });
export type Finishing = z.output<typeof Finishing>;

/** Something added to what is final, about an item or the whole. */
export const NewAddition = z.strictObject({
  key: z.uuid(),
  itemId: z.preprocess(nothing, MinutesItemId.nullish()).transform((id) => id ?? null),
  text: Words(longestAddition).transform(oneLineEnd),
});
export type NewAddition = z.output<typeof NewAddition>;
