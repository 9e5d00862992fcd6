/** Fem steg: att söka kunskap själv, från fråga till uppföljning. */
export const sv = {
  "fivesteps.heading": "Sök själv i fem steg",
  "fivesteps.lead":
    "Från en fråga i arbetet till något du kan använda. Det du antecknar följer med från steg till steg och sparas ingenstans.",
  "fivesteps.no_clients": "Skriv inget om enskilda klienter.",
  "fivesteps.next": "Nästa steg",
  "fivesteps.back": "Tillbaka",
  "fivesteps.finish": "Se allt du har antecknat",
  "fivesteps.ways": "Hit kan du gå",
  "fivesteps.step.formulate": "Formulera",
  "fivesteps.step.search": "Sök",
  "fivesteps.step.appraise": "Granska",
  "fivesteps.step.weigh": "Väg samman",
  "fivesteps.step.evaluate": "Följ upp",
  "fivesteps.lead.formulate": "Gör det du undrar till en fråga som går att svara på. Dela gärna upp den.",
  "fivesteps.lead.search": "Se först om någon redan har svarat. Oftast räcker det med vad andra har samlat.",
  "fivesteps.lead.appraise":
    "Tre frågor avgör om det du fann går att använda. Blir svaret nej stannar du: det är också ett resultat.",
  "fivesteps.lead.weigh":
    "Forskningen är en källa av tre. Vad säger du och dina kollegor, och vad vill den det gäller?",
  "fivesteps.lead.evaluate": "Bestäm redan nu hur du ser om det blev bättre, och när du ser efter.",
  "fivesteps.searched": "Var sökte du, och vad fann du?",
  "fivesteps.readable": "Går resultaten att förstå?",
  "fivesteps.improves": "Visar de en förbättring?",
  "fivesteps.reliable": "Går de att lita på?",
  "fivesteps.reliable_help": "Se vem som har gjort studien, hur många som var med och om fler har funnit samma sak.",
  "fivesteps.yes": "Ja",
  "fivesteps.no": "Nej",
  "fivesteps.usable": "Går det att använda där du arbetar?",
  "fivesteps.usable_help": "Är det samma målgrupp, finns tiden och kunskapen, och vad skulle du sluta med?",
  "fivesteps.stop.readable": "Du stannar här: resultaten går inte att förstå",
  "fivesteps.stop.improves": "Du stannar här: det finns ingen förbättring att hämta",
  "fivesteps.stop.reliable": "Du stannar här: resultaten går inte att lita på",
  "fivesteps.stop_text":
    "Det är ett giltigt resultat. Du vet nu att det här inte räcker, och slipper bygga på något som inte håller. Sök något annat, eller ställ frågan till någon som kan söka vidare.",
  "fivesteps.search_again": "Sök något annat",
  "fivesteps.research": "Vad säger forskningen?",
  "fivesteps.profession": "Vad säger du och dina kollegor av erfarenhet?",
  "fivesteps.serviceUsers": "Vad vet och vill de det gäller?",
  "fivesteps.decided": "Vad kommer du fram till?",
  "fivesteps.followed": "Vad ska bli bättre, hur ser du det, och när ser du efter?",
  "fivesteps.ask": "Ställ frågan till någon som kan söka",
  "fivesteps.way.search": "Sök i kunskapsbasen",
  "fivesteps.way.questions": "Frågor från praktiken",
  "fivesteps.way.metodguiden": "Metodguiden hos Socialstyrelsen",
  "fivesteps.way.kunskapsguiden": "Kunskapsguiden",
  "fivesteps.way.sbu": "SBU:s översikter",
  "fivesteps.way.methods": "Metoder som andra har bedömt",
  "fivesteps.way.appraisal": "Bedöm en metod tillsammans",
  "fivesteps.way.glossary": "Ordlista",
  "fivesteps.done": "Det du har antecknat",
  "fivesteps.done_lead": "Skriv ut eller kopiera sidan om du vill ha den kvar. Den sparas inte här.",
  "fivesteps.nothing": "Inget antecknat",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    fivesteps: keyof typeof sv;
  }
}
