import { z } from "zod";
import { BodyId } from "#features/meetings/body/body.ts";

/** Where something was said: in an item of minutes, in what was added to them, or about a matter. */
export const foundKinds = ["item", "addition", "matter"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** How many a page shows. */
export const shownAtOnce = 20;

/** As many as are looked for; the wish is then too wide, which is said. */
export const mostFound = 1_000;

/** What somebody looks for. A wish that makes no sense is as if nothing was wished: an address is never an error. */
export const SearchWish = z.object({
  q: z.string().trim().max(200).catch(""),
  grupp: BodyId.optional().catch(undefined),
  sida: z.coerce.number().int().min(1).max(500).catch(1),
});

/** As many words as anybody writes; more only make the question dear. */
const mostWords = 12;

/**
 * What somebody typed, as PostgreSQL is asked: every word must be there, as it is or as the beginning of a word. Only
 * letters and figures are left, so that no sign is read as a command; nothing when none are.
 */
export function askedWords(typed: string): string | undefined {
  const words = typed.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0
    ? undefined
    : words
        .slice(0, mostWords)
        .map((word) => `${word}:*`)
        .join(" & ");
}

/** Signs that stand around a found word until it is drawn: no keyboard makes them. */
export const marks = { from: "\u0002", to: "\u0003" } as const;

/** A text in pieces, those that were looked for told from the others. */
export function piecesOf(text: string): { readonly text: string; readonly isFound: boolean }[] {
  return text
    .split(/(\u0002[^\u0002\u0003]*\u0003)/u)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece.replaceAll(/[\u0002\u0003]/gu, ""), isFound: piece.startsWith(marks.from) }));
}
