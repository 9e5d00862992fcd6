import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { BodyId } from "#features/meetings/body/body.ts";

/** Somebody who gets the minutes of a meeting. */
export const MinutesReceiverId = idOf("minutes_receiver");
export type MinutesReceiverId = Id<"minutes_receiver">;

/** One press of the button: what was final then, to those who had not been sent it. */
export type MinutesDispatchId = Id<"minutes_dispatch">;

/** One mail to one receiver. */
export const MinutesMailId = idOf("minutes_mail");
export type MinutesMailId = Id<"minutes_mail">;

/** What is sent along with the minutes, in the sender's own words. */
export const Sending = z.strictObject({ message: FreeText(2_000).optional() });
export type Sending = z.output<typeof Sending>;

const Bodies = z.union([z.array(BodyId).max(50), BodyId.transform((id) => [id])]).default([]);

/**
 * Somebody who sits in no body and is to have the minutes all the same, such as a registrar or a guest. They get the
 * common part, and the own parts of the bodies that are named.
 */
export const NewReceiver = z.strictObject({
  name: FreeText(200)
    .min(1)
    .regex(/^[^\r\n]*$/u),
  email: EmailAddress,
  bodyIds: Bodies,
});
export type NewReceiver = z.output<typeof NewReceiver>;

/** What a link to minutes is for, and how long it leads there. */
export const readingLink = { purpose: "minutes.read", days: 180 } as const;
