import type { Found, Span } from "#features/circles/invitation/found.ts";
import { sentencesIn } from "#features/circles/invitation/invitation-text.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";

const notes = String.raw`(?:dessa |de här |med )?(?:(?:minnes|mötes)?anteckning(?:ar|arna|en)|protokollet|utskicket|mejlet|mailet|the (?:notes|minutes))`;
const sent = new RegExp(
  String.raw`^(?<what>.{2,240}?)\s+(?:bifogas|biläggs|bilägges|medföljer|medsändes|(?:är|finns|ligger) (?:bifogad[et]?|bifogat|bilagd[at]?|som bilag(?:a|or))|läggs som bilaga|(?:skickas|skickades|sänds|mejlas|distribueras|går|går ut)(?:\s(?:ut|även|också|i samband))*\s(?:med|tillsammans med|ihop med)\s${notes}|(?:is|are) (?:attached|enclosed|sent with (?:the|these) (?:notes|minutes)))(?!\p{L})`,
  "iu",
);
const sentAfter = new RegExp(
  String.raw`^(?:bifogat finns|bifogas gör|bifogas|med ${notes} (?:skickas|följer|bifogas)|som bilaga (?:finns|skickas)|jag bifogar|vi bifogar|attached (?:is|are|please find)|enclosed (?:is|are))\s+(?<what>.{2,240}?)[.!]?$`,
  "iu",
);
const fileName = /(?<![\p{L}\d])[\p{L}\d][\p{L}\d_.\-()]{0,80}\.(?:pdf|docx?|pptx?|xlsx?|odt|csv)(?![\p{L}\d])/giu;
const numbered = /(?<=^|\(|(?:se|enligt|jfr)\s)bilaga\s\d{1,2}(?!\d)/giu;

/** Whether a sentence says only that something goes out with the notes. */
export function tellsOfAttachment(sentence: string): boolean {
  return sent.test(sentence.slice(0, 400)) || sentAfter.test(sentence.slice(0, 400));
}

/** What goes out with the notes, as it is called in the text (R178, R209). */
export function attachmentsIn(text: MinutesText, stretches: readonly Span[], body: readonly Span[]): Found<string>[] {
  const found: Found<string>[] = [];
  const put = (span: Span) => {
    const at = trimmed(text.plain, span, /[\s•*·_|:;,.-]/u);
    const value = wordsAt(text, at);
    const low = value.toLowerCase();
    if (value.length < 2 || value.length > 200 || found.some((each) => each.value.toLowerCase().includes(low))) return;
    found.push({ value, at });
  };
  for (const stretch of stretches) for (const piece of listed(text.plain, stretch)) put(piece);
  for (const stretch of body) {
    for (const span of sentencesIn(text.plain, stretch)) {
      const words = text.plain.slice(...span);
      const match = words.length <= 600 ? (sent.exec(words) ?? sentAfter.exec(words)) : null;
      const what = match?.groups?.["what"];
      if (!match || what === undefined) continue;
      const from = span[0] + match[0].indexOf(what);
      for (const piece of listed(text.plain, [from, from + what.length])) put(piece);
    }
    for (const pattern of [fileName, numbered])
      for (const match of text.plain.slice(...stretch).matchAll(pattern))
        put([stretch[0] + match.index, stretch[0] + match.index + match[0].length]);
  }
  return found.toSorted((a, b) => a.at[0] - b.at[0]);
}

/** "Bildspel, checklista och svar från menti" are three; "Bilaga 1: Budget, reviderad" is one. */
function listed(plain: string, [start, end]: Span): Span[] {
  const words = plain.slice(start, end);
  if (/^bilaga\s\d/iu.test(words) && !/[,;]\s*bilaga\s\d/iu.test(words)) return [[start, end]];
  const cuts = [
    ...words.matchAll(/;\s*|,\s+(?:samt\s+|och\s+)?|\s+(?:och|samt|and|&)\s+|[ \t]*[\t|][ \t|]*/giu),
  ].filter((match) => !words.slice(0, match.index).endsWith("-"));
  const pieces: Span[] = [];
  let from = 0;
  for (const match of cuts) {
    pieces.push([start + from, start + match.index]);
    from = match.index + match[0].length;
  }
  pieces.push([start + from, end]);
  return pieces;
}
