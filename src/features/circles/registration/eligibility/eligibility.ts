/** One rule about whom a round is for. Only a required rule can keep somebody out. */
export type EligibilityRule = {
  readonly id: string;
  readonly text: string;
  readonly strength: "required" | "recommended";
};

export type Eligibility<Rule extends EligibilityRule> = {
  /** Required rules without an answer: the application cannot be sent yet. */
  readonly unanswered: readonly Rule[];
  /** Required rules that are not met: the reasons why this round is not for this person. */
  readonly failed: readonly Rule[];
  /** Recommended rules that are not met: shown to whoever plans, never a hindrance. (R114) */
  readonly noted: readonly Rule[];
};

/**
 * Weighs an applicant's own answers against the rules of a round. Required rules gate, recommended rules only show:
 * not meeting one, or not answering it, never blocks. Answers to rules the round no longer has are left out.
 */
export function eligibilityOf<Rule extends EligibilityRule>(
  rules: readonly Rule[],
  meets: Readonly<Record<string, boolean>>,
): Eligibility<Rule> {
  const required = rules.filter((rule) => rule.strength === "required");
  return {
    unanswered: required.filter((rule) => meets[rule.id] === undefined),
    failed: required.filter((rule) => meets[rule.id] === false),
    noted: rules.filter((rule) => rule.strength === "recommended" && meets[rule.id] === false),
  };
}
