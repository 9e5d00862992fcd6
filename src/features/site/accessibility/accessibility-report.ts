import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";

/** Something on the site that hindered somebody, told by a form that asks for no account. */
export const ReportId = idOf("accessibility_report");
export type ReportId = Id<"accessibility_report">;

/** How long an answer may take, in Swedish working days. The law says promptly (2018:1937, 13 §); we say how long that is. */
export const answerDays = 10;

/** The last day for an answer. */
export function answerBy(reported: Temporal.PlainDate): Temporal.PlainDate {
  return addWorkingDays(reported, answerDays);
}

/** What somebody sends who was hindered. Only what hindered them must be said. */
export const Hindrance = z.strictObject({
  hindrance: FreeText(4_000).min(1),
  /** The address of the page, or how to get there. */
  page: FreeText(500).optional(),
  aid: FreeText(200).optional(),
  email: EmailAddress.optional(),
  /** Whose statement it was told from, by the organisation's readable address. */
  organisation: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
    .max(200)
    .optional(),
});
export type Hindrance = z.output<typeof Hindrance>;

export const ReportAnswer = z.strictObject({ answer: FreeText(4_000).min(1) });
export type ReportAnswer = z.output<typeof ReportAnswer>;

/** The readable address of the round that a page of ours is about, if it is one that everybody sees. */
export function roundOfPage(page: string | undefined): string | undefined {
  return /\/cirklar\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:[/?#]|$)/u.exec(page ?? "")?.[1];
}

/**
 * The page somebody came from, as a path of ours: what stands in the field before they write. Nothing for another site,
 * and nothing of what was asked after the question mark, which may be a search for a person.
 */
export function pageCameFrom(referrer: string | undefined, ownOrigin: string): string | undefined {
  const from = referrer === undefined ? undefined : URL.parse(referrer);
  if (!from || from.origin !== ownOrigin || from.pathname.startsWith("/tillganglighet")) return undefined;
  return from.pathname.slice(0, 500);
}
