export const sv = {
  "workshop.no_such_workshop": "Workshoppen finns inte",
  "workshop.no_such_question": "Frågan finns inte i workshoppen",
  "workshop.not_yours": "Du leder inte den här workshoppen",
  "workshop.not_open": "Öppna workshoppen först",
  "workshop.not_now": "Det går inte nu. Workshoppen har ändrats sedan du såg sidan.",
  "workshop.nothing_asked": "Ingen fråga är ställd",
  "workshop.options_missing": "Skriv minst två alternativ",
  "workshop.options_twice": "Samma alternativ står två gånger",
  "workshop.scale_steps": "En skala har minst två och högst elva steg",
  "workshop.code_form": "Koden är sex bokstäver och siffror",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    workshop: keyof typeof sv;
  }
}
