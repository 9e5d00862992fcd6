/** What is said about teams that principals apply for. */
export const sv = {
  // Refusals
  "registration.team_size":
    "Ett lag ska ha {least, number}–{most, number} personer. Du har skrivit {size, plural, =0 {ingen} one {en} other {#}}",
  "registration.member_twice": "Adressen står redan på en annan rad. Var och en behöver en egen",

  // The form
  "registration.team.heading": "Anmäl ett lag",
  "registration.team.lead": "En anmälan är ett lag från en huvudman. Det tar ungefär tio minuter.",
  "registration.team.signer": "Du som anmäler laget",
  "registration.team.principal": "Huvudmannen",
  "registration.team.sector": "Var arbetar laget?",
  "registration.team.rules_help": "Svara för laget. Det som bara är rekommenderat hindrar ingen från att få plats.",
  "registration.team.adaptation": "Behöver någon i laget något för att kunna delta?",
  "registration.team.words": "Lagets skäl",
  "registration.team.motivation": "Vad vill laget uppnå?",
  "registration.team.hours_accepted":
    "Var och en i laget kan lägga cirka {hours, plural, one {en timme} other {# timmar}}",
  "registration.team.theme_legend": "Lagets fråga",
  "registration.team.theme": "Vad vill laget arbeta med?",
  "registration.team.theme_help":
    "Föreslå gärna ett tema ur det egna kvalitetsarbetet. Arrangören försöker hitta en forskare som passar.",
  "registration.team.members": "Laget",
  "registration.team.members_help":
    "{least, number}–{most, number} personer. Var och en får ett mejl om att du har anmält dem. Ingen annan utanför arrangören ser vilka de är. Är du själv med i laget, skriv dig här också.",
  "registration.team.member_name": "Namn, person {number}",
  "registration.team.member_email": "E-post, person {number}",
  "registration.team.member_title": "Roll, person {number}",
  "registration.team.more_rows": "Visa fler rader",
  "registration.page.form.next_team":
    "När du har skickat får du ett mejl med en länk. Tryck på knappen bakom den inom två arbetsdagar, så är laget med. Då får också de i laget veta det.",

  // Lists
  "registration.team.people": "{count, plural, one {# person} other {# personer}}",
  "registration.team.from": "Lag från {principal}",
  "registration.team.also_in": "{name} är också med i ett annat lag",
  "registration.team.theme_proposed": "Förslag till tema",
  "registration.team.signed_by": "Anmält av",

  // Mails to the people of a team
  "registration.mail.member.named.subject": "Du är med i ett lag som är anmält till {title}",
  "registration.mail.member.named.lead":
    "{signer} har anmält ett lag från {principal} till {title}, och du är med i det.",
  "registration.mail.member.notice": "Alla lag får besked samtidigt, {date}. Du får ett mejl då.",
  "registration.mail.member.notice_no_date": "Alla lag får besked samtidigt. Du får ett mejl då.",
  "registration.mail.member.not_you":
    "Visste du inte om det, eller vill du inte vara med? Säg det till {signer} eller fråga {contact}.",
  "registration.mail.member.open": "Läs inbjudan",
  "registration.mail.member.placed.subject": "Ditt lag har plats i {title}",
  "registration.mail.member.placed.lead":
    "Laget från {principal} har plats i {title}. Kalenderfilen lägger in träffarna.",
  "registration.mail.member.waiting.subject": "Ditt lag står på väntelistan till {title}",
  "registration.mail.member.waiting.lead":
    "Laget från {principal} står på väntelistan till {title}. Blir det plats för hela laget får {signer} ett erbjudande.",
  "registration.mail.member.ended.subject": "Ditt lag är inte längre anmält till {title}",
  "registration.mail.member.ended.lead":
    "Laget från {principal} har ingen plats i {title}. Fråga {signer} om du undrar varför.",
  "registration.mail.member.changed.subject": "Något har ändrats i {title}",
  "registration.mail.member.changed.lead": "Något har ändrats i {title}. Så här är det nu.",
  "registration.mail.member.cancelled.subject": "{title} är inställd",
  "registration.mail.member.cancelled.lead": "{title} blir inte av.",
  "registration.mail.member.removed.subject": "Du är inte längre med i laget till {title}",
  "registration.mail.member.removed.lead": "Du är inte längre med i laget från {principal} till {title}.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    registrationTeam: keyof typeof sv;
  }
}
