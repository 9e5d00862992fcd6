/** Utlämnande av färdiga anteckningar på begäran. */
export const sv = {
  "release.title": "Lämna ut anteckningar",
  "release.lead": "Färdiga anteckningar och protokoll som är allmänna handlingar. Arbetsanteckningar finns inte här.",
  "release.filter": "Sök bland anteckningarna",
  "release.search": "Diarienummer, grupp, möte eller dag",
  "release.search_help": "Dagen skrivs så här: 2027-03-18.",
  "release.press_search": "Sök",
  "release.counted": "{count, plural, one {1 handling} other {# handlingar}}",
  "release.none": "Inget att lämna ut",
  "release.none_text": "Här står anteckningar när de är klara, för de grupper du ansvarar för.",
  "release.none_found": "Ingen handling passar det du sökte.",
  "release.show_all": "Visa alla",
  "release.meeting": "Möte",
  "release.bodies": "Grupp",
  "release.day": "Dag",
  "release.no_day": "Datum saknas",
  "release.diary_number": "Diarienummer",
  "release.times": "Utlämnad",
  "release.times_count": "{count, plural, =0 {Inte än} one {1 gång} other {# gånger}}",
  "release.finished": "Klar {day}",
  "release.check": "Pröva sekretess",
  "release.check_text": "Fråga aldrig vem som begär ut handlingen eller varför, om det inte behövs för prövningen.",
  "release.masked": "Det här ska täckas",
  "release.masked_help":
    "Ett ord eller en mening på varje rad. De täcks överallt i handlingen. Lämna tomt om inget ska täckas.",
  "release.reason": "Enligt vilken regel, eller varför inget täcks",
  "release.press": "Spara prövningen",
  "release.done": "Prövningen är sparad. Nu går handlingen att spara och lämna ut",
  "release.history": "Prövningar",
  "release.history_none": "Ingen har prövat handlingen än. Det görs varje gång någon begär ut den.",
  "release.history_of": "{day}, {name}",
  "release.nothing_masked": "Inget är täckt.",
  "release.masked_was": "Täckt",
  "release.word": "Spara som Word",
  "release.pdf": "Spara som PDF",
  "release.word_of": "Spara som Word, prövad {day}",
  "release.pdf_of": "Spara som PDF, prövad {day}",
  "release.names": "Brukarrepresentanter står med roll och organisation om de inte har sagt ja till att namnges.",
  "release.no_such_part": "Handlingen finns inte",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    release: keyof typeof sv;
  }
}
