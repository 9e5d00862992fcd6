import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { teamLabels } from "#features/circles/registration/parts/team-fields.tsx";
import { largestTeam } from "#features/circles/registration/registration.ts";
import { takesTeams } from "#features/circles/round/round.ts";

/** What each field is called. A rule's own words are long, and stand in its problem anyway. */
export function applicationLabels(t: Translate, { round }: PublicRound): Record<string, string> {
  return {
    ...Object.fromEntries(fields.map(([name, label]) => [name, t(label)])),
    ...(takesTeams(round.allocation) ? teamLabels(t, largestTeam) : {}),
    ...Object.fromEntries(round.rules.map(({ id }) => [`meets.${id}`, t("registration.page.form.rules")])),
  };
}

const fields = [
  ["name", "registration.page.answer.name"],
  ["email", "registration.page.answer.email"],
  ["employer", "registration.page.form.employer"],
  ["workplace", "registration.page.form.workplace"],
  ["profession", "registration.page.form.profession"],
  ["sector", "registration.page.answer.sector"],
  ["ageGroup", "registration.page.answer.age_group"],
  ["postalAddress", "registration.page.form.postal_address"],
  ["diet", "registration.page.form.diet"],
  ["adaptation", "registration.page.answer.adaptation"],
  ["managerName", "registration.page.form.manager_name"],
  ["managerEmail", "registration.page.form.manager_email"],
  ["phone", "registration.add.phone"],
  ["way", "registration.add.way"],
  ["reachedDate", "registration.add.date"],
  ["reachedTime", "registration.add.time"],
  ["motivation", "registration.page.answer.motivation"],
] as const;

/** Under which name a half-written application is kept on the device. */
export function draftOf(slug: string): string {
  return `anmalan-${slug}`;
}
