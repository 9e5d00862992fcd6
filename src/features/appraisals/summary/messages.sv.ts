/** En sida om en metodbedömning, för en nämnd eller en ledning. */
export const sv = {
  "summary.one": "Sammanfattning",
  "summary.kicker": "Metodbedömning · {organisation}",
  "summary.lead": "En sida att läsa inför eller efter beslut, med alla tre källorna.",
  "summary.title": "Sammanfattning: {title}",
  "summary.open": "Sammanfattning på en sida",
  "summary.word": "Hämta som Word",
  "summary.pdf": "Hämta som PDF",
  "summary.in_use": "Arbetssättet används redan här.",
  "summary.method": "Metod",
  "summary.authors": "Skrivs av",
  "summary.question": "Frågan",
  "summary.question_none": "Ingen fråga är skriven.",
  "summary.risks": "Öppna risker",
  "summary.risks_lead": "Frågor i checklistan som ingen vet svaret på än.",
  "summary.risks_none": "Ingen fråga är besvarad med okänt.",
  "summary.risk_known_by": "{question} Svar väntas {day}.",
  "summary.risk_open": "{question} Ingen dag är satt för svaret.",
  "summary.risk_text": "{risk} {text}",
  "summary.waiting":
    "{count, plural, =0 {Alla frågor är besvarade eller okända.} one {En fråga är inte besvarad än.} other {# frågor är inte besvarade än.}}",
  "summary.decision": "Beslut",
  "summary.decision_none": "Inget beslut är fattat.",
  "summary.decision.pilot": "Pröva i liten skala",
  "summary.decision.broad": "Införa brett",
  "summary.decision.no": "Inte införa",
  "summary.decision.wait": "Vänta",
  "summary.decided": "Beslutat",
  "summary.by": "{decision}. {name}, {day}",
  "summary.by_day": "senast {day}",
  "summary.until": "till och med {day}",
  "summary.pilot": "Vad som prövas",
  "summary.weighs_more": "Väger mer här",
  "summary.reason": "Skäl",
  "summary.dissent": "Avvikande mening",
  "summary.by_nobody": "okänt",
  "summary.sole_author": "Den som beslutade skrev också metodbedömningen ensam.",
  "summary.expected": "Förväntad effekt",
  "summary.measured": "Hur den mäts",
  "summary.stop": "Vad som får oss att sluta",
  "summary.again": "Nytt beslut",
  "summary.outcome": "Vad det blev",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    summary: keyof typeof sv;
  }
}
