import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/questionnaire/messages.sv.ts";

/** The same questions before and after a circle, in English. */
export const en = {
  "questionnaire.leaders_arrange": "Those who lead the circle decide when the questions are asked",
  "questionnaire.participants_answer": "You have no place in the circle, so you do not answer the questions",
  "questionnaire.circle_cancelled": "The circle is cancelled",
  "questionnaire.not_open": "The questions cannot be answered just now",
  "questionnaire.answered_already": "You have answered already. Answers are counted once",
  "questionnaire.nothing_answered": "Answer at least one question with something other than Do not know",
  "questionnaire.is_over": "The time is over and answers are counted once. The days cannot be changed",
  "questionnaire.has_begun": "The questions are open already. You can only move the last day",
  "questionnaire.day_has_been": "Choose a day that has not been",
  "questionnaire.closes_before_opening": "The last day comes before the first",
  "questionnaire.open_too_long": "Keep the questions open for {days} days at most",
  "questionnaire.after_is_later": "The second time begins after the last day of the first",

  "questionnaire.title": "Questions before and after",
  "questionnaire.lead":
    "All participants get the same questions twice. That shows whether something has changed in how they work with knowledge.",
  "questionnaire.none": "No questions are planned in this circle.",
  "questionnaire.occasion.before": "Before",
  "questionnaire.occasion.after": "After",
  "questionnaire.span": "{from} to {until}",
  "questionnaire.stage.later": "Not open yet",
  "questionnaire.stage.open": "Open: {answered} of {participants} have answered",
  "questionnaire.stage.closed": "{answered} answered. The answers are counted tonight",
  "questionnaire.stage.counted": "Counted {day}",
  "questionnaire.arrange": "Plan the questions",
  "questionnaire.change_days": "Change the days",
  "questionnaire.open": "Show questions before and after",
  "questionnaire.open_until": "You can answer until {day}.",
  "questionnaire.you_answered": "You have answered. Thank you.",
  "questionnaire.results_are_there": "The answers are counted.",
  "questionnaire.arrange_hint": "Ask the same questions before and after the circle, and see what has changed.",
  "questionnaire.to_come": "The questions open {day}.",

  "questionnaire.answer": "Answer the questions",
  "questionnaire.answer_lead": "It takes about five minutes. You answer for yourself, not for your whole workplace.",
  "questionnaire.no_one_sees":
    "Nobody sees what you answer. We only keep how many have chosen each answer, not who, when or in which order.",
  "questionnaire.statements": "How true is this?",
  "questionnaire.workplace": "How is it at your workplace?",
  "questionnaire.degree.1": "Not true at all",
  "questionnaire.degree.2": "Hardly true",
  "questionnaire.degree.3": "True in part",
  "questionnaire.degree.4": "Mostly true",
  "questionnaire.degree.5": "Wholly true",
  "questionnaire.degree.yes": "Yes",
  "questionnaire.degree.no": "No",
  "questionnaire.degree.unknown": "Do not know, or would rather not say",
  "questionnaire.question.findsResearch": "I know where to find research that bears on my work",
  "questionnaire.question.judgesResearch": "I can tell how far a study can be trusted",
  "questionnaire.question.usesExperience": "My colleagues and I make use of what we have learnt in our work",
  "questionnaire.question.asksServiceUsers": "What those we meet know and want matters for how I work",
  "questionnaire.question.weighsSources":
    "I can weigh research, experience and the service user's knowledge when they point different ways",
  "questionnaire.question.knowsWhy": "I can say why we work as we do",
  "questionnaire.question.followsUp": "I follow up how those who get our services fare",
  "questionnaire.question.canTryNew": "I have room to try new ways of working",
  "questionnaire.question.worksWithOthers": "I know whom to turn to in other services",
  "questionnaire.question.passesOn": "I pass what I learn on to my colleagues",
  "questionnaire.question.timeForReflection":
    "Do you and your colleagues have time set aside to read and think together?",
  "questionnaire.question.timeForFollowUp": "Do you and your colleagues have time set aside to follow up your work?",
  "questionnaire.code": "A code of your own",
  "questionnaire.code_help":
    "With the same code both times your own change can be counted. Make up at least six characters and write them down. Take nothing others might recognise, such as a name or a birthday. Only an imprint of the code is kept, and it is erased when all answers are counted.",
  "questionnaire.send": "Send the answers",
  "questionnaire.send_once": "You answer once. An answer cannot be changed, because we do not know which one is yours.",
  "questionnaire.done.answered": "Thank you, your answers are counted in",
  "questionnaire.done.answered_already": "You had answered already. Answers are counted once",
  "questionnaire.done.arranged": "The days are saved",

  "questionnaire.arrange_lead":
    "The participants get a mail when the questions open. Those who have not answered are reminded two working days before the last day.",
  "questionnaire.arrange_fixed":
    "The answers are counted the night after the last day. They are shown then, once, and the days can no longer be changed.",
  "questionnaire.first_day": "First day",
  "questionnaire.last_day": "Last day",
  "questionnaire.save_days": "Save the days",

  "questionnaire.protected": "How the answers are protected",
  "questionnaire.protected.counts":
    "Answers are added up at once. There is no row for each person, no time and no order.",
  "questionnaire.protected.who":
    "Only the system knows who has answered, so that nobody answers twice or is reminded in vain. It is erased when the answers are counted. Those who lead the circle see how many.",
  "questionnaire.protected.code":
    "The answers of somebody with a code of their own are kept under an imprint of it until all answers are counted. Then they are erased.",
  "questionnaire.protected.few":
    "Nothing is shown for fewer than five answers, nor where all have answered alike or where it can be worked out what a few have answered.",
  "questionnaire.protected.once": "The result is shown when the time is out, and does not change after that.",

  "questionnaire.figures": "What the answers show",
  "questionnaire.not_effect": "Change, not proven effect",
  "questionnaire.not_effect_lead":
    "The answers tell whether something has changed, not why. Other things than the circle may have mattered, and perhaps not everybody answered both times.",
  "questionnaire.only_before":
    "This is what the participants answered before the circle. The change is shown when they have answered again.",
  "questionnaire.group": "Means of all who answered",
  "questionnaire.group_lead":
    "From 1, not true at all, to 5, wholly true. The ring is before and the dot after. The figure after ± is the spread: how far from the mean answers tend to be.",
  "questionnaire.change": "Change",
  "questionnaire.statement": "Statement",
  "questionnaire.mean": "{mean, number, ::.0}",
  "questionnaire.spread": "± {spread, number, ::.0}",
  "questionnaire.change_by": "{change, number, ::.0 sign-except-zero}",
  "questionnaire.answers": "{answers, plural, one {1 answer} other {# answers}}",
  "questionnaire.hidden": "not shown",
  "questionnaire.followed": "Those who gave the same code both times",
  "questionnaire.followed_lead": "Here each one's own change is counted. The line goes from no change to the mean.",
  "questionnaire.followed_count": "Number",
  "questionnaire.workplaces": "So many answered yes",
  "questionnaire.question": "Question",
  "questionnaire.yes_of": "{yes} of {all}",
  "questionnaire.hidden_why":
    "Not shown stands where answers are too few, or where it could otherwise be understood what somebody answered.",

  "questionnaire.mail.open_subject": "{round}: some questions for you",
  "questionnaire.mail.remind_subject": "Reminder: questions about {round}, answer by {day}",
  "questionnaire.mail.hello": "Hello {name}.",
  "questionnaire.mail.before":
    "Before the circle {round} begins we would like to know how you see your work. After it we ask the same questions again.",
  "questionnaire.mail.after": "Now we ask the same questions as before the circle {round}, to see what has changed.",
  "questionnaire.mail.time": "It takes about five minutes. You can answer until {day}.",
  "questionnaire.mail.no_one_sees": "Nobody sees what you answer.",
  "questionnaire.mail.answer": "Answer the questions",
} as const satisfies Catalogue<keyof typeof sv>;
