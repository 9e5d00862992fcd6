import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/material/messages.sv.ts";

/** Material for the meetings, in English. */
export const en = {
  "material.no_such_material": "There is no such material, or it is shown after the meeting",
  "material.over": "The circle is over. Material can no longer be added or removed",
  "material.leaders_add": "Material is added by those who lead the circle",
  "material.file_or_link": "Choose a file or write a link",
  "material.one_of_them": "Choose either a file or a link. Add them one at a time for both",
  "material.stays_file": "A file cannot become a link. Remove it and add the link instead",
  "material.change": "Change material",
  "material.change_short": "Change",
  "material.change_named": "Change {title}",
  "material.save": "Save",
  "material.changed": "The material is changed",
  "material.opened": "opened {count} times",
  "material.opened_few": "opened fewer than 5 times",
  "material.field.hours": "About how long it takes to read, in hours",
  "material.field.hours_help": "For example 0.5. Counted among the hours of the circle if it is on the reading list.",
  "material.heading": "Material",
  "material.reading_list": "Reading list",
  "material.from_knowledge": "To read in the knowledge base",
  "material.add": "Add material",
  "material.add_lead": "A file or a link that the participants see on the page of the meeting.",
  "material.added": "The material is added",
  "material.field.title": "Heading",
  "material.field.address": "Link",
  "material.field.address_help": "Leave it empty if you choose a file.",
  "material.field.file": "File",
  "material.field.file_help":
    "PDF, Word, PowerPoint, Excel, PNG, JPEG or text, at most 10 MB. Nothing about individual clients.",
  "material.field.shown": "When the participants see it",
  "material.shown.before": "At once",
  "material.shown.after": "When the meeting has begun",
  "material.field.toRead": "Put it on the reading list",
  "material.not_yet": "Shown when the meeting has begun",
  "material.remove": "Remove the material",
} as const satisfies Catalogue<keyof typeof sv>;
