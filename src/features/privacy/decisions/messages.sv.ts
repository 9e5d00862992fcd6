export const sv = {
  "retention.title": "Gallring hos {organisation}",
  "retention.link": "Gallring",
  "retention.lead":
    "Kost, postadress och behov av anpassning raderas av sig självt. Allt annat ligger kvar tills organisationen har beslutat. Till dess visas bara vad som skulle raderas.",
  "retention.caption": "Slag av uppgifter och vad som är beslutat",
  "retention.kind": "Slag",
  "retention.decision": "Beslut",
  "retention.waiting": "Skulle raderas i natt",
  "retention.erased": "Raderat senaste året",
  "retention.doing": "Att göra",
  "retention.missing": "Beslut saknas",
  "retention.proposed": "Förslag: {kept}. Inget raderas än.",
  "retention.kept_always": "Bevaras",
  "retention.number_and_day": "{number}, {day}",
  "retention.write": "Skriv in",
  "retention.change": "Ändra",
  "retention.runs": "Vad som har raderats",
  "retention.runs_caption": "Dagar då något raderades",
  "retention.runs_text": "Antalet sparas. Vad det var finns inte kvar.",
  "retention.day": "Dag",
  "retention.count": "Antal",
  "retention.earlier": "Tidigare beslut",
  "retention.earlier_caption": "Beslut som inte längre gäller",
  "retention.held": "Gällde",
  "retention.held_until": "{from} till {to}",
  "retention.done.decided":
    "{waiting, plural, =0 {Beslutet är sparat. Inget behöver raderas i natt.} one {Beslutet är sparat. I natt raderas # uppgift, klockan halv fyra.} other {Beslutet är sparat. I natt raderas # uppgifter, klockan halv fyra.}}",
  "retention.done.kept": "Beslutet är sparat. Inget av det här slaget raderas.",
  "retention.done.taken_back":
    "Beslutet gäller inte längre. Inget av det här slaget raderas förrän det finns ett nytt.",
  "retention.not_yours": "Du har inte rätt att besluta om gallring här",
  "retention.no_such_kind": "Det slaget av uppgifter finns inte",
  "retention.decision.title": "Beslut om gallring: {kind}",
  "retention.decision.lead":
    "Skriv in det som organisationen redan har beslutat. Själva beslutet finns i organisationens diarium. Förslaget är {kept}.",
  "retention.decision.outcome": "Vad är beslutat?",
  "retention.decision.erase": "Det raderas efter en tid",
  "retention.decision.keep": "Det bevaras",
  "retention.decision.count": "Hur länge det sparas",
  "retention.decision.count_help": "Lämna tomt om det bevaras.",
  "retention.decision.unit": "Räknat i",
  "retention.decision.unit.days": "dagar",
  "retention.decision.unit.months": "månader",
  "retention.decision.unit.years": "år",
  "retention.decision.number": "Beslutets nummer",
  "retention.decision.number_help": "Diarienummer eller paragraf, så att beslutet går att hitta.",
  "retention.decision.decided_on": "Beslutat den",
  "retention.decision.would": "Vad som skulle hända",
  "retention.decision.would_text":
    "{waiting, plural, =0 {Med {kept} finns inget att radera i natt.} one {Med {kept} raderas # uppgift i natt.} other {Med {kept} raderas # uppgifter i natt.}} Det som har raderats går inte att få tillbaka.",
  "retention.decision.save": "Spara beslutet",
  "retention.decision.take_back": "Ta tillbaka beslutet",
  "retention.decision.take_back_question": "Ta tillbaka beslutet?",
  "retention.decision.take_back_text":
    "Gör det om beslutet blev fel inskrivet. Inget av det här slaget raderas förrän det finns ett nytt beslut.",
  "retention.decision.too_short": "Minst 30 dagar, så att inget försvinner medan det används",
  "retention.decision.in_the_future": "Skriv dagen då beslutet fattades. Den kan inte ligga framåt i tiden.",
  "retention.decision.none": "Det finns inget beslut att ta tillbaka",
  "retention.public.title": "Vad organisationer har beslutat",
  "retention.public.caption": "Beslut om gallring",
  "retention.public.organisation": "Organisation",
  "retention.overview.title": "Organisationer som ordnar cirklar",
  "retention.overview.caption": "Organisationer och deras beslut",
  "retention.overview.decided": "Beslut",
  "retention.overview.count": "{decided} av {kinds} slag",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    retention: keyof typeof sv;
  }
}
