export const sv = {
  "minutes_reading.warning.date_missing": "Texten säger inte vilken dag mötet var.",
  "minutes_reading.warning.date_year_missing": "Mötets dag står utan år: ”{words}”.",
  "minutes_reading.warning.date_ambiguous": "Flera dagar kan vara mötets. Välj rätt dag.",
  "minutes_reading.warning.weekday_mismatch": "Veckodagen stämmer inte med {date}.",
  "minutes_reading.warning.no_attendance": "Texten säger inte vilka som var med.",
  "minutes_reading.warning.approximate_attendance":
    "Texten anger ett antal, {count}, i stället för namn: ”{words}”. Inga namn är påhittade.",
  "minutes_reading.warning.duplicate_person": "{name} står på {count} ställen och räknas som en person.",
  "minutes_reading.warning.similar_names":
    "{kind, select, homes {{one} står med två kommuner och räknas som två personer.} other {”{one}” och ”{other}” kan vara samma person. De räknas som två.}}",
  "minutes_reading.warning.unknown_organisation": "Vilken organisation är ”{name}”? Den finns inte i registret.",
  "minutes_reading.warning.user_representative":
    "{name} företräder brukare. Namnet visas bara om personen har sagt ja till det.",
  "minutes_reading.warning.no_items": "Inga punkter hittades i texten.",
  "minutes_reading.warning.no_items_for_group": "Inga punkter är antecknade för {name}.",
  "minutes_reading.warning.no_due_date": "Uppdraget har ingen tid: ”{words}”.",
  "minutes_reading.warning.next_year_missing": "Dagen för ett kommande möte står utan år: ”{words}”.",
  "minutes_reading.warning.personal_number": "Texten innehåller ett personnummer. Det är inte läst och ska tas bort.",
  "minutes_reading.warning.not_minutes":
    "{kind, select, invitation {Texten ser ut som en inbjudan, inte som anteckningar från ett möte.} other {Det här ser inte ut som en text.}}",
  "minutes_reading.warning.unread_text":
    "{kind, select, attendance {Raden bland deltagarna kunde inte läsas: ”{words}”.} badDate {Datumet finns inte: ”{words}”.} tooLong {Texten är för lång. Bara början är läst.} other {En del av texten kunde inte läsas: ”{words}”.}}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    minutes_reading: keyof typeof sv;
  }
}
