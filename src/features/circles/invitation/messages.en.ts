import type { sv } from "./messages.sv.ts";

export const en = {
  "invitation.warning.year_missing": "The text does not say which year the sessions are.",
  "invitation.warning.year_ambiguous": "Several years are possible: {years}. Choose the right one.",
  "invitation.warning.weekday_mismatch":
    "{kind, select, none {No year between {first} and {last} agrees with the weekdays in the text.} witness {The weekdays do not agree with {year}, which the rest of the text points to.} other {{date} is a {is}, but the text says {said}.}}",
  "invitation.warning.public_holiday": "{date} is {name}.",
  "invitation.warning.deadline_missing": "The text does not say when applications close.",
  "invitation.warning.deadline_year_missing": "The last day to apply has no year.",
  "invitation.warning.no_dates": "No dates of sessions were found in the text.",
  "invitation.warning.no_contact_channel":
    "{kind, select, person {{name} is a contact without e-mail and phone.} other {The text has no contact with e-mail or phone.}}",
  "invitation.warning.announced_but_missing":
    "{thing, select, contact {The text refers to contacts that are not there.} people {The text refers to contributors who are not there.} link {The text refers to a link that is not there.} dates {The text refers to dates further down that are not there.} sessions {The text speaks of {said} sessions, but {read} were found.} other {The text refers to a program further down that is not there.}}",
  "invitation.warning.capacity_missing": "The text does not say how many places there are.",
  "invitation.warning.duplicate_person": "“{one}” and “{other}” may be the same person.",
  "invitation.warning.unread_text":
    "{kind, select, noDay {A session is named without a day: “{words}”.} tooLong {The text is too long. Only its beginning is read.} week {A week is no day: “{words}”.} several {The text describes several circles. They are read as one.} tooMany {The text has more dates than an invitation usually has. The rest is not read.} badDate {The date does not exist: “{words}”.} hourRange {The hours are given as a range: “{words}”.} prices {Several prices are named: “{words}”.} priceEach {The price is not for the whole round: “{words}”.} noticeYear {Answers come on a certain day, but the year is missing: “{words}”.} other {A date could not be read: “{words}”.}}",
  "invitation.why.deadline": "The first session is the next one after {date}, the last day to apply.",
  "invitation.why.written": "The first session is the next one after {date}, when the text is dated.",
  "invitation.why.weekdays":
    "{year} is the only year between {first} and {last} in which all weekdays in the text are right.",
  "invitation.why.holiday": "The weekdays are right in {years}. {excluded} So {year} is proposed.",
  "invitation.why.and": "{before} and {last}",
  "invitation.why.holidayOne": "{day} {year} was {name}.",
} as const satisfies Record<keyof typeof sv, string>;
