/** Calendars by secret addresses. */
export const sv = {
  "calendar.title": "Din kalender",
  "calendar.lead":
    "Följ träffarna du leder eller har plats i och mötena i dina grupper, direkt i Outlook eller telefonens kalender.",
  "calendar.how": "Så gör du",
  "calendar.how.make": "Gör en hemlig adress med knappen här.",
  "calendar.how.copy": "Kopiera adressen.",
  "calendar.how.add": "Välj ”Lägg till kalender från internet” i ditt kalenderprogram och klistra in den.",
  "calendar.none": "Du har ingen kalenderadress än.",
  "calendar.since": "Du har en kalenderadress, gjord {day}. Den visas inte igen: gör en ny om du har tappat bort den.",
  "calendar.make": "Gör en adress",
  "calendar.renew": "Gör en ny adress",
  "calendar.renew_means": "Den gamla adressen slutar då att fungera.",
  "calendar.made": "Adressen är gjord",
  "calendar.made_text":
    "Kopiera den nu, den visas bara den här gången. Den som har adressen ser dina träffar och möten och länkarna till dem, så ge den inte till någon annan.",
  "calendar.address": "Adress till kalendern",
  "calendar.name": "Mina träffar och möten i Sammanvägt",
  "calendar.round.title": "Kalender för {title}",
  "calendar.round.lead": "En hemlig adress till träffarna, med länkarna till digitala möten.",
  "calendar.round.open": "Prenumerera på träffarna, med länkar till digitala möten",
  "calendar.back": "Till din sida",
  "calendar.over": "Adressen gäller inte längre. Gör en ny på din sida.",
  "calendar.not_yours": "Kalendern är bara för den som har anmält sig.",
  "calendar.no_place": "Kalendern finns för den som har plats.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    calendar: keyof typeof sv;
  }
}
