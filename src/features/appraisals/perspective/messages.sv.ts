/** Synpunkter på en metod som vägs samman: från personal och brukare, utan konto och utan namn. */
export const sv = {
  "perspective.no_such_link": "Länken finns inte",
  "perspective.no_such_perspective": "Synpunkten finns inte",
  "perspective.not_yours_to_ask": "Det är de som skriver metodbedömningen och den som beslutar som ber om synpunkter",
  "perspective.day_has_been": "Dagen har redan varit",
  "perspective.open_too_long": "En länk kan vara öppen i högst ett halvår",
  "perspective.closed_already": "Länken är redan stängd",
  "perspective.closed": "Det går inte längre att lämna synpunkter här. Det du skrev är inte sparat.",

  "perspective.title": "Synpunkter",
  "perspective.lead": "Vad personal och brukare säger genom en länk, utan konto och utan namn.",
  "perspective.none": "Ingen är tillfrågad än",
  "perspective.none_text": "Skapa en länk för personal och en för brukare. Ingen behöver ett konto.",
  "perspective.counts_only": "Du ser hur många som har svarat. Texterna läser de som arbetar med metodbedömningen.",
  "perspective.in_short":
    "{staff, plural, =0 {Ingen ur personalen} one {En ur personalen} other {# ur personalen}} och {serviceUsers, plural, =0 {ingen brukare} one {en brukare} other {# brukare}} har sagt något.",
  "perspective.go_ask": "Be om synpunkter",
  "perspective.go_read": "Läs synpunkterna",
  "perspective.audience": "Vilka frågar du?",
  "perspective.audience.staff": "Personal",
  "perspective.audience.serviceUsers": "Brukare och närstående",
  "perspective.audience_help.staff": "De som ska arbeta med metoden, eller gör det redan.",
  "perspective.audience_help.serviceUsers": "De som metoden är till för.",
  "perspective.open_until": "Öppen till och med {day}",
  "perspective.is_closed": "Stängd",
  "perspective.said": "{count, plural, =0 {Inget svar än} one {Ett svar} other {# svar}}",
  "perspective.hidden": "{count, plural, one {ett dolt} other {# dolda}}",
  "perspective.stances":
    "{for} för, {unsure, plural, one {# osäker} other {# osäkra}}, {against} emot{unsaid, plural, =0 {} other {, # har inte sagt vilket}}.",
  "perspective.stance.for": "För",
  "perspective.stance.unsure": "Osäker",
  "perspective.stance.against": "Emot",
  "perspective.is_hidden": "Dold",
  "perspective.hide": "Dölj",
  "perspective.show": "Visa igen",
  "perspective.hide_named": "{hidden, select, true {Visa} other {Dölj}} synpunkten som börjar: {start}",
  "perspective.write_down": "Skriv in det under Brukarnas kunskap",
  "perspective.close": "Stäng länken",
  "perspective.close_named": "Stäng länken för: {audience}",

  "perspective.make_link": "Ny länk",
  "perspective.make_lead":
    "Dela länken i mejl, på ett möte eller som utskrift. Den som svarar läser på samma adress vad som beslutades.",
  "perspective.make_press": "Skapa länken",
  "perspective.question": "Fråga",
  "perspective.question_help": "En fråga, med vanliga ord. Den står överst på sidan.",
  "perspective.question_start": "Vad tycker du om att vi börjar med {method}?",
  "perspective.question_in_use": "Hur tycker du att {method} fungerar?",
  "perspective.open_until_field": "Sista dag att svara",
  "perspective.made": "Länken är klar",
  "perspective.made_lead.staff": "Skicka den till dem som ska arbeta med metoden.",
  "perspective.made_lead.serviceUsers": "Ge den till brukare och närstående, gärna som utskrift.",
  "perspective.made_once": "Kopiera adressen nu. Den visas bara en gång.",
  "perspective.address": "Adress",
  "perspective.back": "Till synpunkterna",

  "perspective.done.stangd": "Länken är stängd. Det som sagts står kvar.",
  "perspective.done.dold": "Synpunkten är dold och räknas inte.",
  "perspective.done.visas": "Synpunkten visas igen.",

  "perspective.unknown": "Länken går inte att läsa",
  "perspective.unknown_lead": "Kontrollera att hela adressen kom med, eller fråga den som gav dig länken.",
  "perspective.start": "Till startsidan",
  "perspective.about":
    "{organisation} funderar på att börja med {method}. Vad du tycker vägs in innan de bestämmer sig.",
  "perspective.about_in_use": "{organisation} ser över {method}. Vad du tycker vägs in innan de bestämmer sig.",
  "perspective.stance_field.staff": "Ska metoden börja användas?",
  "perspective.stance_field.serviceUsers": "Skulle det vara bra för dig?",
  "perspective.stance_field_in_use.staff": "Ska metoden fortsätta användas?",
  "perspective.stance_field_in_use.serviceUsers": "Är det bra för dig?",
  "perspective.stance_say.for": "Ja",
  "perspective.stance_say.unsure": "Jag vet inte",
  "perspective.stance_say.against": "Nej",
  "perspective.text": "Berätta varför",
  "perspective.text_help": "Några ord räcker.",
  "perspective.nobody_named":
    "Skriv inga namn och inga personnummer, varken ditt eget eller andras. Vi sparar bara det du skriver och vilken dag det kom, inte vem du är.",
  "perspective.send": "Skicka",
  "perspective.until": "Du kan svara till och med {day}.",
  "perspective.comes_back": "Spara adressen. Här står sedan vad de bestämde.",
  "perspective.thanks": "Tack, det har kommit fram",
  "perspective.thanks_text":
    "Det läses av dem som förbereder beslutet. Kom tillbaka till samma adress och läs vad det blev.",
  "perspective.say_more": "Skriv något mer",
  "perspective.withdrawn": "Det blev inget beslut. Frågan är avslutad.",
  "perspective.over": "Det går inte längre att lämna synpunkter här.",
  "perspective.over_waiting":
    "Det går inte längre att lämna synpunkter här. När beslutet är taget står det på den här sidan.",
  "perspective.came_of_it": "Så blev det",
  "perspective.decided": "{organisation} har bestämt {day}: {decision}.",
  "perspective.outcome": "Så gick det, {day}: {met}.",
  "perspective.again": "Beslutet tas upp igen {day}.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    perspective: keyof typeof sv;
  }
}
