import { levels } from "#features/appraisals/sources/grade.ts";
import {
  type AllSources,
  type AnySource,
  type Criterion,
  criteria,
  participations,
} from "#features/appraisals/sources/sources.ts";

/**
 * How far a source has come on its own scale: at least so many steps, at most so many, of all there are.
 *
 * The scales are three different ones and their steps are never compared or summed: research has the four levels of
 * certainty, professional experience its eight criteria, service users the five steps of participation. Between `least`
 * and `most` lies what is spread: outcomes one is differently sure of, criteria that are only partly shown, service users
 * who took part in different ways. Nothing found is nought of them.
 */
export type Strength = { readonly least: number; readonly most: number; readonly of: number };

/** What is missing in a source, by name; `criteria` says which, `who` whom. */
export type Gap =
  | { readonly what: "notSought" | "noneFound" | "noReferences" | "noVoice" | "noOutcomes" | "nobodyAsked" }
  | { readonly what: "notShown" | "notSaid"; readonly criteria: readonly Criterion[] }
  | { readonly what: "missing"; readonly who: string };

/** Whether the sources say the same; `unsaid` when fewer than two of them have been said to speak for or against. */
export type Agreement = "unsaid" | "agree" | "partly" | "disagree";

/** A criterion counts as well shown from here, of three. */
const wellShown = 2;

/** How strong a source stands, on its own scale. */
export function strengthOf(source: AnySource): Strength {
  const of =
    source.source === "research"
      ? levels.length
      : source.source === "profession"
        ? criteria.length
        : participations.length;
  if (source.standing !== "found") return { least: 0, most: 0, of };
  if (source.source === "profession") {
    const shown = (from: number) => source.profile.filter(({ score }) => (score ?? 0) >= from).length;
    return { least: shown(wellShown), most: shown(1), of };
  }
  const steps =
    source.source === "research"
      ? source.outcomes.map(({ judged }) => levels.indexOf(judged.level) + 1)
      : source.consultations.map(({ participation }) => participations.indexOf(participation) + 1);
  return steps.length === 0 ? { least: 0, most: 0, of } : { least: Math.min(...steps), most: Math.max(...steps), of };
}

/** What is missing in a source, so that an empty place is seen and not taken for a finished one. (R065) */
export function gapsOf(source: AnySource): Gap[] {
  const missing = source.source === "serviceUsers" ? missingIn(source.consultations) : [];
  if (source.standing === "notSought") return [{ what: "notSought" }, ...missing];
  if (source.standing === "soughtNoneFound") return [{ what: "noneFound" }, ...missing];
  return [
    ...ownGaps(source),
    ...missing,
    ...(source.references.length === 0 && source.source === "research" ? [{ what: "noReferences" } as const] : []),
    ...(source.speaks === null ? [{ what: "noVoice" } as const] : []),
  ];
}

function ownGaps(source: AnySource): Gap[] {
  if (source.source === "research") return source.outcomes.length === 0 ? [{ what: "noOutcomes" }] : [];
  if (source.source === "serviceUsers") return source.consultations.length === 0 ? [{ what: "nobodyAsked" }] : [];
  const named = (score: number | null) =>
    source.profile.filter((each) => each.score === score).map((each) => each.criterion);
  return [
    ...(named(0).length > 0 ? [{ what: "notShown", criteria: named(0) } as const] : []),
    ...(named(null).length > 0 ? [{ what: "notSaid", criteria: named(null) } as const] : []),
  ];
}

function missingIn(consultations: readonly { readonly missing: string | null }[]): Gap[] {
  return consultations.flatMap(({ missing }) => (missing === null ? [] : [{ what: "missing", who: missing } as const]));
}

/**
 * Whether the sources say the same of the method here. One that speaks for and one that speaks against disagree; one that
 * says both beside one that does not disagrees partly. Only what somebody has said counts: a source that is silent is a
 * gap and no agreement.
 */
export function agreementOf(sources: AllSources): Agreement {
  const said = sources.flatMap(({ standing, speaks }) => (standing === "found" && speaks !== null ? [speaks] : []));
  if (said.length < 2) return "unsaid";
  if (said.includes("for") && said.includes("against")) return "disagree";
  return new Set(said).size > 1 ? "partly" : "agree";
}
