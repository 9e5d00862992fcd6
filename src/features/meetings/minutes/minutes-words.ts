import { z } from "zod";
import { Maybe, MaybeWords, OneLine, oneLineEnd, Several, Ticked, Words } from "#kernel/answers.ts";
import { PersonId } from "#kernel/ids.ts";
import { TextAnswer } from "#platform/shared-texts/text-answer.ts";
import { MatterId } from "#features/meetings/matter/matter.ts";
import { MinutesItemId, MinutesTextId } from "#features/meetings/minutes/minutes.ts";

/** How long an addition may be. */
export const longestAddition = 4_000;
export const mostItems = 100;

/** What somebody has written of an item. */
export const ItemWriting = TextAnswer(MinutesTextId);
export type ItemWriting = z.output<typeof ItemWriting>;

/** An item that is not on the agenda. The key is made up by whoever asks for the form: sent twice, it is one. */
export const NewItem = z.strictObject({ key: z.uuid(), heading: OneLine(200), matter: Maybe(MatterId) });
export type NewItem = z.output<typeof NewItem>;

/** What an item is called, and which matter it is about. */
export const ItemChange = z.strictObject({ heading: OneLine(200), matter: Maybe(MatterId) });
export type ItemChange = z.output<typeof ItemChange>;

/** Some of those who sit: who takes notes, or who adjusts. */
export const SomePeople = z.strictObject({ people: Several(PersonId, 50) });
export type SomePeople = z.output<typeof SomePeople>;

/** Saying that a part is ready: its diary number, and that somebody has gone through it for secrets, where that is asked. */
export const Finishing = z.strictObject({ diaryNumber: MaybeWords(100), isSecrecyChecked: Ticked });
export type Finishing = z.output<typeof Finishing>;

/** Something added to what is final, about an item or the whole. */
export const NewAddition = z.strictObject({
  key: z.uuid(),
  itemId: Maybe(MinutesItemId),
  text: Words(longestAddition).transform(oneLineEnd),
});
export type NewAddition = z.output<typeof NewAddition>;
