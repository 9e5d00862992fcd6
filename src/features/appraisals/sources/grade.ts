/** How sure one can be of what research says about one outcome, from the least to the most. (GRADE) */
export const levels = ["veryLow", "low", "moderate", "high"] as const;
export type Level = (typeof levels)[number];

/** Randomised studies start high, all others low. */
export const starts = ["high", "low"] as const;
export type Start = (typeof starts)[number];

/** What takes the certainty down, each by none, one or two steps. */
export const downs = ["riskOfBias", "inconsistency", "indirectness", "imprecision", "publicationBias"] as const;
export type Down = (typeof downs)[number];

/** What takes it up, each by at most so many steps. */
export const ups = { largeEffect: 2, doseResponse: 1, opposingConfounding: 1 } as const;
export type Up = keyof typeof ups;

/** What lay behind a judgement by GRADE: where it starts, and how many steps each reason takes it. */
export type Grade = { readonly start: Start } & Readonly<Record<Down | Up, number>>;

/** What was found in talks and texts is judged by four components, each with how serious the concern is. (GRADE-CERQual) */
export const components = ["methodology", "coherence", "adequacy", "relevance"] as const;

/** No concern, a minor one, a moderate one, a serious one. */
export const concerns = [0, 1, 2, 3] as const;

/**
 * Where the steps of a judgement lead: start − down + up, never over high and never under very low.
 *
 * It is held against the level that somebody has set, and never put in its place: the level is a person's judgement with
 * a reason, and a sum of ticks is not a judgement.
 */
export function levelOfSteps(grade: Grade): Level {
  const down = downs.reduce((sum, each) => sum + grade[each], 0);
  const up = upNames.reduce((sum, each) => sum + grade[each], 0);
  const at = levels.indexOf(grade.start) - down + up;
  return levels[Math.max(0, Math.min(levels.length - 1, at))] ?? "veryLow";
}

/** The level that the steps lead to, when it is another than the one that was set; nothing when they agree. */
export function contradiction(grade: Grade, level: Level): Level | undefined {
  const led = levelOfSteps(grade);
  return led === level ? undefined : led;
}

export const upNames = Object.keys(ups) as Up[];
