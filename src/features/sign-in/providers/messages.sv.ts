/** Words about signing in through an organisation. */
export const sv = {
  // What is wrong with a provider, for whoever looks after it and for whoever wanted in
  "sign_in.problem.insecure": "Adressen är inte säker. Den måste börja med https://",
  "sign_in.problem.inner_address":
    "Adressen leder in i ett slutet nät, och dit får inloggningen inte fråga. Den som driver Sammanvägt kan öppna för den",
  "sign_in.problem.unknown_host": "Ingen server har det namnet. Kontrollera adressen",
  "sign_in.problem.unreachable": "Inloggningstjänsten går inte att nå",
  "sign_in.problem.slow": "Inloggningstjänsten svarar inte i tid",
  "sign_in.problem.bad_certificate":
    "Inloggningstjänstens certifikat går inte att lita på. Det kan ha gått ut, gälla ett annat namn eller komma från en okänd utfärdare",
  "sign_in.problem.too_large": "Inloggningstjänsten svarade med mer än den ska",
  "sign_in.problem.no_discovery":
    "Inloggningstjänsten beskriver inte sig själv på den adressen. Under utfärdaren ska finnas /.well-known/openid-configuration",
  "sign_in.problem.wrong_issuer":
    "Inloggningstjänsten kallar sig något annat än den inskrivna utfärdaren. Skriv utfärdaren exakt som tjänsten själv gör, med eller utan snedstreck i slutet",
  "sign_in.problem.incomplete": "Inloggningstjänstens beskrivning av sig själv saknar adresser som behövs",
  "sign_in.problem.no_keys": "Inloggningstjänsten visar inga nycklar att kontrollera dess svar med",
  "sign_in.problem.wrong_client": "Inloggningstjänsten känner inte igen klient-id eller klienthemlighet",
  "sign_in.problem.secret_unreadable":
    "Klienthemligheten går inte att läsa, för installationens egen hemlighet har bytts. Skriv in klienthemligheten igen",
  "sign_in.problem.cancelled": "Inloggningen avbröts",
  "sign_in.problem.refused": "Inloggningstjänsten sa nej",
  "sign_in.problem.other_issuer": "Svaret kom från en annan inloggningstjänst än den som fick frågan",
  "sign_in.problem.no_exchange": "Inloggningstjänsten lämnade inget svar om vem du är",
  "sign_in.problem.bad_signature": "Svaret är inte underskrivet av inloggningstjänsten",
  "sign_in.problem.token_issuer": "Svaret är utfärdat av någon annan än inloggningstjänsten",
  "sign_in.problem.wrong_audience": "Svaret är avsett för en annan webbplats",
  "sign_in.problem.token_expired": "Svaret är för gammalt, eller så går klockorna olika",
  "sign_in.problem.wrong_nonce": "Svaret hör till en annan inloggning än den du började",
  "sign_in.problem.bad_token": "Svaret går inte att läsa",
  "sign_in.problem.no_address": "Inloggningstjänsten lämnade ingen e-postadress",
  "sign_in.problem.address_unverified": "Inloggningstjänsten har inte kontrollerat att e-postadressen är din",
  "sign_in.problem.foreign_domain": "E-postadressen ligger utanför de domäner som organisationen loggar in",
  "sign_in.problem.no_account": "Det finns inget konto med din e-postadress. Be en kollega bjuda in dig",
  "sign_in.problem.other_identity":
    "Kontot med den e-postadressen hör till någon annan i organisationens katalog. Den som sköter inloggningen kan släppa kopplingen",

  // Signing in
  "sign_in.through.title": "Logga in genom {organisation}",
  "sign_in.through.lead": "Du loggar in hos {organisation} och kommer sedan tillbaka hit.",
  "sign_in.through.press": "Fortsätt till {organisation}",
  "sign_in.through.else": "Går det inte?",
  "sign_in.through.link": "Skicka en inloggningslänk i stället",
  "sign_in.through.only": "{organisation} vill att du loggar in bara genom dem.",
  "sign_in.through.kept":
    "Du loggar in genom {organisation}. Skriv din e-postadress på sidan Logga in, så kommer du dit",
  "sign_in.through.kept_title": "Logga in genom din organisation",
  "sign_in.through.kept_lead":
    "Din organisation vill att du loggar in bara genom dem. Skriv din e-postadress, så kommer du dit.",
  "sign_in.through.failed": "Du är inte inloggad",
  "sign_in.through.failed_lead": "{problem}.",
  "sign_in.through.failed_help":
    "Försök igen. Händer det en gång till: berätta för den som sköter inloggningen hos {organisation} vad som står här.",
  "sign_in.through.spent": "Inloggningen är redan använd eller för gammal",
  "sign_in.through.spent_lead":
    "Den gäller i 15 minuter, en gång, i den webbläsare där du började. Börja om, det tar en halv minut.",
  "sign_in.through.again": "Börja om",

  // Looking after it
  "sign_in.provider.title": "Inloggning genom {organisation}",
  "sign_in.provider.lead":
    "Låt medarbetarna logga in som de gör på jobbet, med organisationens egen inloggning (OpenID Connect).",
  "sign_in.provider.none": "Ingen inloggning genom organisationen",
  "sign_in.provider.none_text": "Medarbetarna loggar in med länk till sin e-post, lösenord eller passnyckel.",
  "sign_in.provider.add": "Lägg till inloggningstjänst",
  "sign_in.provider.no_domains": "Registrera organisationens mejldomän först",
  "sign_in.provider.no_domains_text":
    "En inloggningstjänst svarar för organisationens egna mejldomäner. Ingen är registrerad än.",
  "sign_in.provider.no_domains_do": "Till organisationens sida",
  "sign_in.provider.list": "Inloggningstjänster",
  "sign_in.provider.issuer": "Utfärdare",
  "sign_in.provider.issuer_help":
    "Den adress som tjänsten själv uppger. I Entra ID: https://login.microsoftonline.com/katalogens-id/v2.0",
  "sign_in.provider.issuer_wrong": "Skriv adressen utan frågetecken och nummertecken",
  "sign_in.provider.client_id": "Klient-id",
  "sign_in.provider.client_id_help": "Det som Sammanvägt heter hos inloggningstjänsten.",
  "sign_in.provider.client_secret": "Klienthemlighet",
  "sign_in.provider.client_secret_help": "Sparas krypterad och visas aldrig igen.",
  "sign_in.provider.client_secret_kept": "Lämna tomt för att behålla den som finns.",
  "sign_in.provider.domains": "Mejldomäner",
  "sign_in.provider.domains_help":
    "Den som har en adress i en av dem leds till inloggningstjänsten. Domäner under dem räknas inte in.",
  "sign_in.provider.claim": "Var e-postadressen står",
  "sign_in.provider.claim.email": "email (vanligast)",
  "sign_in.provider.claim.preferred_username": "preferred_username (Entra ID utan e-post i svaret)",
  "sign_in.provider.claim.upn": "upn (ADFS)",
  "sign_in.provider.admits_new": "Släpp in nya medarbetare",
  "sign_in.provider.admits_new_help":
    "Den som inte har något konto får ett, utan någon roll. Annars måste var och en bjudas in först.",
  "sign_in.provider.only_way": "Bara den här vägen",
  "sign_in.provider.only_way_help":
    "Den som har en adress i domänerna kan då inte logga in med länk, lösenord eller passnyckel. Den som slutar och stängs av i organisationens katalog är då stängd av här också.",
  "sign_in.provider.save": "Spara",
  "sign_in.provider.change": "Ändra",
  "sign_in.provider.change_title": "Ändra inloggningstjänsten",
  "sign_in.provider.turn_off_first":
    "Stäng av inloggningstjänsten innan du ändrar utfärdare, klient-id eller klienthemlighet",
  "sign_in.provider.standing.on": "På",
  "sign_in.provider.standing.waiting": "På, domän väntar på godkännande",
  "sign_in.provider.standing.off": "Av",
  "sign_in.provider.standing.ended": "Avslutad",
  "sign_in.provider.yes": "Ja",
  "sign_in.provider.no": "Nej",
  "sign_in.provider.return_address": "Adress att registrera hos inloggningstjänsten (redirect URI)",
  "sign_in.provider.last_day": "Sista dag",
  "sign_in.provider.since": "Registrerad",
  "sign_in.provider.people": "Har loggat in så",
  "sign_in.provider.people_count": "{count, plural, =0 {Ingen än} one {En person} other {# personer}}",
  "sign_in.provider.refused": "Senast nekad",
  "sign_in.provider.refused_text": "{when}: {problem}",
  "sign_in.provider.approved": "godkänd",
  "sign_in.provider.waits": "väntar på godkännande",
  "sign_in.provider.waits_text":
    "Den som driver Sammanvägt godkänner varje domän. Till dess loggar de som har adresser där in som förut.",
  "sign_in.provider.try": "Prova anslutningen",
  "sign_in.provider.try_well": "Anslutningen fungerar",
  "sign_in.provider.try_well_text": "Inloggningstjänsten svarar, är den som är inskriven och känner igen oss.",
  "sign_in.provider.try_bad": "Anslutningen fungerar inte",
  "sign_in.provider.turn_on": "Slå på",
  "sign_in.provider.turn_off": "Stäng av",
  "sign_in.provider.end": "Avsluta",
  "sign_in.provider.end_title": "Avsluta inloggningstjänsten",
  "sign_in.provider.end_lead":
    "Efter den sista dagen leds ingen dit. Medarbetarna loggar in med länk till sin e-post. Det går inte att ångra när dagen har passerat.",
  "sign_in.provider.end_help": "Gårdagens datum avslutar den genast.",
  "sign_in.provider.ends_in_the_past": "Välj i går, i dag eller en senare dag",
  "sign_in.provider.release": "Släpp en koppling",
  "sign_in.provider.release_text":
    "När någon har lagts upp på nytt i organisationens katalog, eller när en adress har gått över till en ny kollega, känns personen inte igen. Släpp kopplingen, så knyts nästa inloggning med adressen till kontot.",
  "sign_in.provider.release_email": "Personens e-post",
  "sign_in.provider.release_press": "Släpp kopplingen",
  "sign_in.provider.nobody_bound": "Ingen med adressen {email} har loggat in genom den här tjänsten",
  "sign_in.provider.done.registrerad": "Inloggningstjänsten är registrerad. Prova anslutningen och slå på den.",
  "sign_in.provider.done.sparad": "Ändringarna är sparade",
  "sign_in.provider.done.pa": "Inloggningstjänsten är på",
  "sign_in.provider.done.av": "Inloggningstjänsten är av",
  "sign_in.provider.done.avslutad": "Den sista dagen är satt",
  "sign_in.provider.done.slappt": "Kopplingen är släppt",
  "sign_in.provider.done.godkand": "Domänen är godkänd",
  "sign_in.provider.not_yours": "Bara organisationens administratör bestämmer hur medarbetarna loggar in",
  "sign_in.provider.no_such": "Inloggningstjänsten finns inte",
  "sign_in.provider.has_ended": "Inloggningstjänsten är avslutad",
  "sign_in.provider.foreign_domain": "{domain} är inte registrerad som organisationens mejldomän",
  "sign_in.provider.domain_taken": "En annan inloggningstjänst svarar redan för {domain}. Avsluta den först",

  // Approving
  "sign_in.approval.title": "Inloggning genom organisationer",
  "sign_in.approval.lead": "Mejldomäner som väntar på att du godkänner att en organisation loggar in dem.",
  "sign_in.approval.warning":
    "En godkänd inloggningstjänst kan logga in som var och en som har en adress i domänen, med alla dennes roller. Godkänn bara när du vet att domänen är organisationens.",
  "sign_in.approval.caption": "{count, plural, one {En domän väntar} other {# domäner väntar}}",
  "sign_in.approval.domain": "Domän",
  "sign_in.approval.organisation": "Organisation",
  "sign_in.approval.people": "Personer med adress där",
  "sign_in.approval.press": "Godkänn",
  "sign_in.approval.press_label": "Godkänn {domain} för {organisation}",
  "sign_in.approval.none": "Inget att godkänna",
  "sign_in.approval.none_text": "När en organisation vill logga in sina medarbetare själv visas dess mejldomäner här.",
  "sign_in.provider.not_yours_to_approve": "Bara den som sköter hela installationen godkänner mejldomäner",
  "sign_in.provider.nothing_to_approve": "Domänen är redan godkänd eller borttagen",
  "sign_in.approval.mail.subject": "{organisation} vill logga in sina medarbetare själv",
  "sign_in.approval.mail.lead":
    "{organisation} har registrerat en inloggningstjänst. Den svarar för {domains} först när du har godkänt det.",
  "sign_in.approval.mail.press": "Se vad som väntar",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    signInProviders: keyof typeof sv;
  }
}
