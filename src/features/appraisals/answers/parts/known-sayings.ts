import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/appraisals/answers/answer-words.ts";
import type { KnownFacts, UseElsewhere } from "#features/appraisals/answers/known/queries.ts";
import { headlineOf } from "#features/appraisals/sources/parts/source-sayings.ts";
import type { KnownFact } from "#features/workshops/checklist/checklist.ts";
import { sayDate, sayMonths } from "#ui/swedish-dates.ts";

/** An answer that the platform proposes, and where it is from. */
export type ProposedAnswer = { readonly text: string; readonly source: string };

/** What the platform knows that answers a question, in words one can take over; nothing where it knows nothing. */
export function proposedAnswer(t: Translate, fact: KnownFact | null, known: KnownFacts): ProposedAnswer | undefined {
  if (fact === null) return undefined;
  const text = { methodCost, methodTraining, methodReplaces, methodUses, research, timeToEffect }[fact](t, known);
  if (text === undefined) return undefined;
  return { text, source: t(`appraisal_answer.from.${fact}`, { method: known.method }) };
}

type Saying = (t: Translate, known: KnownFacts) => string | undefined;

const methodCost: Saying = (t, { cost, licence }) =>
  lines([cost ?? undefined, licence ? t("appraisal_answer.known.licence", { licence }) : undefined]);

const methodTraining: Saying = (_, { training }) => training ?? undefined;

const methodReplaces: Saying = (_, { replaces }) => replaces ?? undefined;

const methodUses: Saying = (t, { uses }) => lines(uses.map((use) => useSaid(t, use)));

/** Always of all three sources: what one of them says is never told without the others. (R065) */
const research: Saying = (t, { sources }) =>
  sources.every(({ standing }) => standing === "notSought")
    ? undefined
    : lines(
        sources.map((source) => {
          const said = [headlineOf(t, source), source.summary].filter((each) => each !== null).join(". ");
          return t("appraisal_answer.known.source", { source: t(`source.${source.source}`), said });
        }),
      );

const timeToEffect: Saying = (t, { expected }) =>
  lines(
    expected.map(({ organisation, months, met }) =>
      t("appraisal_answer.known.expected", {
        organisation,
        time: sayMonths(t.language, months),
        met: met ?? "none",
      }),
    ),
  );

function useSaid(t: Translate, { organisation, phase, from, decision, decidedOn, met }: UseElsewhere): string {
  const parts = [
    phase === null
      ? undefined
      : t("appraisal_answer.known.phase", {
          phase: t(`method.phase.${phase}`),
          day: from ? sayDate(t.language, from, { weekday: false }) : "none",
        }),
    decision === null
      ? undefined
      : t("appraisal_answer.known.decision", {
          decision: t(`appraisal_decision.word.${decision}`),
          day: decidedOn ? sayDate(t.language, decidedOn, { weekday: false }) : "none",
          met: met ?? "none",
        }),
  ].filter((part) => part !== undefined);
  return t("appraisal_answer.known.use", { organisation, said: parts.join("; ") });
}

/** No longer than an answer may be. */
function lines(each: readonly (string | undefined)[]): string | undefined {
  const said = each.filter((line) => line !== undefined).join("\n");
  if (said === "") return undefined;
  return said.length > longest.text ? `${said.slice(0, longest.text - 1)}…` : said;
}
