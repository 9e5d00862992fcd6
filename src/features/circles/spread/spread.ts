import { z } from "zod";
import { Count, MaybeDay, OneLine } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";

/** One time when a participant told others at home of what they learnt in a circle. (R100) */
export const SpreadId = idOf("spread");
export type SpreadId = Id<"spread">;

export const spreadManners = [
  "workplaceMeeting",
  "training",
  "presentation",
  "writing",
  "conversation",
  "other",
] as const;

/** To whom, when, how and how many. Without a day it was today; those who lead may write it down for a participant. */
export const Spread = z.strictObject({
  audience: OneLine(300),
  manner: z.enum(spreadManners),
  toldOn: MaybeDay,
  reached: Count(0, 10_000),
  registrationId: RegistrationId.optional(),
});
export type Spread = z.output<typeof Spread>;

/** How many colleagues somebody means to reach. */
export const SpreadTarget = z.strictObject({ colleagues: Count(1, 10_000) });
export type SpreadTarget = z.output<typeof SpreadTarget>;
