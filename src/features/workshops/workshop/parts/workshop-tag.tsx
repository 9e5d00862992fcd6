import type { Translate } from "#kernel/messages.ts";
import type { WorkshopState } from "#features/workshops/workshop/workshop.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

const tones: Readonly<Record<WorkshopState, Tone>> = { draft: "quiet", open: "plain", paused: "open", closed: "quiet" };

/** How far a workshop has come. */
export function WorkshopTag({ t, state }: { t: Translate; state: WorkshopState }) {
  return <Tag tone={tones[state]}>{t(`workshop.state.${state}`)}</Tag>;
}
