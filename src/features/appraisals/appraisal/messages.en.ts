import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/appraisals/appraisal/messages.sv.ts";

export const en = {
  "appraisal.no_such_appraisal": "There is no such appraisal",
  "appraisal.no_such_organisation": "There is no such organisation",
  "appraisal.no_such_person": "Somebody you chose is no longer here",
  "appraisal.not_your_organisation": "You can only begin appraisals for the organisation you work for",
  "appraisal.checklist_not_published": "Choose a checklist that is published",
  "appraisal.changed_meanwhile": "Somebody else has changed the appraisal since you opened the page",
  "appraisal.nobody_with_address": "Nobody with that address has an account here",
  "appraisal.author_missing": "Somebody must write. Choose at least one.",
  "appraisal.too_many_authors": "At most 20 can write together",
  "appraisal.decider_missing": "Choose who is to decide",
  "appraisal.does_not_decide_there": "That person does not decide on methods there",
  "appraisal.source_not_sought":
    "{count, plural, one {One of the three sources has not been sought yet} other {# of the three sources have not been sought yet}}. Write what you found, or that you sought and found nothing, before you propose a decision.",
  "appraisal.not_yours_to_write": "Those who write the appraisal change it",
  "appraisal.not_yours_to_decide": "Whoever is to decide does that",
  "appraisal.not_yours_to_keep": "Those who write the appraisal, or weigh methods for the organisation, can do that",
  "appraisal.not_weighed_now": "The appraisal is proposed or decided. Take it back to change it.",
  "appraisal.step_not_possible": "That cannot be done with the appraisal as it stands now",

  "appraisal.kicker": "Appraisal of a method",
  "appraisal.state.weighing": "Being weighed",
  "appraisal.state.proposed": "Proposed",
  "appraisal.state.decided": "Decided",
  "appraisal.state.withdrawn": "Withdrawn",
  "appraisal.lead":
    "Should we begin, try on a small scale, wait or leave it? Three kinds of knowledge are weighed together.",
  "appraisal.lead_in_use": "Should we go on, change or stop? Three kinds of knowledge are weighed together.",
  "appraisal.facts": "About the appraisal",
  "appraisal.method": "Method",
  "appraisal.organisation": "For",
  "appraisal.authors": "Written by",
  "appraisal.decider": "Decided by",
  "appraisal.nobody_decides": "Nobody is chosen",
  "appraisal.form": "Checklist",
  "appraisal.form.short": "Short, eight questions",
  "appraisal.form.full": "All of it",
  "appraisal.in_use": "In use here already",
} as const satisfies Catalogue<keyof typeof sv>;
