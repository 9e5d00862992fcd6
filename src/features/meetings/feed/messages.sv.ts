/** Flöden: det som är nytt i en grupp och när den möts, på hemliga adresser. */
export const sv = {
  "body_feed.title": "Följ {body} som ett flöde",
  "body_feed.lead": "Nya anteckningar och det som händer med gruppens frågor, i ditt program för flöden.",
  "body_feed.door": "Följ gruppen",
  "body_feed.door_text":
    "Få mötena i din kalender, och nya anteckningar och det som händer med frågorna i ditt program för flöden.",
  "body_feed.door_open": "Följ det som är nytt",
  "body_feed.none": "Du har ingen adress än.",
  "body_feed.since": "Du har en adress, gjord {day}. Den visas inte igen: gör en ny om du har tappat bort den.",
  "body_feed.make": "Gör en adress",
  "body_feed.renew": "Gör en ny adress",
  "body_feed.renew_means": "Den gamla adressen slutar då att fungera.",
  "body_feed.made": "Adressen är gjord",
  "body_feed.made_text":
    "Kopiera den nu, den visas bara den här gången. Den som har adressen ser det du ser, så ge den inte till någon annan.",
  "body_feed.address": "Adress till flödet",
  "body_feed.calendar.open": "Följ mötena i kalendern",
  "body_feed.calendar.title": "Mötena för {body} i din kalender",
  "body_feed.calendar.lead":
    "En adress som Outlook eller telefonens kalender kan prenumerera på. Länkar till digitala möten står inte där, utan på mötets sida.",
  "body_feed.calendar.address": "Adress till kalendern",
  "body_feed.calendar.members_only": "Kalendern är för den som sitter i gruppen",
  "body_feed.minutes": "Anteckningar: {title}",
  "body_feed.minutes_text": "Anteckningarna är klara.",
  "body_feed.over": "Adressen gäller inte längre.",
  "body_feed.members_only": "Flödet är för den som sitter i gruppen eller håller i den",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    body_feed: keyof typeof sv;
  }
}
