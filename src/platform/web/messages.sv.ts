export const sv = {
  "web.form_invalid": "{count, plural, one {En uppgift behöver rättas} other {# uppgifter behöver rättas}}",
  "web.field_missing": "Fyll i det här fältet",
  "web.field_choose": "Välj ett av alternativen",
  "web.field_unknown": "Fältet finns inte i formuläret",
  "web.field_wrong": "Uppgiften går inte att läsa. Kontrollera och skriv om",
  "web.field_number": "Skriv ett tal, till exempel 12",
  "web.field_too_small": "Skriv ett tal som är minst {least, number}",
  "web.field_too_big": "Skriv ett tal som är högst {most, number}",
  "web.field_too_few": "Välj eller skriv minst {least, number}",
  "web.field_too_short": "Skriv minst {least, number} tecken",
  "web.field_too_long": "Texten är för lång: {length, number} tecken. Högst {most, number} får plats",
  "web.field_email": "Skriv en e-postadress, till exempel namn@kommun.se",
  "web.field_date": "Skriv ett datum som finns, till exempel 2027-03-18",
  "web.field_time": "Skriv ett klockslag, till exempel 09:00",
  "web.field_address": "Skriv en webbadress, till exempel https://kommun.se",
  "kernel.link_in_name": "Skriv utan webbadress",
  "kernel.personal_number": "Här står ett personnummer, från tecken {start, number} till {end, number}. Ta bort det",
  "web.signed_out": "Du är utloggad. Logga in i en ny flik, gå tillbaka hit och skicka igen. Det du skrev finns kvar.",
  "web.no_token": "Anropet saknar en giltig nyckel. Skicka den i rubriken Authorization: Bearer",
  "web.scope_missing": "Nyckeln saknar rätten {scope}",
  "web.not_found": "Sidan finns inte",
  "web.forbidden": "Du har inte rätt att göra det här",
  "web.too_large": "Det du skickade är för stort. Högst {megabytes, number} MB får plats",
  "web.cross_site": "Formuläret skickades från en annan webbplats. Öppna sidan här och försök igen",
  "web.unreadable": "Det som skickades går inte att läsa. Gå tillbaka och försök igen",
  "web.broken": "Något gick fel hos oss. Ärendenummer {incident}",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    web: keyof typeof sv;
  }
}
