export const sv = {
  "today.greeting.night": "Hej, {name}",
  "today.greeting.morning": "God morgon, {name}",
  "today.greeting.day": "Hej, {name}",
  "today.greeting.evening": "God kväll, {name}",
  "today.lead":
    "{count, plural, =0 {Inget väntar på dig. Det mesta sköter sig självt.} one {En sak väntar på dig. Resten sköter sig självt.} other {# saker väntar på dig. Resten sköter sig självt.}}",
  "today.todo": "Väntar på dig",
  "today.nothing": "Inget väntar",
  "today.nothing_text":
    "Här visas det som behöver dig: chefer som inte har svarat, erbjudanden som snart går ut, utkast som saknar något.",
  "today.new_round": "Ny omgång",
  "today.managers": "{count, plural, one {En chef har inte svarat} other {# chefer har inte svarat}}",
  "today.managers_hold": "{round} · platserna hålls till {day}",
  "today.managers_since": "{round} · frågade sedan {day}",
  "today.remind": "{count, plural, one {Påminn chefen} other {Påminn alla}}",
  "today.question": "{manager} har en fråga innan svaret",
  "today.question_detail": "{round} · gäller {name}",
  "today.report": "Ett hinder på webbplatsen ska besvaras senast {day}",
  "today.answer": "Läs och svara",
  "today.offer": "Ett erbjudande går ut {when}",
  "today.offer_detail": "{round} · {name} har inte svarat. Sedan går platsen vidare av sig själv.",
  "today.open": "Öppna",
  "today.selection_due": "Beskeden ska skickas",
  "today.selection_soon": "Urvalet ska vara klart {day}",
  "today.selection_detail":
    "{round} · {undecided, plural, =0 {alla har ett beslut} one {# av {candidates} saknar beslut} other {# av {candidates} saknar beslut}}",
  "today.select": "Gör urvalet",
  "today.venue": "Träffen {day} saknar lokal",
  "today.venue_detail":
    "{round} · {people, plural, =0 {ingen har plats än} one {# deltagare väntar på besked} other {# deltagare väntar på besked}}",
  "today.set_venue": "Ange plats",
  "today.too_few": "Färre än {least} deltagare",
  "today.too_few_detail":
    "{round} · {people, plural, =0 {ingen har} one {# har} other {# har}} plats. Dags att bestämma om omgången blir av.",
  "today.decide": "Bestäm",
  "today.draft_ready": "Ett utkast är klart att publicera",
  "today.draft_missing": "{count, plural, one {Ett utkast saknar en uppgift} other {Ett utkast saknar # uppgifter}}",
  "today.draft_publish": "Granska och publicera",
  "today.draft_fill": "Fyll i",
  "today.mails": "{count, plural, one {Ett mejl kom inte fram} other {# mejl kom inte fram}}",
  "today.mails_detail": "{round} · {addresses}",
  "today.own": "Dina anmälningar",
  "today.own.empty": "Du har inga anmälningar",
  "today.own.empty_text": "När du anmäler dig till en cirkel ser du här hur det går.",
  "today.own.see_open": "Se öppna cirklar",
  "today.own.next": "Nästa träff {day}",
  "today.state.unconfirmed": "Väntar på att du bekräftar",
  "today.state.applied": "Anmäld",
  "today.state.held": "Plats hålls medan chefen svarar",
  "today.state.placed": "Du har plats",
  "today.state.waitlisted": "På väntelistan",
  "today.state.offered": "Erbjuden plats",
  "today.state.offered_until": "Erbjuden plats, svara senast {day}",
  "today.state.declined": "Ingen plats den här gången",
  "today.state.ineligible": "Uppfyller inte kraven",
  "today.state.withdrawn": "Återtagen",
  "today.state.noShow": "Deltog inte",
  "today.state.completed": "Genomförd",
  "today.state.cancelled": "Omgången är inställd",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    today: keyof typeof sv;
  }
}
