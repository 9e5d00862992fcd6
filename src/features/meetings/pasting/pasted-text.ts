import { findPersonalNumber } from "#kernel/personal-number.ts";
import type { Problem } from "#kernel/refusal.ts";

/** More than this is no minutes of one meeting. */
export const mostCharacters = 1_000_000;

/**
 * Why a text cannot be kept as minutes, if it cannot: nothing in it, too much of it, or somebody's identity number, with
 * the line it stands on and the words before it.
 */
export function pastedProblem(text: string, path: string): Problem | undefined {
  if (text.trim() === "") return { path, code: "pasting.nothing" };
  if (text.length > mostCharacters)
    return { path, code: "pasting.too_long", values: { length: text.length, most: mostCharacters } };
  if (text.includes("\u0000")) return { path, code: "pasting.no_text" };
  const number = findPersonalNumber(text);
  if (!number) return undefined;
  const before = text.slice(0, number.start);
  const words = before.slice(-40).replaceAll(/\s+/gu, " ").trim();
  return {
    path,
    code: "pasting.personal_number",
    values: { line: before.split(/\r\n?|\n/u).length, words: words.slice(-30) },
  };
}

/** A text as it is known again by: the same words, however its lines end and however much space is between them. */
export function sameWords(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/**
 * A text without the names of some people: the whole name, and each part of it that is nobody else's name there, so
 * that "Ulla sade" goes the same way as "Ulla Brandt" unless another Ulla was there too. (law 3.1, GDPR 9)
 */
export function withoutNames(text: string, names: readonly string[], others: readonly string[]): string {
  const kept = new Set(others.flatMap(partsOf));
  const parts = names.flatMap(partsOf).filter((part) => part.length > 2 && !kept.has(part));
  const wanted = [...names.map((name) => name.trim()), ...parts].filter(Boolean);
  if (wanted.length === 0) return text;
  const any = wanted
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&").replaceAll(/\s+/gu, "\\s+"))
    .join("|");
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{M}])(?:${any})(?:s|:s)?(?![\\p{L}\\p{M}])`, "giu"), nameless);
}

/** What stands where a name was. */
export const nameless = "[…]";

function partsOf(name: string): string[] {
  return name.toLocaleLowerCase("sv").split(/\s+/u).filter(Boolean);
}
