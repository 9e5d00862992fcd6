import { type Id, idOf } from "#kernel/ids.ts";
import type { SessionId } from "#features/circles/round/round.ts";

/** What was changed at one moment in a round that is out. */
export const ChangeNoticeId = idOf("change_notice");
export type ChangeNoticeId = Id<"change_notice">;

/** What may be different in one meeting, and in the round as a whole. */
export const thingKinds = [
  "added",
  "calledOff",
  "date",
  "time",
  "mode",
  "venue",
  "settled",
  "hours",
  "cost",
  "purpose",
  "goal",
  "notice",
] as const;
export type ThingKind = (typeof thingKinds)[number];

/**
 * One thing that was changed: what it was and what it became, written as the round has it. A day is "2027-10-01", a
 * time "09:00–13:00" or "09:00", and what is not decided is `null`.
 */
export type ChangedThing = {
  readonly kind: ThingKind;
  readonly sessionId: SessionId | null;
  /** The day of the meeting once it was changed: what it was called then. */
  readonly day: Temporal.PlainDate | null;
  readonly was: string | null;
  readonly became: string | null;
};

/** How we know that somebody has seen a change. Nobody is ever asked to prove it. */
export const seenWays = ["room", "link", "call"] as const;
export type SeenWay = (typeof seenWays)[number];
