import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/appraisals/adoption/messages.sv.ts";

export const en = {
  "adoption.not_decided": "Only an appraisal that is decided can be taken over",
  "adoption.is_yours": "It is yours already",
  "adoption.nothing_to_compare": "There is nothing to compare with just now",

  "adoption.title": "Taken over by others",
  "adoption.take": "Take the appraisal over",
  "adoption.take_text": "Begin from what they have found instead of from nothing. You weigh, and decide, yourselves.",
  "adoption.take_lead":
    "All three sources are copied, and say that they come from {organisation}. Answers and decisions do not come along, but can be read beside your own. Those who made it are told.",
  "adoption.for_whom": "For whom",
  "adoption.about": "What it is about with you",
  "adoption.about_help": "Rewrite what is different. Write nothing about single persons who receive services.",
  "adoption.in_use": "We use the method already",
  "adoption.press": "Take over",
  "adoption.is_weighed": "is weighed",
  "adoption.taken_from": "Taken from {organisation}",
  "adoption.taken_from_text": "The three sources come from there. Adapt them to your place.",
  "adoption.weighed_again": "They are weighing it again, so it cannot be read.",
  "adoption.see_difference": "See what differs",
  "adoption.difference": "What differs",
  "adoption.difference_lead": "Your appraisal beside the one from {organisation}, as it stands now.",
  "adoption.same": "The same",
  "adoption.differs": "Differs",
  "adoption.things": "What differs in the source",
  "adoption.thing": "What",
  "adoption.not_there": "Not there",
  "adoption.answers": "The answers in the checklist",
  "adoption.no_answers": "Nobody has answered a question yet.",
  "adoption.question": "Question",
  "adoption.became": "How it went: {met}.",

  "adoption.mail.hello": "Hello {name},",
  "adoption.mail.subject": "{organisation} has taken over {title}",
  "adoption.mail.text":
    "{organisation} has taken over your appraisal {title} to weigh it themselves. When they have decided you can read what came of it.",
  "adoption.mail.open": "Open your appraisal",
} as const satisfies Catalogue<keyof typeof sv>;
