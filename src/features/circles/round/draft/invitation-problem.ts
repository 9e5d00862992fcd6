import { findPersonalNumber } from "#kernel/personal-number.ts";
import type { Problem } from "#kernel/refusal.ts";

/** More than this is no invitation. */
export const mostCharacters = 200_000;

/** Why a text cannot be kept as an invitation, if it cannot: nothing in it, too much of it, or somebody's identity number. */
export function textProblem(text: string, path: string): Problem | undefined {
  if (text.trim() === "") return { path, code: "round.new.nothing" };
  if (text.length > mostCharacters)
    return { path, code: "round.new.too_long", values: { length: text.length, most: mostCharacters } };
  if (text.includes("\u0000")) return { path, code: "web.field_wrong" };
  const number = findPersonalNumber(text);
  if (!number) return undefined;
  return {
    path,
    code: "round.new.personal_number",
    values: { around: text.slice(Math.max(0, number.start - 30), number.start).trim() },
  };
}
