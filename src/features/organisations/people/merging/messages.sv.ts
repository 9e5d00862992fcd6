/** Words about two entries that may be one person. */
export const sv = {
  // What is refused
  "people.merge.same": "En person kan inte slås ihop med sig själv. Välj två olika",
  "people.merge.yourself": "Du är inloggad som den som skulle försvinna. Välj att behålla den",
  "people.merge.no_such": "Sammanslagningen finns inte",
  "people.merge.merged_already": "De är redan sammanslagna, eller någon av dem med en annan person",
  "people.merge.not_everywhere":
    "Någon av dem har en roll, en tidigare roll eller en anmälan som du inte får ta ställning till. Be en administratör",
  "people.merge.undone_already": "Sammanslagningen är redan ångrad",
  "people.merge.too_late": "Det har gått mer än 30 dagar. Sammanslagningen går inte att ångra längre",
  "people.merge.later_first": "Personen har slagits ihop igen efter det. Ångra den senare sammanslagningen först",
  "people.merge.choose": "Välj vilken som ska behållas",

  // The list
  "people.duplicates.title": "Kan vara samma person",
  "people.duplicates.lead":
    "Personer med samma adress, eller med namn som låter lika och något gemensamt. Inget slås ihop av sig självt.",
  "people.duplicates.open": "Kan vara samma person",
  "people.duplicates.count": "{count, plural, =0 {Inga par} one {Ett par} other {# par}} att ta ställning till",
  "people.duplicates.first": "De {shown} troligaste av {count} visas. Fler kommer när du har tagit ställning.",
  "people.duplicates.none": "Ingen verkar finnas två gånger",
  "people.duplicates.none_text": "När två liknar varandra visas de här, så att du kan ta ställning.",
  "people.duplicates.pair": "{one} och {other}",
  "people.duplicates.compared": "{one} och {other}, sida vid sida",
  "people.duplicates.for": "Talar för",
  "people.duplicates.against": "Talar emot",
  "people.duplicates.against_none": "Inget som syns här.",
  "people.duplicates.likeness.address": "Samma e-postadress",
  "people.duplicates.likeness.phone": "Samma telefonnummer",
  "people.duplicates.likeness.name": "Samma namn",
  "people.duplicates.likeness.spelling": "Namnen låter lika",
  "people.duplicates.likeness.mailbox": "Samma ord före @ i adressen",
  "people.duplicates.likeness.organisation": "Samma organisation",
  "people.duplicates.difference.phone": "Olika telefonnummer",
  "people.duplicates.difference.title": "Olika titlar",
  "people.duplicates.difference.bothActive": "Båda har varit här samma vecka",
  "people.duplicates.merge": "Slå ihop",
  "people.duplicates.merge_label": "Slå ihop {one} och {other}",
  "people.duplicates.apart": "Inte samma person",
  "people.duplicates.apart_label": "{one} och {other} är inte samma person",
  "people.duplicates.apart_done": "{one} och {other} föreslås inte igen",
  "people.duplicates.not_yours":
    "Du kan inte slå ihop dem: någon av dem har en roll eller en anmälan som du inte får ta ställning till. Be en administratör.",
  "people.duplicates.fact": "Uppgift",
  "people.duplicates.email": "E-post",
  "people.duplicates.phone": "Telefon",
  "people.duplicates.job_title": "Titel",
  "people.duplicates.roles": "Roller",
  "people.duplicates.past": "tidigare",
  "people.duplicates.rounds": "Har anmält sig till",
  "people.duplicates.workplace": "{title} ({workplace})",
  "people.duplicates.since": "Här sedan",
  "people.duplicates.last_seen": "Senast här",
  "people.duplicates.nothing": "–",
  "people.duplicates.latest": "Sammanslagna de senaste 30 dagarna",

  // Merging
  "people.merge.title": "Slå ihop {one} och {other}",
  "people.merge.lead": "Är det samma person? Allt den ena har flyttas till den andra. Du kan ångra i 30 dagar.",
  "people.merge.keep": "Vilken ska behållas?",
  "people.merge.keep_help":
    "Namnet och adressen som behålls syns i listor och mejl. Den andra adressen leder till samma person.",
  "people.merge.keep_option": "{name}, {email}",
  "people.merge.no_address": "ingen adress",
  "people.merge.what": "Det här händer",
  "people.merge.what_moves": "Roller, anmälningar och allt de har gjort samlas hos den som behålls.",
  "people.merge.what_round":
    "Båda har en anmälan till {title}. Den som har kommit längst blir kvar, med det tidigaste numret. En plats som blir ledig går vidare i kön.",
  "people.merge.what_sign_in":
    "Den andras lösenord, kod, passnyckel och API-nycklar slutar fungera. En länk till endera adressen loggar in.",
  "people.merge.what_mail": "Båda adresserna får ett mejl om det.",
  "people.merge.press": "Slå ihop",

  // One merge
  "people.merge.shown.title": "{from} slogs ihop med {to}",
  "people.merge.shown.merged": "Sammanslagna",
  "people.merge.shown.by": "{day} av {name}",
  "people.merge.shown.kept": "Behålls",
  "people.merge.shown.gone": "Fanns också som",
  "people.merge.shown.until": "Går att ångra till och med",
  "people.merge.shown.undone": "Ångrad",
  "people.merge.shown.undo": "Ångra",
  "people.merge.shown.undo_label": "Ångra att {from} slogs ihop med {to}",
  "people.merge.shown.done": "{from} och {to} är nu en person",
  "people.merge.shown.undone_done": "{from} och {to} är två personer igen",
  "people.merge.shown.on_person": "Sammanslagen med",
  "people.merge.left.title": "Det här stannade hos {name}",
  "people.merge.left.none":
    "Allt som flyttades är tillbaka. Det som kommit till efter sammanslagningen finns hos {name}.",
  "people.merge.left.after": "Det som kommit till efter sammanslagningen finns också hos {name}.",
  "people.merge.left.registration": "{count, plural, one {En anmälan} other {# anmälningar}}",
  "people.merge.left.role": "{count, plural, one {En roll} other {# roller}}",
  "people.merge.left.round": "{count, plural, one {En uppgift om en omgång} other {# uppgifter om omgångar}}",
  "people.merge.left.account": "{count, plural, one {Ett sätt att logga in} other {# sätt att logga in}}",
  "people.merge.left.details": "{count, plural, one {En personuppgift} other {# personuppgifter}}",
  "people.merge.left.work": "{count, plural, one {Något personen har gjort} other {# saker personen har gjort}}",
  "people.merge.left.why.changed": "ändrat efter sammanslagningen",
  "people.merge.left.why.seat_taken": "platsen har gått till någon annan",
  "people.merge.left.why.notices_sent": "beskeden har redan skickats",
  "people.merge.left.row": "{what}: {why}",

  // Undoing
  "people.merge.undo.title": "Ångra att {from} slogs ihop med {to}",
  "people.merge.undo.lead":
    "Det som flyttades går tillbaka. Det som kommit till eller ändrats efter sammanslagningen stannar hos {to}, och du får se vad.",
  "people.merge.undo.press": "Ångra sammanslagningen",

  // The mails
  "people.merge.mail.merged": "Dina uppgifter har samlats på ett ställe",
  "people.merge.mail.merged_text":
    "Du fanns två gånger i Sammanvägt. Nu finns du en gång, som {name} med adressen {email}. Inget har försvunnit.",
  "people.merge.mail.merged_sign_in":
    "Be om en länk till vilken som helst av dina adresser för att logga in. Ett lösenord fungerar bara om det hör till adressen ovan.",
  "people.merge.mail.undone": "Dina uppgifter är inte längre sammanslagna",
  "people.merge.mail.undone_text":
    "Uppgifter som hade slagits ihop med {name} är nu åtskilda igen, eftersom det inte var samma person.",
  "people.merge.mail.undone_sign_in": "Logga in som du gjorde innan. Var och en har sin adress.",
  "people.merge.mail.wrong": "Stämmer det inte? Svara på det här mejlet så snart du kan.",

  // Leaders who were only written by name
  "people.leaders.title": "Ledare som kan vara någon som redan finns",
  "people.leaders.lead": "De står bara med namn i sin omgång. Namnet ändras inte där.",
  "people.leaders.name": "Står som",
  "people.leaders.round": "Omgång",
  "people.leaders.who": "Kan vara",
  "people.leaders.same": "Det är {name}",
  "people.leaders.same_label": "Det är {name}, {email}, som står som {written}",
  "people.leaders.nobody": "Ingen av dem",
  "people.leaders.nobody_label": "Ingen av dem är {written}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    peopleMerging: keyof typeof sv;
  }
}
