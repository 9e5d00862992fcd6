import personnummer from "personnummer";
import { z } from "zod";

/** Where a text holds a personal identity number: `text.slice(start, end)` is the number as it was written. */
export type PersonalNumberPlace = { readonly start: number; readonly end: number };

/**
 * Finds the first Swedish personal identity number or coordination number in a text, however it is written:
 * with or without century, with hyphen, plus, dash, space or nothing between the parts.
 *
 * A number counts only if its date exists (day + 60 for a coordination number) and its check digit is right, so
 * phone numbers, bankgiro, diary numbers and most organisation numbers are let through. The month of an
 * organisation number is 20 or more, which is no date. Ten bare digits that begin like a mobile number pass only
 * when a word before them says that they are a phone number: they may as well be somebody born in 2007.
 * (Law 2001:454, 7 §.)
 */
export function findPersonalNumber(text: string): PersonalNumberPlace | undefined {
  for (const match of text.matchAll(written)) {
    const [whole, century = "", birth = "", serial = ""] = match;
    if (bareMobile.test(whole) && announcesPhone.test(text.slice(0, match.index).slice(-25))) continue;
    if (isPersonalNumber(century.replaceAll(/\D/gu, ""), birth.replaceAll(/\D/gu, ""), serial)) {
      return { start: match.index, end: match.index + whole.length };
    }
  }
  return undefined;
}

/**
 * Free text somebody types: trimmed, at most `max` characters, and without personal identity numbers. The issue
 * carries `params.code` "kernel.personal_number" with `start` and `end`, so that the page can say where it stands.
 */
export function FreeText(max: number) {
  return (
    z
      .string()
      .trim()
      .max(max)
      // A sign that no keyboard makes and no database keeps.
      .regex(/^[^\u0000]*$/u)
      .superRefine((text, context) => {
        const place = findPersonalNumber(text);
        if (place) context.addIssue({ code: "custom", params: { code: "kernel.personal_number", ...place } });
      })
  );
}

const gap = String.raw`[ \u00A0\u2009\u202F]?`;
const sign = String.raw`[-+\u2010-\u2015\u2212]`;

/** Century, birth date (maybe as 12 12 12 or 12-12-12), sign, four last digits; no digit or sign on either side. */
const written = new RegExp(
  String.raw`(?<![\d+]|\d[-./])((?:18|19|20)${gap})?(\d{2}[-. ]?\d{2}[-. ]?\d{2})(?:${gap}${sign}${gap}|${gap})(\d{4})(?!\d|[-/.,]\d)`,
  "gu",
);

function isPersonalNumber(century: string, birth: string, serial: string): boolean {
  const centuries = century === "" ? ["18", "19", "20"] : [century];
  // All centuries are asked, so that the answer does not depend on today's date.
  return centuries.some((each) => Personnummer.valid(`${each}${birth}${serial}`));
}

// The package exports the class itself; its type declarations say that it stands under `default`.
const Personnummer = personnummer as unknown as typeof personnummer.default;

const bareMobile = /^07\d{8}$/u;
const announcesPhone = /(?:tel|tfn|telefon|mobil|ring|sms|swish|nås på)[^\n\d]*$/iu;
