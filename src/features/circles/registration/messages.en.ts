import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/registration/messages.sv.ts";

export const en = {
  // Refusals
  "registration.no_such_round": "There is no such round, or it does not take applications yet",
  "registration.no_such_registration": "There is no such application, or you have no access to it",
  "registration.no_such_link": "The link does not work. Check that the whole address came along",
  "registration.link_expired": "The link no longer works",
  "registration.not_yours": "You can read the applications but not change them",
  "registration.closed": "Applications are closed",
  "registration.full": "All places are taken, so applications are closed",
  "registration.round_over": "The round is cancelled or over",
  "registration.confirmation_lapsed": "The time to confirm ended on {date}. Apply again if you want to take part",
  "registration.confirmed_already":
    "The application is confirmed already. You find it through the link in the mail you got afterwards",
  "registration.cannot_withdraw": "The application is no longer valid, so there is nothing to withdraw",
  "registration.offer_gone": "There is no offer to answer. It may have been answered already",
  "registration.offer_over": "The last day to answer was {date}, so the place has gone to the next person",
  "registration.manager_answered_already": "You have answered already",
  "registration.manager_outdated":
    "Days or hours have changed since the mail was sent. Answer through the link in the latest mail",
  "registration.manager_not_needed":
    "The application is withdrawn or the round cancelled, so your answer is no longer needed",
  "registration.nobody_to_remind": "No manager needs a reminder right now. All have answered or got a mail today",
  "registration.cannot_deny": "The application cannot be denied as it stands",
  "registration.not_denied": "The application is not denied",
  "registration.applied_again": "The person has applied again. The new application counts",
  "registration.no_selection": "The round has no selection: places go to whoever applies first",
  "registration.not_a_candidate": "One of the applications is no longer part of the selection. Load the page again",
  "registration.notices_sent_already": "The notices have been sent already",
  "registration.notice_date_missing": "The round has no notice date",
  "registration.notices_too_early": "The notices can be sent on {date} at the earliest",
  "registration.undecided_left":
    "{count, plural, one {One application lacks a decision} other {# applications lack a decision}}",
  "registration.too_many_chosen": "You have chosen {chosen} people for {seats} places",
  "registration.rule_not_met": "This round requires: {rule}. Unsure, or answered by mistake? Ask {contact}",
  "registration.manager_not_settled": "Talk to your manager before you apply, then tick here",
  "registration.hours_not_accepted": "Tick here if you can spend that time",

  // The words mails share
  "registration.mail.open_own": "See your application",
  "registration.mail.own_lead": "Your page shows what happens next, and lets you withdraw.",
  "registration.session.digital": "online",
  "registration.session.join": "Join the meeting",
  "registration.session.venue_unknown": "place to be announced",
  "registration.session.date_unknown": "Day to be announced",
  "registration.session.provisional": "provisional",
  "registration.reason.managerSaidNo": "Your manager has said no.",
  "registration.mail.manager_asked": "We have written to {manager} and asked for an answer.",
  "registration.mail.contact": "Any questions? Ask {contact}.",

  "registration.mail.confirmAddress.subject": "Confirm your application to {title}",
  "registration.mail.confirmAddress.lead":
    "This address has been used for an application to {title}. Confirm by {date} to keep its number in the queue.",
  "registration.mail.confirmAddress.open": "Confirm the application",
  "registration.mail.confirmAddress.not_you":
    "Was it not you? Then you need not do anything. The application goes away by itself.",

  "registration.mail.received.subject": "Your application to {title} is confirmed",
  "registration.mail.received.lead":
    "Your application is part of the selection. Everyone gets an answer at the same time, on {date}.",
  "registration.mail.received.lead_no_date":
    "Your application is part of the selection. Everyone gets an answer at the same time.",
  "registration.mail.received.late": "The application came after the last day and is marked as late.",

  "registration.mail.merged.subject": "You had already applied to {title}",
  "registration.mail.merged.lead":
    "Your two applications have become one. It keeps the earliest number and what you wrote first. To change something, answer this mail.",

  "registration.mail.placed.subject": "You have a place in {title}",
  "registration.mail.placed.lead": "You have a place in {title}. Welcome.",
  "registration.mail.placed.calendar": "The calendar file in this mail puts the sessions in your calendar.",
  "registration.mail.placed.cannot": "Unable to come? Withdraw on your page, and the place goes to somebody who waits.",

  "registration.mail.held.subject": "A place is kept for you in {title}",
  "registration.mail.held.lead": "The place is yours if {manager} says yes by {date}. Feel free to remind them.",

  "registration.mail.waitlisted.subject": "You have waiting-list place {number} in {title}",
  "registration.mail.waitlisted.lead": "All places are taken right now. You are number {number} on the waiting list.",
  "registration.mail.waitlisted.next":
    "When a place becomes free and it is your turn, you get a mail with a last day to answer.",

  "registration.mail.holdReleased.subject": "The place in {title} is no longer kept",
  "registration.mail.holdReleased.lead":
    "We got no answer from {manager} in time, so the place has gone to the next person. You are still on the waiting list. When your manager has said yes you are back in the queue, with your old number.",

  "registration.mail.offer.subject": "A place is free for you in {title}",
  "registration.mail.offer.lead":
    "It is your turn on the waiting list. Answer by {date}. After that the place goes to the next person.",
  "registration.mail.offer.open": "Answer the offer",

  "registration.mail.offerLapsed.subject": "The offer of a place in {title} has gone to the next person",
  "registration.mail.offerLapsed.lead":
    "We got no answer in time, so the place has been offered to the next in the queue. Your application is no longer valid. You can apply again if you still want to take part.",

  "registration.mail.ineligible.subject": "You cannot take part in {title}",
  "registration.mail.ineligible.lead": "We have gone through your application. You cannot get a place this time.",
  "registration.mail.ineligible.reason": "The reason: {reason}",
  "registration.mail.ineligible.next":
    "Have we misunderstood something, or do you want to know what you can do? Ask {contact}.",
  "registration.mail.ineligible.next_manager": "Talk to your manager. If the answer changes, write to {contact}.",

  "registration.mail.declined.subject": "Notice about {title}",
  "registration.mail.declined.lead": "You did not get a place in the selection this time. Thank you for applying.",
  "registration.mail.declined.reason": "The reason: {reason}",

  "registration.mail.withdrawn.subject": "Your application to {title} is withdrawn",
  "registration.mail.withdrawn.lead":
    "Your application is withdrawn, and the place, if you had one, goes to somebody who waits. You can apply again if you want to take part after all. You then get a new number.",

  "registration.mail.managerSaidYes.subject": "Your manager has said yes to {title}",
  "registration.mail.managerSaidYes.lead": "{manager} has said yes. We write again when there is a place or a notice.",
  "registration.mail.managerSaidYes.lead_placed": "{manager} has said yes. You keep your place.",

  "registration.mail.changed.subject": "Changed in {title}",
  "registration.mail.changed.lead": "Something has changed in {title}: {what}.",
  "registration.mail.changed.notice": "Everyone is told on {day}.",
  "registration.mail.changed.calendar": "The calendar file in this mail changes the sessions in your calendar.",
  "registration.mail.changed.now": "This is how it is now:",
  "registration.mail.changed.cannot": "Does it no longer suit you? Withdraw on your page.",
  "registration.mail.joinLink.subject": "Link to online sessions of {title}",
  "registration.mail.joinLink.lead": "Here is the link to the online sessions of {title}. These are the sessions:",
  "registration.mail.joinLink.keep":
    "The link is only for those who have a place. Do not pass it on. The calendar file in this mail puts it in your calendar.",
  "registration.told.added": "a new session",
  "registration.told.calledOff": "a session is called off",
  "registration.told.date": "a day",
  "registration.told.time": "a time",
  "registration.told.mode": "the way of meeting",
  "registration.told.venue": "the place",
  "registration.told.settled": "a session is settled",
  "registration.told.hours": "the number of hours",
  "registration.told.cost": "the cost",
  "registration.told.aim": "purpose or goal",
  "registration.told.notice": "the day when everyone is told",

  "registration.mail.cancelled.subject": "{title} is cancelled",
  "registration.mail.cancelled.lead": "{title} will not be held. Your application is no longer valid.",
  "registration.mail.cancelled.calendar": "The calendar file in this mail takes the sessions out of your calendar.",

  "registration.mail.manager.request.subject": "{name} wants to take part in {title}: your answer is needed",
  "registration.mail.manager.reminder.subject": "Reminder: {name} wants to take part in {title}",
  "registration.mail.manager.again.subject": "Changed times in {title}: answer again about {name}",
  "registration.mail.manager.request.lead":
    "{name} at {workplace} has applied and named you as manager. Read what it means, then answer yes, no or ask a question.",
  "registration.mail.manager.reminder.lead":
    "{name} at {workplace} has applied and named you as manager. We have not had your answer yet.",
  "registration.mail.manager.again.lead":
    "Days or hours have changed since {name} at {workplace} applied. So we ask you again.",
  "registration.mail.manager.held": "The place is kept until {date}.",
  "registration.mail.manager.open": "Read and answer",
  "registration.mail.manager.dates": "Sessions",
  "registration.mail.manager.hours": "Time",
  "registration.mail.manager.hours_value": "{hours, plural, one {One hour} other {# hours}} in all",
  "registration.mail.manager.hours_unknown": "not decided",
  "registration.mail.manager.purpose": "Purpose",
  "registration.mail.manager.mandate": "Mandate",
  "registration.mandate":
    "The participant gets time and mandate to work on development at their workplace between the sessions.",

  "registration.mail.manager.question.subject": "A manager's question about {name} and {title}",
  "registration.mail.manager.question.lead": "{manager} asks, before answering about {name} at {workplace}:",
  "registration.mail.manager.question.reply":
    "Answer this mail and the answer goes to {email}. The link in the manager's mail still works.",
  "registration.mail.manager.question.open": "See the applications",
  "registration.manager_unnamed": "your manager",

  // The invented applicant of the previews
  "registration.sample.name": "Alva Ek",
  "registration.sample.workplace": "the family unit",
  "registration.sample.manager": "Bo Lind",
  "registration.sample.ineligible": "The round is for those who work in the county.",
  "registration.sample.declined": "More municipalities were to take part.",
  "registration.sample.cancelled": "Too few applied.",
} as const satisfies Catalogue<keyof typeof sv>;
