import type { Translate } from "#kernel/messages.ts";
import type { KnowledgeSource } from "#features/circles/question/question.ts";
import { Tag } from "#ui/tag.tsx";

const tones = { research: "research", profession: "profession", serviceUser: "user" } as const;

/** Which of the three sources a question is put to. */
export function SourceTag({ t, source }: { t: Translate; source: KnowledgeSource }) {
  return <Tag tone={tones[source]}>{t(`question.source.${source}`)}</Tag>;
}
