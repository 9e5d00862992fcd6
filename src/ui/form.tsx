import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Filled } from "#ui/filled.ts";
import { ErrorSummary } from "#ui/error-summary.tsx";

export type FormProps = {
  t: Translate;
  action?: string | undefined;
  method?: "post" | "get";
  /** The form carries a file. */
  files?: boolean | undefined;
  hidden?: Readonly<Record<string, string | readonly string[]>> | undefined;
  filled?: Filled | undefined;
  /** What each field is called in the list of what to correct, for a form where several may lack the same thing. */
  labels?: Readonly<Record<string, string>> | undefined;
  /** Keeps what is typed on this device under this name until it is sent, for long forms open to everyone. */
  keepDraft?: string | undefined;
  id?: string | undefined;
  /** Says what the form is for, where no heading does. */
  label?: string | undefined;
  /** For a form of one button, or a row of filters: no space of its own. */
  tight?: boolean | undefined;
  children?: Child;
};

/**
 * A form that works without script. What needs correcting is said by us, above and at the field, not by the
 * browser's bubbles, which come one at a time and go away.
 */
export function Form({
  t,
  action,
  method = "post",
  files,
  hidden,
  filled,
  labels,
  keepDraft,
  id,
  label,
  tight,
  children,
}: FormProps) {
  const form = (
    <form
      class={tight ? "form tight" : "form"}
      action={action}
      method={method}
      enctype={files ? "multipart/form-data" : undefined}
      id={id}
      aria-label={label}
      novalidate
      data-once={method === "post" ? "" : undefined}
    >
      <ErrorSummary t={t} filled={filled} labels={labels} />
      {Object.entries(hidden ?? {}).flatMap(([name, value]) =>
        [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
      {children}
    </form>
  );
  return keepDraft ? (
    <keep-draft
      data-key={keepDraft}
      data-kept={t("ui.draft.kept")}
      data-restored={t("ui.draft.restored")}
      data-forget={t("ui.draft.forget")}
    >
      {form}
    </keep-draft>
  ) : (
    form
  );
}

/** The end of a form: its button, and what else can be done instead. */
export function FormEnd({ children }: { children?: Child }) {
  return <div class="buttons form-end">{children}</div>;
}

/** On the page that says a kept form has come in: the draft on the device is thrown away. */
export function DraftSent({ name }: { name: string }) {
  return <draft-sent data-key={name} hidden />;
}
