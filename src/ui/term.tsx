import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";

type TermProps = {
  t: Translate;
  /** Its place on the page: a word is explained once, where it first stands. */
  id: string;
  /** The word itself in a sentence, or a question of what it means. */
  children?: Child;
  /** What it means, in a sentence or two. */
  explanation: string;
  /** Where there is more. */
  href: string;
};

/**
 * A word that is explained where it stands: a button that opens a note beside it. It needs no script, is reached with the
 * keyboard, closes with Escape, and what it opens stands right after it for those who hear the page.
 */
export function Term({ t, id, children, explanation, href }: TermProps) {
  return (
    <span class="term">
      <button type="button" class="term-word" popovertarget={id}>
        {children}
      </button>
      <span class="term-note" id={id} popover="auto">
        {explanation} <a href={href}>{t("ui.term.more")}</a>
      </span>
    </span>
  );
}
