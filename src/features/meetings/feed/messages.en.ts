import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/feed/messages.sv.ts";

/** Feeds: what is new in a body and when it meets, at secret addresses. */
export const en = {
  "body_feed.title": "Follow {body} as a feed",
  "body_feed.lead": "New notes and what happens to the body's matters, in your feed reader.",
  "body_feed.door": "Follow the body",
  "body_feed.door_text":
    "Get the meetings in your calendar, and new notes and what happens to the matters in your feed reader.",
  "body_feed.door_open": "Follow what is new",
  "body_feed.none": "You have no address yet.",
  "body_feed.since": "You have an address, made {day}. It is not shown again: make a new one if you have lost it.",
  "body_feed.make": "Make an address",
  "body_feed.renew": "Make a new address",
  "body_feed.renew_means": "The old address then stops working.",
  "body_feed.made": "The address is made",
  "body_feed.made_text":
    "Copy it now, it is shown only this once. Whoever has the address sees what you see, so give it to nobody else.",
  "body_feed.address": "Address of the feed",
  "body_feed.calendar.open": "Follow the meetings in your calendar",
  "body_feed.calendar.title": "The meetings of {body} in your calendar",
  "body_feed.calendar.lead":
    "An address that Outlook or your phone's calendar can subscribe to. Links to online meetings are not in it but on the meeting's page.",
  "body_feed.calendar.address": "Address of the calendar",
  "body_feed.calendar.members_only": "The calendar is for those who sit in the body",
  "body_feed.minutes": "Notes: {title}",
  "body_feed.minutes_text": "The notes are final.",
  "body_feed.over": "The address is no longer valid.",
  "body_feed.members_only": "The feed is for those who sit in the body or keep it",
} as const satisfies Catalogue<keyof typeof sv>;
