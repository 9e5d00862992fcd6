import type { Problem } from "#kernel/refusal.ts";
import { type EligibilityRule, eligibilityOf } from "#features/circles/registration/eligibility/eligibility.ts";
import type { Application } from "#features/circles/registration/registration.ts";
import { type Allocation, takesTeams } from "#features/circles/round/round.ts";

/** What decides which questions a round asks. */
export type AskingRound = {
  readonly asksDiet: boolean;
  readonly asksAgeGroup: boolean;
  readonly asksAdaptation: boolean;
  readonly materialByPost: boolean | null;
  readonly managerConsultation: "none" | "declared" | "confirmed";
  readonly hours: number | null;
  readonly allocation: Allocation | null;
};

export type Question =
  | "ageGroup"
  | "diet"
  | "adaptation"
  | "postalAddress"
  | "managerName"
  | "managerEmail"
  | "managerDeclared"
  | "hoursAccepted";
export type Asked = "required" | "optional" | "no";

/**
 * Whose word it takes that the manager has been consulted. Where the principal itself applies for a team, nobody has to
 * be asked: whoever signs is the employer's word.
 */
export function consultationOf({
  allocation,
  managerConsultation,
}: Pick<AskingRound, "allocation" | "managerConsultation">): AskingRound["managerConsultation"] {
  return takesTeams(allocation) ? "none" : managerConsultation;
}

/**
 * Which questions a round asks beyond those every round asks.
 *
 * What is not needed is not asked: a diet only where there is food, a postal address only where material is sent
 * by post, a manager's address only where the manager answers by a link. (R011, R110, R115, R116, R117)
 */
export function questionsOf(round: AskingRound): Record<Question, Asked> {
  const managerConsultation = consultationOf(round);
  return {
    ageGroup: round.asksAgeGroup && !takesTeams(round.allocation) ? "required" : "no",
    diet: round.asksDiet ? "optional" : "no",
    adaptation: round.asksAdaptation ? "optional" : "no",
    postalAddress: round.materialByPost === true ? "required" : "no",
    managerName: managerConsultation === "none" ? "no" : "required",
    managerEmail: managerConsultation === "confirmed" ? "required" : "no",
    managerDeclared: managerConsultation === "declared" ? "required" : "no",
    hoursAccepted: round.hours === null ? "no" : "required",
  };
}

/**
 * What has to be put right before an application fits its round: required answers that are missing, and required
 * rules that are not met, each with whom to turn to. Empty when it fits.
 */
export function unfitAnswers(
  round: AskingRound & { readonly rules: readonly EligibilityRule[]; readonly contact: string },
  application: Omit<Application, "email">,
): Problem[] {
  const missing = Object.entries(questionsOf(round))
    .filter(([question, asked]) => asked === "required" && !application[question as Question])
    .map(([path]): Problem => ({ path, code: missingAnswer[path as Question] ?? "web.field_missing" }));
  const { unanswered, failed } = eligibilityOf(round.rules, application.meets);
  return [
    ...missing,
    ...unanswered.map((rule): Problem => ({ path: `meets.${rule.id}`, code: "web.field_choose" })),
    ...failed.map((rule): Problem => ({
      path: `meets.${rule.id}`,
      code: "registration.rule_not_met",
      values: { rule: rule.text, contact: round.contact },
    })),
  ];
}

const missingAnswer: Partial<Record<Question, Problem["code"]>> = {
  managerDeclared: "registration.manager_not_settled",
  hoursAccepted: "registration.hours_not_accepted",
};

/** The answers a round asked for; anything else that was sent is not kept. */
export function askedAnswers(round: AskingRound, application: Omit<Application, "email">): Pick<Application, Question> {
  const asked = questionsOf(round);
  const kept = Object.entries(asked).filter(([question, how]) => how !== "no" && application[question as Question]);
  return Object.fromEntries(kept.map(([question]) => [question, application[question as Question]]));
}
