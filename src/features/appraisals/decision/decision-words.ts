import { z } from "zod";
import { MaybeDay, MaybeWords, Words } from "#kernel/answers.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Decision } from "#features/appraisals/appraisal/appraisal.ts";
import { beginsSomething, Met } from "#features/appraisals/decision/decision.ts";

/** How long each text may be. */
export const longest = {
  reason: 4_000,
  dissent: 2_000,
  saidBack: 2_000,
  expected: 2_000,
  pilotWhom: 1_000,
  outcome: 4_000,
  option: 300,
  weighing: 500,
};

type Issue = { readonly code: "custom"; readonly path: string[]; readonly params: { readonly code: MessageKey } };
const missing = (path: string, code: MessageKey): Issue => ({ code: "custom", path: [path], params: { code } });

/** What must be said of what is begun, so that it can be seen afterwards whether it became so. (R198, R206, R208) */
const expectations = ["expectedEffect", "expectedBy", "measuredHow", "stopWhen"] as const;
/** What must be said of what is tried: a pilot without an end is an introduction that nobody decided. (R206) */
const ofPilot = ["pilotWhat", "pilotWhom", "pilotUntil", "decideAgainOn"] as const;

/**
 * A decision about a method. What is begun, on a small scale or a broad one, says what is expected of it, by when, how it is
 * measured and what would make us stop; without that it is refused at the field that lacks it. A decision to wait says when
 * it is taken up again.
 */
export const DecisionWish = z
  .strictObject({
    decision: Decision,
    reason: Words(longest.reason),
    dissent: MaybeWords(longest.dissent),
    saidBack: MaybeWords(longest.saidBack),
    decidedOn: MaybeDay,
    expectedEffect: MaybeWords(longest.expected),
    expectedBy: MaybeDay,
    measuredHow: MaybeWords(longest.expected),
    stopWhen: MaybeWords(longest.expected),
    pilotWhat: MaybeWords(longest.expected),
    pilotWhom: MaybeWords(longest.pilotWhom),
    pilotUntil: MaybeDay,
    decideAgainOn: MaybeDay,
  })
  .superRefine((wish, context) => {
    const { decision } = wish;
    const needed = [
      ...(beginsSomething(decision) ? expectations : []),
      ...(decision === "pilot" ? ofPilot : []),
      ...(decision === "wait" ? (["decideAgainOn"] as const) : []),
    ];
    for (const field of needed)
      if (wish[field] === null) context.addIssue(missing(field, `appraisal_decision.missing.${field}`));
    for (const field of ["pilotWhat", "pilotWhom", "pilotUntil"] as const)
      if (decision !== "pilot" && wish[field] !== null)
        context.addIssue(missing(field, "appraisal_decision.only_pilot"));
  });
export type DecisionWish = z.output<typeof DecisionWish>;

/** How it went beside what was expected. */
export const OutcomeTold = z.strictObject({
  outcome: Words(longest.outcome),
  met: Met,
  day: MaybeDay,
});
export type OutcomeTold = z.output<typeof OutcomeTold>;

/** So many ways to choose between, and so many things that matter, can be held beside each other. */
export const mostOptions = 5;
export const mostCriteria = 7;

const version = z.coerce.number().int().min(1).max(1_000_000);

/** What could be chosen, held against what matters: for each option what there is to say of each criterion, or nothing. */
export const OptionsWish = z
  .strictObject({
    criteria: z.array(Words(longest.option)).max(mostCriteria),
    options: z
      .array(
        z.strictObject({
          text: Words(longest.option),
          weighing: z.array(MaybeWords(longest.weighing)).max(mostCriteria),
        }),
      )
      .max(mostOptions),
    version,
  })
  .superRefine(({ criteria, options }, context) => {
    for (const [row, { weighing }] of options.entries())
      if (weighing.length > criteria.length)
        context.addIssue({
          code: "custom",
          path: ["options", row, "weighing"],
          params: { code: "appraisal_decision.criterion_missing" },
        });
  });
export type OptionsWish = z.output<typeof OptionsWish>;

const rows = (most: number) => Array.from({ length: most }, (_, at) => at);
const cells = z
  .strictObject(
    Object.fromEntries(rows(mostCriteria).map((at) => [`c${at}`, MaybeWords(longest.weighing)])) as Record<
      string,
      ReturnType<typeof MaybeWords>
    >,
  )
  .optional();
const optionInForm = z
  .strictObject({ text: MaybeWords(longest.option), cells })
  .optional()
  .superRefine((option, context) => {
    const says = Object.values(option?.cells ?? {}).some((cell) => cell !== null);
    if (says && option?.text === null) context.addIssue(missing("text", "appraisal_decision.option_missing"));
  });

/**
 * The same as a form sends it: places that are left empty are no rows, and what stands in a column without a heading is
 * refused rather than lost.
 */
export const OptionsForm = z
  .strictObject({
    criteria: z
      .strictObject(
        Object.fromEntries(rows(mostCriteria).map((at) => [`c${at}`, MaybeWords(longest.option)])) as Record<
          string,
          ReturnType<typeof MaybeWords>
        >,
      )
      .optional(),
    options: z
      .strictObject(
        Object.fromEntries(rows(mostOptions).map((at) => [`o${at}`, optionInForm])) as Record<
          string,
          typeof optionInForm
        >,
      )
      .optional(),
    version,
  })
  .superRefine(({ criteria, options }, context) => {
    for (const at of rows(mostCriteria)) {
      const isUsed = Object.values(options ?? {}).some((option) => (option?.cells?.[`c${at}`] ?? null) !== null);
      if (isUsed && (criteria?.[`c${at}`] ?? null) === null)
        context.addIssue({
          code: "custom",
          path: ["criteria", `c${at}`],
          params: { code: "appraisal_decision.criterion_missing" },
        });
    }
  })
  .transform(({ criteria, options, version: read }): OptionsWish => {
    const columns = rows(mostCriteria).filter((at) => (criteria?.[`c${at}`] ?? null) !== null);
    return {
      criteria: columns.map((at) => criteria?.[`c${at}`] ?? ""),
      options: rows(mostOptions).flatMap((at) => {
        const option = options?.[`o${at}`];
        if (!option?.text) return [];
        return [{ text: option.text, weighing: columns.map((column) => option.cells?.[`c${column}`] ?? null) }];
      }),
      version: read,
    };
  });
