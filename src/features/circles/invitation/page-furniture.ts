import { type Span, words } from "./found.ts";

/**
 * The lines of a pasted page that belong to the page and not to the invitation (R037): menus, cookie banners, share
 * and print buttons, bread crumbs, footers, slide-site captions. Gives the stretches to leave out, line ends included.
 */
export function pageFurniture(text: string): Span[] {
  const cut: Span[] = [];
  const lines = [...linesOf(text)];
  const footer = footerStart(lines.map(({ line }) => line));
  for (const [at, { line, span }] of lines.entries()) {
    // A page's own number stands in its head, among the menus.
    const head = at < 12 && cut.length > 0 && /^kontakta oss[\s:]*(?:tel\.?\s?)?0[\d -]{6,14}$/iu.test(line);
    if (line !== "" && (at >= footer || head || isFurniture(line))) cut.push(span);
  }
  return cut;
}

function* linesOf(text: string): Generator<{ line: string; span: Span }> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found + 1;
    yield { line: text.slice(start, end).trim(), span: [start, end] };
    start = end;
  }
}

function isFurniture(line: string): boolean {
  if (line.length > 400) return false;
  const bare = line.replace(/^[\s•*·>|«»←→↑+✓✕×-]+/u, "").replace(/[\s|«»←→↑:.…>+-]+$/u, "");
  return (
    button.test(bare) ||
    (line.length < 300 && sentence.test(line) && !/https?:\/\/|www\.|@/u.test(line)) ||
    crumbs.test(line) ||
    pageNumber.test(line)
  );
}

/** Whole lines, as they stand on buttons and in menus. */
const button = new RegExp(
  `^(?:${[
    String.raw`(?:dela|tipsa|sprid)(?: (?:sidan|artikeln|detta|inlägget|gärna))?(?: (?:på|via|till|med))?(?: (?:facebook|twitter|x|linkedin|e-?post|mejl|mail|en vän))?`,
    "skriv ut(?: sidan)?|utskriftsvänlig version|lyssna(?: på sidan)?|läs upp|kopiera länk|till toppen(?: av sidan)?|upp",
    "(?:hoppa|gå)(?: direkt)? till (?:sidans )?(?:huvud)?(?:innehåll(?:et)?|navigering(?:en)?|sidfot(?:en)?|meny(?:n)?)",
    "(?:huvud|sido|under)?meny|öppna meny|stäng(?: meny(?:n)?| fönster)?|visa (?:mer|fler|alla|meny)|sök(?: på webbplatsen)?|startsida(?:n)?|hem|start|logga in|logga ut|min(?:a)? sid(?:a|or)|webbkarta",
    "facebook|twitter|linkedin|instagram|youtube|e-?post|följ oss(?: på .{0,40})?|prenumerera(?: på .{0,40})?|nyhetsbrev|rss",
    "translate|language|languages|english|in english|lättläst|teckenspråk|other languages|svenska|lyssna på texten",
    "loading|laddar|similar presentations?|download(?: presentation)?|upload presentation|advertisement|annons|presentation on theme.{0,120}|published by.{0,80}|modified over .{0,60}|transcript|transkript|slide \\d+|\\d+ (?:similar|views|visningar)",
    "relaterat(?: innehåll)?|relaterade (?:nyheter|sidor|dokument)|läs (?:också|även)|läs mer|tillbaka|nästa|föregående|senaste nytt|fler nyheter|kalender|nyheter|aktuellt",
    "var (?:sidan|informationen|denna sida) till (?:hjälp|nytta).{0,40}|hjälpte informationen .{0,40}|ja|nej|tyck till(?: om sidan)?|lämna (?:en )?(?:synpunkt|kommentar|svar).{0,30}",
    "(?:acceptera|godkänn|tillåt|neka|avvisa)(?: .{0,40})?(?:kakor|cookies|alla|urval)|endast nödvändiga(?: .{0,20})?|(?:cookie|kak)inställningar|om (?:kakor|cookies|webbplatsen)|hantera (?:kakor|cookies)|anpassa (?:kakor|cookies)",
    "tillgänglighetsredogörelse|tillgänglighet för webbplatsen|behandling av personuppgifter|integritetspolicy|dataskydd",
    "öppnas i nytt fönster|länk till annan webbplats|pdf|ladda ner(?: som)? pdf|spara som pdf|lägg till i kalender(?:n)?|visa på karta|bild|foto",
    "(?:foto|bild|illustration|fotograf): .{0,80}|\\[(?:bild|image|logo|logotyp).{0,60}\\]?",
  ].join("|")})$`,
  "iu",
);

const sentence = words(
  [
    "(?:vi|den här webbplatsen|denna webbplats|webbplatsen|sidan) använder (?:oss av )?(?:kakor|cookies)",
    "(?:kakor|cookies)[^.]{0,80}(?:webbplats|upplevelse|webbläsare|statistik)",
    "(?:godkänner|samtycker till|accepterar) (?:du )?(?:att vi använder )?(?:kakor|cookies)",
    "javascript (?:verkar vara |är )?(?:inaktiverat|avstängt|påslaget)|inte javascript påslaget|aktivera javascript",
    "öppna(?:s)? i (?:ett )?nytt fönster|din e-postadress kommer inte publiceras|obligatoriska fält är märkta",
    "alla rättigheter förbehållna|all rights reserved|upplevelse på webbplatsen",
  ].join("|"),
  "iu",
);

const crumbs = /^(?:(?:du är här|här är du)\b|(?:start|startsida|hem)\s*[/>›»→|]\s*\S)/iu;
const pageNumber =
  /^(?:sid(?:a|an)?\.?\s*\d{1,3}(?:\s*(?:av|\(|\/)\s*\d{1,3}\)?)?|\d{1,3}\s*\(\s*\d{1,3}\s*\)|-\s*\d{1,3}\s*-)$/iu;

/** A footer begins in the last third with a copyright line or what only footers say; everything after belongs to it. */
function footerStart(lines: readonly string[]): number {
  for (let at = Math.floor(lines.length * 0.6); at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (lines.length > 8 && line.length < 200 && footerLine.test(line)) return at;
  }
  return Infinity;
}

const footerLine =
  /^(?:©|\(c\)\s*\d{4}|copyright\b|om (?:webbplatsen|kakor|cookies)$|tillgänglighetsredogörelse$|(?:besöks|post)adress\s*:?$|org(?:anisations)?\.?\s?(?:nr|nummer)\b|webbansvarig\b|(?:relaterade? |fler |senaste )(?:nyheter|artiklar|evenemang|sidor)$)/iu;
