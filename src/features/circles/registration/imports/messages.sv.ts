/** What is said about taking in applications from a file. */
export const sv = {
  // Refusals
  "registration.import.gone": "Filen finns inte kvar. Välj den igen",
  "registration.import.round_changed": "Omgången har ändrats medan filen lästes. Se igenom raderna och försök igen",
  "registration.import.nothing_right": "Det finns inga rader att ta in",
  "registration.import.draft": "Publicera omgången först, så kan anmälningar tas in",
  "registration.import.no_teams": "Lag anmäls ett i taget, så de kan inte läsas in från en fil",
  "registration.import.not_settled": "Säg först att det andra formuläret krävde att det var avstämt med chefen",
  "registration.import.no_rows": "Filen har rubriker men inga rader",

  // What is wrong with a row
  "registration.import.slipped": "Raden har fler värden än rubriker. Ofta är det ett semikolon i en text",
  "registration.import.missing": "saknas",
  "registration.import.too_long": "är för lång",
  "registration.import.personal_number": "innehåller ett personnummer",
  "registration.import.unreadable": "går inte att läsa",
  "registration.import.time_unreadable": "går inte att läsa säkert: {written}",
  "registration.import.after_last_day": "kom in efter sista dagen",
  "registration.import.rule_not_met": "Uppfyller inte kravet: {rule}",

  // Choosing a file
  "registration.import.open": "Läs in från en fil",
  "registration.import.heading": "Läs in anmälningar",
  "registration.import.lead":
    "En CSV-fil från ett annat formulär, till exempel esMaker eller Microsoft Forms. Inget tas in förrän du har sett igenom raderna.",
  "registration.import.file": "Fil",
  "registration.import.file_help":
    "CSV med semikolon eller komma, högst 50 000 rader. Ett kalkylark sparas först som CSV.",
  "registration.import.send": "Läs filen",
  "registration.import.kept": "Filen sparas i {days, number} dagar och raderas sedan. Anmälningarna finns kvar.",
  "registration.import.earlier": "Tidigare filer",
  "registration.import.earlier_sent": "Skickad",
  "registration.import.earlier_by": "Av",
  "registration.import.earlier_taken": "Intagna",
  "registration.import.earlier_gone": "{name} (raderad)",

  // Columns
  "registration.import.columns": "Så förstås kolumnerna",
  "registration.import.columns_help": "Föreslaget efter rubrikerna. Rätta det som blev fel, så läses raderna om.",
  "registration.import.not_in_file": "Finns inte i filen",
  "registration.import.unread": "Kolumner som inte läses: {headings}",
  "registration.import.field.reached": "När anmälan kom in",
  "registration.import.field.name": "Namn",
  "registration.import.field.firstName": "Förnamn",
  "registration.import.field.lastName": "Efternamn",
  "registration.import.field.email": "E-post",
  "registration.import.field.phone": "Telefon",
  "registration.import.field.employer": "Arbetsgivare",
  "registration.import.field.workplace": "Arbetsplats",
  "registration.import.field.profession": "Yrke eller roll",
  "registration.import.field.sector": "Verksamhet",
  "registration.import.field.ageGroup": "Åldrar",
  "registration.import.field.managerName": "Chefens namn",
  "registration.import.field.managerEmail": "Chefens e-post",
  "registration.import.field.postalAddress": "Postadress",
  "registration.import.field.diet": "Specialkost",
  "registration.import.field.adaptation": "Behöver för att delta",
  "registration.import.field.motivation": "Motivering",
  "registration.import.same": "Samma för alla",
  "registration.import.same_help": "Gäller de rader där filen inte säger något.",
  "registration.import.way": "Så kom anmälningarna in",
  "registration.import.settled": "Det andra formuläret krävde att det var avstämt med chefen",
  "registration.import.rule": "Svar på kravet: {rule}",
  "registration.import.read_again": "Läs om raderna",
  "registration.import.mapped": "Raderna är lästa igen",

  // The rows
  "registration.import.rows": "{count, plural, one {# rad} other {# rader}}",
  "registration.import.deed.new": "Ny anmälan",
  "registration.import.deed.merges": "Slås ihop",
  "registration.import.deed.known": "Redan inläst",
  "registration.import.deed.error": "Att rätta",
  "registration.import.all": "Alla",
  "registration.import.ways": "Visa rader",
  "registration.import.line": "Rad",
  "registration.import.what": "Vad som händer",
  "registration.import.who": "Namn",
  "registration.import.when": "Kom in",
  "registration.import.with_live": "Personen är redan anmäld",
  "registration.import.with_line": "Samma person som på rad {line}",
  "registration.import.same_as_line": "Samma anmälan som på rad {line}",
  "registration.import.choose": "Välj",
  "registration.import.choose_line": "Välj rad {line}, {name}",
  "registration.import.take_all": "Ta in {count, plural, one {en anmälan} other {alla # anmälningar}}",
  "registration.import.take_chosen": "Ta bara in de valda",
  "registration.import.lead_rows":
    "{right, plural, =0 {Ingen rad kan tas in.} one {En rad kan tas in.} other {# rader kan tas in.}} De får nummer i den ordning de kom in, efter alla som redan har ett.",
  "registration.import.wrong_rows": "Hämta {count, plural, one {raden} other {de # raderna}} att rätta (CSV)",
  "registration.import.done":
    "{added, plural, =0 {Inga nya anmälningar} one {En ny anmälan} other {# nya anmälningar}}, {merged, plural, =0 {inga hopslagna} one {en hopslagen} other {# hopslagna}}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    registrationImports: keyof typeof sv;
  }
}
