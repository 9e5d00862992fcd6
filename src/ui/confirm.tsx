import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Button } from "#ui/button.tsx";

type ConfirmProps = {
  t: Translate;
  /** The dialog's address on the page. */
  id: string;
  /** What the button that asks says: "Ställ in omgången". */
  opener: string;
  question: Child;
  /** What will happen, and to whom. */
  explanation?: Child;
  danger?: boolean | undefined;
  quiet?: boolean | undefined;
  small?: boolean | undefined;
  /** The form with the button that does it. */
  children?: Child;
};

/** Asks before something that is hard to take back. The browser itself opens and closes it: no script is needed. */
export function Confirm({ t, id, opener, question, explanation, danger, quiet = true, small, children }: ConfirmProps) {
  return (
    <>
      <Button opens={id} danger={danger} quiet={quiet} small={small}>
        {opener}
      </Button>
      <dialog class="confirm" id={id} popover="auto" aria-labelledby={`${id}-question`}>
        <h2 id={`${id}-question`}>{question}</h2>
        {explanation ? <p>{explanation}</p> : null}
        {children}
        <Button plain closes={id}>
          {t("ui.cancel")}
        </Button>
      </dialog>
    </>
  );
}
