import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/registration/added/messages.sv.ts";

export const en = {
  "registration.phone_wrong": "Write a telephone number with its area code, such as 0481-450 00",
  "registration.reached_ahead": "That time has not come yet. Write when the application came in",
  "registration.no_way_to_reach": "Write an e-mail address or a telephone number, so that the applicant can be told",
  "registration.written_down_already": "This person has applied already, with number {number} in the queue",
  "registration.external_form": "Applications are sent in another service. The link is on the round’s page",
  "registration.cannot_correct": "The application is no longer in the running, so its details cannot be corrected",
  "registration.nothing_corrected": "Nothing is changed",
  "registration.address_taken": "Another application to the round has that address already",
  "registration.prove_first": "Confirm first that it is you. Open the link in the mail again",
  "registration.team_does_not_fit": "There is no room for so many in the team",
  "registration.no_such_call": "There is no such call, or it has been made already",

  "registration.way.form": "by the form",
  "registration.way.phone": "by telephone",
  "registration.way.mail": "by mail",
  "registration.way.letter": "by letter",
  "registration.way.inPerson": "in person",
  "registration.way.otherForm": "by another form",

  "registration.elsewhere.lead":
    "Applications to this round are sent in another service, {service}. The organiser then brings them here.",
  "registration.elsewhere.open": "Apply there",

  "registration.mail.added.subject": "You are registered for {title}",
  "registration.mail.added.lead":
    "{who} at {organiser} has entered an application to {title} for you. It came in {way} {when}.",
  "registration.mail.added.not_you": "Is that not right? Ask {contact}.",
  "registration.mail.ownLink.subject": "Link to your application to {title}",
  "registration.mail.ownLink.lead": "Somebody has asked for a new link to this address’s application to {title}.",
  "registration.mail.ownLink.not_you": "Was it not you? Then there is nothing you need to do.",
  "registration.mail.corrected.subject": "Details of your application to {title} have been corrected",
  "registration.mail.corrected.lead":
    "The organiser has corrected details of your application to {title}. Your page shows them as they are now.",
  "registration.mail.corrected.wrong": "Is something wrong? Ask {contact}.",
  "registration.page.mails.kind.added": "Somebody has registered you",
  "registration.page.mails.kind.ownLink": "New link to the application",
  "registration.page.mails.kind.corrected": "Details are corrected",
  "registration.page.mails.when.added": "When you add an application, or read a file",
  "registration.page.mails.when.ownLink": "When the applicant asks for a new link",
  "registration.page.mails.when.corrected": "When you correct details of an application",

  "registration.add.heading": "Add an application",
  "registration.add.lead":
    "For somebody who has telephoned, mailed or written. The application counts as confirmed by you and gets the next number in the queue.",
  "registration.add.open": "Add an application",
  "registration.add.arrival": "How the application came in",
  "registration.add.way": "Came in",
  "registration.add.date": "Day",
  "registration.add.time": "Time",
  "registration.add.when_help":
    "The time is shown with the application and decides whether it was late. The number in the queue is taken when you save.",
  "registration.add.you": "The applicant",
  "registration.add.email": "E-mail",
  "registration.add.email_help":
    "We send a mail here saying that you have entered the application. No address? Write a telephone number.",
  "registration.add.phone": "Telephone",
  "registration.add.phone_help": "Without e-mail you call with the news. It is put on your page Today.",
  "registration.add.work": "Work",
  "registration.add.rules_help":
    "Fill in what the applicant has said. What is only recommended keeps nobody from a place.",
  "registration.add.age_group": "Which ages does the applicant work with?",
  "registration.add.adaptation": "Does the applicant need anything to take part?",
  "registration.add.manager": "Manager",
  "registration.add.manager_declared": "Ask whether it is settled with the nearest manager.",
  "registration.add.manager_confirmed":
    "When you have saved we write to the manager, who answers yes, no or asks a question.",
  "registration.add.manager_tick": "The applicant says that it is settled with the manager",
  "registration.add.manager_tick_help":
    "The manager knows how much time it takes ({time}) and gives a mandate to work on development at the workplace between the sessions.",
  "registration.add.words": "In the applicant’s words",
  "registration.add.hours_accepted": "The applicant can spend about {hours, plural, one {one hour} other {# hours}}",
  "registration.add.send": "Save the application",
  "registration.add.saved": "The application is saved",
  "registration.add.written_down": "Entered",
  "registration.add.reached": "Came in {way} {when}",
  "registration.add.reached_term": "Came in",
  "registration.add.written_by": "entered by {name}",
  "registration.add.unproved": "The address is not confirmed yet",

  "registration.prove.heading": "You are registered for {round}",
  "registration.prove.lead":
    "{who} at {organiser} has entered an application for you. Say that it is you, and the application is shown.",
  "registration.prove.press": "It is me, show my application",
  "registration.prove.not_you":
    "Is it not you? Then somebody has written the wrong address. Please tell the organiser.",

  "registration.ask.heading": "Find your application",
  "registration.ask.lead":
    "Write the address you applied with, and you get a mail with a new link to each application that is in the running.",
  "registration.ask.email": "E-mail",
  "registration.ask.send": "Send a new link",
  "registration.ask.sent": "Look in your inbox",
  "registration.ask.sent_lead":
    "If there is an application with that address, the mail is on its way. If nothing comes, check the address or ask the organiser.",
  "registration.ask.lost": "Have you lost the mail? Ask for a new link",

  "registration.call.title": "Tell by telephone: {name}",
  "registration.call.words": "{words}",
  "registration.call.no_number": "There is no telephone number",
  "registration.call.done": "Mark as called",
  "registration.call.done_told": "The call is marked as made",
  "registration.call.waiting": "To be told by telephone",
  "registration.call.history": "Told by telephone",

  "registration.correct.open": "Correct details",
  "registration.correct.heading": "Correct details of {name}",
  "registration.correct.lead":
    "The applicant gets a mail saying that the details are corrected. What they have written themselves, such as the reasons, is not changed here.",
  "registration.correct.email_help":
    "If you change the address, the applicant must confirm the new one before the application is shown there.",
  "registration.correct.manager_help": "If you change the address, the manager is asked again.",
  "registration.correct.send": "Save the correction",
  "registration.correct.done": "The details are corrected",
} satisfies Catalogue<keyof typeof sv>;
