export const sv = {
  "minutesReading.warning.date_missing": "Texten säger inte vilken dag mötet var.",
  "minutesReading.warning.date_year_missing": "Mötets dag står utan år: ”{words}”.",
  "minutesReading.warning.date_ambiguous": "Flera dagar kan vara mötets. Välj rätt dag.",
  "minutesReading.warning.weekday_mismatch": "Veckodagen stämmer inte med {date}.",
  "minutesReading.warning.no_attendance": "Texten säger inte vilka som var med.",
  "minutesReading.warning.approximate_attendance":
    "Texten anger ett antal, {count}, i stället för namn: ”{words}”. Inga namn är påhittade.",
  "minutesReading.warning.duplicate_person": "{name} står på {count} ställen och räknas som en person.",
  "minutesReading.warning.similar_names":
    "{kind, select, homes {{one} står med två kommuner och räknas som två personer.} other {”{one}” och ”{other}” kan vara samma person. De räknas som två.}}",
  "minutesReading.warning.unknown_organisation": "Vilken organisation är ”{name}”? Den finns inte i registret.",
  "minutesReading.warning.user_representative":
    "{name} företräder brukare. Namnet visas bara om personen har sagt ja till det.",
  "minutesReading.warning.no_items": "Inga punkter hittades i texten.",
  "minutesReading.warning.no_items_for_group": "Inga punkter är antecknade för {name}.",
  "minutesReading.warning.no_due_date": "Uppdraget har ingen tid: ”{words}”.",
  "minutesReading.warning.next_year_missing": "Dagen för ett kommande möte står utan år: ”{words}”.",
  "minutesReading.warning.personal_number": "Texten innehåller ett personnummer. Det är inte läst och ska tas bort.",
  "minutesReading.warning.not_minutes":
    "{kind, select, invitation {Texten ser ut som en inbjudan, inte som anteckningar från ett möte.} other {Det här ser inte ut som en text.}}",
  "minutesReading.warning.unread_text":
    "{kind, select, attendance {Raden bland deltagarna kunde inte läsas: ”{words}”.} badDate {Datumet finns inte: ”{words}”.} tooLong {Texten är för lång. Bara början är läst.} other {En del av texten kunde inte läsas: ”{words}”.}}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    minutesReading: keyof typeof sv;
  }
}
