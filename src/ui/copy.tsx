import type { Translate } from "#kernel/messages.ts";

type CopyProps = { t: Translate; /** What the text is: "Adress till kalendern". */ label: string; text: string };

/** Text to take elsewhere, such as a secret address. The button comes with the script; the text can always be marked. */
export function Copy({ t, label, text }: CopyProps) {
  return (
    <copy-text class="copy" data-copied={t("ui.copy.done")}>
      <span class="label">{label}</span>
      <code>{text}</code>
      <button class="ds-button small" data-variant="secondary" type="button" hidden>
        {t("ui.copy")}
      </button>
    </copy-text>
  );
}
