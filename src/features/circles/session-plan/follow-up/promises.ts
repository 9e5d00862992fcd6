import type { ProposalState } from "#features/circles/proposal/proposal.ts";

/** What was last heard about a proposal: a state that was told, an answer that all is as it was, or a question that waits. */
type LastWord =
  | {
      readonly kind: "told";
      readonly state: ProposalState;
      readonly day: Temporal.PlainDate;
      readonly reason: string | null;
    }
  | { readonly kind: "same"; readonly day: Temporal.PlainDate };

type Told = { readonly state: ProposalState; readonly happenedOn: Temporal.PlainDate; readonly reason: string | null };

/**
 * What was said last about a proposal. Somebody who answered later that nothing has changed has said that; somebody who
 * told of a new state in their answer has said that state. (R101)
 */
export function lastWord(told: Told, answered: Temporal.PlainDate | null): LastWord {
  return answered && Temporal.PlainDate.compare(answered, told.happenedOn) > 0
    ? { kind: "same", day: answered }
    : { kind: "told", state: told.state, day: told.happenedOn, reason: told.reason };
}
