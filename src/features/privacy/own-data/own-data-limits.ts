import type { LimitedDeed } from "#platform/rate-limits/limits.ts";

const minutes = 60;

/** A mailbox is not filled by others. */
export const ownDataWishes: LimitedDeed = {
  name: "privacy.own_data",
  perAddress: { times: 20, seconds: 60 * minutes },
  perTarget: { times: 3, seconds: 60 * minutes },
};
