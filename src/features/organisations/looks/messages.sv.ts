/** Words about how an organisation shows itself. */
export const sv = {
  "organisations.look.title": "Utseende: {name}",
  "organisations.look.lead":
    "Så visar sig organisationen på sina öppna sidor och i sina mejl, bredvid Sammanvägts eget namn. Gäller också allt som ligger under.",
  "organisations.look.open": "Utseende och avsändare",
  "organisations.look.name": "Namn på sidor och i mejl",
  "organisations.look.name_help": "Kort, högst 80 tecken.",
  "organisations.look.sender": "Avsändarens namn i mejl",
  "organisations.look.sender_help": "Lämna tomt om det är samma som namnet.",
  "organisations.look.reply": "Svar på mejl går till",
  "organisations.look.reply_help": "När omgången själv inte har någon kontaktperson med e-post.",
  "organisations.look.contact": "E-post till organisationen",
  "organisations.look.inherited": "Från organisationen ovanför: {value}",
  "organisations.look.press": "Spara",
  "organisations.look.saved": "Utseendet är sparat",
  "organisations.look.mark": "Märke",
  "organisations.look.mark_own": "Organisationens eget märke:",
  "organisations.look.mark_inherited": "Märket kommer från organisationen ovanför:",
  "organisations.look.mark_none": "Inget märke är valt.",
  "organisations.look.mark_alt": "Märket för {name}",
  "organisations.look.mark_file": "Välj en bild",
  "organisations.look.mark_help": "PNG, JPEG eller WebP, högst 300 kB. Visas 32 punkter hög.",
  "organisations.look.mark_press": "Byt märke",
  "organisations.look.mark_remove": "Ta bort märket",
  "organisations.look.mark_missing": "Välj en bild",
  "organisations.look.mark_too_large": "Bilden är för stor. Högst 300 kB får plats",
  "organisations.look.mark_wrong_kind": "Bilden behöver vara en PNG, JPEG eller WebP som står stilla",
  "organisations.look.mark_wrong_size": "Bilden behöver vara mellan 16 och 4 000 bildpunkter på varje ledd",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    organisationsLook: keyof typeof sv;
  }
}
