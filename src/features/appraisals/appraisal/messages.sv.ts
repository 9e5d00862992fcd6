/** Metodbedömningar: en metod vägs samman inför beslut. */
export const sv = {
  "appraisal.no_such_appraisal": "Metodbedömningen finns inte",
  "appraisal.no_such_organisation": "Organisationen finns inte",
  "appraisal.no_such_person": "Någon av dem du valde finns inte längre",
  "appraisal.not_your_organisation": "Du kan bara påbörja metodbedömningar för den organisation du arbetar för",
  "appraisal.checklist_not_published": "Välj en checklista som är publicerad",
  "appraisal.changed_meanwhile": "Någon annan har ändrat metodbedömningen sedan du öppnade sidan",
  "appraisal.nobody_with_address": "Ingen med den adressen har ett konto här",
  "appraisal.author_missing": "Någon måste skriva. Välj minst en.",
  "appraisal.too_many_authors": "Högst 20 kan skriva tillsammans",
  "appraisal.decider_missing": "Välj vem som ska besluta",
  "appraisal.does_not_decide_there": "Den personen beslutar inte om metoder där",
  "appraisal.source_not_sought":
    "{count, plural, one {En av de tre källorna är inte sökt än} other {# av de tre källorna är inte sökta än}}. Skriv vad ni fann, eller att ni sökte och inget fann, innan ni föreslår beslut.",
  "appraisal.not_yours_to_write": "Det är de som skriver metodbedömningen som ändrar den",
  "appraisal.not_yours_to_decide": "Det är den som ska besluta som gör det",
  "appraisal.not_yours_to_keep":
    "Det är de som skriver metodbedömningen, eller de som bedömer metoder i organisationen, som kan göra det",
  "appraisal.not_weighed_now": "Metodbedömningen är föreslagen eller beslutad. Ta tillbaka den för att ändra.",
  "appraisal.step_not_possible": "Det går inte att göra så med metodbedömningen som den står nu",

  "appraisal.kicker": "Metodbedömning",
  "appraisal.state.weighing": "Vägs samman",
  "appraisal.state.proposed": "Föreslagen",
  "appraisal.state.decided": "Beslutad",
  "appraisal.state.withdrawn": "Tillbakadragen",
  "appraisal.lead": "Ska vi börja, pröva i liten skala, vänta eller låta bli? Tre sorters kunskap vägs samman.",
  "appraisal.lead_in_use": "Ska vi fortsätta, ändra eller sluta? Tre sorters kunskap vägs samman.",
  "appraisal.facts": "Om metodbedömningen",
  "appraisal.method": "Metod",
  "appraisal.organisation": "Gäller",
  "appraisal.authors": "Skriver",
  "appraisal.decider": "Beslutar",
  "appraisal.nobody_decides": "Ingen är vald",
  "appraisal.form": "Checklista",
  "appraisal.form.short": "Kort, åtta frågor",
  "appraisal.form.full": "Hela",
  "appraisal.in_use": "Används redan här",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    appraisal: keyof typeof sv;
  }
}
