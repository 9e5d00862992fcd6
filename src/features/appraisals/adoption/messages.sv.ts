/** Att ta över en annan organisations metodbedömning. */
export const sv = {
  "adoption.not_decided": "Det går bara att ta över en metodbedömning som är beslutad",
  "adoption.is_yours": "Den hör redan till den organisationen",
  "adoption.nothing_to_compare": "Det finns inget att jämföra med just nu",

  "adoption.title": "Tagen över av andra",
  "adoption.take": "Ta över metodbedömningen",
  "adoption.take_text": "Börja från det de har funnit i stället för från början. Vägningen och beslutet gör du själv.",
  "adoption.take_lead":
    "Alla tre källorna kopieras, med uppgift om att de kommer från {organisation}. Svar och beslut följer inte med, men går att läsa bredvid dina egna. De som gjorde den får veta det.",
  "adoption.for_whom": "För vilka",
  "adoption.about": "Vad det gäller hos dig",
  "adoption.about_help": "Skriv om det som skiljer sig. Skriv inget om enskilda personer som får insatser.",
  "adoption.in_use": "Vi använder redan metoden",
  "adoption.press": "Ta över",
  "adoption.is_weighed": "vägs samman",
  "adoption.taken_from": "Tagen från {organisation}",
  "adoption.taken_from_text": "De tre källorna kommer därifrån. Anpassa dem till det som gäller här.",
  "adoption.weighed_again": "De väger om den just nu, så den går inte att läsa.",
  "adoption.see_difference": "Se vad som skiljer sig",
  "adoption.difference": "Vad som skiljer sig",
  "adoption.difference_lead": "Metodbedömningen bredvid den från {organisation}, så som den står nu.",
  "adoption.same": "Lika",
  "adoption.differs": "Skiljer sig",
  "adoption.things": "Det som skiljer sig i källan",
  "adoption.thing": "Vad",
  "adoption.not_there": "Finns inte",
  "adoption.answers": "Svaren i checklistan",
  "adoption.no_answers": "Ingen har svarat på någon fråga än.",
  "adoption.question": "Fråga",
  "adoption.became": "Så gick det: {met}.",

  "adoption.mail.hello": "Hej {name},",
  "adoption.mail.subject": "{organisation} har tagit över {title}",
  "adoption.mail.text":
    "{organisation} har tagit över metodbedömningen {title} för att väga den hos sig. När de har beslutat kan du läsa vad det blev.",
  "adoption.mail.open": "Öppna metodbedömningen",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    adoption: keyof typeof sv;
  }
}
