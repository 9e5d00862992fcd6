import type { Translate } from "#kernel/messages.ts";
import type { MailState } from "#platform/mail/queries.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

const tones: Record<MailState, Tone> = { waiting: "open", failed: "error", kept: "quiet", sent: "plain" };

export function MailStateTag({ t, state }: { t: Translate; state: MailState }) {
  return <Tag tone={tones[state]}>{t(`operations.mail.state.${state}`)}</Tag>;
}
