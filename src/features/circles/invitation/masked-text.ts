import type { Span } from "./found.ts";
import { emailPattern, phonePattern, webPattern } from "./channels.ts";
import { monthPattern, weekdayPattern } from "./calendar-words.ts";

/** Digits that are no dates: addresses, phone numbers, statutes, sums, "träff 1", program rows. */
const masks = [
  webPattern,
  emailPattern,
  phonePattern,
  /(?:SOU|SFS|Ds|prop\.?|dnr|diarienr|diarienummer|HSLF-FS|LAGEN)[\s.:]{1,3}\S{0,6}\s?\d{2,4}[:/]\d[\d:/-]{0,12}/giu,
  new RegExp(String.raw`(?<!\p{L})${weekdayPattern}\s*(?:-|till|och)\s*${weekdayPattern}(?=\s+(?:den\s+)?\d)`, "giu"),
  new RegExp(
    String.raw`(?<!\p{L})(?:v\.?|vecka|veckorna)\s?\d{1,2}(?![\d/]|[.:]\d|\s*${monthPattern}(?!\p{L}))`,
    "giu",
  ),
  /(?<!\d)(?:19|20)\d{2}:\d{1,4}(?!\d)/gu,
  /(?<![\d/])\d{1,3}(?: \d{3}|\d{0,4})(?:[.,]\d{1,2})?\s?(?:kr(?:onor)?|sek|:-)(?!\p{L})/giu,
  /\d{1,3}(?:[.,]\d)?\s?(?:%|procent)/giu,
  new RegExp(String.raw`(?<!\p{L})(?!${monthPattern}-)\p{L}{2,20}-\d{1,2}(?!\d)`, "giu"),
  new RegExp(
    String.raw`(?<!\p{L})(?:träff|tillfälle|dag|steg|del|modul|cirkel|grupp|tema|moment|nummer|nr|sida|sid|kap|kapitel|block|pass|session|kurstillfälle|utbildningsdag)\s+\d{1,2}(?![\d/]|\s*${monthPattern}(?!\p{L}))`,
    "giu",
  ),
];

/** The text with some stretches, and all digits that cannot be dates, exchanged for "¤", of the same length. */
export function maskedText(plain: string, alsoMask: readonly Span[]): string {
  let text = "";
  let from = 0;
  for (const [start, end] of alsoMask) {
    if (start < from) continue;
    text += plain.slice(from, start) + "¤".repeat(end - start);
    from = end;
  }
  text += plain.slice(from);
  for (const mask of masks) text = text.replaceAll(mask, (whole) => "¤".repeat(whole.length));
  return text;
}
