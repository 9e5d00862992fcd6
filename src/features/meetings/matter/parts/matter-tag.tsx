import type { Translate } from "#kernel/messages.ts";
import type { MatterState } from "#features/meetings/matter/matter.ts";
import { Tag } from "#ui/tag.tsx";

const quiet: ReadonlySet<MatterState> = new Set(["reviewed", "dropped", "decided", "decidedElsewhere"]);

/** How far a matter has come, in a word or two. */
export function MatterTag({ t, state }: { t: Translate; state: MatterState }) {
  return <Tag tone={quiet.has(state) ? "quiet" : "open"}>{t(`matter.state.${state}`)}</Tag>;
}
