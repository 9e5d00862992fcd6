import type { sv } from "#platform/messages.sv.ts";

export const en = {
  "platform.name": "Sammanvägt",
  "platform.mail.reply_to": "If you reply to this mail, {name} gets your answer.",
  "platform.mail.no_reply": "You cannot reply to this mail.",
  "platform.mail.bad_address": "{address} cannot be sent to. Check the address",
  "platform.mail.unknown": "There is no such mail",
  "platform.mail.not_retriable": "The mail is already sent or on its way",
  "platform.mail.forgotten": "The content of the mail has been deleted. Make a new one instead",
  "platform.mail.not_yours": "Only whoever looks after the installation may read outgoing mail",
  "platform.job.unknown": "The failed work is no longer there",
  "platform.job.not_yours": "Only whoever looks after the installation may see failed jobs",
  "platform.link.unknown": "The link is not right. Check that you have the whole address",
  "platform.link.spent": "The link has already been used",
  "platform.link.expired": "The link is no longer valid",
  "platform.link.outdated": "Something has changed since the link was sent. Ask for a new one",
  "platform.limit.reached":
    "That was too many tries. Try again {unit, select, seconds {{amount, plural, one {in a second} other {in # seconds}}} minutes {{amount, plural, one {in a minute} other {in # minutes}}} other {{amount, plural, one {in an hour} other {in # hours}}}}",
  "platform.token.unknown": "There is no such token",
  "platform.token.expiry": "A token is valid for at least a day and at most a year",
  "platform.token.scope": "You cannot give a token the right {scope}, because you do not have it yourself",
  "platform.token.needs_person": "Only a person with an account can have tokens",
  "platform.idempotency.other_body": "This Idempotency-Key was used for another body. Take a new key",
  "platform.idempotency.running": "The same request is already under way. Try again in a moment",
  "platform.file.too_large": "The file is too large. At most {megabytes} MB is taken in",
  "platform.file.empty": "The file is empty",
  "platform.file.no_text": "The file has no text",
  "platform.file.wrong_kind":
    "This kind of file is not taken in. Choose PDF, Word, PowerPoint, Excel, PNG, JPEG or text",
  "platform.file.holds_no_text":
    "The file cannot be read. Choose a text file (.txt), a Word document (.docx) or a web page (.html)",
  "platform.file.wrong_ending": "The file is of another kind than its name says. Save it again in the right format",
  "platform.file.unreadable": "The file cannot be read. It may be damaged or locked with a password",
  "platform.file.macros": "The file holds macros. Save it without macros and try again",
  "platform.csv.spreadsheet": "It is a spreadsheet. Open it and save it as CSV (semicolon)",
  "platform.csv.not_text": "The file is no CSV file",
  "platform.csv.no_file": "Choose a file",
  "platform.csv.none_chosen": "Tick at least one row",
  "platform.csv.empty": "The file is empty",
  "platform.csv.too_many_rows":
    "The file has {rows, number} rows. At most {most, number} can be taken at a time: divide it into several files",
  "platform.csv.open_quote":
    "A quotation mark on line {line, number} is never closed. Correct it and choose the file again",
  "platform.csv.column_missing":
    "{count, plural, one {The column {headings} is missing} other {The columns {headings} are missing}}. Look at the first line of the file",
  "platform.csv.column_twice": "The column {heading} stands there twice. Take one of them away",
  "platform.audit.head.subject": "Seal {no, number} of the log",
  "platform.audit.head.lead":
    "Keep this mail. It shows what the log looked like today, so that nobody can change it afterwards unnoticed.",
  "platform.audit.head.no": "Seal",
  "platform.audit.head.hash": "Checksum",
  "platform.audit.head.records": "Events",
  "platform.audit.head.how": "Check the log against this mail with the command",
} as const satisfies Record<keyof typeof sv, string>;
