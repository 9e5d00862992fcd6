import type { Found, Span } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";

/** Academic and working titles, as they stand before or after a name. */
const titleWord = String.raw`(?:(?:adj\.?|adjungerad|bitr\.?|biträdande|tf\.?|gäst|senior|vetenskaplig|regional|kommunal|lokal|legitimerad|leg\.?)\s)?(?:professor(?: emeritus| emerita)?|prof\.|docent|doc\.|(?:universitets|gäst|klinisk |för)?lektor|(?:universitets|högskole)?adjunkt|FD|fil\.?\s?(?:dr\.?(?= och)|dr|doktor|lic\.?|mag\.?|master|kand\.?)|med\.?\s?(?:dr|doktor|lic\.?|mag\.?)|(?:pol|tekn|ekon|jur|teol|odont|social|psyk|filosofie|medicine|politices)\.?\s?(?:dr|doktor|lic\.?|licentiat)|ph\.?\s?d\.?|doktorand|(?:post)?doktor|dr\.?|forskare|forskningsledare|forskningsassistent|FoU-(?:ledare|chef|strateg|samordnare|handledare|utvecklare)|FoUU?-?(?:ledare|chef)|(?:(?:process|projekt|utvecklings|verksamhets|cirkel|kurs|utbildnings|metod|team|bi|program|nätverks|enhets|verksamhets|avdelnings|social|område[s]?|kvalitets|förvaltnings|kunskaps)(?:ledare|utvecklare|chef|samordnare|handledare|strateg|stödjare|direktör|ansvarig|administratör))|\p{Ll}{0,20}(?:konsult|sekreterare|terapeut|sköterska|pedagog|handläggare|koordinator|samordnare|utredare|strateg|utvecklare)|administratör|kurator|kurator|socionom|\p{Ll}{0,20}psykolog|psykoterapeut|sjuksköterska|distriktssköterska|arbetsterapeut|bibliotekarie|fysioterapeut|logoped|läkare|överläkare|specialpedagog|pedagog|strateg|utredare|konsult|(?:\p{Lu}{2,4}-)?utbildare|föreläsare|handledare|vetenskaplig ledare|chef|rektor|lärare|jurist|brukarrepresentant|kommunikatör|projektassistent)`;

export const titlePattern = titleWord;

const given = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)?`;
const particle = String.raw`(?:von|af|de|van|der|la|el|al|da|di|du|ter)`;
const initial = String.raw`\p{Lu}\.`;
/** Two to four words in capitals with particles between: "Anna-Karin von Essen Ek". */
export const namePattern = String.raw`${given}(?: (?:${initial}|${given})){0,2}(?: ${particle}){0,2} ${given}`;

/** First words that begin no person's name though they stand in capitals. */
const noName =
  /^(?:region|kommun|landsting|länsstyrelsen|socialstyrelsen|universitet|högskolan?|fou|institutionen|centrum|enheten|förvaltningen|stockholms?|göteborgs?|malmö|linköpings?|uppsala|lunds?|umeå|örebro|karlstads?|mälardalens|södra|norra|västra|östra|mellersta|stora|lilla|gamla|nya|svenska|sveriges|nationella|välkomna?|varmt|hej|vi|du|ni|om|när|var|plats|tid|datum|lokal|anmälan|kontakt|telefon|mobil|tel|epost|e|mejl|mail|hälsningar|vänliga|med|vid|för|frågor|syfte|mål|cirkelledare|ledare|forskare|professor|prof|docent|doc|doktor|dr|fd|phd|lektor|adjunkt|fil|handledare|projektledare|utvecklingsledare|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|hösten|våren|box|sal|hus|campus|hotell|konferens|stads|rådhus|folkets|microsoft|google|teams|zoom|esmaker|forms|facebook|den|det|de|en|ett|i|på|till|från|av|och|som|sista|första|alla|under|efter|inför|program|inbjudan|ny|nytt|barn|unga|äldre|individ|socialt?|kunskap|utveckling|forskningscirkel|utvecklingscirkel|kostnad|deltagare|öppna|samverkan|tidiga|barnets|bästa|god|evidensbaserad|foto|bild|ordförande|sverige|europa|europeiska|statens|skolverket|kort|mer|läs|här|så|vad|hur|varför|vem|har|är|kan|vill|ska|bor|arbetar|obs|ring|mejla|maila|skriv|kontakta|anmäl|ansök|kom|möt|träffa|hör|vänd|tack|mvh|hälsning|sms|fråga|kontaktpersoner?|ansvariga?|samordnare)$/iu;
/** "Forskaren Ylva Ros": a role before the name, at the beginning of a sentence. */
const role =
  /(?:ledare|forskare|lektor|professor|docent|samordnare|chef|handledare|strateg|utvecklare|sekreterare|koordinator|konsult|utredare|doktor|adjunkt|föreläsare|psykolog|socionom|kommunikatör|administratör|konsulent|kurator|rektor|assistent|ansvarig|direktör|inspektör|handläggare|pedagog|sjuksköterska|terapeut|läkare|ordförande|jurist)(?:n|en|na)?$/iu;
const noSurname =
  /^(?:universitet|högskola|kommuns?|kommun|stads?|stad|län|läns|regionen|region|landsting|centrum|enhet|förbundet|förvaltningen|institutet|verket|gatan|vägen|torget|skolan|sjukhus|forms|teams|välfärd|söder|norr|väst|öst|nord|syd|mitt|fou|hus|salen|sal|plan|konferens|hotell|rådhus|stadshus|bibliotek|museum|akademi|förening|stiftelse|kyrka|församling|folkhögskola|gymnasium|omsorg|socialtjänst|barn|unga|äldre)$/iu;

/** "Kommunförbundet Exempel", "Länsmuseet Vik": the definite form of an institution begins no name. */
const institution =
  /(?:förbundet|förvaltningen|enheten|kontoret|verket|myndigheten|styrelsen|nämnden|institutet|universitetet|högskolan|centrum|centret|avdelningen|stiftelsen|föreningen|akademin|biblioteket|museet|gården|huset|hotellet|kliniken|mottagningen|skolan)s?$/iu;

/** A person named in the text; `name` as written, without a genitive where the text shows one. */
export type NamedPerson = Found<string>;

/** Names of people in a stretch, in their order. Organisations, places and sentence beginnings are left out. */
export function peopleIn(text: InvitationText, [from, to]: Span): NamedPerson[] {
  const people: NamedPerson[] = [];
  const pattern = new RegExp(String.raw`(?<![\p{L}@.-])${namePattern}(?![\p{L}@])`, "gu");
  const stretch = text.text.shown.slice(from, to);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
    const words = match[0].split(/\s+/u);
    const skip = words.findIndex(
      (word) =>
        !noName.test(word.replace(/s$/u, "")) && !noName.test(word) && !role.test(word) && !institution.test(word),
    );
    if (skip !== 0) {
      // The name may begin one word later: "Kontakta Anna Ek", "Cirkelledare Anna Ek".
      pattern.lastIndex = match.index + (words[0]?.length ?? 1);
      continue;
    }
    const sure = words.slice(0, 4);
    const stop = sure.findIndex((word, at) => at > 0 && (noSurname.test(word) || (at > 1 && noName.test(word))));
    const kept = stop < 0 ? sure : sure.slice(0, stop);
    if (stop === 1 || kept.length < 2 || /\n/u.test(match[0])) {
      pattern.lastIndex = match.index + (words[0]?.length ?? 1);
      continue;
    }
    const name = kept.join(" ");
    const start = from + match.index;
    people.push({ value: name, at: [start, start + name.length] });
  }
  return people;
}

/** The title that stands beside a name: "professor Anna Ek", "Anna Ek, docent och universitetslektor vid …". */
export function titleBeside(text: InvitationText, { at: [start, end] }: NamedPerson): Found<string> | undefined {
  const leading = /^(?:(?:cirkel|kurs|process|seminarie)?ledare|kursansvarig|kontaktperson)$/iu;
  const beforeText = text.text.shown.slice(Math.max(0, start - 70), start);
  const run = String.raw`${titleWord}(?:(?:\s?,\s|\soch\s|\s?/\s?|\s)${titleWord}){0,2}`;
  const before = new RegExp(String.raw`(?<!\p{L})(?<title>${run})\s*,?\s*$`, "iu").exec(beforeText);
  const after = new RegExp(
    String.raw`^(?:\s*(?:,|\(|-|–|:|är|\|\s?|\t)|[^\S\n]*\n)\s*(?:är\s)?(?<title>${run})(?!\p{L})`,
    "iu",
  ).exec(text.text.shown.slice(end, end + 120));
  const match = after ?? (leading.test(before?.groups?.["title"] ?? "") ? null : before);
  const title = match?.groups?.["title"];
  if (!match || title === undefined) return undefined;
  const offset =
    match === after
      ? end + match[0].lastIndexOf(title)
      : Math.max(0, start - 70) + match.index + match[0].indexOf(title);
  // "Kursledare" on the line above is a heading.
  const lead = title.lastIndexOf("\n") + 1;
  return { value: title.slice(lead).trim(), at: [offset + lead, offset + title.length] };
}

/** How a name sounds, so that "Kristina Carlsson" and "Christina Karlson" are heard as one. */
export function soundOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("é", "e")
    .replaceAll(/ch|ck|c(?=[aouåklrhsnt])|q/gu, "k")
    .replaceAll("c", "k")
    .replaceAll("ph", "f")
    .replaceAll("th", "t")
    .replaceAll("w", "v")
    .replaceAll("z", "s")
    .replaceAll("y", "i")
    .replaceAll("x", "ks")
    .replaceAll(/[\s'-]/gu, "")
    .replaceAll(/(.)\1+/gu, "$1")
    .replaceAll(/h(?=[^aeiouåäö]|$)/gu, "");
}
