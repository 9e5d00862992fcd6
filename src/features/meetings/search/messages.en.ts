import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/search/messages.sv.ts";

/** Searching notes and matters. */
export const en = {
  "meetings_search.title": "Search notes and matters",
  "meetings_search.lead": "You search what you may read yourself: notes and matters of your bodies.",
  "meetings_search.label": "Search",
  "meetings_search.word": "Search for",
  "meetings_search.word_help": "One or several words. The beginning of a word is enough.",
  "meetings_search.body": "Body",
  "meetings_search.every_body": "All bodies",
  "meetings_search.counted": "{count, plural, one {1 hit} other {# hits}}",
  "meetings_search.many": "More than {count} hits. Write more words or choose a body.",
  "meetings_search.none": "Nothing was found",
  "meetings_search.none_text": "Try another word, or fewer words.",
  "meetings_search.start": "Write a word and search",
  "meetings_search.start_text": "Here you find what has been said, when it was said and in which body.",
  "meetings_search.no_bodies": "You are in no body yet",
  "meetings_search.no_bodies_text": "When you sit in a network or council you search its notes and matters here.",
  "meetings_search.kind.item": "Note",
  "meetings_search.kind.addition": "Addition",
  "meetings_search.kind.matter": "Matter",
  "meetings_search.working": "Working note",
  "meetings_search.addition_to": "Addition to {title}",
  "meetings_search.addition": "Addition",
  "meetings_search.no_day": "Date missing",
} as const satisfies Catalogue<keyof typeof sv>;
