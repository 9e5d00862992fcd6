/** How far what an item says has come: written, reviewed, standing, and at last replaced by what was said after it. */
export const versionStates = ["draft", "inReview", "published", "replaced"] as const;
export type VersionState = (typeof versionStates)[number];

export type VersionStep = "sendForReview" | "sendBack" | "publish" | "replace";
type Step = { readonly from: readonly VersionState[]; readonly to: VersionState };

/** The life of a version: its state changes by one of these steps, or not at all. */
export const versionSteps: Readonly<Record<VersionStep, Step>> = {
  sendForReview: { from: ["draft"], to: "inReview" },
  sendBack: { from: ["inReview"], to: "draft" },
  publish: { from: ["inReview"], to: "published" },
  replace: { from: ["published"], to: "replaced" },
};
