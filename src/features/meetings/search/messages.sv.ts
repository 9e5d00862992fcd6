/** Sökning i anteckningar och frågor. */
export const sv = {
  "meetings_search.title": "Sök i anteckningar och frågor",
  "meetings_search.lead": "Du söker i det du själv får läsa: anteckningar och frågor i dina grupper.",
  "meetings_search.label": "Sök",
  "meetings_search.word": "Sök efter",
  "meetings_search.word_help": "Ett eller flera ord. Början av ett ord räcker.",
  "meetings_search.body": "Grupp",
  "meetings_search.every_body": "Alla grupper",
  "meetings_search.counted": "{count, plural, one {1 träff} other {# träffar}}",
  "meetings_search.many": "Fler än {count} träffar. Skriv fler ord eller välj en grupp.",
  "meetings_search.none": "Inget hittades",
  "meetings_search.none_text": "Prova ett annat ord, eller färre ord.",
  "meetings_search.start": "Skriv ett ord och sök",
  "meetings_search.start_text": "Här hittar du vad som har sagts, när det sades och i vilken grupp.",
  "meetings_search.no_bodies": "Du är inte med i någon grupp än",
  "meetings_search.no_bodies_text":
    "När du sitter i ett nätverk eller råd söker du i dess anteckningar och frågor här.",
  "meetings_search.kind.item": "Anteckning",
  "meetings_search.kind.addition": "Tillägg",
  "meetings_search.kind.matter": "Fråga",
  "meetings_search.working": "Arbetsanteckning",
  "meetings_search.addition_to": "Tillägg till {title}",
  "meetings_search.addition": "Tillägg",
  "meetings_search.no_day": "Datum saknas",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    meetings_search: keyof typeof sv;
  }
}
