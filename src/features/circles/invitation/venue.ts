import { monthPattern, weekdayPattern } from "./calendar-words.ts";
import type { Found, Span } from "./found.ts";
import { type InvitationText, passagesOfKind, wordsAt } from "./invitation-text.ts";
import { labelKind } from "./passages.ts";

const later =
  /meddela|återkom|senare|bestäms|anges|skickas|kommer ut|länk|(?<!\p{L})tba|(?<!\p{L})tbd|ej klar|inte klar|klart|anmälan|anmälda|deltagare|information/iu;
const far = /digital|teams|zoom|skype|distans|online|webbinari|webinar|hybrid|fysisk|på plats|video/iu;
const dated = new RegExp(
  String.raw`(?<!\p{L})(?:kl(?:ockan)?[.\s]|${weekdayPattern}(?!\p{L})|tid:|datum|lunch|fika|kostnad|sista|senast|ingår|serveras|bjuds|går (?:inte )?att)|\d{1,2}[.:]\d\d|\d{1,2}\s?(?:/\d|${monthPattern}(?!\p{L}))|(?:19|20)\d\d`,
  "iu",
);

/**
 * The place in a fragment that names one ("Konsistoriet, Storgatan 5, Linköping (lokal meddelas senare)"): its parts
 * without what is said of links, times and later notice. Nothing when no place is left.
 */
export function placeIn(fragment: string): string | null {
  const kept = fragment
    .replaceAll(/\([^()]*\)/gu, (inside) =>
      later.test(inside) || far.test(inside) || dated.test(inside) ? " " : inside,
    )
    .split(/[,;]|\.\s|\s[-–|]\s|\t|\n|\.$|\s(?:eller|alternativt)\s(?=digital|via|teams|zoom|på distans|online)/iu)
    .map((part) =>
      part
        .replace(
          /^\s*(?:[^,;]*?(?:digitalt|distans|teams|zoom)[^,;]*?\s(?=(?:på plats|fysiskt)\s(?:i|på|hos|vid)\s))?(?:(?:på plats|fysiskt)\s+(?:(?:i|på|hos)\s+)?|(?:och|samt|eller|vi ses|vi träffas|vi är|vi håller till|i|på|vid|hos)\s+|(?:plats(?:en)?|lokal(?:en)?|var|adress)\s*:\s*)+/iu,
          "",
        )
        .replaceAll(/\s+/gu, " ")
        .trim(),
    )
    .filter((part) => part !== "" && part.length <= 90 && /\p{L}{2}/u.test(part));
  const named: string[] = [];
  for (const part of kept) {
    if (later.test(part) || far.test(part) || dated.test(part) || labelKind(part) !== undefined) continue;
    if (
      /^\p{Lu}|^(?:rum|sal|lokal|konferensrum|konferenslokal|plan|våning|aula|hörsal|ingång|hus|\d)/u.test(part) ||
      placeWord.test(part)
    )
      named.push(part);
  }
  return named.length > 0 ? named.join(", ") : null;
}

const placeWord =
  /(?:sal|rum|lokal(?:er)?|huset|gården|gatan|vägen|torget|skolan|kontoret|centrum|hotell|universitet|högskola|campus|bibliotek|stadshus|rådhus|kommunhus|aulan|teatern|museum|muse|residens|hus|hallen|kyrkan|församlingshem|folkets|allén|gränd|plats|slott|herrgård|park|konferens(?:center|rum|lokal|anläggning)?|auditorium|center|filial|arena)(?:m?en|m?et|s)?(?:\s[\p{Lu}\d]\S{0,20}){0,3}$|(?:gatan|vägen|torget|gränd|allén|gata|väg|torg)\s\d/iu;

const held = new RegExp(
  String.raw`(?:äger rum|hålls|ges|genomförs|(?:[Vv]i )?träffas(?: vi)?|(?:[Vv]i )?ses(?: vi)?|möts(?: vi)?|samlas(?: vi)?|håller till|sitter|förläggs|arrangeras|[Tt]räffarna är|blir|sker|planeras|på plats|kommer att vara|är förlagda?)(?:\s+(?:fysiskt|på plats|alltid|då|till))?(?:[^.,;:\n]|(?<=\d)[.:](?=\d)|(?<=kl)\.){0,50}?\s(?:i|på|hos|vid|till)\s+(?<place>(?:\p{Lu}|(?:våra |kommunens |regionens )?(?:lokal|sal|rum|konferens|aulan|hörsal))[^.;()\n]{1,80})`,
  "gu",
);

/** "Sju träffar, heldag 9.30-15.30, på Länshotellet i Fagerö:" */
const listed =
  /(?:[Tt]räffar|[Tt]illfällen|[Hh]eldagar|[Hh]alvdagar|[Ss]eminarier|[Mm]öten)(?:,? (?:hel|halv)dag(?:ar)?)?,?\s(?:kl\.?\s)?[\d.:\s-]{0,14},?\s?(?:på|i|hos|vid)\s(?<place>\p{Lu}[^.;:()\n]{1,60})/gu;

/** "Tid: 13-16. Plats: Länets hus, rum Björken." */
const labelled = /(?<=[.;,]\s)(?:Plats|Lokal|Var)\s?:\s*(?<place>\p{Lu}[^.;\n]{1,80})/gu;

/** The place that holds for all sessions unless their own words say another: "Plats: …", or "träffarna hålls i …". */
export function generalVenue(text: InvitationText): Found<string> | undefined {
  for (const { kind, body, label } of passagesOfKind(text, "place", "timeAndPlace")) {
    const lines = text.plain.slice(body[0], Math.min(body[1], body[0] + 400)).split("\n");
    let offset = body[0];
    for (const line of lines) {
      const at: Span = [offset, offset + line.length];
      offset += line.length + 1;
      if (
        kind === "timeAndPlace" &&
        !placeWord.test(line.trim()) &&
        !/(?:^|\s)(?:i|på|vid)\s\p{Lu}/u.test(line) &&
        !/,\s*\p{Lu}\p{Ll}+\s*$/u.test(line)
      )
        continue;
      if (kind === "place" && at[0] > label[1] && line.trim() === "" && offset > body[0] + 3) break;
      const place = placeIn(text.text.shown.slice(...at));
      if (place !== null) return { value: place, at: spanOfPlace(text, at, place) };
    }
  }
  for (const match of [
    ...text.plain.matchAll(held),
    ...text.plain.matchAll(listed),
    ...text.plain.matchAll(labelled),
  ]) {
    const place = placeIn(cut(match.groups?.["place"] ?? ""));
    // "Anmälan sker till Ada Ek", "ges i samarbete mellan Högskolan i Mitt och …", "träffar i Mellersta län"
    if (
      /(?:anmälan|ansökan|intresseanmälan|information|urvalet)\s$/iu.test(
        text.plain.slice(0, match.index).slice(-24),
      ) ||
      /samarbete|samverkan|mellan|inom/iu.test(match[0].slice(0, -(match.groups?.["place"] ?? "").length)) ||
      /(?:län|kommuner|regionen)$/iu.test(place ?? "")
    )
      continue;
    if (place === null || /^(?:teams|zoom|måndag|tisdag|onsdag|torsdag|fredag|hösten|våren)/iu.test(place)) continue;
    const at: Span = [match.index, match.index + match[0].length];
    return { value: place, at: spanOfPlace(text, at, place) };
  }
  return undefined;
}

/** A place in prose ends where the sentence goes on with something else. */
export function cut(place: string): string {
  return (
    place.split(
      /\s(?:kl(?:\.|\s|ockan)|den\s\d|och (?=\p{Ll})|med (?=\p{Ll})|under|mellan|från|där|som|för|samt|eller|vid (?=\p{Ll})|i (?=\p{Ll})|av|till|då|om)/u,
    )[0] ?? ""
  );
}

function spanOfPlace(text: InvitationText, at: Span, place: string): Span {
  const firstWord = place.split(",")[0] ?? place;
  const found = text.text.shown.slice(...at).indexOf(firstWord);
  return found < 0 ? at : [at[0] + found, Math.min(at[1], at[0] + found + Math.max(firstWord.length, place.length))];
}

/** A place beside a date: "i Linköping", "Rådhuset, Örebro", and nothing when the words are a topic. */
export function placeBeside(text: InvitationText, [start, end]: Span): Found<string> | undefined {
  const words = text.plain.slice(start, end);
  const labelled = /(?:(?:plats|lokal|var)\s*:|(?-i:PLATS|LOKAL|VAR)\s)\s*(?<place>[^\n;.]{2,90})/iu.exec(words);
  const near =
    /(?:^|[\s,;|\t(])(?:i|på|vid|hos)\s+(?<place>(?:\p{Lu}|lokal |sal |rum |konferensrum )[^;.()\n]{1,70})/u.exec(
      words,
    ) ??
    /^\s?\((?<place>\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?)\)/u.exec(words) ??
    building(words);
  const named = parts(words);
  const nearFirst = near !== null && (named === "" || near.index < words.indexOf(named.split(",")[0] ?? "") - 4);
  const fragment = labelled?.groups?.["place"] ?? (nearFirst ? cut(near.groups?.["place"] ?? "") : named);
  const place = placeIn(fragment);
  if (place === null || new RegExp(`^(?:${weekdayPattern}|${monthPattern}|teams|zoom)(?!\\p{L})`, "iu").test(place))
    return undefined;
  const found = words.indexOf(place.split(",")[0] ?? "");
  const at: Span = found < 0 ? [start, end] : [start + found, Math.min(end, start + found + place.length)];
  return {
    value: found < 0 ? place : wordsAt(text, [at[0], at[0] + (place.includes(",") ? 0 : place.length)]) || place,
    at,
  };
}

/** The parts that begin with a building or a room: "Stadshuset i Ekby", "sal 3". */
function parts(words: string): string {
  const all = words.split(/[,;|\t()]|\s-\s|\.\s|\.$/u).map((part) => part.trim());
  const named = all.filter((part, at) => {
    const [lead = ""] = part.split(/\s(?:i|på|vid)\s/u);
    const isPlace = placeWord.test(lead) && !/äger rum/iu.test(lead);
    const before = all[at - 1] ?? "";
    // The town stands after its building: "Folkets park, Nyby".
    const isTown =
      /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(part) && placeWord.test(before) && /^\p{Lu}/u.test(before);
    return /^\p{Lu}|^(?:sal|rum|lokal|konferensrum)\s/u.test(part) && part.length <= 60 && (isPlace || isTown);
  });
  const address = all.filter((part) => /^\p{Lu}\p{L}+(?:gatan|vägen|torget|gränd|allén)\s\d/u.test(part));
  return [...named, ...address.filter((part) => !named.includes(part))].join(", ");
}

/** "på högskolan", "i högskolans aula" */
function building(words: string): RegExpExecArray | null {
  for (const match of words.matchAll(
    /(?<=^|[\s,;(])(?:i|på|vid|hos)\s+(?<place>(?!plats)\p{Ll}[^,;.()\n\d]{3,40})/gu,
  )) {
    if (placeWord.test((match.groups?.["place"] ?? "").trim().split(/\s(?:och|med|kl)\s/u)[0] ?? "")) return match;
  }
  return null;
}
