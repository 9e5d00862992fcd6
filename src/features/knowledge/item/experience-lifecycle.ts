/** How far an experience has come towards proven: from one person's to what a body has examined and stands for. */
export const experienceStages = [
  "individual",
  "shared",
  "documented",
  "followedUp",
  "examined",
  "proven",
  "withdrawn",
] as const;
export type ExperienceStage = (typeof experienceStages)[number];

/**
 * Where an experience may go from each stage: one step further, one step back when it does not hold, or withdrawn. What is
 * withdrawn may be taken up again where it was shared. (concepts 2.3)
 */
export const experienceSteps: Readonly<Record<ExperienceStage, readonly ExperienceStage[]>> = {
  individual: ["shared", "withdrawn"],
  shared: ["documented", "individual", "withdrawn"],
  documented: ["followedUp", "shared", "withdrawn"],
  followedUp: ["examined", "documented", "withdrawn"],
  examined: ["proven", "followedUp", "withdrawn"],
  // Looked at again, it may be found to stand: proven anew, with a new day.
  proven: ["proven", "examined", "withdrawn"],
  withdrawn: ["shared"],
};
