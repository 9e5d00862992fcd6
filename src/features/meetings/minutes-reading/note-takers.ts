import type { Found, Span } from "#features/circles/invitation/found.ts";
import { type MinutesText, trimmed, wordsAt } from "./minutes-text.ts";
import { isFullName, isOneName } from "./person-words.ts";

const name = String.raw`\p{Lu}[\p{L}\p{M}'’-]*(?:\s(?:von|af|de|van|der|la|al|\p{Lu}\.?|\p{Lu}[\p{L}\p{M}'’-]*)){0,4}`;
const wrote = new RegExp(
  String.raw`(?<![\p{L}-])(?<who>${name}(?:(?:,|\soch|\ssamt|\s&)\s${name}){0,4})\s+(?:förde (?:minnes)?anteckning\p{L}*|skrev (?:minnes)?anteckning\p{L}*|antecknade(?=[.\s]*$|\sunder|\spå\smötet)|antecknar(?=[.\s]*$)|är (?:mötes)?sekreterare|var (?:mötes)?sekreterare|(?:utsågs|valdes|utses|väljs|utsedd\p{L}*) till (?:mötes)?sekreterare|took (?:the )?(?:notes|minutes))`,
  "u",
);
const chosen = new RegExp(
  String.raw`(?:till|som) (?:mötes)?sekreterare(?:\s(?:för|vid|under)\s\p{L}+)?\s(?:valdes|väljs|utsågs|utses|utsåg\p{L}*|valde\p{L}*)\s(?<who>${name})`,
  "u",
);
const beside = new RegExp(
  String.raw`(?<who>${name})\s*[,(]\s*(?:\p{L}+\s\p{L}+,\s)?(?:vid pennan|vid protokollet|antecknade|antecknar|antecknare|(?:mötes)?sekreterare|sekr\.?|protokollförare|note-? ?taker)(?=[\s,).]|$)`,
  "giu",
);
const signature = new RegExp(String.raw`^/{1,2}\s?(?<who>${name})\.?$`, "u");

/** Whether a sentence says who wrote the notes. */
export function tellsNoteTaker(sentence: string): boolean {
  return wrote.test(sentence) || chosen.test(sentence);
}

/** Who wrote the notes; several are several (R217). */
export function noteTakersIn(
  text: MinutesText,
  { stretches, attendance, body }: { stretches: readonly Span[]; attendance: readonly Span[]; body: readonly Span[] },
): Found<string>[] {
  const found: Found<string>[] = [];
  const put = (span: Span) => {
    for (const at of namesIn(text, span)) {
      const value = wordsAt(text, at);
      if (!found.some((each) => each.value.toLowerCase() === value.toLowerCase())) found.push({ value, at });
    }
  };
  for (const stretch of stretches) put(stretch);
  for (const stretch of attendance) {
    for (const match of text.plain.slice(stretch[0], Math.min(stretch[1], stretch[0] + 2_000)).matchAll(beside)) {
      const who = match.groups?.["who"] ?? "";
      if (/^\p{Lu}/u.test(who)) put([stretch[0] + match.index, stretch[0] + match.index + who.length]);
    }
  }
  for (const [at, stretch] of body.entries()) {
    const words = text.plain.slice(stretch[0], Math.min(stretch[1], stretch[0] + 600));
    const match = wrote.exec(words) ?? chosen.exec(words) ?? (at >= body.length - 5 ? signature.exec(words) : null);
    const who = match?.groups?.["who"];
    if (!match || who === undefined) continue;
    const from = stretch[0] + match.index + match[0].indexOf(who);
    put([from, from + who.length]);
  }
  return found;
}

/** The names of a stretch; titles, organisations and days beside them are none. */
function namesIn({ plain }: MinutesText, [start, end]: Span): Span[] {
  const names: Span[] = [];
  const words = plain
    .slice(start, Math.min(end, start + 400))
    .replaceAll(/\([^()]*\)/gu, (whole) => ",".padEnd(whole.length, " "));
  let from = 0;
  for (const match of [
    ...words.matchAll(/[,;/\n\t|]|\s(?:och|samt|and|&|\+)\s|\s-\s|(?<=\p{L})\.(?=\s|$)/gu),
    undefined,
  ]) {
    const at = trimmed(plain, [start + from, start + (match?.index ?? words.length)], /[\s,;:./()-]/u);
    const part = plain.slice(...at);
    if (isFullName(part) || (isOneName(part) && !/^(?:GR|SKR|FoU)$/u.test(part))) names.push(at);
    from = match ? match.index + match[0].length : from;
  }
  return names;
}
