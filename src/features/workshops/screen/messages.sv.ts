export const sv = {
  "screen.title": "Skärmen",
  "screen.back": "Till workshoppen",
  "screen.again": "Visa det senaste",
  "screen.draft": "Workshoppen har inte börjat. Koden fungerar när den öppnas.",
  "screen.paused": "Paus",
  "screen.paused_text": "Vi fortsätter snart. Låt sidan vara öppen på telefonen.",
  "screen.closed": "Workshoppen är slut. Tack för svaren.",
  "screen.step_code": "Gå till adressen och skriv koden, eller rikta telefonens kamera mot rutan.",
  "screen.step_group": "Välj din grupp.",
  "screen.step_group_device": "En i varje grupp går in, väljer gruppen och skriver för alla.",
  "screen.step_answer": "Vänta på frågan. Den kommer av sig själv.",
  "screen.anonymous": "Ingen ser vem eller vilken grupp som har svarat.",
  "screen.by_group": "Svaren visas per grupp, aldrig med namn.",
  "screen.do.open": "Skriv med egna ord, {most, plural, one {ett svar} other {högst # svar}}.",
  "screen.do.single": "Välj ett alternativ.",
  "screen.do.multiple": "Välj {most, plural, one {ett alternativ} other {högst # alternativ}}.",
  "screen.do.scale": "Välj en siffra från {low} till {high}.",
  "screen.do.ranking": "Ordna alternativen, det viktigaste först.",
  "screen.do.points": "Dela ut {most} poäng.",
  "screen.do.wordList": "Skriv {most, plural, one {ett ord} other {högst # ord}}.",
  "screen.devices": "{count, plural, =0 {Ingen är inne än} one {En är inne} other {# är inne}}",
  "screen.answers": "{count, plural, =0 {Inga svar} one {Ett svar} other {# svar}}",
  "screen.answered":
    "{answers, plural, =0 {Inga svar än} one {Ett svar} other {# svar}}{devices, plural, =0 {} one { från en deltagare} other { från # deltagare}}",
  "screen.ended": "Frågan är avslutad.",
  "screen.next": "Ställ nästa fråga",
  "screen.said_results": "Svaren visas: {question} {count, plural, =0 {Inga svar} one {Ett svar} other {# svar}}.",
  "screen.said_question": "Frågan är ställd: {question}",
  "screen.said_joining": "Skärmen visar vägen in.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    screen: keyof typeof sv;
  }
}
