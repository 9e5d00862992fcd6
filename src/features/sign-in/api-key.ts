import { z } from "zod";
import { grants } from "#kernel/actor.ts";
import { FreeText } from "#kernel/personal-number.ts";

/** For how many days a key can be asked for on the page. */
export const keyDays = [30, 90, 180, 365] as const;

const oneOrMore = (value: unknown) => (typeof value === "string" ? [value] : value);

/** A key to the API that somebody makes for themselves: what for, what it may be used for, and for how long. */
export const NewKey = z.strictObject({
  name: FreeText(200).min(1),
  scopes: z.preprocess(oneOrMore, z.array(z.enum(grants)).min(1).prefault([])),
  days: z.coerce.number().pipe(z.literal([...keyDays])),
});
