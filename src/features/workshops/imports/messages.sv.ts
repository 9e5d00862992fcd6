/** Svar från en fråga som ställdes i ett annat verktyg. */
export const sv = {
  "bringing_in.title": "Ta in svar från annat håll",
  "bringing_in.to": "Ta in svar från ett annat verktyg",
  "bringing_in.lead":
    "Ställdes frågan i Menti, Forms eller på papper? Ta in svaren här, så slås de ihop på samma sätt som andra svar. Du ser allt innan något sparas.",
  "bringing_in.no_clients":
    "Skriv inget om enskilda klienter. Namn och e-postadresser tas inte in, och rader med personnummer tas inte emot.",
  "bringing_in.field.questionId": "Frågan som svaren hör till",
  "bringing_in.field.questionId_help": "Lämna tomt om frågan inte finns här än.",
  "bringing_in.field.question": "Frågan som ställdes",
  "bringing_in.field.question_help": "Den läggs till i workshoppen.",
  "bringing_in.field.text": "Svar, ett på varje rad",
  "bringing_in.field.text_help":
    "En rad som ”Grupp 2:” säger vilken grupp raderna efter kommer från. Du kan också klistra in rader från ett kalkylark.",
  "bringing_in.field.file": "Eller en fil",
  "bringing_in.field.file_help": "Excel (.xlsx), CSV eller text, så som Menti eller Forms sparar svaren.",
  "bringing_in.read": "Läs och visa",
  "bringing_in.preview": "Så här lästes svaren",
  "bringing_in.preview_lead": "Inget är sparat än. Ta bort bocken för rader som inte är svar.",
  "bringing_in.for_question": "Svar på: {question}",
  "bringing_in.columns": "Vilka kolumner är det?",
  "bringing_in.field.sheet": "Blad",
  "bringing_in.field.columns": "Kolumner med svar",
  "bringing_in.field.groupColumn": "Kolumn med grupp",
  "bringing_in.field.groupColumn_help": "Gruppens namn, aldrig personers namn.",
  "bringing_in.no_group": "Ingen",
  "bringing_in.field.hasHeader": "Första raden är rubriker",
  "bringing_in.column": "Kolumn {letter}",
  "bringing_in.example": "Till exempel: {example}",
  "bringing_in.look": "Visa med de här kolumnerna",
  "bringing_in.field.rows": "{count, plural, =0 {Inga nya svar} one {1 nytt svar} other {# nya svar}}",
  "bringing_in.row": "Rad {line}",
  "bringing_in.row_group": "Rad {line}, {group}",
  "bringing_in.known":
    "{count, plural, one {1 svar är redan intaget} other {# svar är redan intagna}} och kommer inte in igen.",
  "bringing_in.anonymous": "Workshoppen är anonym. Grupperna tas inte in.",
  "bringing_in.new_groups": "Nya grupper som läggs till: {groups}",
  "bringing_in.refused": "{count, plural, one {1 rad tas inte emot} other {# rader tas inte emot}}",
  "bringing_in.refused_row": "Rad {line}: {reason}",
  "bringing_in.problem.personalNumber": "innehåller ett personnummer",
  "bringing_in.problem.tooLong": "svaret är för långt",
  "bringing_in.problem.groupTooLong": "gruppens namn är för långt. Är det rätt kolumn?",
  "bringing_in.take": "Ta in de valda svaren",
  "bringing_in.again": "Välj en annan fil eller text",
  "bringing_in.which_question": "Välj en fråga eller skriv den",
  "bringing_in.not_in_words": "Frågan besvaras inte med egna ord. Välj en annan, eller skriv frågan",
  "bringing_in.text_or_file": "Klistra in svar eller välj en fil",
  "bringing_in.no_answers": "Det finns inga svar i det du valde",
  "bringing_in.too_much": "Det är för mycket på en gång. Ta in högst {most} svar åt gången",
  "bringing_in.hardly_groups": "Det blir {count} grupper. Är det namn på personer? Välj en annan kolumn, eller ingen",
  "bringing_in.none_chosen": "Bocka för minst ett svar",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    bringing_in: keyof typeof sv;
  }
}
