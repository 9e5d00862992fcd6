import type { Translate } from "#kernel/messages.ts";
import { gapWords, outcomeSentence, soughtWords } from "#features/appraisals/sources/parts/source-sayings.ts";
import type { AnySource } from "#features/appraisals/sources/sources.ts";
import type { DecisionFacts } from "#features/appraisals/decision/queries.ts";
import { gapsOf } from "#features/appraisals/sources/strength.ts";
import type { OpenRisk, Summary } from "#features/appraisals/summary/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Said = { readonly term: string; readonly value: string };

/** What a source comes to in a few sentences, and what it lacks; an empty one says that it is empty. */
export function sourceInShort(t: Translate, source: AnySource): string {
  const sentences = source.source === "research" ? source.outcomes.map((each) => outcomeSentence(t, each)) : [];
  const gaps = gapsOf(source).filter(({ what }) => what !== "notSought" && what !== "noneFound");
  const said = [
    source.standing === "found" ? null : t(`source.standing.${source.standing}`),
    source.summary,
    ...sentences,
    source.standing === "found" ? null : soughtWords(t, source),
    ...gaps.map((gap) => gapWords(t, gap)),
  ];
  return said.flatMap((each) => (each ? [withStop(each)] : [])).join(" ");
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
export function summaryFacts(t: Translate, { inside: { method, authors } }: Summary): Said[] {
  return [
    { term: t("summary.method"), value: method.name },
    { term: t("summary.authors"), value: authors.map(({ name }) => name).join(", ") },
  ];
}

/** How the sources were weighed against each other, when somebody has said. */
export function weighingFacts(t: Translate, { inside: { appraisal } }: Summary): Said[] {
  const { disagreement, outweighing, outweighingMotive } = appraisal;
  const more = outweighing && [t(`source.${outweighing}`), outweighingMotive].filter(Boolean).join(": ");
  return [...said(t("source.disagreement"), disagreement), ...said(t("summary.weighs_more"), more)];
}

/** What was decided, what is expected of it, and what would make us stop. */
export function decisionFacts(t: Translate, decision: DecisionFacts): Said[] {
  const day = (date: Temporal.PlainDate | null) => date && sayDate(t.language, date, { weekday: false });
  const { decidedBy, decidedOn, expectedEffect, expectedBy, pilotWhat, pilotWhom, pilotUntil } = decision;
  const by = t("summary.by", {
    decision: t(`summary.decision.${decision.decision}`),
    name: decidedBy ?? t("summary.by_nobody"),
    day: day(decidedOn) ?? "",
  });
  return [
    { term: t("summary.decided"), value: by },
    ...said(t("summary.reason"), decision.reason),
    ...said(t("summary.dissent"), decision.dissent),
    ...said(
      t("summary.pilot"),
      joined(pilotWhat, pilotWhom, pilotUntil && t("summary.until", { day: day(pilotUntil) ?? "" })),
    ),
    ...said(
      t("summary.expected"),
      joined(expectedEffect, expectedBy && t("summary.by_day", { day: day(expectedBy) ?? "" })),
    ),
    ...said(t("summary.measured"), decision.measuredHow),
    ...said(t("summary.stop"), decision.stopWhen),
    ...said(t("summary.again"), day(decision.decideAgainOn)),
    ...said(t("summary.outcome"), decision.outcome),
  ];
}

/** What is known of it in one line. */
function joined(...parts: readonly (string | null)[]): string | null {
  const known = parts.flatMap((part) => (part === null ? [] : [part.replace(/[.\s]+$/u, "")]));
  return known.length === 0 ? null : known.join(", ");
}

function said(term: string, value: string | null): Said[] {
  return value === null ? [] : [{ term, value }];
}

function withStop(text: string): string {
  return /[.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
