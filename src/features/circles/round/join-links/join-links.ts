import { z } from "zod";
import { MaybeAddress, Several } from "#kernel/answers.ts";
import { SessionId } from "#features/circles/round/round.ts";

/** Where digital meetings are joined: the same address for those that are chosen; none takes it away. */
export const JoinLink = z.strictObject({
  joinLink: MaybeAddress,
  sessionIds: Several(SessionId, 60).refine((ids) => ids.length > 0, { params: { code: "round.choose_sessions" } }),
});
export type JoinLink = z.output<typeof JoinLink>;

/** Where each meeting is joined, of those whose address is known. */
export type JoinLinks = ReadonlyMap<SessionId, string>;

/** What everybody without a place knows. */
export const noJoinLinks: JoinLinks = new Map();
