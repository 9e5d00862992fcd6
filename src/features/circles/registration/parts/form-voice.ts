import type { MessageKey, MessageValues, Translate } from "#kernel/messages.ts";

/** Who fills in an application: the applicant, somebody on the staff for them, or whoever signs for a principal. */
export type Voice = "own" | "staff" | "signer";

const voiced = [
  "you",
  "name",
  "email",
  "email_help",
  "work",
  "sector",
  "rules_help",
  "age_group",
  "adaptation",
  "manager",
  "manager_declared",
  "manager_confirmed",
  "manager_tick",
  "manager_tick_help",
  "words",
  "motivation",
  "hours_accepted",
] as const;
type Voiced = (typeof voiced)[number];

/** What is said in other words when it is not the applicant who reads the question. */
const others: Record<Exclude<Voice, "own">, Partial<Record<Voiced, MessageKey>>> = {
  staff: {
    you: "registration.add.you",
    name: "registration.page.answer.name",
    email: "registration.add.email",
    email_help: "registration.add.email_help",
    work: "registration.add.work",
    sector: "registration.page.answer.sector",
    rules_help: "registration.add.rules_help",
    age_group: "registration.add.age_group",
    adaptation: "registration.add.adaptation",
    manager: "registration.add.manager",
    manager_declared: "registration.add.manager_declared",
    manager_confirmed: "registration.add.manager_confirmed",
    manager_tick: "registration.add.manager_tick",
    manager_tick_help: "registration.add.manager_tick_help",
    words: "registration.add.words",
    motivation: "registration.page.answer.motivation",
    hours_accepted: "registration.add.hours_accepted",
  },
  signer: {
    you: "registration.team.signer",
    work: "registration.team.principal",
    sector: "registration.team.sector",
    rules_help: "registration.team.rules_help",
    adaptation: "registration.team.adaptation",
    words: "registration.team.words",
    motivation: "registration.team.motivation",
    hours_accepted: "registration.team.hours_accepted",
  },
};

/** Says a form's sentences in the voice of whoever fills it in. */
export function sayAs(t: Translate, voice: Voice) {
  return (key: Voiced, values: MessageValues = {}): string => {
    const other = voice === "own" ? undefined : others[voice][key];
    return t(other ?? `registration.page.form.${key}`, values);
  };
}
