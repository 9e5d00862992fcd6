/** What it has come to for those who took part in a circle: how their places ended, and the certificate. */
export const sv = {
  "certificate.title": "Intyg",
  "certificate.title_leader": "Deltagande och intyg",
  "certificate.lead_leader":
    "När cirkeln är slut avslutar du deltagandet. Den som har varit med på någon träff får ett intyg med sina timmar.",
  "certificate.lead": "När cirkeln är slut hämtar du ditt intyg här.",
  "certificate.person": "Deltagare",
  "certificate.meetings": "Träffar",
  "certificate.time": "Tid",
  "certificate.standing": "Läge",
  "certificate.standing.completed": "Klar",
  "certificate.standing.will_complete": "Har deltagit",
  "certificate.standing.never_came": "Kom aldrig",
  "certificate.standing.unknown":
    "{count, plural, one {Närvaro saknas för # träff} other {Närvaro saknas för # träffar}}",
  "certificate.none": "Ingen har en plats i cirkeln",
  "certificate.file": "Hämta intyget",
  "certificate.file_of": "Hämta intyget för {name}",
  "certificate.settle": "Avsluta deltagandet",
  "certificate.settle_text":
    "{completed, plural, =0 {Ingen} one {# deltagare} other {# deltagare}} blir klar med intyg. {missed, plural, =0 {} one {# som aldrig kom lämnar cirkeln. } other {# som aldrig kom lämnar cirkeln. }}{unknown, plural, =0 {} one {# väntar tills närvaron är ifylld.} other {# väntar tills närvaron är ifylld.}}",
  "certificate.settled":
    "{completed, plural, =0 {Ingen blev klar} one {# deltagare är klar} other {# deltagare är klara}}{missed, plural, =0 {} other {, # kom aldrig}}",
  "certificate.not_over": "Cirkeln är inte slut än, så deltagandet går inte att avsluta",
  "certificate.nobody_to_settle": "Det finns ingen att avsluta. Fyll i närvaron först.",
  "certificate.not_completed": "Intyget finns när deltagandet har avslutats som klart",
  "certificate.leaders_only": "Bara den som leder cirkeln avslutar deltagandet",
  "certificate.own.ready": "Ditt intyg är klart",
  "certificate.own.waits": "Ditt intyg finns här när cirkeln är slut och den som leder har avslutat deltagandet.",
  "certificate.own.no_seat": "Du har ingen plats i cirkeln, så det finns inget intyg för dig",
  "certificate.mail.subject": "Ditt intyg från {circle}",
  "certificate.mail.hello": "Hej {name}.",
  "certificate.mail.lead":
    "{circle} är slut och ditt intyg är klart. Det säger vilka träffar du var med på och hur lång tid de tog.",
  "certificate.mail.open": "Hämta intyget",
  "certificate.document.title": "Intyg för {name}",
  "certificate.document.lead": "{name}, {workplace}, {employer}, har deltagit i {title}.",
  "certificate.document.extent": "Omfattning",
  "certificate.document.meetings": "Träffar",
  "certificate.document.time": "Tid på träffarna",
  "certificate.document.noted": "Tid mellan träffarna",
  "certificate.document.noted_time": "{time}, som deltagaren själv har noterat",
  "certificate.document.commitment": "Cirkelns hela omfattning",
  "certificate.document.commitment_hours": "{hours, plural, one {# timme} other {# timmar}}, med uppgifter och läsning",
  "certificate.document.leaders": "Cirkeln leddes av",
  "certificate.document.organiser": "Ordnades av",
  "certificate.document.period": "Tid",
  "certificate.document.contents": "Träffar och teman",
  "certificate.document.goal": "Cirkelns mål",
  "certificate.document.no_theme": "Tema inte angivet",
  "certificate.document.no_date": "Datum inte angivet",
  "certificate.document.issued": "Utfärdat {date}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    certificate: keyof typeof sv;
  }
}
