import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/certificate/messages.sv.ts";

/** Participation and certificates, in English. */
export const en = {
  "certificate.title": "Certificate",
  "certificate.title_leader": "Participation and certificates",
  "certificate.lead_leader":
    "When the circle is over you settle who has taken part. Whoever was at any meeting gets a certificate with their hours.",
  "certificate.lead": "When the circle is over you get your certificate here.",
  "certificate.person": "Participant",
  "certificate.meetings": "Meetings",
  "certificate.time": "Time",
  "certificate.standing": "Standing",
  "certificate.standing.completed": "Completed",
  "certificate.standing.will_complete": "Has taken part",
  "certificate.standing.never_came": "Never came",
  "certificate.standing.unknown":
    "{count, plural, one {Attendance is missing for # meeting} other {Attendance is missing for # meetings}}",
  "certificate.none": "Nobody has a place in the circle",
  "certificate.file": "Get the certificate",
  "certificate.file_of": "Get the certificate of {name}",
  "certificate.settle": "Settle participation",
  "certificate.settle_text":
    "{completed, plural, =0 {Nobody} one {# participant} other {# participants}} will complete with a certificate. {missed, plural, =0 {} one {# who never came leaves the circle. } other {# who never came leave the circle. }}{unknown, plural, =0 {} one {# waits until attendance is filled in.} other {# wait until attendance is filled in.}}",
  "certificate.settled":
    "{completed, plural, =0 {Nobody completed} one {# participant has completed} other {# participants have completed}}{missed, plural, =0 {} other {, # never came}}",
  "certificate.not_over": "The circle is not over yet, so participation cannot be settled",
  "certificate.nobody_to_settle": "There is nobody to settle. Fill in the attendance first.",
  "certificate.not_completed": "The certificate is there when participation has been settled as completed",
  "certificate.leaders_only": "Only those who lead the circle settle participation",
  "certificate.own.ready": "Your certificate is ready",
  "certificate.own.waits":
    "Your certificate is here when the circle is over and whoever leads it has settled participation.",
  "certificate.own.no_seat": "You have no place in the circle, so there is no certificate for you",
  "certificate.mail.subject": "Your certificate from {circle}",
  "certificate.mail.hello": "Hello {name}.",
  "certificate.mail.lead":
    "{circle} is over and your certificate is ready. It says which meetings you were at and how long they were.",
  "certificate.mail.open": "Fetch the certificate",
  "certificate.document.title": "Certificate for {name}",
  "certificate.document.lead": "{name}, {workplace}, {employer}, has taken part in {title}.",
  "certificate.document.extent": "Extent",
  "certificate.document.meetings": "Meetings",
  "certificate.document.time": "Time at the meetings",
  "certificate.document.noted": "Time between the meetings",
  "certificate.document.noted_time": "{time}, as noted by the participant",
  "certificate.document.commitment": "The whole circle",
  "certificate.document.commitment_hours":
    "{hours, plural, one {# hour} other {# hours}}, with assignments and reading",
  "certificate.document.leaders": "The circle was led by",
  "certificate.document.organiser": "Organised by",
  "certificate.document.period": "When",
  "certificate.document.contents": "Meetings and themes",
  "certificate.document.goal": "The goal of the circle",
  "certificate.document.no_theme": "No theme stated",
  "certificate.document.no_date": "No date stated",
  "certificate.document.issued": "Issued on {date}",
} as const satisfies Catalogue<keyof typeof sv>;
