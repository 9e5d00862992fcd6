/** Översikten över uppdrag och frågor som inte är klara, inflödet och belastningen. */
export const sv = {
  "overview.title": "Uppdrag och frågor",
  "overview.lead": "Allt som är öppet i de grupper du ser, så att inget glöms.",
  "overview.part": "Vad som visas",
  "overview.part.uppdrag": "Uppdrag",
  "overview.part.parkerade": "Parkerade frågor",
  "overview.part.fragor": "Alla öppna frågor",
  "overview.narrow": "Begränsa listan",
  "overview.all": "Alla",
  "overview.overdue": "Försenade",
  "overview.without_day": "Utan dag",
  "overview.mine": "Mina",
  "overview.nobodys": "Utan ansvarig",
  "overview.body": "Grupp",
  "overview.all_bodies": "Alla grupper",
  "overview.count_commissions":
    "{count, plural, =0 {Inga öppna uppdrag} one {Ett öppet uppdrag} other {# öppna uppdrag}}, {overdue, plural, =0 {inget försenat} one {ett försenat} other {# försenade}} och {without, plural, =0 {inget utan dag} one {ett utan dag} other {# utan dag}}",
  "overview.count_parked":
    "{count, plural, =0 {Inga parkerade frågor} one {En parkerad fråga} other {# parkerade frågor}}",
  "overview.count_matters": "{count, plural, =0 {Inga öppna frågor} one {En öppen fråga} other {# öppna frågor}}",
  "overview.none": "Inget öppet här",
  "overview.none_text": "Här står uppdrag som grupper har gett och frågor som inte är klara.",
  "overview.none_chosen": "Inget passar urvalet. Visa alla igen.",
  "overview.commission": "Uppdrag",
  "overview.giver": "Från",
  "overview.owner": "Vem som gör det",
  "overview.due": "Klart",
  "overview.age": "Ålder",
  "overview.age_days": "{days, plural, =0 {I dag} one {En dag} other {# dagar}}",
  "overview.parts_left": "{waiting} av {parts} delar kvar",
  "overview.matter": "Fråga",
  "overview.until": "Till när",
  "overview.until_event": "När detta har hänt: {event}",
  "overview.until_open": "Tills vidare, vi frågar {day}",
  "overview.event_has_come": "Det den väntade på har hänt",
  "overview.referred_to": "Lämnad till {body}",
  "overview.review_on": "Ses över {day}",
  "overview.why": "Varför",
  "overview.state": "Läge",
  "overview.csv": "Hämta som CSV",
  "overview.xlsx": "Hämta som Excel",
  "overview.intake": "Inflöde och belastning",
  "overview.intake_lead": "Det andra har bett om, och hur mycket av tjänsterna uppdragen tar.",
  "overview.receive": "Ta emot ett uppdrag",
  "overview.receive_lead": "Skriv in det någon utifrån ber om. Svara sedan ja, nej eller inte än.",
  "overview.unit": "Till vilken enhet",
  "overview.requester_email": "E-post till den som ber",
  "overview.requester_email_help": "Dit går svaret. Lämna tomt om svaret går på annat sätt.",
  "overview.intake_waiting":
    "{count, plural, =0 {Inget väntar på svar} one {Ett uppdrag väntar på svar} other {# uppdrag väntar på svar}}",
  "overview.intake_list": "Inkomna uppdrag",
  "overview.intake_none": "Inget har kommit in.",
  "overview.received_on": "Kom in",
  "overview.load": "Belastning: {unit}",
  "overview.load_says":
    "{taken} av {posts} tjänster går till uppdrag{over, select, yes {, mer än det finns} other {}}.",
  "overview.load_says_no_posts":
    "{taken} tjänster går till uppdrag. Ingen roll på enheten säger hur stor tjänst den är.",
  "overview.load_unsized":
    "{count, plural, one {Ett uppdrag säger} other {# uppdrag säger}} inte hur mycket det tar, och är inte medräknat.",
  "overview.load_groups": "Vad",
  "overview.load_counted": "Tjänster",
  "overview.load_posts": "Tjänster på enheten",
  "overview.load_inProgress": "Uppdrag som pågår",
  "overview.load_accepted": "Antagna som inte har börjat",
  "overview.load_asked": "Inte besvarade",
  "overview.load_none": "Inga enheter med uppdrag än.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    overview: keyof typeof sv;
  }
}
