import type { KnownFact } from "#features/workshops/checklist/checklist.ts";
import { type Dimension, dimensions } from "#features/workshops/checklist/dimensions.ts";

/** What the short form asks about when nobody has chosen otherwise: eight questions that no decision can do without. */
export const shortDimensions = [
  "purpose",
  "targetGroup",
  "userBenefit",
  "evidence",
  "harmRisk",
  "cost",
  "replaces",
  "followUp",
] as const satisfies readonly Dimension[];

const facts: Partial<Record<Dimension, KnownFact>> = {
  effect: "research",
  timeToEffect: "timeToEffect",
  evidence: "research",
  cost: "methodCost",
  competence: "methodTraining",
  replaces: "methodReplaces",
  adaptation: "methodUses",
};

type Asked = { readonly dimension: Dimension | null; readonly isAddition: boolean };

/** A question with what is proposed of it when a checklist is made. */
export type Proposed<Question> = Question & { readonly isShort: boolean; readonly answeredBy: KnownFact | null };

/**
 * Questions in the order of a checklist, by what they are about: of each thing that the short form asks about the first
 * question is proposed for it, and what the platform knows is proposed where it may answer.
 */
export function asChecklist<Question extends Asked>(questions: readonly Question[]): Proposed<Question>[] {
  const place = ({ dimension }: Asked) => (dimension === null ? dimensions.length : dimensions.indexOf(dimension));
  const taken = new Set<Dimension>();
  return questions
    .toSorted((one, other) => place(one) - place(other))
    .map((question) => {
      const { dimension } = question;
      const isShort =
        dimension !== null && (shortDimensions as readonly Dimension[]).includes(dimension) && !taken.has(dimension);
      if (isShort) taken.add(dimension);
      return { ...question, isShort, answeredBy: dimension === null ? null : (facts[dimension] ?? null) };
    });
}
