import type { AppraisalState } from "#features/appraisals/appraisal/appraisal.ts";

/** What of an appraisal settles who writes its options. */
type Weighed = {
  readonly appraisal: { readonly state: AppraisalState };
  readonly can: { readonly write: boolean; readonly ask: boolean; readonly decide: boolean };
};

/** Writing what could be chosen: its authors while it is weighed, whoever decides until they have, and when they decide anew. */
export function mayWeigh({ can, appraisal }: Weighed): boolean {
  return can.write || can.ask || (can.decide && appraisal.state === "decided");
}
