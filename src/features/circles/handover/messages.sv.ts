/** Handing a round over to a colleague. */
export const sv = {
  "handover.title": "Lämna över",
  "handover.lead": "Välj en kollega. Allt som är öppet i omgången följer med.",
  "handover.responsible": "Ansvarig nu",
  "handover.nobody": "ingen särskild",
  "handover.somebody": "En kollega",
  "handover.to": "Kollega som tar över",
  "handover.to_help": "Här står de som arbetar med cirklar i {organisation}, och de som är inbjudna dit.",
  "handover.nobody_to_choose": "Ingen att lämna över till",
  "handover.nobody_to_choose_text":
    "Ingen annan har en roll där cirkeln hör hemma. Bjud in kollegan först, så kan du välja dem här.",
  "handover.invite": "Bjud in en kollega",
  "handover.contacts": "Kollegan blir kontaktperson i stället",
  "handover.contacts_replace": "{from} byts mot den du väljer på den öppna sidan och i mejl.",
  "handover.contacts_first": "Den du väljer ställs först bland kontaktpersonerna.",
  "handover.drafts": "Utkasten i samma serie följer med",
  "handover.drafts_help": "{titles}",
  "handover.keeps": "{name} får läsa omgången även framöver",
  "handover.keeps_help": "Annars syns omgången inte längre för {name}.",
  "handover.keeps_role":
    "{name} har en roll som når alla omgångar i organisationen, och ser därför den här även framöver.",
  "handover.note": "Något kollegan behöver veta?",
  "handover.note_help": "Kommer med i mejlet.",
  "handover.send": "Lämna över",
  "handover.what_follows": "Det här följer med",
  "handover.follows.mail": "Kollegan får ett mejl med det som är öppet.",
  "handover.follows.today": "Omgångens rader på sidan Idag.",
  "handover.follows.rest": "Anmälningar, meddelanden och allt annat finns kvar i omgången.",
  "handover.open": "Öppet just nu",
  "handover.open_none": "Inget väntar just nu.",
  "handover.open.missing": "{count, plural, one {En sak saknas} other {# saker saknas}} före publicering",
  "handover.open.deadline":
    "Sista dag att anmäla sig är {day}. {count, plural, =0 {Ingen är anmäld} one {En är anmäld} other {# är anmälda}}",
  "handover.open.notice": "Besked ska skickas {day}",
  "handover.open.undecided": "{count, plural, one {En saknar} other {# saknar}} beslut i urvalet",
  "handover.open.unconfirmed": "{count, plural, one {En har} other {# har}} inte bekräftat sin adress",
  "handover.open.managers": "{count, plural, one {En chef har} other {# chefer har}} inte svarat",
  "handover.open.questions": "{count, plural, one {En chef har ställt en fråga} other {# chefer har ställt frågor}}",
  "handover.open.offers": "{count, plural, one {Ett erbjudande väntar} other {# erbjudanden väntar}} på svar",
  "handover.open.waitlisted": "{count, plural, one {En står} other {# står}} på väntelistan",
  "handover.open.calls": "{count, plural, one {En ska} other {# ska}} meddelas per telefon",
  "handover.open.withoutVenue": "{count, plural, one {En träff saknar} other {# träffar saknar}} plats",
  "handover.open.session": "Nästa träff är {day}",
  "handover.history": "Har lämnats över",
  "handover.history_row": "Från {from} till {to}",
  "handover.done_all": "Omgången är överlämnad",
  "handover.taken": "Omgången har redan lämnats över till {name}. Läs om sidan om du ändå vill ändra.",
  "handover.already_theirs": "{name} är redan ansvarig för omgången.",
  "handover.no_such_colleague": "Välj en kollega i listan.",
  "handover.mail.subject": "Du tar över {title}",
  "handover.mail.hello": "Hej {name},",
  "handover.mail.lead": "{from} har lämnat över {title} till dig. Du leder omgången från och med nu.",
  "handover.mail.note": "Att veta: {note}",
  "handover.mail.open": "Öppna omgången",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    handover: keyof typeof sv;
  }
}
