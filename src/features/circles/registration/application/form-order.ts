import type { Problem } from "#kernel/refusal.ts";

const fields = [
  "",
  "way",
  "reachedDate",
  "reachedTime",
  "name",
  "email",
  "phone",
  "employer",
  "workplace",
  "profession",
  "sector",
  "themeProposal",
  "members",
  "meets",
  "ageGroup",
  "postalAddress",
  "diet",
  "adaptation",
  "managerName",
  "managerEmail",
  "managerDeclared",
  "motivation",
  "hoursAccepted",
];

/** Problems in the order in which their fields stand on the form; those about the form as a whole come first. */
export function inFormOrder(problems: readonly Problem[], rules: readonly { readonly id: string }[]): Problem[] {
  const placeOf = ({ path }: Problem): number => {
    const [field = "", rule] = path.split(".");
    const at = fields.indexOf(field);
    const place = at < 0 ? fields.length : at;
    if (rule === undefined) return place;
    if (field === "members") return place + (Number(rule) + 1) / 1_000;
    return place + rules.findIndex(({ id }) => id === rule) / (rules.length + 1);
  };
  return problems.toSorted((a, b) => placeOf(a) - placeOf(b));
}
