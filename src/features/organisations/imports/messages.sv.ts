/** Words about files of organisations and memberships. */
export const sv = {
  "organisations.import.gone": "Filen finns inte kvar. Välj den igen",
  "organisations.import.nothing_to_do": "Ingen av raderna ändrar något. Rätta filen och välj den igen",

  // What is wrong with a row
  "organisations.import.slipped":
    "Raden har fler värden än rubriken. Sätt citattecken runt text med semikolon eller komma",
  "organisations.import.kind_missing": "Skriv vad det är för slags organisation",
  "organisations.import.kind_unknown":
    "Ett sådant slag finns inte. Skriv till exempel FoU-enhet, Förvaltning eller Enhet",
  "organisations.import.is_given": "Kommuner och regioner finns från början. Kontrollera namnet",
  "organisations.import.parent_unknown": "Ingen organisation skrivs ”{written}”, och ingen rad i filen lägger till den",
  "organisations.import.parent_wrong": "Den ligger under rad {line, number}, som har fel",
  "organisations.import.means_two": "Namnet kan betyda flera: {names}",
  "organisations.import.twice": "Samma namn står på rad {line, number}",
  "organisations.import.lies_elsewhere": "{name} finns redan, på en annan plats",
  "organisations.import.other_kind": "{name} finns redan och är av ett annat slag",
  "organisations.import.began_otherwise": "Organisationen finns redan, sedan {day}",
  "organisations.import.not_yours": "Du sköter inte den här organisationen",
  "organisations.import.not_yours_there": "Du får inte lägga till något där",
  "organisations.import.relation_unknown": "Skriv medlem i, äger, stödjer eller del av",

  // Columns
  "organisations.import.column.name": "Namn",
  "organisations.import.column.shortName": "Kort namn",
  "organisations.import.column.kind": "Slag",
  "organisations.import.column.parent": "Hör till",
  "organisations.import.column.contactEmail": "E-post",
  "organisations.import.column.writings": "Skrivs också",
  "organisations.import.column.domains": "E-postdomäner",
  "organisations.import.column.validFrom": "Från",
  "organisations.import.column.validTo": "Till",
  "organisations.import.column.member": "Medlem",
  "organisations.import.column.body": "Organisation",
  "organisations.import.column.relation": "Samband",
  "organisations.import.column.source": "Källa",

  // Choosing a file
  "organisations.import.title": "Ta in en fil",
  "organisations.import.lead":
    "Organisationer eller medlemskap, som CSV. Först visas vad varje rad skulle göra. Inget ändras förrän du säger till.",
  "organisations.import.file": "CSV-fil",
  "organisations.import.file_help": "Högst 50 000 rader. Ett kalkylark sparar du först som CSV.",
  "organisations.import.press": "Visa vad filen gör",
  "organisations.import.open": "Ta in en fil",
  "organisations.import.how": "Så ser filerna ut",
  "organisations.import.how_organisations":
    "Organisationer: en rad för var och en, med kolumnen Namn. Nya behöver också Slag. Övriga kolumner: {columns}. Flera värden i samma ruta skiljs åt med |.",
  "organisations.import.how_memberships":
    "Medlemskap: en rad för vart och ett, med kolumnerna Medlem och Organisation. En medlem skrivs med namn eller kommunkod. Övriga kolumner: {columns}.",
  "organisations.import.how_dates": "Dagar skrivs 2027-03-18. En tom ruta betyder okänt och ändrar inget.",

  // Looking through it
  "organisations.import.preview": "Vad filen gör",
  "organisations.import.preview_lead":
    "{name}: {rows, plural, one {# rad} other {# rader}} med {kind, select, organisations {organisationer} other {medlemskap}}. Filen sparas till {day}.",
  "organisations.import.unread": "De här kolumnerna läses inte: {columns}.",
  "organisations.import.rows": "Raderna i filen",
  "organisations.import.every": "Alla",
  "organisations.import.outcome.new": "Ny",
  "organisations.import.outcome.changes": "Ändras",
  "organisations.import.outcome.same": "Finns redan",
  "organisations.import.outcome.wrong": "Fel",
  "organisations.import.outcomes.new": "Nya",
  "organisations.import.outcomes.changes": "Ändras",
  "organisations.import.outcomes.same": "Finns redan",
  "organisations.import.outcomes.wrong": "Fel",
  "organisations.import.line": "Rad",
  "organisations.import.choose": "Välj",
  "organisations.import.choose_row": "Ta in rad {line}, {name}",
  "organisations.import.what": "Vad händer",
  "organisations.import.changes_what": "Ändrar {columns}",
  "organisations.import.at_column": "{column}: {problem}",
  "organisations.import.none_so": "Ingen rad är sådan.",
  "organisations.import.take_all": "{count, plural, one {Ta in den rätta raden} other {Ta in alla # rätta rader}}",
  "organisations.import.take_chosen": "Ta in de markerade",
  "organisations.import.throw": "Släng filen",
  "organisations.import.another": "Välj en annan fil",
  "organisations.import.wrong_file": "Hämta raderna med fel",
  "organisations.import.wrong_column": "Fel",
  "organisations.import.done": "Inläst",
  "organisations.import.done_text":
    "{added, plural, =0 {Inget lades till} one {# lades till} other {# lades till}}, {changed, plural, =0 {inget ändrades} one {# ändrades} other {# ändrades}}.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    organisationsImport: keyof typeof sv;
  }
}
