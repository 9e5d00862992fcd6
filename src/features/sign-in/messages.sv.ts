export const sv = {
  "sign_in.title": "Logga in",
  "sign_in.lead": "Skriv din e-postadress, så får du en länk att logga in med. Du behöver inget lösenord.",
  "sign_in.email": "E-post",
  "sign_in.email_help": "Den adress du anmälde dig med, eller som du blev inbjuden på.",
  "sign_in.send_link": "Skicka inloggningslänk",
  "sign_in.with_password": "Logga in med lösenord",
  "sign_in.with_link": "Få en länk i stället",
  "sign_in.sent.title": "Titta i din inkorg",
  "sign_in.sent.lead":
    "Om {email} har ett konto här kommer ett mejl inom någon minut. Öppna länken i mejlet. Den gäller i 30 minuter.",
  "sign_in.sent.nothing": "Kommer det inget mejl?",
  "sign_in.sent.nothing_text":
    "Titta i skräpposten. Kontrollera att adressen är rätt skriven. Har du ännu inget konto: anmäl dig till en cirkel, eller be en kollega bjuda in dig.",
  "sign_in.link.title": "Välkommen tillbaka",
  "sign_in.link.lead": "Tryck på knappen för att logga in. Länken kan användas en gång.",
  "sign_in.link.press": "Logga in",
  "sign_in.link.spent": "Länken är redan använd eller för gammal",
  "sign_in.link.spent_lead":
    "En inloggningslänk gäller i 30 minuter och kan användas en gång. Be om en ny, det tar en halv minut.",
  "sign_in.link.new": "Skicka en ny länk",
  "sign_in.password.title": "Logga in med lösenord",
  "sign_in.password.password": "Lösenord",
  "sign_in.password.press": "Logga in",
  "sign_in.password.wrong":
    "E-post och lösenord stämmer inte överens. Kontrollera stavningen, eller be om en inloggningslänk",
  "sign_in.code.title": "Ett steg till",
  "sign_in.code.lead": "Öppna din autentiseringsapp och skriv koden som visas.",
  "sign_in.code.code": "Kod",
  "sign_in.code.help": "Sex siffror. Har du inte appen kan du skriva en av dina reservkoder.",
  "sign_in.code.press": "Logga in",
  "sign_in.code.wrong": "Koden stämmer inte eller har hunnit bytas. Skriv den som visas nu",
  "sign_in.security.title": "Inloggning och säkerhet",
  "sign_in.security.lead":
    "Du kan alltid logga in med en länk till din e-post. Vill du ha lösenord också, välj det här.",
  "sign_in.security.password": "Lösenord",
  "sign_in.security.has_password": "Du har ett lösenord.",
  "sign_in.security.no_password": "Du har inget lösenord.",
  "sign_in.security.current": "Nuvarande lösenord",
  "sign_in.security.new": "Nytt lösenord",
  "sign_in.security.new_help": "Minst 12 tecken. Gärna några ord efter varandra.",
  "sign_in.security.save": "Spara lösenordet",
  "sign_in.security.wrong_current": "Det nuvarande lösenordet stämmer inte",
  "sign_in.security.two_factor": "Kod från en app",
  "sign_in.security.two_factor_text":
    "Med en kod från en autentiseringsapp räcker det inte att någon kommer åt ditt lösenord eller din e-post. Koden behövs varje gång du loggar in.",
  "sign_in.security.two_factor_on": "Koden är påslagen.",
  "sign_in.security.two_factor_needs": "Välj ett lösenord först.",
  "sign_in.security.turn_on": "Slå på",
  "sign_in.security.turn_off": "Slå av",
  "sign_in.security.confirm_password": "Ditt lösenord",
  "sign_in.security.scan_title": "Lägg till i din app",
  "sign_in.security.again": "Börja om",
  "sign_in.security.confirm_title": "Skriv koden från appen",
  "sign_in.security.confirm_lead": "Lägg till Sammanvägt i appen först, om du inte har gjort det.",
  "sign_in.security.password_saved": "Lösenordet är sparat. Du är utloggad på andra enheter.",
  "sign_in.security.code_on": "Koden är påslagen. Nästa gång du loggar in behöver du appen.",
  "sign_in.security.code_off": "Koden är avslagen.",
  "sign_in.security.scan_lead":
    "Läs av rutan med din autentiseringsapp, eller skriv in nyckeln för hand. Skriv sedan koden som appen visar.",
  "sign_in.security.key": "Nyckel",
  "sign_in.security.drawing": "Ruta att läsa av med appen",
  "sign_in.security.spare": "Reservkoder",
  "sign_in.security.spare_text":
    "Spara dem på ett säkert ställe. Var och en kan användas en gång, om du tappar bort appen.",
  "sign_in.mail.subject": "Din inloggningslänk till Sammanvägt",
  "sign_in.mail.hello": "Hej {name},",
  "sign_in.mail.lead": "Här är länken du bad om. Öppna den och tryck på knappen för att logga in.",
  "sign_in.mail.open": "Logga in",
  "sign_in.mail.lasts": "Länken gäller i 30 minuter och kan användas en gång.",
  "sign_in.mail.ignore":
    "Bad du inte om någon länk? Då kan du strunta i det här mejlet. Ingen kan logga in utan länken.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    signIn: keyof typeof sv;
  }
}
