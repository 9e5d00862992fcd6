export const sv = {
  "results.title": "Resultat",
  "results.none": "Inga svar än",
  "results.none_text": "Svaren visas här när någon har svarat.",
  "results.none_yet": "Inga svar än.",
  "results.xlsx": "Spara som Excel",
  "results.csv": "Spara som CSV",
  "results.round": "Omgång {round}",
  "results.brought": "Svar från ett annat verktyg",
  "results.counted":
    "{count, plural, =0 {Inga svar} one {Ett svar} other {# svar}}{open, select, true {. Frågan är öppen.} other {}}",
  "results.by_group": "Per grupp",
  "results.word": "Ord",
  "results.option": "Alternativ",
  "results.step": "Steg",
  "results.measure.answers": "Svar",
  "results.measure.points": "Poäng",
  "results.measure.words": "Antal",
  "results.mean": "Medelvärde {mean, number, ::.0}",
  "results.mean_place": "Medelplats",
  "results.place": "{place, number, ::.0}",
  "results.column.question": "Fråga",
  "results.column.kind": "Slag",
  "results.column.round": "Omgång",
  "results.column.group": "Grupp",
  "results.column.answer": "Svar",
  "results.column.figure": "Siffra",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    results: keyof typeof sv;
  }
}
