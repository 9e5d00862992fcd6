/** Cirkelns timmar, och den tid man noterar själv. */
export const sv = {
  "noted_time.title": "Timmar",
  "noted_time.lead": "Vad cirkeln tar i tid: träffarna, uppgifterna mellan dem och det som står på läslistan.",
  "noted_time.more": "Timmarna i detalj",
  "noted_time.more_own": "Timmarna i detalj och din egen tid",
  "noted_time.picture": "Så fördelas åtagandet",
  "noted_time.part": "Del",
  "noted_time.time": "Tid",
  "noted_time.meetings": "Träffar",
  "noted_time.assignments": "Uppgifter",
  "noted_time.reading": "Läsning",
  "noted_time.left": "Kvar av åtagandet",
  "noted_time.over": "Mer än åtagandet",
  "noted_time.sum": "Planerat: {planned}. Åtagandet: {commitment}.",
  "noted_time.sum_only": "Planerat: {planned}. Hur stort åtagandet är har ingen sagt.",
  "noted_time.unknown_meetings": "{count, plural, one {# träff} other {# träffar}} utan känd tid är inte med.",
  "noted_time.unknown_assignments":
    "{count, plural, one {# uppgift} other {# uppgifter}} utan angiven tid är inte med.",
  "noted_time.unknown_reading":
    "{count, plural, one {# text} other {# texter}} på läslistan utan angiven tid är inte med.",
  "noted_time.own": "Din egen tid",
  "noted_time.own_lead":
    "Vill du hålla reda på vad du lägger ned? Notera det här. Bara du ser raderna. Summan står på ditt intyg, som också den som leder cirkeln kan hämta.",
  "noted_time.own_sum": "Du har noterat {time}.",
  "noted_time.own_none": "Du har inte noterat något. Det är frivilligt.",
  "noted_time.note": "Notera tid",
  "noted_time.field.day": "Dag",
  "noted_time.field.hours": "Timmar",
  "noted_time.field.hours_help": "Till exempel 1,5.",
  "noted_time.field.purpose": "Vad tiden gick till",
  "noted_time.field.words": "Med egna ord",
  "noted_time.field.words_help": "Skriv inte om enskilda klienter.",
  "noted_time.purpose.assignment": "Uppgift",
  "noted_time.purpose.reading": "Läsning",
  "noted_time.purpose.other": "Annat",
  "noted_time.noted": "Tiden är noterad",
  "noted_time.removed": "Raden är borttagen",
  "noted_time.remove": "Ta bort",
  "noted_time.remove_named": "Ta bort {time} {day}",
  "noted_time.not_yet": "Dagen har inte varit ännu",
  "noted_time.more_than_a_day": "Det blir mer än 24 timmar den dagen",
  "noted_time.too_many": "Det får inte plats fler rader",
  "noted_time.no_such_line": "Raden finns inte",
  "noted_time.participants_note": "Egen tid noteras av den som har en plats i cirkeln",
  "noted_time.cancelled": "Cirkeln är inställd, så det går inte att notera tid",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    noted_time: keyof typeof sv;
  }
}
