/** The words of the glossary that pages explain where they stand, by their addresses. */
type ExplainedWord = "beprovad-erfarenhet" | "tillforlitlighet" | "karnkomponent" | "metodtrohet" | "pico";

/** What a page needs to explain a word: where it stands, what it is called, what it means, and the way to the glossary. */
export function explainedWord<Word extends ExplainedWord>(word: Word) {
  return {
    id: `ord-${word}`,
    name: `glossary.word.${word}`,
    explanation: `glossary.short.${word}`,
    href: `/ordlista/${word}`,
  } as const;
}
