import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/registration/team/messages.sv.ts";

export const en = {
  "registration.team_size":
    "A team has {least, number}–{most, number} people. You have written {size, plural, =0 {nobody} one {one} other {#}}",
  "registration.member_twice": "The address stands on another row already. Everybody needs one of their own",

  "registration.team.heading": "Register a team",
  "registration.team.lead": "One application is one team from one principal. It takes about ten minutes.",
  "registration.team.signer": "You who register the team",
  "registration.team.principal": "The principal",
  "registration.team.sector": "Where does the team work?",
  "registration.team.rules_help": "Answer for the team. What is only recommended does not keep you from a place.",
  "registration.team.adaptation": "Does anybody in the team need anything to take part?",
  "registration.team.words": "Why you?",
  "registration.team.motivation": "What do you want to achieve?",
  "registration.team.hours_accepted":
    "Everybody in the team can spend about {hours, plural, one {one hour} other {# hours}}",
  "registration.team.theme_legend": "Your question",
  "registration.team.theme": "What would you like to work on?",
  "registration.team.theme_help":
    "Feel free to propose a theme from your own work with quality. The organiser tries to find a researcher who fits.",
  "registration.team.members": "The team",
  "registration.team.members_help":
    "{least, number}–{most, number} people. Everybody gets a mail saying that you have registered them. Nobody else but the organiser sees who they are. If you are in the team yourself, write yourself here too.",
  "registration.team.member_name": "Name, person {number}",
  "registration.team.member_email": "E-mail, person {number}",
  "registration.team.member_title": "Role, person {number}",
  "registration.team.more_rows": "Show more rows",
  "registration.page.form.next_team":
    "When you have sent it you get a mail with a link. Press the button behind it within two working days, and the team is in. Then those in the team are told as well.",

  "registration.team.people": "{count, plural, one {# person} other {# people}}",
  "registration.team.from": "Team from {principal}",
  "registration.team.also_in": "{name} is also in another team",
  "registration.team.theme_proposed": "Proposed theme",
  "registration.team.signed_by": "Registered by",

  "registration.mail.member.named.subject": "You are in a team registered for {title}",
  "registration.mail.member.named.lead":
    "{signer} has registered a team from {principal} for {title}, and you are in it.",
  "registration.mail.member.notice": "All teams are told at the same time, {date}. You get a mail then.",
  "registration.mail.member.notice_no_date": "All teams are told at the same time. You get a mail then.",
  "registration.mail.member.not_you":
    "Did you not know, or do you not want to be in it? Tell {signer} or ask {contact}.",
  "registration.mail.member.open": "Read the invitation",
  "registration.mail.member.placed.subject": "Your team has a place in {title}",
  "registration.mail.member.placed.lead":
    "The team from {principal} has a place in {title}. The calendar file adds the sessions.",
  "registration.mail.member.waiting.subject": "Your team is on the waiting list of {title}",
  "registration.mail.member.waiting.lead":
    "The team from {principal} is on the waiting list of {title}. If there is room for the whole team, {signer} gets an offer.",
  "registration.mail.member.ended.subject": "Your team is no longer registered for {title}",
  "registration.mail.member.ended.lead":
    "The team from {principal} has no place in {title}. Ask {signer} if you wonder why.",
  "registration.mail.member.changed.subject": "Something has changed in {title}",
  "registration.mail.member.changed.lead": "Something has changed in {title}. This is how it is now.",
  "registration.mail.member.cancelled.subject": "{title} is cancelled",
  "registration.mail.member.cancelled.lead": "{title} will not take place.",
  "registration.mail.member.removed.subject": "You are no longer in the team for {title}",
  "registration.mail.member.removed.lead": "You are no longer in the team from {principal} for {title}.",
} satisfies Catalogue<keyof typeof sv>;
