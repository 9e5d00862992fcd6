/** What the command line says about backups. */
export const sv = {
  "backup.no_file": "{file} finns inte",
  "backup.unreadable": "{file} går inte att läsa. Kontrollera rättigheterna",
  "backup.exists": "{file} finns redan. En säkerhetskopia skrivs aldrig över: välj ett annat namn",
  "backup.no_folder": "Mappen för {file} finns inte. Skapa den först",
  "backup.not_writable": "Det går inte att skriva till {file}. Kontrollera rättigheterna",
  "backup.disk_full": "Disken tog slut innan {file} var färdig. Inget sparades",
  "backup.nothing": "Här finns inget att säkerhetskopiera än: databasen är tom",
  "backup.broken_attachment":
    "Filen {key} i DATA_DIR/files är skadad. Lägg tillbaka den från en äldre säkerhetskopia eller ta bort den, och försök igen",
  "backup.no_key":
    "Säkerhetskopian är krypterad, och det finns ingen nyckel. Ange nyckelfilen med --key-file eller nyckeln i BACKUP_KEY",
  "backup.no_key_file": "Nyckelfilen {file} går inte att läsa",
  "backup.bad_key": "Nyckeln är felskriven eller tom. Kontrollera att hela kom med",
  "backup.short_key": "Nyckeln är för kort: en lösenfras behöver minst 16 tecken",
  "backup.only_locks":
    "Det här är den publika nyckeln, som bara kan låsa. För att läsa säkerhetskopian behövs den hemliga",
  "backup.not_a_backup": "Filen är inte en säkerhetskopia",
  "backup.not_ours": "Filen är inte en säkerhetskopia från Sammanvägt, eller är inte hel",
  "backup.wrong_key": "Nyckeln öppnar inte den här säkerhetskopian. Den är låst med en annan",
  "backup.damaged": "Säkerhetskopian är skadad eller avkortad. Inget har ändrats. Hämta filen igen eller ta en äldre",
  "backup.newer":
    "Säkerhetskopian är gjord av version {version}, och det här är version {ours}. Installera version {version} eller senare först",
  "backup.unknown_migration":
    "Säkerhetskopian är gjord av en senare version ({version}), som har migreringen {name}. Installera den versionen eller en senare först",
  "backup.changed_migration":
    "Migreringen {name} ser inte ut som när säkerhetskopian gjordes (version {version}). Använd en oförändrad version",
  "backup.not_empty":
    "Här finns redan innehåll. Ange --replace om allt ska ersättas av säkerhetskopian. Ta först en säkerhetskopia av det som finns",
  "backup.others_database": "Databasen innehåller något annat än Sammanvägt. Ange en egen databas i DATABASE_URL",
  "backup.running":
    "Sammanvägt är igång ({count, plural, one {process} other {processerna}} {processes}). Stoppa först, återställ sedan",
  "backup.busy": "Någon annan använder tabellerna i databasen just nu. Inget har ändrats. Försök igen om en stund",
  "backup.other_secret":
    "SESSION_SECRET är en annan än när säkerhetskopian gjordes, och då slutar koder från appar att fungera. Ta bort variabeln så läggs rätt hemlighet i DATA_DIR",
  "backup.not_erased":
    "Innehållet är återställt, men det som skulle ha raderats sedan dess gick inte att radera: {problem}. Rätta felet och starta sedan, så görs det på nytt",
  "backup.made": "{file}: {tables} tabeller, {rows, number} rader, {attachments, number} bilagor, {bytes, number} byte",
  "backup.checked":
    "Hel och läsbar: gjord {at} av version {version}, {rows, number} rader, {attachments, number} bilagor",
  "backup.restored": "Återställt till {at}: {rows, number} rader, {attachments, number} bilagor",
  "backup.sum": "SHA-256 {sha256}",
  "backup.chain_whole": "Revisionsspårets kedja är hel",
  "backup.chain_broken": "Revisionsspårets kedja är bruten, som den var när kopian togs. Kör audit verify",
  "backup.sign_in_again":
    "Alla loggar in på nytt. Nycklar till API:et som har dragits in sedan dess gäller igen: se över dem",
  "backup.new_key":
    "En nyckel skapades i {file}. Spara den på ett annat ställe än säkerhetskopian: utan nyckeln går kopian inte att läsa, och bredvid kopian skyddar den ingenting",
  "backup.key_made": "Hemlig nyckel: {file}. Förvara den inte på servern",
  "backup.public_key": "Publik nyckel, för BACKUP_KEY på servern: {publicKey}",
  "backup.beside_data":
    "Kopian ligger i DATA_DIR, på samma disk som det den ska skydda. Flytta den till ett annat ställe",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    backup: keyof typeof sv;
  }
}
