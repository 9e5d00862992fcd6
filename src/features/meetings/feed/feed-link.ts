/** What a secret address of one body tells one person: what is new in it, or when it meets. */
export type FeedKind = "news" | "calendar";

export const feedPurposes = { news: "meetings.feed", calendar: "meetings.calendar" } as const satisfies Record<
  FeedKind,
  string
>;

/** How long a body may be followed before the address is made anew. */
export const yearsFollowed = 10;

/** How much a feed of what is new tells: what is older has been read. */
export const feedLength = 50;

/** Where a feed is read. */
export function feedAddress(kind: FeedKind, secret: string): string {
  return kind === "news" ? `/flode/grupp/${secret}.atom` : `/kalender/grupp/${secret}.ics`;
}
