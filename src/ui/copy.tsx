import type { Translate } from "#kernel/messages.ts";
import { fieldId } from "#ui/filled.ts";

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

type CopyAreaProps = CopyProps & {
  /** The field's name on the page. */ name: string;
  rows?: number;
  help?: string | undefined;
};

/** Longer text to take elsewhere. Without a script it can be marked and copied as in any field. */
export function CopyArea({ t, label, text, name, rows = 6, help }: CopyAreaProps) {
  return (
    <copy-text class="copy area" data-copied={t("ui.copy.done")}>
      <label class="label" for={fieldId(name)}>
        {label}
      </label>
      {help ? (
        <p class="help" id={`${fieldId(name)}-help`}>
          {help}
        </p>
      ) : null}
      <textarea
        class="ds-input full"
        id={fieldId(name)}
        rows={rows}
        readonly
        aria-describedby={help ? `${fieldId(name)}-help` : undefined}
      >
        {text}
      </textarea>
      <button class="ds-button small" data-variant="secondary" type="button" hidden>
        {t("ui.copy")}
      </button>
    </copy-text>
  );
}
