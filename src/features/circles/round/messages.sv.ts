/** What planning says: refusals, what is missing before publishing, and every word of the pages for those who plan. */
export const sv = {
  "round.no_such_round": "Omgången finns inte, eller så har du inte tillgång till den",
  "round.no_such_session": "Träffen finns inte längre",
  "round.no_such_kind": "Välj en form som finns i listan",
  "round.no_such_programme": "Välj en serie som hör till arrangören",
  "round.not_yours": "Du kan läsa om omgången men inte ändra den",
  "round.not_your_organisation": "Du planerar inte cirklar för den organisationen",
  "round.is_over": "Omgången är avslutad eller inställd och kan inte ändras",
  "round.is_published": "Omgången är publicerad. Ändra en del i taget",
  "round.cancel_instead": "Omgången är publicerad och kan inte kastas. Ställ in den i stället",
  "round.has_roles": "Någon har en roll i omgången, så den kan inte kastas. Ställ in den i stället",
  "round.changed_meanwhile":
    "Någon annan har ändrat här sedan du öppnade sidan. Det du skrev finns kvar. Jämför med det som står nu och spara igen om ditt ska gälla",
  "round.not_ready":
    "{count, plural, one {En sak saknas innan omgången kan publiceras} other {# saker saknas innan omgången kan publiceras}}",
  "round.no_minimum": "Omgången har inget minsta antal deltagare att ta ställning till",
  "round.choose_sessions": "Välj minst en träff",
  "round.not_now.publish": "Omgången är redan publicerad",
  "round.not_now.close": "Anmälan är inte öppen, så den kan inte stängas",
  "round.not_now.reopen": "Anmälan är inte stängd",
  "round.not_now.allocate": "Platserna är redan fördelade",
  "round.not_now.start": "Omgången kan inte börja ännu: anmälan är öppen eller besked saknas",
  "round.not_now.awaitFollowUp": "Omgången pågår inte",
  "round.not_now.complete": "Omgången pågår inte",
  "round.not_now.cancel": "Omgången är redan avslutad eller inställd",

  "round.session_ends_before_start": "Sluttiden ligger före starttiden",
  "round.session_start_missing": "Skriv när träffen börjar",
  "round.session_time_skipped": "Klockslaget finns inte den natten, för då ställs klockan om till sommartid",
  "round.contact_name_missing": "Skriv kontaktpersonens namn",
  "round.target_above_hard": "Det ungefärliga antalet kan inte vara större än det högsta",
  "round.minimum_above_hard": "Minsta antalet kan inte vara större än det högsta",
  "round.notice_before_deadline": "Beskedet kan inte komma före sista anmälningsdag",
  "round.until_full_is_for_first_come": "Öppen tills det är fullt går bara när den som anmäler sig först får plats",
  "round.capacity_below_taken":
    "{seated, plural, one {En plats är tagen} other {# platser är tagna}}, så antalet kan inte vara lägre",
  "round.allocation_settled": "Hur platserna fördelas kan inte ändras när omgången är publicerad",
  "round.deadline_by_extension": "Sista anmälningsdag ändras genom att förlänga anmälan, med ett skäl",
  "round.consultation_settled": "Någon har redan anmält sig, så kravet på avstämning med chef kan inte ändras",
  "round.rule_answered": "Någon har redan anmält sig, så regeln måste stå kvar som den är: {rule}",
  "round.rule_too_late": "Någon har redan anmält sig, så en ny regel kan bara vara en rekommendation",

  "round.extend.notOpen": "Anmälan kan bara förlängas för en omgång som är publicerad och inte har börjat",
  "round.extend.notLater": "Den nya dagen måste vara senare än den gamla",
  "round.extend.inThePast": "Den nya dagen har redan varit",
  "round.extend.nothingNew": "Skriv en ny sista dag, eller låt anmälan vara öppen tills det är fullt",
  "round.extend.afterNotice": "Den nya dagen ligger efter dagen för besked. Flytta beskedet först",
  "round.extend.untilFullIsForFirstCome": "Öppen tills det är fullt går bara när den som anmäler sig först får plats",

  "round.must.practiceProblem": "Vilket problem från vardagen cirkeln arbetar med",
  "round.must.aim": "Vad omgången är till för: syfte eller mål",
  "round.must.when": "När den hålls: minst ett datum, eller vilken termin",
  "round.must.capacity": "Högst hur många som får plats",
  "round.must.contact": "En kontaktperson med e-post eller telefon",
  "round.must.allocation": "Hur platserna fördelas",
  "round.must.deadline": "Sista anmälningsdag",
  "round.must.deadlinePast": "En sista anmälningsdag som inte har varit",
  "round.must.notice": "Vilken dag alla får besked",
  "round.must.noticeNeedsDay": "Vilken dag i månaden beskedet kommer: en månad räcker inte",
  "round.must.noticePast": "En dag för besked som inte har varit",
  "round.must.noticeBeforeDeadline": "Ett besked som kommer efter sista anmälningsdag",
  "round.must.hours": "Hur många timmar det tar: chefen ska säga ja till dem",
  "round.must.goNoGoDate": "När det avgörs om omgången blir av",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    round: keyof typeof sv;
  }
}
