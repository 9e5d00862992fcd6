import type { Translate } from "#kernel/messages.ts";
import { Term } from "#ui/term.tsx";

/** The words of the glossary that pages explain where they stand, by their addresses. */
type ExplainedWord = "beprovad-erfarenhet" | "tillforlitlighet" | "karnkomponent" | "metodtrohet" | "pico";

/** Asks what a word of the field means, and tells it in a sentence with the way to the glossary. */
export function WordExplained({ t, word }: { t: Translate; word: ExplainedWord }) {
  return (
    <Term t={t} id={`ord-${word}`} explanation={t(`glossary.short.${word}`)} href={`/ordlista/${word}`}>
      {t("glossary.explain", { word: t(`glossary.word.${word}`) })}
    </Term>
  );
}
