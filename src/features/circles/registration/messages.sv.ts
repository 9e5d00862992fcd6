/** What applying, places, managers and selection say: refusals, mails, pages. */
export const sv = {
  // Refusals
  "registration.no_such_round": "Omgången finns inte, eller så tar den inte emot anmälningar ännu",
  "registration.no_such_registration": "Anmälan finns inte, eller så har du inte tillgång till den",
  "registration.no_such_link": "Länken gäller inte. Kontrollera att hela adressen kom med",
  "registration.link_expired": "Länken gäller inte längre",
  "registration.not_yours": "Du kan läsa anmälningarna men inte ändra dem",
  "registration.closed": "Anmälan är stängd",
  "registration.full": "Alla platser är tagna, så anmälan är stängd",
  "registration.round_over": "Omgången är inställd eller avslutad",
  "registration.confirmation_lapsed": "Tiden att bekräfta gick ut {date}. Anmäl dig igen om du vill vara med",
  "registration.confirmed_already": "Anmälan är redan bekräftad. Du hittar den genom länken i mejlet du fick sedan",
  "registration.cannot_withdraw": "Anmälan gäller inte längre, så det finns inget att ta tillbaka",
  "registration.offer_gone": "Det finns inget erbjudande att svara på. Det kan redan vara besvarat",
  "registration.offer_over": "Sista dagen att svara var {date}, så platsen har gått vidare",
  "registration.manager_answered_already": "Du har redan svarat",
  "registration.manager_outdated":
    "Dagar eller timmar har ändrats sedan mejlet skickades. Svara genom länken i det senaste mejlet",
  "registration.manager_not_needed": "Anmälan är återtagen eller omgången inställd, så ditt svar behövs inte längre",
  "registration.nobody_to_remind":
    "Ingen chef behöver påminnas just nu. Alla har svarat eller har redan fått ett mejl i dag",
  "registration.cannot_deny": "Anmälan kan inte nekas som den är nu",
  "registration.not_denied": "Anmälan är inte nekad",
  "registration.applied_again": "Personen har anmält sig igen. Den nya anmälan gäller",
  "registration.no_selection": "Omgången har inget urval: den som anmäler sig först får plats",
  "registration.not_a_candidate": "Någon av anmälningarna är inte med i urvalet längre. Ladda om sidan",
  "registration.notices_sent_already": "Beskeden är redan skickade",
  "registration.notice_date_missing": "Omgången saknar dag för besked",
  "registration.notices_too_early": "Beskeden kan skickas tidigast {date}",
  "registration.undecided_left": "{count, plural, one {En anmälan saknar beslut} other {# anmälningar saknar beslut}}",
  "registration.too_many_chosen": "Du har valt {chosen} personer till {seats} platser",
  "registration.rule_not_met": "Den här omgången kräver: {rule}. Är du osäker eller har svarat fel? Fråga {contact}",
  "registration.manager_not_settled": "Stäm av med din chef innan du anmäler dig, och kryssa sedan här",
  "registration.hours_not_accepted": "Kryssa här om du kan lägga den tiden",

  // The words mails share
  "registration.mail.open_own": "Se din anmälan",
  "registration.mail.own_lead": "På din sida ser du vad som händer, och där kan du lämna återbud.",
  "registration.session.digital": "digitalt",
  "registration.session.join": "Anslut till mötet",
  "registration.session.venue_unknown": "plats meddelas",
  "registration.session.date_unknown": "Dag meddelas",
  "registration.session.provisional": "preliminärt",
  "registration.reason.managerSaidNo": "Din chef har svarat nej.",
  "registration.mail.manager_asked": "Vi har skrivit till {manager} och bett om ett svar.",
  "registration.mail.contact": "Undrar du något? Fråga {contact}.",

  "registration.mail.confirmAddress.subject": "Bekräfta din anmälan till {title}",
  "registration.mail.confirmAddress.lead":
    "Den här adressen har använts för en anmälan till {title}. Bekräfta senast {date}, så behåller anmälan sitt nummer i kön.",
  "registration.mail.confirmAddress.open": "Bekräfta anmälan",
  "registration.mail.confirmAddress.not_you":
    "Var det inte du? Då behöver du inte göra något. Anmälan tas bort av sig själv.",

  "registration.mail.received.subject": "Din anmälan till {title} är bekräftad",
  "registration.mail.received.lead": "Din anmälan är med i urvalet. Alla får besked samtidigt, {date}.",
  "registration.mail.received.lead_no_date": "Din anmälan är med i urvalet. Alla får besked samtidigt.",
  "registration.mail.received.late": "Anmälan kom efter sista dagen och är märkt som sen.",

  "registration.mail.merged.subject": "Du hade redan anmält dig till {title}",
  "registration.mail.merged.lead":
    "Dina två anmälningar har blivit en. Den behåller det tidigaste numret och det du skrev först. Vill du ändra något, svara på det här mejlet.",

  "registration.mail.placed.subject": "Du har en plats i {title}",
  "registration.mail.placed.lead": "Du har en plats i {title}. Välkommen.",
  "registration.mail.placed.calendar": "Kalenderfilen i mejlet lägger in träffarna i din kalender.",
  "registration.mail.placed.cannot":
    "Kan du inte vara med? Lämna återbud på din sida, så går platsen till någon som väntar.",

  "registration.mail.held.subject": "En plats hålls åt dig i {title}",
  "registration.mail.held.lead": "Platsen är din om {manager} svarar ja senast {date}. Påminn gärna.",

  "registration.mail.waitlisted.subject": "Du har reservplats {number} i {title}",
  "registration.mail.waitlisted.lead":
    "Alla platser är tagna just nu. Du står på väntelistan med reservplats {number}.",
  "registration.mail.waitlisted.next":
    "Blir en plats ledig och det är din tur får du ett mejl med en sista dag att svara.",

  "registration.mail.holdReleased.subject": "Platsen i {title} hålls inte längre",
  "registration.mail.holdReleased.lead":
    "Vi fick inget svar från {manager} i tid, så platsen har gått vidare. Du står kvar på väntelistan. När din chef har svarat ja är du med i kön igen, med ditt gamla nummer.",

  "registration.mail.offer.subject": "En plats är ledig åt dig i {title}",
  "registration.mail.offer.lead":
    "Det är din tur på väntelistan. Svara senast {date}. Därefter går platsen vidare till nästa.",
  "registration.mail.offer.open": "Svara på erbjudandet",

  "registration.mail.offerLapsed.subject": "Erbjudandet om en plats i {title} har gått vidare",
  "registration.mail.offerLapsed.lead":
    "Vi fick inget svar i tid, så platsen har erbjudits nästa i kön. Din anmälan gäller inte längre. Vill du ändå vara med kan du anmäla dig igen.",

  "registration.mail.ineligible.subject": "Du kan inte delta i {title}",
  "registration.mail.ineligible.lead": "Vi har gått igenom din anmälan. Du kan inte få en plats den här gången.",
  "registration.mail.ineligible.reason": "Skälet: {reason}",
  "registration.mail.ineligible.next":
    "Har vi missförstått något, eller vill du veta vad du kan göra? Fråga {contact}.",
  "registration.mail.ineligible.next_manager": "Prata med din chef. Blir svaret ett annat, hör av dig till {contact}.",

  "registration.mail.declined.subject": "Besked om {title}",
  "registration.mail.declined.lead": "Du fick ingen plats i urvalet den här gången. Tack för att du anmälde dig.",
  "registration.mail.declined.reason": "Skälet: {reason}",

  "registration.mail.withdrawn.subject": "Din anmälan till {title} är återtagen",
  "registration.mail.withdrawn.lead":
    "Din anmälan är återtagen och platsen, om du hade en, går till någon som väntar. Vill du vara med ändå kan du anmäla dig igen. Då får du ett nytt nummer.",

  "registration.mail.managerSaidYes.subject": "Din chef har svarat ja till {title}",
  "registration.mail.managerSaidYes.lead":
    "{manager} har svarat ja. Vi hör av oss när det finns en plats eller ett besked.",
  "registration.mail.managerSaidYes.lead_placed": "{manager} har svarat ja. Du har din plats kvar.",

  "registration.mail.changed.subject": "Ändrat i {title}",
  "registration.mail.changed.lead": "Något har ändrats i {title}: {what}.",
  "registration.mail.changed.notice": "Alla får besked {day}.",
  "registration.mail.changed.calendar": "Kalenderfilen i mejlet ändrar träffarna i din kalender.",
  "registration.mail.changed.now": "Så här är det nu:",
  "registration.mail.changed.cannot": "Passar det inte längre? Lämna återbud på din sida.",
  "registration.mail.joinLink.subject": "Länk till digitala träffar i {title}",
  "registration.mail.joinLink.lead": "Nu finns länken till digitala träffar i {title}. Så här är träffarna:",
  "registration.mail.joinLink.keep":
    "Länken är bara för dem som har plats. Skicka den inte vidare. Kalenderfilen i mejlet lägger in den i din kalender.",
  "registration.told.added": "en ny träff",
  "registration.told.calledOff": "en träff är struken",
  "registration.told.date": "en dag",
  "registration.told.time": "en tid",
  "registration.told.mode": "sättet att träffas",
  "registration.told.venue": "platsen",
  "registration.told.settled": "en träff är bestämd",
  "registration.told.hours": "antalet timmar",
  "registration.told.cost": "kostnaden",
  "registration.told.aim": "syfte eller mål",
  "registration.told.notice": "dagen för besked",

  "registration.mail.cancelled.subject": "{title} är inställd",
  "registration.mail.cancelled.lead": "{title} blir inte av. Din anmälan gäller inte längre.",
  "registration.mail.cancelled.calendar": "Kalenderfilen i mejlet tar bort träffarna ur din kalender.",

  "registration.mail.manager.request.subject": "{name} vill delta i {title}: ditt svar behövs",
  "registration.mail.manager.reminder.subject": "Påminnelse: {name} vill delta i {title}",
  "registration.mail.manager.again.subject": "Ändrade tider i {title}: svara igen om {name}",
  "registration.mail.manager.request.lead":
    "{name} på {workplace} har anmält sig och uppgett dig som chef. Läs vad det innebär och svara ja, nej eller ställ en fråga.",
  "registration.mail.manager.reminder.lead":
    "{name} på {workplace} har anmält sig och uppgett dig som chef. Vi har inte fått ditt svar ännu.",
  "registration.mail.manager.again.lead":
    "Dagar eller timmar har ändrats sedan {name} på {workplace} anmälde sig. Därför frågar vi dig igen.",
  "registration.mail.manager.held": "Platsen hålls till och med {date}.",
  "registration.mail.manager.open": "Läs och svara",
  "registration.mail.manager.dates": "Träffar",
  "registration.mail.manager.hours": "Tid",
  "registration.mail.manager.hours_value": "{hours, plural, one {En timme} other {# timmar}} totalt",
  "registration.mail.manager.hours_unknown": "inte bestämt",
  "registration.mail.manager.purpose": "Syfte",
  "registration.mail.manager.mandate": "Uppdrag",
  "registration.mandate":
    "Deltagaren får tid och mandat att arbeta med utveckling på sin arbetsplats mellan träffarna.",

  "registration.mail.manager.question.subject": "Fråga från en chef om {name} och {title}",
  "registration.mail.manager.question.lead": "{manager} undrar, innan svaret om {name} på {workplace}:",
  "registration.mail.manager.question.reply":
    "Svara på det här mejlet, så går svaret till {email}. Länken i chefens mejl fungerar fortfarande.",
  "registration.mail.manager.question.open": "Se anmälningarna",
  "registration.manager_unnamed": "din chef",

  // The invented applicant of the previews
  "registration.sample.name": "Alva Ek",
  "registration.sample.workplace": "Familjeenheten",
  "registration.sample.manager": "Bo Lind",
  "registration.sample.ineligible": "Omgången är för den som arbetar i länet.",
  "registration.sample.declined": "Fler kommuner skulle få vara med.",
  "registration.sample.cancelled": "För få anmälde sig.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    registration: keyof typeof sv;
  }
}
