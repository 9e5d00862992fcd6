import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";

/** What each field is called. A rule's own words are long, and stand in its problem anyway. */
export function applicationLabels(t: Translate, { round }: PublicRound): Record<string, string> {
  return {
    ...Object.fromEntries(fields.map(([name, label]) => [name, t(label)])),
    ...Object.fromEntries(round.rules.map(({ id }) => [`meets.${id}`, t("registration.page.form.rules")])),
  };
}

const fields = [
  ["name", "registration.page.form.name"],
  ["email", "registration.page.form.email"],
  ["employer", "registration.page.form.employer"],
  ["workplace", "registration.page.form.workplace"],
  ["profession", "registration.page.form.profession"],
  ["sector", "registration.page.form.sector"],
  ["ageGroup", "registration.page.form.age_group"],
  ["postalAddress", "registration.page.form.postal_address"],
  ["diet", "registration.page.form.diet"],
  ["adaptation", "registration.page.form.adaptation"],
  ["managerName", "registration.page.form.manager_name"],
  ["managerEmail", "registration.page.form.manager_email"],
  ["motivation", "registration.page.form.motivation"],
] as const;

/** Under which name a half-written application is kept on the device. */
export function draftOf(slug: string): string {
  return `anmalan-${slug}`;
}
