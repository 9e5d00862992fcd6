import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/workshops/screen/messages.sv.ts";

export const en = {
  "screen.title": "The screen",
  "screen.back": "To the workshop",
  "screen.again": "Show the latest",
  "screen.draft": "The workshop has not begun. The code works once it is open.",
  "screen.paused": "Pause",
  "screen.paused_text": "We go on soon. Leave the page open on the phone.",
  "screen.closed": "The workshop is over. Thank you for the answers.",
  "screen.step_code": "Go to the address and write the code, or point the camera of your phone at the square.",
  "screen.step_group": "Choose your group.",
  "screen.step_group_device": "One in each group goes in, chooses the group and writes for all.",
  "screen.step_answer": "Wait for the question. It comes by itself.",
  "screen.anonymous": "Nobody sees who or which group has answered.",
  "screen.by_group": "Answers show by group, never with a name.",
  "screen.do.open": "Write in your own words, {most, plural, one {one answer} other {at most # answers}}.",
  "screen.do.single": "Choose one option.",
  "screen.do.multiple": "Choose {most, plural, one {one option} other {at most # options}}.",
  "screen.do.scale": "Choose a figure from {low} to {high}.",
  "screen.do.ranking": "Put the options in order, the most important first.",
  "screen.do.points": "Share {most} points.",
  "screen.do.wordList": "Write {most, plural, one {one word} other {at most # words}}.",
  "screen.devices": "{count, plural, =0 {Nobody is in yet} one {One is in} other {# are in}}",
  "screen.answers": "{count, plural, =0 {No answers} one {One answer} other {# answers}}",
  "screen.answered":
    "{answers, plural, =0 {No answers yet} one {One answer} other {# answers}}{devices, plural, =0 {} one { from one participant} other { from # participants}}",
  "screen.ended": "The question is ended.",
  "screen.next": "Put the next question",
  "screen.said_results":
    "The answers show: {question} {count, plural, =0 {No answers} one {One answer} other {# answers}}.",
  "screen.said_question": "The question is asked: {question}",
  "screen.said_joining": "The screen shows the way in.",
} as const satisfies Catalogue<keyof typeof sv>;
