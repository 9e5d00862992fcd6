/** What merging needs to know of a registration. */
export type Numbered<Id extends string = string> = { readonly id: Id; readonly queueNo: number };

export type Merge<Id extends string = string> = {
  readonly keep: Id;
  readonly merge: Id;
  readonly queueNo: number;
  /** The kept registration stood behind and takes the other's number; the merged one gets the later number. */
  readonly swaps: boolean;
};

/**
 * What becomes of two registrations of the same person in one round: the live one goes on with everything that
 * has happened to it (place, offer, the manager's word) and takes the earliest of the two numbers; the other is
 * merged into it. Nobody gains or loses a place by applying twice. ("Allocation rules": common)
 */
export function mergeApplications<Id extends string>(live: Numbered<Id>, newlyConfirmed: Numbered<Id>): Merge<Id> {
  return {
    keep: live.id,
    merge: newlyConfirmed.id,
    queueNo: Math.min(live.queueNo, newlyConfirmed.queueNo),
    swaps: newlyConfirmed.queueNo < live.queueNo,
  };
}
