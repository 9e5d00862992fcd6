/** Ordlistan: fältets ord, med flera definitioner där fältet inte är överens. */
export const sv = {
  "glossary.no_such_term": "Ordet finns inte i ordlistan",
  "glossary.not_yours": "Det är de som granskar och publicerar kunskap som håller ordlistan",
  "glossary.changed_meanwhile": "Någon annan har ändrat ordet sedan du öppnade sidan",
  "glossary.is_there": "Ordet finns redan i ordlistan",
  "glossary.too_many_words": "Skriv högst 20 ord",

  "glossary.all": "Ordlista",
  "glossary.all_lead": "Orden i arbetet, så som olika källor förklarar dem. Är källorna inte överens står båda.",
  "glossary.typed": "Ord",
  "glossary.filter": "Sök i ordlistan",
  "glossary.found": "{count, plural, =0 {Inget ord} one {# ord} other {# ord}}",
  "glossary.none": "Inget ord stämmer",
  "glossary.none_text": "Prova ett annat ord, eller sök i hela kunskapsbasen.",
  "glossary.show_all": "Visa alla ord",
  "glossary.add": "Lägg till ett ord",
  "glossary.add_lead": "Förklara ordet med egna, enkla ord och ange vem du har det från.",
  "glossary.change": "Ändra",
  "glossary.change_named": "Ändra {term}",
  "glossary.save": "Spara",
  "glossary.term": "Ord",
  "glossary.english": "På engelska",
  "glossary.also_called": "Kallas också {words}",
  "glossary.also_called_field": "Andra ord och förkortningar",
  "glossary.also_called_help": "Ett på varje rad. Ordet hittas på alla.",
  "glossary.definitions": "{count, plural, one {Så förklaras ordet} other {Så förklaras ordet, på # sätt}}",
  "glossary.more_definitions": "{count, plural, =1 {} other {# förklaringar}}",
  "glossary.definition_numbered": "Förklaring {number}",
  "glossary.text": "Vad betyder det?",
  "glossary.source": "Källa",
  "glossary.source_help": "Vem som säger det och i vilken text, till exempel en lag eller en vägledning.",
  "glossary.year": "År",
  "glossary.link": "Länk",
  "glossary.link_help": "En adress som börjar med https://",
  "glossary.empty_goes": "En förklaring utan text tas bort.",
  "glossary.year_unknown": "utan år",
  "glossary.done.tillagt": "Ordet står i ordlistan",
  "glossary.done.andrat": "Ändringen är sparad",

  "glossary.word.beprovad-erfarenhet": "beprövad erfarenhet",
  "glossary.word.tillforlitlighet": "tillförlitlighet",
  "glossary.word.karnkomponent": "kärnkomponent",
  "glossary.word.metodtrohet": "metodtrohet",
  "glossary.word.pico": "PICO",
  "glossary.short.beprovad-erfarenhet":
    "Erfarenhet som många har prövat länge, som är dokumenterad, och som kollegor har granskat. En enskilds erfarenhet är inte beprövad.",
  "glossary.short.tillforlitlighet":
    "Hur säker man kan vara på att ett resultat stämmer. Det bedöms för varje utfall, från mycket låg till hög.",
  "glossary.short.karnkomponent":
    "Det som måste finnas med för att en metod ska vara just den metoden och ge den effekt som är visad.",
  "glossary.short.metodtrohet": "I vilken grad en metod används så som den är beskriven.",
  "glossary.short.pico": "Ett sätt att dela upp en fråga: för vem, vad, i stället för vad, och vad man hoppas uppnå.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    glossary: keyof typeof sv;
  }
}
