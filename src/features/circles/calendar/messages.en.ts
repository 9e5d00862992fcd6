import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/calendar/messages.sv.ts";

/** Calendars by secret addresses. */
export const en = {
  "calendar.title": "Your calendar",
  "calendar.lead":
    "Follow the sessions you lead or have a place in and the meetings of your bodies, right in Outlook or your phone's calendar.",
  "calendar.how": "How to do it",
  "calendar.how.make": "Make a secret address with the button here.",
  "calendar.how.copy": "Copy the address.",
  "calendar.how.add": "Choose “Add calendar from the internet” in your calendar program and paste it.",
  "calendar.none": "You have no calendar address yet.",
  "calendar.since":
    "You have a calendar address, made {day}. It is not shown again: make a new one if you have lost it.",
  "calendar.make": "Make an address",
  "calendar.renew": "Make a new address",
  "calendar.renew_means": "The old address then stops working.",
  "calendar.made": "The address is made",
  "calendar.made_text":
    "Copy it now, it is shown only this once. Whoever has the address sees your sessions and meetings and the links to them, so give it to nobody else.",
  "calendar.address": "Address of the calendar",
  "calendar.name": "My sessions and meetings in Sammanvägt",
  "calendar.round.title": "Calendar of {title}",
  "calendar.round.lead": "A secret address of the sessions, with the links to online meetings.",
  "calendar.round.open": "Subscribe to the sessions, with links to online meetings",
  "calendar.back": "To your page",
  "calendar.over": "The address is no longer valid. Make a new one on your page.",
  "calendar.not_yours": "The calendar is only for the one who has applied.",
  "calendar.no_place": "The calendar is for those who have a place.",
} as const satisfies Catalogue<keyof typeof sv>;
