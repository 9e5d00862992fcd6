import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/workshops/moderation/messages.sv.ts";

export const en = {
  "moderation.title": "Moderate",
  "moderation.lead":
    "Hide answers that do not belong on the screen, and shut out a participant who disturbs. Nothing is deleted.",
  "moderation.hide": "Hide an answer",
  "moderation.hide_short": "Hide",
  "moderation.hide_named": "Hide: {answer}",
  "moderation.hide_lead": "The answer goes from the screen and is not merged. It is kept here.",
  "moderation.hide_press": "Hide the answer",
  "moderation.reason": "Why?",
  "moderation.hidden": "Hidden",
  "moderation.hidden_with_device": "Hidden with the participant",
  "moderation.show": "Show again",
  "moderation.show_named": "Show again: {answer}",
  "moderation.devices": "{count, plural, one {One participant} other {# participants}}",
  "moderation.devices_text":
    "Nobody has a name here. If you shut a participant out, the answers from there are hidden too.",
  "moderation.device": "Participant",
  "moderation.device_numbered": "Participant {number}",
  "moderation.is_shut_out": "Shut out",
  "moderation.shut_out": "Shut out",
  "moderation.shut_out_named": "Shut out participant {number}",
  "moderation.let_in": "Let in again",
  "moderation.let_in_named": "Let in again: participant {number}",
  "moderation.deed": "What you can do",
  "moderation.no_such_answer": "There is no such answer in the workshop",
  "moderation.no_such_device": "The participant is not there any more",
} as const satisfies Catalogue<keyof typeof sv>;
