import type { Problem } from "#kernel/refusal.ts";
import { publishReadiness, type RoundPlan } from "#features/circles/round/publish-readiness.ts";
import type { Audience } from "#features/circles/round/round-sections.ts";
import type { RoundState } from "#features/circles/round/round.ts";

/** What is looked at when a round is changed: all that is looked at before publishing, and the rules people answered. */
export type Edited = RoundPlan & { readonly state: RoundState; readonly rules: Audience["rules"] };

/** How far people have come with a round while it is changed. */
export type Engaged = { readonly applied: number; readonly unconfirmed: number; readonly seated: number };

/**
 * What a change may not do to a round that is out in the world, field by field; nothing is too much for a draft.
 *
 * How places are given is settled by publishing, a last day moves only by an extension with its reason, seats that
 * are taken stay, and what must be known stays known. Once somebody has applied, the rules they answered stand as
 * they stood: a rule may be softened, and new ones only recommend. (R026, R114, R120)
 */
export function editProblems(before: Edited, after: Edited, engaged: Engaged, today: Temporal.PlainDate): Problem[] {
  if (before.state === "draft") return [];
  return [
    ...wayInProblems(before, after, engaged),
    ...(after.hardCapacity !== null && after.hardCapacity < engaged.seated
      ? [{ path: "hardCapacity", code: "round.capacity_below_taken" as const, values: { seated: engaged.seated } }]
      : []),
    ...(engaged.applied + engaged.unconfirmed > 0 ? ruleProblems(before.rules, after.rules) : []),
    ...forgotten(before, after, today),
  ];
}

function* wayInProblems(before: Edited, after: Edited, engaged: Engaged): Generator<Problem> {
  if (before.allocation !== after.allocation) yield { path: "allocation", code: "round.allocation_settled" };
  const sameDay = (before.deadline?.toString() ?? "") === (after.deadline?.toString() ?? "");
  if (!sameDay || before.openUntilFull !== after.openUntilFull)
    yield { path: "deadline", code: "round.deadline_by_extension" };
  if (before.managerConsultation !== after.managerConsultation && engaged.applied + engaged.unconfirmed > 0) {
    yield { path: "managerConsultation", code: "round.consultation_settled" };
  }
}

function* ruleProblems(before: Audience["rules"], after: Audience["rules"]): Generator<Problem> {
  for (const rule of before) {
    const kept = after.find(({ id }) => id === rule.id);
    if (!kept) yield { path: "rules", code: "round.rule_answered", values: { rule: rule.text } };
    else if (kept.text !== rule.text || (rule.strength === "recommended" && kept.strength === "required")) {
      yield { path: `rules.${after.indexOf(kept)}.text`, code: "round.rule_answered", values: { rule: rule.text } };
    }
  }
  for (const [index, rule] of after.entries()) {
    if (rule.id === undefined && rule.strength === "required")
      yield { path: `rules.${index}.strength`, code: "round.rule_too_late" };
  }
}

/** What the world was told and would no longer know. */
function forgotten(before: Edited, after: Edited, today: Temporal.PlainDate): Problem[] {
  const known = new Set(publishReadiness(before, today).missing.map(({ code }) => code));
  return publishReadiness(after, today)
    .missing.filter(({ code }) => !known.has(code))
    .map(({ code }) => ({ path: fieldOf[code] ?? "", code: `round.must.${code}` as const }));
}

const fieldOf: Partial<Record<string, string>> = {
  practiceProblem: "practiceProblem",
  aim: "purpose",
  capacity: "hardCapacity",
  hours: "hours",
  goNoGoDate: "goNoGoDate",
  contact: "contacts.0.email",
  notice: "noticeDate",
  noticeNeedsDay: "noticeDate",
  noticePast: "noticeDate",
  noticeBeforeDeadline: "noticeDate",
  teamSize: "teamMost",
};
