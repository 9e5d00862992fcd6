import { z } from "zod";
import { Maybe, MaybeCount, MaybeLine, MaybeWords, OneLine } from "#kernel/answers.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { MeetingId } from "#features/meetings/meeting/meeting.ts";

const said = {
  title: OneLine(200),
  text: MaybeWords(4_000),
  minutes: MaybeCount(1, 600),
  presenter: MaybeLine(200),
};

/** Something to add to an agenda, in the common part or a body's own. */
export const NewItem = z.strictObject({
  ...said,
  bodyId: Maybe(BodyId),
});
export type NewItem = z.output<typeof NewItem>;

/** What is said of something on the agenda from now on. */
export const ItemWish = z.strictObject(said);
export type ItemWish = z.output<typeof ItemWish>;

/** The order of an agenda: its entries, by their own ids or their matters'. What is left out keeps its place at the end. */
export const Order = z.strictObject({
  entries: z.array(z.strictObject({ id: z.uuid(), place: MaybeCount(1, 1_000) })).max(300),
});
export type Order = z.output<typeof Order>;

/** Where something is moved: to a later meeting, or to whichever comes next. */
export const Later = z.strictObject({
  to: z
    .preprocess((sent) => (sent === "" || sent === "next" ? null : sent), MeetingId.nullish())
    .transform((id) => id ?? null),
});
export type Later = z.output<typeof Later>;
