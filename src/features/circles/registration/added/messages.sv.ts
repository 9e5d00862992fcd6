/** What is said about applications that staff write down, correct and tell about by telephone, and about a lost link. */
export const sv = {
  // Refusals
  "registration.phone_wrong": "Skriv ett telefonnummer med riktnummer, till exempel 0481-450 00",
  "registration.reached_ahead": "Tiden har inte varit än. Skriv när anmälan kom in",
  "registration.no_way_to_reach": "Skriv en e-postadress eller ett telefonnummer, så att den sökande kan få besked",
  "registration.written_down_already": "Personen är redan anmäld, med nummer {number} i kön",
  "registration.external_form": "Anmälan görs i en annan tjänst. Länken finns på omgångens sida",
  "registration.cannot_correct": "Anmälan gäller inte längre, så uppgifterna kan inte rättas",
  "registration.nothing_corrected": "Inget är ändrat",
  "registration.address_taken": "En annan anmälan i omgången har redan den adressen",
  "registration.prove_first": "Bekräfta först att det är du. Öppna länken i mejlet igen",
  "registration.team_does_not_fit": "Det finns inte plats för så många i laget",
  "registration.no_such_call": "Samtalet finns inte, eller så är det redan gjort",

  // How an application came in
  "registration.way.form": "genom formuläret",
  "registration.way.phone": "per telefon",
  "registration.way.mail": "med mejl",
  "registration.way.letter": "med brev",
  "registration.way.inPerson": "på plats",
  "registration.way.otherForm": "genom ett annat formulär",

  "registration.elsewhere.lead":
    "Anmälan till den här omgången görs i en annan tjänst, {service}. Arrangören för sedan över den hit.",
  "registration.elsewhere.open": "Anmäl dig där",

  // Mails
  "registration.mail.added.subject": "Du är anmäld till {title}",
  "registration.mail.added.lead":
    "{who} på {organiser} har lagt in en anmälan till {title} åt dig. Den kom in {way} {when}.",
  "registration.mail.added.not_you": "Stämmer det inte? Fråga {contact}.",
  "registration.mail.ownLink.subject": "Länk till din anmälan till {title}",
  "registration.mail.ownLink.lead": "Någon har bett om en ny länk till den här adressens anmälan till {title}.",
  "registration.mail.ownLink.not_you": "Var det inte du? Då behöver du inte göra något.",
  "registration.mail.corrected.subject": "Uppgifter i din anmälan till {title} är rättade",
  "registration.mail.corrected.lead":
    "Arrangören har rättat uppgifter i din anmälan till {title}. På din sida ser du hur de är nu.",
  "registration.mail.corrected.wrong": "Blev något fel? Fråga {contact}.",
  "registration.page.mails.kind.added": "Någon har anmält dig",
  "registration.page.mails.kind.ownLink": "Ny länk till anmälan",
  "registration.page.mails.kind.corrected": "Uppgifter är rättade",
  "registration.page.mails.when.added": "När du lägger till en anmälan, eller läser in en fil",
  "registration.page.mails.when.ownLink": "När den sökande ber om en ny länk",
  "registration.page.mails.when.corrected": "När du rättar uppgifter i en anmälan",

  // Adding
  "registration.add.heading": "Lägg till en anmälan",
  "registration.add.lead":
    "För den som har ringt, mejlat eller skrivit. Anmälan räknas som bekräftad av dig och får nästa nummer i kön.",
  "registration.add.open": "Lägg till en anmälan",
  "registration.add.arrival": "Hur anmälan kom in",
  "registration.add.way": "Kom in",
  "registration.add.date": "Dag",
  "registration.add.time": "Klockslag",
  "registration.add.when_help":
    "Tiden visas vid anmälan och avgör om den kom för sent. Numret i kön tas när du sparar.",
  "registration.add.you": "Den sökande",
  "registration.add.email": "E-post",
  "registration.add.email_help": "Hit skickar vi ett mejl om att du har lagt in anmälan. Saknas adress? Skriv telefon.",
  "registration.add.phone": "Telefon",
  "registration.add.phone_help": "Utan e-post ringer du med beskeden. De läggs på din sida Idag.",
  "registration.add.work": "Arbete",
  "registration.add.rules_help":
    "Fyll i det den sökande har sagt. Det som bara är rekommenderat hindrar ingen från att få en plats.",
  "registration.add.age_group": "Vilka åldrar arbetar den sökande med?",
  "registration.add.adaptation": "Behöver den sökande något för att kunna delta?",
  "registration.add.manager": "Chef",
  "registration.add.manager_declared": "Fråga om det är avstämt med närmaste chef.",
  "registration.add.manager_confirmed": "När du har sparat skriver vi till chefen, som svarar ja, nej eller frågar.",
  "registration.add.manager_tick": "Den sökande säger att det är avstämt med chefen",
  "registration.add.manager_tick_help":
    "Chefen vet vilken tid det tar ({time}) och ger mandat att arbeta med utveckling på arbetsplatsen mellan träffarna.",
  "registration.add.words": "Med den sökandes ord",
  "registration.add.hours_accepted": "Den sökande kan lägga cirka {hours, plural, one {en timme} other {# timmar}}",
  "registration.add.send": "Spara anmälan",
  "registration.add.saved": "Anmälan är sparad",
  "registration.add.written_down": "Lades in",
  "registration.add.reached": "Kom in {way} {when}",
  "registration.add.reached_term": "Kom in",
  "registration.add.written_by": "inlagd av {name}",
  "registration.add.unproved": "Adressen är inte bekräftad än",

  // Proving an address somebody else wrote
  "registration.prove.heading": "Du är anmäld till {round}",
  "registration.prove.lead": "{who} på {organiser} har lagt in en anmälan åt dig. Säg att det är du, så visas anmälan.",
  "registration.prove.press": "Det är jag, visa min anmälan",
  "registration.prove.not_you": "Är det inte du? Då har någon skrivit fel adress. Säg det gärna till arrangören.",

  // A link that was lost
  "registration.ask.heading": "Hitta din anmälan",
  "registration.ask.lead":
    "Skriv adressen du anmälde dig med, så får du ett mejl med en ny länk till varje anmälan som gäller.",
  "registration.ask.email": "E-post",
  "registration.ask.send": "Skicka en ny länk",
  "registration.ask.sent": "Titta i din inkorg",
  "registration.ask.sent_lead":
    "Finns det en anmälan med den adressen är mejlet på väg. Kommer inget, kontrollera adressen eller fråga arrangören.",
  "registration.ask.lost": "Har du tappat bort mejlet? Be om en ny länk",

  // Telephone calls
  "registration.call.title": "Meddela per telefon: {name}",
  "registration.call.words": "{words}",
  "registration.call.no_number": "Telefonnummer saknas",
  "registration.call.done": "Markera som ringt",
  "registration.call.done_told": "Samtalet är markerat som gjort",
  "registration.call.waiting": "Ska meddelas per telefon",
  "registration.call.history": "Meddelad per telefon",

  // Correcting
  "registration.correct.open": "Rätta uppgifter",
  "registration.correct.heading": "Rätta uppgifter för {name}",
  "registration.correct.lead":
    "Den sökande får ett mejl om att uppgifterna är rättade. Det de har skrivit själva, som motiveringen, ändras inte här.",
  "registration.correct.email_help": "Byter du adress måste den sökande bekräfta den nya innan anmälan visas där.",
  "registration.correct.manager_help": "Byter du adress frågas chefen igen.",
  "registration.correct.send": "Spara rättelsen",
  "registration.correct.done": "Uppgifterna är rättade",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    registrationAdded: keyof typeof sv;
  }
}
