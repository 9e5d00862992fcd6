import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/feed/messages.sv.ts";

/** Feeds: what is new in a body, at a secret address. */
export const en = {
  "body_feed.title": "Follow {body} as a feed",
  "body_feed.lead": "New notes and what happens to the body's matters, in your feed reader.",
  "body_feed.door": "Follow the body",
  "body_feed.door_text": "Get new notes and what happens to the matters in your feed reader.",
  "body_feed.door_open": "Make an address",
  "body_feed.none": "You have no address yet.",
  "body_feed.since": "You have an address, made {day}. It is not shown again: make a new one if you have lost it.",
  "body_feed.make": "Make an address",
  "body_feed.renew": "Make a new address",
  "body_feed.renew_means": "The old address then stops working.",
  "body_feed.made": "The address is made",
  "body_feed.made_text":
    "Copy it now, it is shown only this once. Whoever has the address sees what you see, so give it to nobody else.",
  "body_feed.address": "Address of the feed",
  "body_feed.minutes": "Notes: {title}",
  "body_feed.minutes_text": "The notes are final.",
  "body_feed.over": "The address is no longer valid.",
  "body_feed.members_only": "The feed is for those who sit in the body or keep it",
} as const satisfies Catalogue<keyof typeof sv>;
