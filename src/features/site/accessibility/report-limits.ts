import type { LimitedDeed } from "#platform/rate-limits/limits.ts";

const hour = 3_600;

/** Many in one town hall may be hindered by the same thing; nobody fills the list by a script. */
export const reports: LimitedDeed = {
  name: "site.accessibility_report",
  perAddress: { times: 20, seconds: hour },
  perNetwork: { times: 100, seconds: hour },
};
