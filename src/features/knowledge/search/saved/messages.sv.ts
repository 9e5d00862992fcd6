/** Sparade sökningar och mejlet om vad som är nytt. */
export const sv = {
  "saved.lead":
    "Sökningar som du vill göra igen. Bara du ser dem. Du kan få ett mejl i månaden när något nytt har kommit.",
  "saved.none": "Du har inga sparade sökningar",
  "saved.none_text": "Sök efter något. Under träffarna kan du spara sökningen.",
  "saved.words": "Sökning",
  "saved.mail": "Mejl",
  "saved.mail_on": "Få mejl",
  "saved.mail_off": "Sluta få mejl",
  "saved.mail_on_for": "Få mejl om det nya på sökningen {words}",
  "saved.mail_off_for": "Sluta få mejl om sökningen {words}",
  "saved.forget": "Ta bort",
  "saved.forget_for": "Ta bort sökningen {words}",
  "saved.too_many": "Du har redan {most} sparade sökningar. Ta bort någon först.",
  "saved.no_such_search": "Det finns ingen sådan sparad sökning.",
  "saved.choose_a_word": "Välj minst ett ord, eller välj allt.",
  "saved.done.sparad": "Sökningen är sparad",
  "saved.done.mejl": "Ditt val om mejl är sparat",
  "saved.done.borta": "Sökningen är borttagen",
  "saved.done.mejlet": "Ditt val är sparat",
  "saved.digest": "Mejl om nya texter",
  "saved.digest_lead": "Ett mejl den första i månaden med de texter som har kommit. Inget mejl när inget är nytt.",
  "saved.digest_none": "Du får inget mejl om nya texter.",
  "saved.digest_all": "Du får ett mejl i månaden om alla nya texter.",
  "saved.digest_terms": "Du får ett mejl i månaden om nya texter inom det du har valt.",
  "saved.digest_choose": "Välj vad du vill få mejl om",
  "saved.digest_of": "Vad vill du få mejl om?",
  "saved.digest_of.nothing": "Inget",
  "saved.digest_of.everything": "Alla nya texter",
  "saved.digest_of.terms": "Nya texter inom det jag väljer",
  "saved.digest_choose_words": "Välj ord att följa",
  "saved.digest_words": "Ord att följa",
  "saved.digest_save": "Spara",
  "saved.mail_subject": "Nytt i kunskapsbasen",
  "saved.mail_hello": "Hej {name},",
  "saved.mail_published": "Nya texter:",
  "saved.mail_search": "Nytt på din sökning ”{words}”:",
  "saved.mail_duties": "Det här väntar hos dig som ansvarar för kunskap:",
  "saved.duty.questions": "{count, plural, one {En fråga} other {# frågor}} från praktiken utan svar",
  "saved.duty.candidates": "{count, plural, one {En hämtad källa} other {# hämtade källor}} att gå igenom",
  "saved.duty.due": "{count, plural, one {En text} other {# texter}} som har passerat dagen för granskning",
  "saved.duty.resting": "{count, plural, one {En sak} other {# saker}} som vilar på kunskap som har ändrats",
  "saved.duty.misses": "{count, plural, one {En sökning} other {# sökningar}} utan träff den senaste månaden",
  "saved.mail_open": "Se dina sökningar",
  "saved.mail_stop": "Du har själv valt att få det här mejlet. Under dina sökningar stänger du av det.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    knowledge_saved: keyof typeof sv;
  }
}
