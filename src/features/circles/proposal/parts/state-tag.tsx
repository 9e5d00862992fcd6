import type { Translate } from "#kernel/messages.ts";
import type { ProposalState } from "#features/circles/proposal/proposal.ts";
import { Tag } from "#ui/tag.tsx";

/** How far a proposal has come, in a word or two. */
export function StateTag({ t, state }: { t: Translate; state: ProposalState }) {
  return <Tag tone={state === "dropped" ? "quiet" : "plain"}>{t(`proposal.state.${state}`)}</Tag>;
}
