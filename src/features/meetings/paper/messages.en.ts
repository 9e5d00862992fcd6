import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/paper/messages.sv.ts";

export const en = {
  "paper.heading": "Papers",
  "paper.none": "No papers yet.",
  "paper.add": "Add a paper",
  "paper.add_lead": "A file or a link that those who are called see on the page of the meeting.",
  "paper.added": "The paper is added",
  "paper.remove": "Remove",
  "paper.remove_named": "Remove {title}",
  "paper.removed": "The paper is removed",
  "paper.plain": "Plain language",
  "paper.for_body": "For {body}",
  "paper.for_item": "For the item {title}",
  "paper.for_item_inline": "for the item {title}",
  "paper.field.title": "Heading",
  "paper.field.link": "Link",
  "paper.field.link_help": "Leave it empty if you choose a file.",
  "paper.field.file": "File",
  "paper.field.file_help":
    "PDF, Word, PowerPoint, Excel, PNG, JPEG or text, at most 10 MB. Nothing about single clients.",
  "paper.field.part": "For which part of the meeting",
  "paper.field.isPlain": "Plain language: shorter, in simple words",
  "paper.field.entryId": "For which item of the agenda",
  "paper.field.entryId_help": "The paper then belongs to the part of the meeting where the item is.",
  "paper.no_entry": "No particular one",
  "paper.all": "The whole meeting",
  "paper.plain_missing": "A paper in plain language is missing",
  "paper.plain_missing_text":
    "Service-user representatives sit in {bodies}. They need a paper in plain language before the meeting, by {day}.",
  "paper.plain_missing_no_day":
    "Service-user representatives sit in {bodies}. They need a paper in plain language before the meeting.",
  "paper.no_such_paper": "There is no such paper",
  "paper.file_or_link": "Choose a file or write a link",
  "paper.one_of_them": "Choose either a file or a link. Add them one at a time if there are to be both",
} as const satisfies Catalogue<keyof typeof sv>;
