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
  "notes.unsettled": "Två har skrivit samtidigt under {heading}. Båda texterna finns kvar.",
  "notes.contributions": "Bidrag",
  "notes.without_name": "Utan namn",
  "notes.remove": "Ta bort",
  "notes.remove_contribution": "Ta bort bidraget: {start}",
  "notes.removed": "Bidraget är borttaget",
  "notes.saved": "Anteckningen är sparad",
  "notes.contributed": "Tack, bidraget finns i anteckningarna",
  "notes.arranged": "Rubrikerna är sparade",

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
