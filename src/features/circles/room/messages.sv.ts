/** The circle from the inside, for those who lead it and those who take part. */
export const sv = {
  "room.no_such_circle": "Cirkeln finns inte, eller så har du ingen plats i den",
  "room.kicker": "Din cirkel",
  "room.to_planning": "Till planeringen",
  "room.meetings": "Träffarna",
  "room.meeting": "Träff",
  "room.next": "Nästa",
  "room.called_off_tag": "Inställd",
  "room.called_off": "Träffen är inställd",
  "room.theme": "Tema",
  "room.time": "Tid",
  "room.time_unknown": "Tiden meddelas",
  "room.place": "Plats",
  "room.place_unknown": "Platsen meddelas",
  "room.join": "Digitalt",
  "room.join_digitally": "Anslut till träffen",
  "room.no_sessions": "Inga träffar är planerade ännu",
  "room.people": "Vilka som är med",
  "room.leads": "leder cirkeln",
  "room.facilitates": "medverkar",
  "room.no_participants": "Ingen har fått en plats ännu",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    room: keyof typeof sv;
  }
}
