export const sv = {
  "site.menu.today": "Idag",
  "site.menu.circles": "Cirklar",
  "site.menu.bodies": "Grupper",
  "site.menu.workshops": "Workshoppar",
  "site.menu.methods": "Metoder",
  "site.menu.knowledge": "Kunskap",
  "site.menu.planning": "Planera",
  "site.menu.people": "Personer",
  "site.menu.organisations": "Organisationer",
  "site.menu.operations": "Drift",
  "site.foot.accessibility": "Tillgänglighet",
  "site.foot.privacy": "Personuppgifter",
  "site.foot.api": "Öppna data och API",
  "site.refused.not_found.title": "Sidan finns inte",
  "site.refused.not_found.lead":
    "Adressen kan vara felskriven, eller så har sidan flyttat. Det kan också vara något som du inte har tillgång till.",
  "site.refused.forbidden.title": "Det här får du inte göra",
  "site.refused.forbidden.lead":
    "Om du tror att det är fel: fråga den som bjöd in dig, eller logga in med ett annat konto.",
  "site.refused.invalid.title": "Något behöver rättas",
  "site.refused.invalid.lead": "Gå tillbaka, rätta och skicka igen. Det du skrev finns kvar i formuläret.",
  "site.refused.conflict.title": "Det gick inte just nu",
  "site.refused.conflict.lead":
    "Något har ändrats sedan du öppnade sidan. Gå tillbaka, läs in sidan på nytt och försök igen.",
  "site.refused.too_many.title": "Vänta en stund",
  "site.refused.too_many.lead": "Det kom för många försök på kort tid. Ingenting är sparat; försök igen om en stund.",
  "site.refused.home": "Till startsidan",
  "site.refused.open_circles": "Se öppna cirklar",
  "site.refused.sign_in": "Logga in",
  "site.refused.back": "Tillbaka till sidan",
  "site.broken.title": "Något gick fel hos oss",
  "site.broken.lead":
    "Felet är antecknat. Försök igen om en stund. Händer det igen: berätta för den som sköter tjänsten och ange {incident}.",
  "site.kept.title": "Du hann bli utloggad",
  "site.kept.lead": "Det du skrev finns kvar här. Logga in i en ny flik, kom tillbaka hit och skicka.",
  "site.kept.sign_in": "Logga in i en ny flik",
  "site.kept.send": "Skicka det jag skrev",
  "site.home.title": "Kunskap som vägs samman",
  "site.home.lead":
    "Forskning, professionens erfarenhet och brukarnas egen kunskap, vägda samman i vardagen. Här planerar, söker och följer socialtjänsten det som ska göra skillnad.",
  "site.home.circles": "Forskningscirklar och andra cirklar",
  "site.home.circles_text":
    "Kollegor från olika kommuner arbetar tillsammans med forskare kring en fråga från vardagen. Se vilka som är öppna och anmäl dig.",
  "site.home.see_circles": "Se öppna cirklar",
  "site.home.research": "Forskning",
  "site.home.research_text": "Vad vet vi, och hur säkert är det?",
  "site.home.profession": "Professionens kunskap",
  "site.home.profession_text": "Vad har vi prövat, delat och följt upp?",
  "site.home.user": "Brukarnas kunskap",
  "site.home.user_text": "Vad säger de som det gäller?",
  "site.home.meeting": "Beslut",
  "site.home.sources": "Tre sorters kunskap, lika viktiga",
  "site.api.title": "Öppna data och API",
  "site.api.lead":
    "Allt som går att göra på sidorna går också att göra från ett annat program, med samma regler och samma rättigheter.",
  "site.api.start": "Kom i gång",
  "site.api.start_text":
    "Det öppna kan alla läsa. För resten behövs en nyckel, som en administratör skapar. Skicka den i rubriken Authorization.",
  "site.api.document": "Hela beskrivningen som OpenAPI 3.1",
  "site.api.operations": "{count, plural, one {# anrop} other {# anrop}}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    site: keyof typeof sv;
  }
}
