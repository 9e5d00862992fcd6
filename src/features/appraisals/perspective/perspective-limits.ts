import type { LimitedDeed } from "#platform/rate-limits/limits.ts";

const hour = 3_600;

/** A whole workplace may answer from one address in a coffee break; nobody fills a link by a script. */
export const perspectivesGiven: LimitedDeed = {
  name: "appraisals.perspective",
  perAddress: { times: 60, seconds: hour },
  perTarget: { times: 300, seconds: hour },
  perNetwork: { times: 300, seconds: hour },
};
