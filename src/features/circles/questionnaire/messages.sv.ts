/** Samma frågor före och efter en cirkel. */
export const sv = {
  "questionnaire.leaders_arrange": "Det är de som leder cirkeln som bestämmer när frågorna ställs",
  "questionnaire.participants_answer": "Du har ingen plats i cirkeln, så du svarar inte på frågorna",
  "questionnaire.circle_cancelled": "Cirkeln är inställd",
  "questionnaire.not_open": "Det går inte att svara just nu",
  "questionnaire.answered_already": "Du har redan svarat. Svaren räknas en gång",
  "questionnaire.nothing_answered": "Svara på minst en fråga med något annat än Vet inte",
  "questionnaire.is_over": "Tiden är över och svaren räknas en gång. Dagarna går inte att ändra",
  "questionnaire.has_begun": "Frågorna är redan öppna. Du kan bara flytta sista dagen",
  "questionnaire.day_has_been": "Välj en dag som inte har varit",
  "questionnaire.closes_before_opening": "Sista dagen kommer före den första",
  "questionnaire.open_too_long": "Ha frågorna öppna i högst {days} dagar",
  "questionnaire.after_is_later": "Den andra gången börjar efter den första gångens sista dag",

  "questionnaire.title": "Frågor före och efter",
  "questionnaire.lead":
    "Alla deltagare får samma frågor två gånger. Då syns om något har förändrats i hur de arbetar med kunskap.",
  "questionnaire.none": "Inga frågor är planerade i den här cirkeln.",
  "questionnaire.occasion.before": "Före",
  "questionnaire.occasion.after": "Efter",
  "questionnaire.span": "{from} till {until}",
  "questionnaire.stage.later": "Inte öppen ännu",
  "questionnaire.stage.open": "Öppen: {answered} av {participants} har svarat",
  "questionnaire.stage.closed": "{answered} svarade. Svaren räknas i natt",
  "questionnaire.stage.counted": "Räknad {day}",
  "questionnaire.arrange": "Planera frågorna",
  "questionnaire.change_days": "Ändra dagarna",
  "questionnaire.open": "Visa frågor före och efter",
  "questionnaire.open_until": "Du kan svara till och med {day}.",
  "questionnaire.you_answered": "Du har svarat. Tack.",
  "questionnaire.results_are_there": "Svaren är räknade.",
  "questionnaire.arrange_hint": "Ställ samma frågor före och efter cirkeln, och se vad som har förändrats.",
  "questionnaire.to_come": "Frågorna öppnar {day}.",

  "questionnaire.answer": "Svara på frågorna",
  "questionnaire.answer_lead": "Det tar ungefär fem minuter. Du svarar för din egen del, inte för hela arbetsplatsen.",
  "questionnaire.no_one_sees":
    "Ingen ser vad just du svarar. Vi sparar bara hur många som har valt varje svar, inte vem, när eller i vilken ordning.",
  "questionnaire.statements": "Hur väl stämmer det här?",
  "questionnaire.workplace": "Hur är det på din arbetsplats?",
  "questionnaire.degree.1": "Stämmer inte alls",
  "questionnaire.degree.2": "Stämmer dåligt",
  "questionnaire.degree.3": "Stämmer till viss del",
  "questionnaire.degree.4": "Stämmer ganska bra",
  "questionnaire.degree.5": "Stämmer helt",
  "questionnaire.degree.yes": "Ja",
  "questionnaire.degree.no": "Nej",
  "questionnaire.degree.unknown": "Vet inte, eller vill inte svara",
  "questionnaire.question.findsResearch": "Jag vet var jag hittar forskning som rör mitt arbete",
  "questionnaire.question.judgesResearch": "Jag kan avgöra hur mycket det går att lita på en studie",
  "questionnaire.question.usesExperience": "Jag och mina kollegor tar vara på det vi har lärt oss i arbetet",
  "questionnaire.question.asksServiceUsers": "Det som de vi möter vet och vill får betydelse för hur jag arbetar",
  "questionnaire.question.weighsSources":
    "Jag kan väga samman forskning, erfarenhet och brukarens kunskap när de pekar åt olika håll",
  "questionnaire.question.knowsWhy": "Jag kan säga varför vi arbetar som vi gör",
  "questionnaire.question.followsUp": "Jag följer upp hur det går för dem som får våra insatser",
  "questionnaire.question.canTryNew": "Jag har utrymme att pröva nya sätt att arbeta",
  "questionnaire.question.worksWithOthers": "Jag vet vem jag ska ta hjälp av i andra verksamheter",
  "questionnaire.question.passesOn": "Jag för det jag lär mig vidare till mina kollegor",
  "questionnaire.question.timeForReflection": "Har du och dina kollegor avsatt tid för att läsa och tänka tillsammans?",
  "questionnaire.question.timeForFollowUp": "Har du och dina kollegor avsatt tid för att följa upp arbetet?",
  "questionnaire.code": "En egen kod",
  "questionnaire.code_help":
    "Med samma kod båda gångerna kan din egen förändring räknas med. Hitta på minst sex tecken och skriv upp dem. Ta inget som andra kan känna igen, som namn eller födelsedag. Koden sparas bara som ett avtryck och raderas när alla svar är räknade.",
  "questionnaire.send": "Skicka svaren",
  "questionnaire.send_once": "Du svarar en gång. Det går inte att ändra ett svar, för vi vet inte vilket som är ditt.",
  "questionnaire.done.answered": "Tack, dina svar är räknade in",
  "questionnaire.done.answered_already": "Du hade redan svarat. Svaren räknas en gång",
  "questionnaire.done.arranged": "Dagarna är sparade",

  "questionnaire.arrange_lead":
    "Deltagarna får ett mejl när frågorna öppnar. De som inte har svarat får en påminnelse två arbetsdagar före sista dagen.",
  "questionnaire.arrange_fixed":
    "Svaren räknas natten efter sista dagen. Då visas de en gång, och dagarna går inte längre att ändra.",
  "questionnaire.first_day": "Första dag",
  "questionnaire.last_day": "Sista dag",
  "questionnaire.save_days": "Spara dagarna",

  "questionnaire.protected": "Så skyddas svaren",
  "questionnaire.protected.counts":
    "Svaren läggs ihop direkt. Det finns ingen rad per person, ingen tid och ingen ordning.",
  "questionnaire.protected.who":
    "Vilka som har svarat vet bara systemet, så att ingen svarar två gånger eller får en påminnelse i onödan. Det raderas när svaren räknas. De som leder cirkeln ser antalet.",
  "questionnaire.protected.code":
    "Den som har en egen kod har sina svar sparade under ett avtryck av koden tills alla svar är räknade. Sedan raderas de.",
  "questionnaire.protected.few":
    "Inget visas för färre än fem svar, inte heller när alla har svarat lika eller när det går att räkna ut vad några få har svarat.",
  "questionnaire.protected.once": "Resultatet visas först när tiden är ute, och det ändras inte sedan.",

  "questionnaire.figures": "Vad svaren visar",
  "questionnaire.not_effect": "Förändring, inte bevisad effekt",
  "questionnaire.not_effect_lead":
    "Svaren säger om något har förändrats, inte varför. Annat än cirkeln kan ha spelat in, och alla har kanske inte svarat båda gångerna.",
  "questionnaire.only_before": "Så svarade deltagarna före cirkeln. Förändringen visas när de har svarat igen.",
  "questionnaire.group": "Medelvärden för alla som svarade",
  "questionnaire.group_lead":
    "Från 1, stämmer inte alls, till 5, stämmer helt. Ringen är före och pricken efter. Talet efter ± är spridningen: hur långt från medelvärdet svaren brukar ligga.",
  "questionnaire.change": "Förändring",
  "questionnaire.statement": "Påstående",
  "questionnaire.mean": "{mean, number, ::.0}",
  "questionnaire.spread": "± {spread, number, ::.0}",
  "questionnaire.change_by": "{change, number, ::.0 sign-except-zero}",
  "questionnaire.answers": "{answers, plural, one {1 svar} other {# svar}}",
  "questionnaire.hidden": "visas inte",
  "questionnaire.followed": "De som gav samma kod båda gångerna",
  "questionnaire.followed_lead":
    "Här räknas vars och ens egen förändring. Linjen går från ingen förändring till medelvärdet.",
  "questionnaire.followed_count": "Antal",
  "questionnaire.workplaces": "Så många svarade ja",
  "questionnaire.question": "Fråga",
  "questionnaire.yes_of": "{yes} av {all}",
  "questionnaire.hidden_why":
    "Visas inte står där det är för få svar, eller där det annars går att förstå vad någon har svarat.",

  "questionnaire.mail.open_subject": "{round}: några frågor till dig",
  "questionnaire.mail.remind_subject": "Påminnelse: frågor om {round}, svara senast {day}",
  "questionnaire.mail.hello": "Hej {name}.",
  "questionnaire.mail.before":
    "Innan cirkeln {round} kommer igång vill vi veta hur du ser på ditt arbete. Efter cirkeln ställer vi samma frågor igen.",
  "questionnaire.mail.after": "Nu ställer vi samma frågor som före cirkeln {round}, för att se vad som har förändrats.",
  "questionnaire.mail.time": "Det tar ungefär fem minuter. Du kan svara till och med {day}.",
  "questionnaire.mail.no_one_sees": "Ingen ser vad just du svarar.",
  "questionnaire.mail.answer": "Svara på frågorna",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    questionnaire: keyof typeof sv;
  }
}
