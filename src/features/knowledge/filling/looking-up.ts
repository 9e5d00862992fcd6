import type { LimitedDeed } from "#platform/rate-limits/limits.ts";

/** Asking addresses of others on somebody's behalf: enough for a reading list, not for a machine. */
export const lookingUp: LimitedDeed = { name: "knowledge.look_up", perTarget: { times: 120, seconds: 3_600 } };
