import { z } from "zod";

/**
 * What there is to find out before a method is introduced: the 22 dimensions that the 26 questions of the networks come
 * to (R182-R208), and two that no question asked for, offered as additions and said not to be from the group.
 */
export const dimensionsOfTheRoom = [
  "purpose",
  "targetGroup",
  "userBenefit",
  "effect",
  "timeToEffect",
  "evidence",
  "harmRisk",
  "cost",
  "staffImpact",
  "systemImpact",
  "leadership",
  "responsibility",
  "competence",
  "collaboration",
  "currentPractice",
  "replaces",
  "goalAlignment",
  "adaptation",
  "implementation",
  "rollout",
  "testDesign",
  "followUp",
] as const;
export const offeredDimensions = ["equity", "lawAndEthics"] as const;
export const dimensions = [...dimensionsOfTheRoom, ...offeredDimensions] as const;
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;
