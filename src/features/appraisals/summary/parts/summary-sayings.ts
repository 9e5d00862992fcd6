import type { Translate } from "#kernel/messages.ts";
import { headlineOf, outcomeSentence, soughtWords } from "#features/appraisals/sources/parts/source-sayings.ts";
import type { AnySource } from "#features/appraisals/sources/sources.ts";
import type { DecisionFacts, OpenRisk, Summary } from "#features/appraisals/summary/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Said = { readonly term: string; readonly value: string };

/** What a source comes to in a few sentences; an empty one says that it is empty. */
export function sourceInShort(t: Translate, source: AnySource): string {
  const sentences = source.source === "research" ? source.outcomes.map((each) => outcomeSentence(t, each)) : [];
  const said = [source.summary, ...sentences, source.standing === "found" ? null : soughtWords(t, source)];
  const text = said.flatMap((each) => (each ? [withStop(each)] : [])).join(" ");
  return t("summary.source_said", { headline: headlineOf(t, source), text }).trim();
}

/** A risk that is open, and when somebody is to know. */
export function riskWords(t: Translate, { question, text, knownBy }: OpenRisk): string {
  const risk =
    knownBy === null
      ? t("summary.risk_open", { question })
      : t("summary.risk_known_by", { question, day: sayDate(t.language, knownBy, { weekday: false }) });
  return text ? t("summary.risk_text", { risk, text }) : risk;
}

/** Whose appraisal it is, and of what. */
export function summaryFacts(t: Translate, { inside: { appraisal, method, authors } }: Summary): Said[] {
  return [
    { term: t("summary.method"), value: method.name },
    { term: t("summary.organisation"), value: appraisal.organisation },
    { term: t("summary.authors"), value: authors.map(({ name }) => name).join(", ") },
  ];
}

/** How the sources were weighed against each other, when somebody has said. */
export function weighingFacts(t: Translate, { inside: { appraisal } }: Summary): Said[] {
  const { disagreement, outweighing, outweighingMotive } = appraisal;
  return [
    ...said(t("source.disagreement"), disagreement),
    ...said(
      t("source.outweighing"),
      outweighing && t("source.outweighing_said", { source: t(`source.${outweighing}`) }),
    ),
    ...said(t("source.motive"), outweighingMotive),
  ];
}

/** What was decided, what is expected of it, and what would make us stop. */
export function decisionFacts(t: Translate, decision: DecisionFacts): Said[] {
  const day = (date: Temporal.PlainDate | null) => date && sayDate(t.language, date, { weekday: false });
  const { decidedBy, decidedOn } = decision;
  return [
    { term: t("summary.decided"), value: t(`summary.decision.${decision.decision}`) },
    { term: t("summary.decided_by"), value: `${decidedBy ?? t("summary.by_nobody")}, ${day(decidedOn)}` },
    ...said(t("summary.reason"), decision.reason),
    ...said(t("summary.dissent"), decision.dissent),
    ...said(t("summary.expected"), decision.expectedEffect),
    ...said(t("summary.expected_by"), day(decision.expectedBy)),
    ...said(t("summary.measured"), decision.measuredHow),
    ...said(t("summary.stop"), decision.stopWhen),
    ...said(t("summary.pilot_what"), decision.pilotWhat),
    ...said(t("summary.pilot_whom"), decision.pilotWhom),
    ...said(t("summary.pilot_until"), day(decision.pilotUntil)),
    ...said(t("summary.again"), day(decision.decideAgainOn)),
    ...said(t("summary.outcome"), decision.outcome),
  ];
}

function said(term: string, value: string | null): Said[] {
  return value === null ? [] : [{ term, value }];
}

function withStop(text: string): string {
  return /[.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
