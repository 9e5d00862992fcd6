/** Material som skickas med post. */
export const sv = {
  "post.title": "Post till deltagarna",
  "post.lead": "Adresser och etiketter till det som skickas med post, och vad som har skickats.",
  "post.to": "Post",
  "post.to_lead": "Etiketter, och vad som har skickats med post.",
  "post.addresses": "Adresser",
  "post.addresses_count":
    "{count, plural, =0 {Ingen deltagare har en postadress här.} one {# deltagare har en postadress.} other {# deltagare har en postadress.}}",
  "post.without": "Saknar postadress: {names}",
  "post.labels_csv": "Hämta etiketter som CSV",
  "post.labels_sheet": "Ark att skriva ut",
  "post.labels_title": "Etiketter",
  "post.labels_lead": "Skriv ut i 100 procents storlek på ark med 3 gånger 8 etiketter, 70 gånger 37 mm.",
  "post.labels_none": "Det finns inga adresser att skriva ut",
  "post.labels_none_text":
    "Postadressen lämnas i anmälan när cirkeln skickar material med post. Den raderas när den inte behövs längre.",
  "post.column.name": "Namn",
  "post.column.workplace": "Arbetsplats",
  "post.column.line": "Adressrad {count}",
  "post.dispatches": "Utskick",
  "post.none": "Inget är skickat med post ännu.",
  "post.contents": "Vad",
  "post.sent": "Skickat",
  "post.planned": "Inte skickat ännu",
  "post.last": "Sista utskicket",
  "post.change": "Ändra",
  "post.change_named": "Ändra {contents}",
  "post.add": "Skriv upp ett utskick",
  "post.change_title": "Ändra utskicket",
  "post.save": "Spara",
  "post.remove": "Ta bort utskicket",
  "post.field.contents": "Vad som skickas",
  "post.field.contents_help": "Till exempel boken till första träffen. Skriv inte om enskilda.",
  "post.field.sentOn": "Skickat den",
  "post.field.sentOn_help": "Lämna tomt om det inte är skickat.",
  "post.field.isLast": "Det här är sista utskicket",
  "post.field.isLast_help": "Då raderas postadresserna {days} dagar efter att det skickades.",
  "post.erased_on": "Postadresserna raderas {day}.",
  "post.erased": "Postadresserna är raderade, {days} dagar efter sista utskicket.",
  "post.done.saved": "Utskicket är sparat",
  "post.done.removed": "Utskicket är borttaget",
  "post.planners_send": "Det är de som planerar cirkeln som skriver upp utskick",
  "post.no_such_dispatch": "Utskicket finns inte",
  "post.not_sent_yet": "Dagen har inte varit ännu. Lämna tomt tills det är skickat",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    post: keyof typeof sv;
  }
}
