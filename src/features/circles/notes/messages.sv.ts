/** Anteckningar från cirkelns träffar. */
export const sv = {
  "notes.heading": "Anteckningar",
  "notes.no_clients": "Skriv inte om enskilda klienter.",
  "notes.not_begun": "Ingen har börjat anteckna. Alla i cirkeln kan skriva, en i taget under varje rubrik.",
  "notes.begin": "Börja anteckna",
  "notes.arrange": "Ordna rubrikerna",
  "notes.nothing_yet": "Inget är skrivet ännu",
  "notes.saved_by": "Senast skrivet av {name} {moment}",
  "notes.writes_now": "{name} skriver här nu",
  "notes.given": "Uppgift till nästa gång",
  "notes.due": "Uppgift till den här träffen",
  "notes.give": "Ge en uppgift",
  "notes.write": "Skriv",
  "notes.write_in": "Skriv under {heading}",
  "notes.contribute": "Lämna ett bidrag",
  "notes.contribute_to": "Lämna ett bidrag till {heading}",
  "notes.other_texts": "Tidigare texter",
  "notes.other_texts_of": "Tidigare texter under {heading}",
  "notes.compare": "Jämför texterna",
  "notes.unsettled": "Två har skrivit samtidigt under {heading}. Båda texterna finns kvar.",
  "notes.contributions": "Bidrag",
  "notes.without_name": "Utan namn",
  "notes.remove": "Ta bort",
  "notes.remove_contribution": "Ta bort bidraget: {start}",
  "notes.removed": "Bidraget är borttaget",
  "notes.saved": "Anteckningen är sparad",
  "notes.contributed": "Tack, bidraget finns i anteckningarna",
  "notes.arranged": "Rubrikerna är sparade",

  "notes.writing.text": "Text",
  "notes.writing.save": "Spara",
  "notes.writing.taken_title": "Här skriver {name} just nu",
  "notes.writing.taken_text":
    "Vänta, eller ta över. Tar du över sparas det {name} inte hunnit skicka bredvid din text, så att inget går förlorat.",
  "notes.writing.take_over": "Ta över",
  "notes.writing.device": "Det du skriver sparas medan du skriver.",
  "notes.writing.is_saved": "Sparat",
  "notes.writing.offline": "Ingen kontakt. Texten finns kvar på den här enheten och skickas när kontakten är tillbaka.",
  "notes.writing.signed_out":
    "Du har loggats ut. Texten finns kvar på den här enheten. Logga in i en annan flik, så skickas den.",
  "notes.writing.refused": "Texten kunde inte sparas som den är. Tryck på Spara för att se varför.",
  "notes.writing.beside": "Någon annan har skrivit här. Din text är sparad bredvid.",

  "notes.compare.title": "Jämför texterna",
  "notes.compare.lead": "Alla texter som har skrivits under rubriken. Flytta över det som ska vara med och spara.",
  "notes.compare.none": "Det finns inga andra texter under rubriken.",
  "notes.compare.in_notes": "Står i anteckningarna",
  "notes.compare.beside": "{name} skrev {moment}",
  "notes.compare.somebody": "Någon",
  "notes.compare.text": "Texten som ska stå där",
  "notes.compare.save": "Spara texten",
  "notes.compare.kept": "Texten du skrev är sparad. Någon annan har skrivit sedan du började: jämför de två.",

  "notes.compare.remove": "Ta bort för gott",
  "notes.compare.remove_text": "Ta bort texten för gott: {start}",

  "notes.contribution.title": "Lämna ett bidrag",
  "notes.contribution.text": "Ditt bidrag",
  "notes.contribution.named": "Visa mitt namn",
  "notes.contribution.named_help":
    "Utan namn sparas inte vem som skrev det, och ingen kan ta reda på det. Då kan bara den som leder ta bort det.",
  "notes.contribution.leave": "Lämna bidraget",

  "notes.arrange.title": "Ordna rubrikerna",
  "notes.arrange.lead": "Byt namn, lägg till och ändra ordningen. Töm en rubrik för att ta bort den.",
  "notes.arrange.section": "Rubrik {number}",
  "notes.arrange.new": "Ny rubrik",
  "notes.arrange.heading": "Rubrik",
  "notes.arrange.place": "Ordning",
  "notes.arrange.save": "Spara rubrikerna",

  "notes.called_off": "Träffen är inställd, så det går inte att anteckna",
  "notes.only_leaders_arrange": "Bara den som leder cirkeln ordnar rubrikerna",
  "notes.only_leaders_remove": "Bara den som leder cirkeln tar bort tidigare texter",
  "notes.no_such_text": "Texten finns inte längre",
  "notes.no_such_section": "Rubriken finns inte längre",
  "notes.too_many_sections": "Högst {count} rubriker får plats",
  "notes.not_empty": "Här finns text, så rubriken går inte att ta bort",
  "notes.somebody_writes": "{name} skriver här nu",
  "notes.no_such_contribution": "Bidraget finns inte längre",
  "notes.not_your_contribution": "Bara den som lämnade bidraget eller leder cirkeln tar bort det",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    notes: keyof typeof sv;
  }
}
