import type { Translate } from "#kernel/messages.ts";
import type { Source } from "#features/appraisals/appraisal/appraisal.ts";
import { components, downs, levels, upNames } from "#features/appraisals/sources/grade.ts";
import {
  type AllSources,
  type AnySource,
  type OutcomeFacts,
  type Participation,
  participations,
} from "#features/appraisals/sources/sources.ts";
import { agreementOf, type Gap, strengthOf } from "#features/appraisals/sources/strength.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** Where a source has its page. */
export const sourceAddress: Record<Source, string> = {
  research: "forskning",
  profession: "professionen",
  serviceUsers: "brukarna",
};

/** The colour of a source, which means that source and nothing else. */
export const sourceTone = { research: "research", profession: "profession", serviceUsers: "user" } as const;

/** How a source stands, in the few words one reads first: "Låg tillförlitlighet". */
export function headlineOf(t: Translate, source: AnySource): string {
  if (source.standing !== "found") return t(`source.standing.${source.standing}`);
  const { least, most, of } = strengthOf(source);
  if (source.source === "profession") return t("source.headline.profession", { shown: least, all: of });
  if (source.source === "research") {
    const [from, to] = [levels[least - 1], levels[most - 1]];
    if (!from || !to) return t("source.headline.research_open");
    if (from === to) return t(`source.headline.level.${from}`);
    return t("source.headline.levels", { least: t(`source.level.${from}`), most: t(`source.level.${to}`) });
  }
  const far = source.consultations.toSorted((a, b) => order(b.participation) - order(a.participation))[0];
  if (!far) return t("source.headline.nobody");
  const level = t(`source.participation.${far.participation}`);
  const known = source.consultations.every(({ howMany }) => howMany !== null);
  if (!known) return t("source.headline.asked_unknown", { level });
  const count = source.consultations.reduce((sum, { howMany }) => sum + (howMany ?? 0), 0);
  return t("source.headline.asked", { level, count });
}

/** How far a source has come on its own scale: "2 av 4". */
export function scaleOf(t: Translate, source: AnySource): string {
  const { least, most, of } = strengthOf(source);
  return least === most ? t("source.scale_said", { least, of }) : t("source.scale_spread", { least, most, of });
}

/** Where and when a source was sought, or that it was not. */
export function soughtWords(t: Translate, { standing, soughtWhere, soughtOn }: AnySource): string | undefined {
  const day = soughtOn && sayDate(t.language, soughtOn, { weekday: false });
  if (standing === "notSought") return t("source.none_yet");
  const known = [soughtWhere, day].filter((each) => each !== null).join(", ");
  return known === "" ? undefined : t("source.sought_said", { known });
}

/** Whether a source speaks for or against, or that nobody has said; a source with nothing found is silent. */
export function voiceOf(t: Translate, { standing, speaks }: AnySource): string {
  if (standing !== "found") return t("source.voice.none");
  return t(`source.voice.${speaks ?? "unsaid"}`);
}

/** What is missing, in words. */
export function gapWords(t: Translate, gap: Gap): string {
  switch (gap.what) {
    case "notShown":
    case "notSaid": {
      const names = gap.criteria.map((each) => t(`source.criterion.${each}`).toLocaleLowerCase(t.language));
      return t(`source.gap.${gap.what}`, { criteria: names.join(", ") });
    }
    case "missing":
      return t("source.gap.missing", { who: gap.who });
    default:
      return t(`source.gap.${gap.what}`);
  }
}

/** Who says what, when the sources do not say the same. */
export function voicesWords(t: Translate, sources: AllSources): string {
  const said = sources.filter(({ standing, speaks }) => standing === "found" && speaks !== null);
  return said
    .map((each) =>
      t("source.agreement.voice", {
        source: t(`source.${each.source}`),
        voice: voiceOf(t, each).toLocaleLowerCase(t.language),
      }),
    )
    .join(". ")
    .concat(".");
}

/** Whether the sources say the same, with who says what when they do not. */
export function agreementWords(t: Translate, sources: AllSources): { heading: string; text: string } {
  const agreement = agreementOf(sources);
  const text = agreement === "unsaid" ? t("source.agreement.unsaid_text") : voicesWords(t, sources);
  return { heading: t(`source.agreement.${agreement}`), text };
}

/** What research says of one outcome, in one sentence for somebody who decides. */
export function outcomeSentence(t: Translate, { outcome, result, judged }: OutcomeFacts): string {
  const what = (result ?? outcome).replace(/[.\s]+$/u, "");
  return t(`source.sentence.${judged.level}`, { what });
}

/** What lies behind a level: where the studies start and what has moved it, or the four concerns. */
export function basisWords(t: Translate, { basis }: OutcomeFacts): string[] {
  if (basis.approach === "cerqual") {
    const concerns = components.map((component) =>
      t("source.concern_said", {
        component: t(`source.component.${component}`).toLocaleLowerCase(t.language),
        concern: t(`source.concern.${concernOf(basis[component])}`),
      }),
    );
    return [t("source.concerns_said", { concerns: concerns.join(", ") })];
  }
  const moved = (reasons: readonly string[]) => reasons.filter((each) => each !== "").join(", ");
  const step = (reason: string, steps: number) =>
    steps === 0 ? "" : t("source.step", { reason: reason.toLocaleLowerCase(t.language), steps });
  const down = moved(downs.map((each) => step(t(`source.down.${each}`), basis[each])));
  const up = moved(upNames.map((each) => step(t(`source.up.${each}`), basis[each])));
  return [
    t(`source.steps.${basis.start}`),
    ...(down ? [t("source.steps_down", { reasons: down })] : []),
    ...(up ? [t("source.steps_up", { reasons: up })] : []),
    ...(down || up ? [] : [t("source.steps_none")]),
  ];
}

/** Who judged, and when. */
export function judgedWords(t: Translate, { judged }: OutcomeFacts): string {
  return t("source.judged", { by: judged.by, day: sayDate(t.language, judged.on, { weekday: false }) });
}

/** A concern or a score of nought to three as its own word. */
export function concernOf(score: number): 0 | 1 | 2 | 3 {
  return score === 1 || score === 2 || score === 3 ? score : 0;
}

const order = (participation: Participation) => participations.indexOf(participation);
