/** Material till träffarna. */
export const sv = {
  "material.no_such_material": "Materialet finns inte, eller visas först efter träffen",
  "material.over": "Cirkeln är slut. Det går inte längre att lägga till eller ta bort material",
  "material.leaders_add": "Det är de som leder cirkeln som lägger till material",
  "material.file_or_link": "Välj en fil eller skriv en länk",
  "material.one_of_them": "Välj antingen en fil eller en länk. Lägg till dem var för sig om det ska vara båda",
  "material.stays_file": "En fil kan inte bli en länk. Ta bort den och lägg till länken i stället",
  "material.change": "Ändra material",
  "material.change_short": "Ändra",
  "material.change_named": "Ändra {title}",
  "material.save": "Spara",
  "material.changed": "Materialet är ändrat",
  "material.opened": "öppnat {count} gånger",
  "material.opened_few": "öppnat färre än 5 gånger",
  "material.field.hours": "Ungefär hur lång tid att läsa, i timmar",
  "material.field.hours_help": "Till exempel 0,5. Räknas in i cirkelns timmar om det står på läslistan.",
  "material.heading": "Material",
  "material.reading_list": "Läslista",
  "material.from_knowledge": "Att läsa ur kunskapsbasen",
  "material.add": "Lägg till material",
  "material.add_lead": "En fil eller en länk som deltagarna ser på träffens sida.",
  "material.added": "Materialet är tillagt",
  "material.field.title": "Rubrik",
  "material.field.address": "Länk",
  "material.field.address_help": "Lämna tomt om du väljer en fil.",
  "material.field.file": "Fil",
  "material.field.file_help":
    "PDF, Word, PowerPoint, Excel, PNG, JPEG eller text, högst 10 MB. Inget om enskilda klienter.",
  "material.field.shown": "När deltagarna ser det",
  "material.shown.before": "Direkt",
  "material.shown.after": "När träffen har börjat",
  "material.field.toRead": "Ta med på läslistan",
  "material.not_yet": "Visas när träffen har börjat",
  "material.remove": "Ta bort materialet",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    material: keyof typeof sv;
  }
}
