import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "./messages.sv.ts";

export const en: Catalogue<keyof typeof sv> = {
  "minutes_reading.warning.date_missing": "The text does not say on which day the meeting was.",
  "minutes_reading.warning.date_year_missing": "The day of the meeting has no year: “{words}”.",
  "minutes_reading.warning.date_ambiguous": "Several days may be that of the meeting. Choose the right one.",
  "minutes_reading.warning.weekday_mismatch": "The weekday does not agree with {date}.",
  "minutes_reading.warning.no_attendance": "The text does not say who was there.",
  "minutes_reading.warning.approximate_attendance":
    "The text gives a number, {count}, instead of names: “{words}”. No names are made up.",
  "minutes_reading.warning.duplicate_person": "{name} stands in {count} places and counts as one person.",
  "minutes_reading.warning.similar_names":
    "{kind, select, homes {{one} stands with two municipalities and counts as two people.} other {“{one}” and “{other}” may be the same person. They count as two.}}",
  "minutes_reading.warning.unknown_organisation": "Which organisation is “{name}”? It is not in the register.",
  "minutes_reading.warning.user_representative":
    "{name} represents service users. The name is shown only if the person has agreed to it.",
  "minutes_reading.warning.no_items": "No items were found in the text.",
  "minutes_reading.warning.no_items_for_group": "No items are noted for {name}.",
  "minutes_reading.warning.no_due_date": "The commission has no due date: “{words}”.",
  "minutes_reading.warning.next_year_missing": "The day of a coming meeting has no year: “{words}”.",
  "minutes_reading.warning.personal_number":
    "The text holds a personal identity number. It has not been read and must be taken out.",
  "minutes_reading.warning.not_minutes":
    "{kind, select, invitation {The text looks like an invitation, not like notes of a meeting.} other {This does not look like a text.}}",
  "minutes_reading.warning.unread_text":
    "{kind, select, attendance {The line among the participants could not be read: “{words}”.} badDate {There is no such date: “{words}”.} tooLong {The text is too long. Only its beginning has been read.} other {A part of the text could not be read: “{words}”.}}",
};
