import type { Translate } from "#kernel/messages.ts";
import type { SubmissionState } from "#features/circles/assignment/due.ts";
import { Tag } from "#ui/tag.tsx";

/** How far somebody has come. What is not handed in is open; nothing is red, because nobody is told off. */
export function StateTag({ t, state }: { t: Translate; state: SubmissionState }) {
  const tone = state === "nothing" ? "quiet" : state === "draft" ? "open" : "plain";
  return <Tag tone={tone}>{t(`assignment.state.${state}`)}</Tag>;
}
