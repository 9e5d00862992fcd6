/** A secret address of what is new in one body, for one person. */
export const feedLink = { purpose: "meetings.feed", years: 10 } as const;

/** How much a feed tells: what is older has been read. */
export const feedLength = 50;
