import type { MessageKey, Translate } from "#kernel/messages.ts";

/** A word of the field: where it stands on the page (once, where it is first read), and what tells of it. */
export type TermWord = {
  readonly id: string;
  readonly name: MessageKey;
  /** What it means, in a sentence or two. */
  readonly explanation: MessageKey;
  /** Where there is more. */
  readonly href: string;
};

/**
 * Asks what a word means where it stands: a button that opens a note beside it. It needs no script, is reached with the
 * keyboard, closes with Escape, and what it opens stands right after it for those who hear the page.
 */
export function Term({ t, word }: { t: Translate; word: TermWord }) {
  const { id, name, explanation, href } = word;
  return (
    <span class="term">
      <button type="button" class="term-word" popovertarget={id}>
        {t("ui.term.ask", { word: t(name) })}
      </button>
      <span class="term-note" id={id} popover="auto">
        {t(explanation)} <a href={href}>{t("ui.term.more")}</a>
      </span>
    </span>
  );
}
