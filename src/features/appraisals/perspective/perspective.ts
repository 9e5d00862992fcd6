import { type Id, idOf } from "#kernel/ids.ts";

/** A way to say what one thinks of a method that is weighed, without an account. Nobody is named. */
export const PerspectiveLinkId = idOf("perspective_link");
export type PerspectiveLinkId = Id<"perspective_link">;

export type PerspectiveId = Id<"perspective">;

/** Those who work there, and those the method is for; each has a link of its own, so that neither drowns the other. */
export const audiences = ["staff", "serviceUsers"] as const;
export type Audience = (typeof audiences)[number];

export const stances = ["for", "unsure", "against"] as const;
export type Stance = (typeof stances)[number];

/** What stands where the words are erased: how many thought what is still counted. */
export const erasedText = "–";

/** How long a link may be open at most: what nobody remembers asking for is closed. */
export const longestOpenDays = 180;

export type LinkOpening = { readonly openUntil: Temporal.PlainDate; readonly closedAt: Temporal.Instant | null };

/** Whether something can be said by a link: through its last day, unless it was closed before. */
export function isLinkOpen({ openUntil, closedAt }: LinkOpening, today: Temporal.PlainDate): boolean {
  return closedAt === null && Temporal.PlainDate.compare(today, openUntil) <= 0;
}

/** How many stand where, among those that are shown. Null is a stance too: nothing was ticked. */
export type StanceCount = Readonly<Record<Stance | "unsaid", number>>;

export function stancesOf(all: readonly { readonly stance: Stance | null }[]): StanceCount {
  const having = (wanted: Stance | null) => all.filter(({ stance }) => stance === wanted).length;
  return { for: having("for"), unsure: having("unsure"), against: having("against"), unsaid: having(null) };
}
