/** Handlingar till ett möte. */
export const sv = {
  "paper.heading": "Handlingar",
  "paper.none": "Inga handlingar än.",
  "paper.add": "Lägg till en handling",
  "paper.add_lead": "En fil eller en länk som de som är kallade ser på mötets sida.",
  "paper.added": "Handlingen är tillagd",
  "paper.remove": "Ta bort",
  "paper.remove_named": "Ta bort {title}",
  "paper.removed": "Handlingen är borttagen",
  "paper.plain": "Lättläst",
  "paper.for_body": "För {body}",
  "paper.for_item": "Till punkten {title}",
  "paper.for_item_inline": "till punkten {title}",
  "paper.field.title": "Rubrik",
  "paper.field.link": "Länk",
  "paper.field.link_help": "Lämna tomt om du väljer en fil.",
  "paper.field.file": "Fil",
  "paper.field.file_help":
    "PDF, Word, PowerPoint, Excel, PNG, JPEG eller text, högst 10 MB. Inget om enskilda klienter.",
  "paper.field.part": "För vilken del av mötet",
  "paper.field.isPlain": "Lättläst: kortare, med enkla ord",
  "paper.field.entryId": "Till vilken punkt på dagordningen",
  "paper.field.entryId_help": "Då hör handlingen till punktens del av mötet.",
  "paper.no_entry": "Ingen särskild",
  "paper.all": "Hela mötet",
  "paper.plain_missing": "En lättläst handling saknas",
  "paper.plain_missing_text":
    "Brukarrepresentanter sitter i {bodies}. De behöver en lättläst handling före mötet, senast {day}.",
  "paper.plain_missing_no_day": "Brukarrepresentanter sitter i {bodies}. De behöver en lättläst handling före mötet.",
  "paper.no_such_paper": "Handlingen finns inte",
  "paper.file_or_link": "Välj en fil eller skriv en länk",
  "paper.one_of_them": "Välj antingen en fil eller en länk. Lägg till dem var för sig om det ska vara båda",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    paper: keyof typeof sv;
  }
}
