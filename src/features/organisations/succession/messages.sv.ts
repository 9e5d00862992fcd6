/** Words about what organisations were called before, and what became of them. */
export const sv = {
  // What is refused
  "organisations.ended_merged": "{name} finns inte sedan {day}. Skriv {successor} i stället",
  "organisations.ended_split": "{name} delades {day}. Skriv den av delarna du menar: {names}",
  "organisations.ended_without_successor": "{name} finns inte sedan {day}",
  "organisations.day_to_come": "Dagen har inte varit än. Skriv in ändringen när den har hänt",
  "organisations.renamed_later": "Organisationen har bytt namn efter den dagen. Välj {day} eller senare",
  "organisations.before_it_began": "Organisationen finns först från {day}. Välj en senare dag",
  "organisations.changed_later": "Organisationen gick ihop eller delades {day}. Välj en senare dag",
  "organisations.becomes_itself": "En organisation kan inte gå upp i sig själv",
  "organisations.below_itself": "Den ligger under organisationen som upphör. Välj en annan, eller lägg till en ny",
  "organisations.successor_one_or_new": "Välj en organisation som finns, eller skriv namnet på en ny",
  "organisations.same_part_twice": "Samma del står två gånger",
  "organisations.split_in_two": "Skriv minst två delar, eller välj att organisationen fortsätter",
  "organisations.one_heir": "Högst en del kan räknas som arvtagare, och bara när organisationen upphör",
  "organisations.region_must_exist": "En region kan bara gå upp i en som redan finns",
  "organisations.new_municipality_code": "En ny kommun behöver sin kommunkod",
  "organisations.municipality_code_wrong": "{code} är ingen ledig kommunkod. Kontrollera koden",
  "organisations.successors_unknown":
    "{count, plural, one {{names} finns inte ännu. Kontrollera stavningen, eller kryssa i att den ska läggas till} other {De här finns inte ännu: {names}. Kontrollera stavningen, eller kryssa i att de ska läggas till}}",

  // The history on a page
  "organisations.past.title": "Historia",
  "organisations.past.began": "Organisationen bildades",
  "organisations.past.ended": "Organisationen upphörde",
  "organisations.past.renamed": "{before} bytte namn till {after}",
  "organisations.past.mergedInto": "Gick upp i",
  "organisations.past.tookOver": "Tog över",
  "organisations.past.split": "Delades i",
  "organisations.past.gaveAway": "Lämnade ifrån sig",
  "organisations.past.cameFrom": "Bildades av en del av",
  "organisations.past.heir": "Det som skrevs på organisationen räknas nu till {name}.",
  "organisations.past.no_heir": "Det som skrevs på organisationen räknas fortfarande till den.",
  "organisations.past.source": "Källa: {source}",
  "organisations.past.day_before": "Visa som det var {day}",
  "organisations.past.as_it_was": "Som det var {day}",
  "organisations.past.as_it_is": "Visa som det är nu",
  "organisations.past.called_now": "Heter nu {name}.",
  "organisations.past.led_on": "{name} finns inte längre. Den gick upp i {successor}.",
  "organisations.past.led_on_show": "Visa {name} som den var",
  "organisations.past.over": "Organisationen upphörde {day}.",
  "organisations.past.rounds": "Cirklar",
  "organisations.past.rounds_then": "{count, plural, =0 {Inga} other {#}} i eget namn",
  "organisations.past.rounds_now": "{count, plural, =0 {Inga} other {#}} med dem den har tagit över",
  "organisations.past.merge_open": "Gå upp i en annan",
  "organisations.past.split_open": "Dela",

  // Forms
  "organisations.merge.title": "{name} går upp i en annan",
  "organisations.merge.lead":
    "Organisationen står kvar som historia. Dess adress leder vidare, och det som skrevs på den räknas till den nya.",
  "organisations.merge.others": "Går fler upp i samma organisation?",
  "organisations.merge.others_help": "Skriv en organisation per rad.",
  "organisations.merge.into": "Vilken går de upp i?",
  "organisations.merge.into_help": "Skriv namnet på en organisation som finns, eller på en ny.",
  "organisations.merge.fresh": "Lägg till den om den inte finns",
  "organisations.merge.press": "Spara sammanslagningen",
  "organisations.split.title": "{name} delas",
  "organisations.split.lead": "Organisationen står kvar som historia, och delarna minns var de kom ifrån.",
  "organisations.split.parts": "Vilka är delarna?",
  "organisations.split.parts_help": "Skriv en organisation per rad: de som finns och nya.",
  "organisations.split.fresh": "Lägg till dem som inte finns",
  "organisations.split.what": "Vad händer med {name}?",
  "organisations.split.ends": "Den upphör",
  "organisations.split.goes_on": "Den fortsätter, utan delarna",
  "organisations.split.heir": "Till vilken del räknas det som redan är skrivet?",
  "organisations.split.heir_help":
    "Lämna tomt om det inte går att säga. Då räknas det till {name} också i fortsättningen.",
  "organisations.split.heir_unknown": "Skriv en av delarna ovan",
  "organisations.split.press": "Spara delningen",
  "organisations.succession.day": "Första dagen i den nya ordningen",
  "organisations.succession.code": "Den nya kommunens kod",
  "organisations.succession.code_help": "Bara om en kommun läggs till.",
  "organisations.succession.people":
    "Roller flyttas inte: den som har en roll här behåller den. Ge dem en roll i den nya organisationen som ska ha det.",
  "organisations.rename.from": "Namnet gäller från och med",
  "organisations.rename.from_help": "Lämna tomt om det gamla namnet bara var felskrivet.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    organisationsPast: keyof typeof sv;
  }
}
