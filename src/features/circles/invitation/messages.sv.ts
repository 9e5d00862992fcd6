export const sv = {
  "invitation.warning.year_missing": "Texten säger inte vilket år träffarna är.",
  "invitation.warning.year_ambiguous": "Flera år är möjliga: {years}. Välj rätt år.",
  "invitation.warning.weekday_mismatch":
    "{kind, select, none {Inget år mellan {first} och {last} stämmer med veckodagarna i texten.} witness {Veckodagarna stämmer inte med {year}, som texten i övrigt tyder på.} other {{date} är en {is}, men texten säger {said}.}}",
  "invitation.warning.public_holiday": "{date} är {name}.",
  "invitation.warning.deadline_missing": "Texten säger inte när anmälan stänger.",
  "invitation.warning.deadline_year_missing": "Sista anmälningsdag står utan år.",
  "invitation.warning.no_dates": "Inga datum för träffar hittades i texten.",
  "invitation.warning.no_contact_channel":
    "{kind, select, person {{name} står som kontakt utan e-post och telefon.} other {Texten har ingen kontakt med e-post eller telefon.}}",
  "invitation.warning.announced_but_missing":
    "{thing, select, contact {Texten hänvisar till kontaktpersoner, men de finns inte med.} people {Texten hänvisar till medverkande, men de finns inte med.} link {Texten hänvisar till en länk, men den finns inte med.} dates {Texten hänvisar till datum längre ner, men de finns inte med.} sessions {Texten nämner {said} träffar, men {read} hittades.} other {Texten hänvisar till ett program längre ner, men det finns inte med.}}",
  "invitation.warning.capacity_missing": "Texten säger inte hur många som får plats.",
  "invitation.warning.duplicate_person": "”{one}” och ”{other}” kan vara samma person.",
  "invitation.warning.unread_text":
    "{kind, select, noDay {En träff nämns utan dag: ”{words}”.} tooLong {Texten är för lång. Bara början är läst.} week {En vecka är ingen dag: ”{words}”.} several {Texten beskriver flera cirklar. De är lästa som en.} tooMany {Texten har fler datum än en inbjudan brukar ha. Resten är inte läst.} badDate {Datumet finns inte: ”{words}”.} hourRange {Tiden anges som ett spann: ”{words}”.} prices {Flera priser nämns: ”{words}”.} priceEach {Priset gäller inte hela omgången: ”{words}”.} noticeYear {Besked lämnas en viss dag, men året saknas: ”{words}”.} other {Ett datum kunde inte tolkas: ”{words}”.}}",
  "invitation.why.deadline": "Första träffen är närmast efter {date}, som är sista anmälningsdag.",
  "invitation.why.written": "Första träffen är närmast efter {date}, då texten är daterad.",
  "invitation.why.weekdays": "{year} är det enda året mellan {first} och {last} då alla veckodagar i texten stämmer.",
  "invitation.why.holiday": "Veckodagarna stämmer {years}. {excluded} Därför föreslås {year}.",
  "invitation.why.and": "{before} och {last}",
  "invitation.why.holidayOne": "{day} {year} var {name}.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    invitation: keyof typeof sv;
  }
}
