/** Words of the machinery: mail around a feature's own words, mailed links, limits. */
export const sv = {
  "platform.name": "Sammanvägt",
  "platform.mail.reply_to": "Svarar du på det här mejlet kommer svaret till {name}.",
  "platform.mail.no_reply": "Det går inte att svara på det här mejlet.",
  "platform.mail.bad_address": "{address} går inte att skicka till. Kontrollera e-postadressen",
  "platform.mail.unknown": "Mejlet finns inte",
  "platform.mail.not_retriable": "Mejlet är redan skickat eller på väg",
  "platform.mail.forgotten": "Innehållet i mejlet är raderat. Skapa ett nytt i stället",
  "platform.mail.not_yours": "Bara den som sköter installationen får läsa utgående mejl",
  "platform.job.unknown": "Det misslyckade arbetet finns inte kvar",
  "platform.job.not_yours": "Bara den som sköter installationen får se misslyckade arbeten",
  "platform.link.unknown": "Länken stämmer inte. Kontrollera att hela adressen kom med",
  "platform.link.spent": "Länken är redan använd",
  "platform.link.expired": "Länken gäller inte längre",
  "platform.link.outdated": "Något har ändrats sedan länken skickades. Be om en ny",
  "platform.limit.reached":
    "Det blev för många försök. Försök igen {unit, select, seconds {{amount, plural, one {om en sekund} other {om # sekunder}}} minutes {{amount, plural, one {om en minut} other {om # minuter}}} other {{amount, plural, one {om en timme} other {om # timmar}}}}",
  "platform.token.unknown": "Nyckeln finns inte",
  "platform.token.expiry": "En nyckel gäller minst en dag och högst ett år",
  "platform.token.scope": "Du kan inte ge en nyckel rätten {scope}, för den har du inte själv",
  "platform.token.needs_person": "Bara en person med konto kan ha nycklar",
  "platform.idempotency.other_body": "Idempotency-Key har redan använts för ett annat innehåll. Ta en ny nyckel",
  "platform.idempotency.running": "Samma anrop pågår redan. Försök igen om en stund",
  "platform.file.too_large": "Filen är för stor. Den får vara högst {megabytes} MB",
  "platform.file.empty": "Filen är tom",
  "platform.file.no_text": "Filen har ingen text",
  "platform.file.wrong_kind":
    "Filen är av ett slag vi inte tar emot. Välj PDF, Word, PowerPoint, Excel, PNG, JPEG eller text",
  "platform.file.holds_no_text":
    "Filen kan inte läsas. Välj en textfil (.txt), ett Worddokument (.docx) eller en webbsida (.html)",
  "platform.file.wrong_ending": "Filen är av ett annat slag än namnet säger. Spara den på nytt i rätt format",
  "platform.file.unreadable": "Filen går inte att läsa. Den kan vara skadad eller låst med lösenord",
  "platform.file.macros": "Filen innehåller makron. Spara den utan makron och försök igen",
  "platform.csv.spreadsheet": "Det är ett kalkylark. Öppna det och spara det som CSV (semikolonavgränsad)",
  "platform.csv.not_text": "Filen är ingen CSV-fil",
  "platform.csv.no_file": "Välj en fil",
  "platform.csv.none_chosen": "Markera minst en rad",
  "platform.csv.empty": "Filen är tom",
  "platform.csv.too_many_rows":
    "Filen har {rows, number} rader. Högst {most, number} går åt gången: dela den i flera filer",
  "platform.csv.open_quote": "Ett citattecken på rad {line, number} avslutas aldrig. Rätta det och välj filen igen",
  "platform.csv.column_missing":
    "{count, plural, one {Kolumnen {headings} saknas} other {Kolumnerna {headings} saknas}}. Kontrollera den första raden i filen",
  "platform.csv.column_twice": "Kolumnen {heading} finns två gånger. Ta bort den ena",
  "platform.audit.head.subject": "Loggens sigill {no, number}",
  "platform.audit.head.lead":
    "Spara det här mejlet. Det visar hur loggen såg ut i dag, så att ingen kan ändra den i efterhand utan att det märks.",
  "platform.audit.head.no": "Sigill",
  "platform.audit.head.hash": "Kontrollsumma",
  "platform.audit.head.records": "Antal händelser",
  "platform.audit.head.how": "Kontrollera loggen mot mejlet med kommandot",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    platform: keyof typeof sv;
  }
}
