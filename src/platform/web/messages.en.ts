import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#platform/web/messages.sv.ts";

export const en = {
  "web.form_invalid": "{count, plural, one {One answer needs correcting} other {# answers need correcting}}",
  "web.field_missing": "Fill in this field",
  "web.field_choose": "Choose one of the options",
  "web.field_unknown": "The form has no such field",
  "web.field_wrong": "This cannot be read. Check it and write it again",
  "web.field_number": "Write a number, for example 12",
  "web.field_too_small": "Write a number of at least {least, number}",
  "web.field_too_big": "Write a number of at most {most, number}",
  "web.field_too_few": "Choose or write at least {least, number}",
  "web.field_too_short": "Write at least {least, number} characters",
  "web.field_too_long": "The text is too long: {length, number} characters. There is room for {most, number}",
  "web.field_email": "Write an e-mail address, for example name@kommun.se",
  "web.field_date": "Write a date that exists, for example 2027-03-18",
  "web.field_time": "Write a time, for example 09:00",
  "web.field_address": "Write a web address, for example https://kommun.se",
  "kernel.link_in_name": "Write without a web address",
  "kernel.personal_number":
    "Here stands a personal identity number, from character {start, number} to {end, number}. Remove it",
  "web.signed_out":
    "You are signed out. Sign in in a new tab, come back here and send again. What you wrote is still here.",
  "web.no_token": "The call has no valid token. Send it in the header Authorization: Bearer",
  "web.scope_missing": "The token lacks the right {scope}",
  "web.not_found": "There is no such page",
  "web.forbidden": "You may not do this",
  "web.too_large": "What you sent is too large. At most {megabytes, number} MB fits",
  "web.cross_site": "The form was sent from another site. Open the page here and try again",
  "web.unreadable": "What was sent cannot be read. Go back and try again",
  "web.broken": "Something went wrong on our side. Reference {incident}",
} as const satisfies Catalogue<keyof typeof sv>;
