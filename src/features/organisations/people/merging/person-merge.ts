import { z } from "zod";
import { type Id, idOf, PersonId } from "#kernel/ids.ts";
import { retention } from "#features/privacy/retention.ts";

export const MergeId = idOf("person_merge");
export type MergeId = Id<"person_merge">;

/** Two entries that are one person: `from` goes into `to`, who is kept. */
export const Merge = z.strictObject({ from: PersonId, to: PersonId });
export type Merge = z.output<typeof Merge>;

/** Two who are alike and not the same. */
export const TwoPeople = z.strictObject({ one: PersonId, other: PersonId });
export type TwoPeople = z.output<typeof TwoPeople>;

/** What became of a merge, for the question whether it can be undone. */
export type MergeState = {
  readonly mergedAt: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
  readonly forgottenAt: Temporal.Instant | null;
  /** Whoever was kept has since been merged with somebody, either way: that has to be undone before this. */
  readonly mergedSince: boolean;
};

export type UndoRefusal = "undone_already" | "too_late" | "later_first";

/** The moment after which a merge cannot be undone: how things were before it is then forgotten. */
export function undoableUntil(mergedAt: Temporal.Instant): Temporal.Instant {
  return mergedAt.add({ hours: 24 * retention.personMerge.days });
}

/**
 * Why a merge cannot be undone now; nothing when it can. The latest is undone first, because an earlier one may have put
 * into the kept person what a later one moved on.
 */
export function whyNotUndone(merge: MergeState, now: Temporal.Instant): UndoRefusal | undefined {
  if (merge.undoneAt) return "undone_already";
  if (merge.forgottenAt || Temporal.Instant.compare(now, undoableUntil(merge.mergedAt)) > 0) return "too_late";
  return merge.mergedSince ? "later_first" : undefined;
}

/** Of which kind something is that could not be put back. */
export const leftKinds = ["registration", "role", "round", "account", "details", "work"] as const;
export type LeftKind = (typeof leftKinds)[number];
export const leftReasons = ["changed", "seat_taken", "notices_sent"] as const;

export const LeftAccount = z.array(
  z.object({ kind: z.enum(leftKinds), why: z.enum(leftReasons), count: z.int().positive() }),
);
export type LeftAccount = z.output<typeof LeftAccount>;

const kindOfTable: Readonly<Record<string, LeftKind>> = {
  registration: "registration",
  registration_extra: "registration",
  waitlist_offer: "registration",
  role_assignment: "role",
  round: "round",
  round_leader: "round",
  round_handover: "round",
  person: "details",
  api_token: "account",
  sign_in_account: "account",
};

/** What could not be put back, told by kind and reason instead of by table. Rows that belong to one another are one. */
export function accountOf(left: readonly { table: string; why: string; rows: number }[]): LeftAccount {
  const counted = new Map<string, LeftAccount[number]>();
  for (const { table, why, rows } of left) {
    const kind = kindOfTable[table] ?? "work";
    const reason = leftReasons.find((each) => each === why) ?? "changed";
    const key = `${kind} ${reason}`;
    const isBeside = table === "registration_extra" || table === "waitlist_offer";
    const count = Math.max(counted.get(key)?.count ?? 0, 0) + (isBeside ? 0 : rows);
    counted.set(key, { kind, why: reason, count });
  }
  return [...counted.values()].map((each) => ({ ...each, count: Math.max(1, each.count) }));
}
