import { doiAddress } from "#features/knowledge/filling/doi.ts";
import type { Reference } from "#features/knowledge/filling/filling.ts";

/** How the parts of a reference are said in a language. */
export type ReferenceWords = {
  /** Before the last of several authors. */
  readonly and: string;
  /** For more authors than are named. */
  readonly others: string;
  /** Where no year is known. */
  readonly undated: string;
};

/** More authors than this are not all named. */
const mostNamed = 6;

/**
 * A text as one refers to it: authors, year, title, who has published it, and where it is found. The order is the one of
 * Harvard lists, which social work in Sweden uses. What is not known is left out, but for the year, since readers look
 * for it. Without authors the publisher stands first, and is not said twice.
 */
export function referenceLine(
  { title, authors, source, year, link, doi }: Omit<Reference, "abstract" | "licence">,
  words: ReferenceWords,
): string {
  const who = authors.length > 0 ? joined(authors, words) : source;
  const where = doi === null ? link : doiAddress(doi);
  const parts = [
    who === null ? `${ended(title)} (${year ?? words.undated}).` : `${who} (${year ?? words.undated}). ${ended(title)}`,
    authors.length > 0 && source !== null ? ended(source) : "",
    where ?? "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function joined(authors: readonly string[], { and, others }: ReferenceWords): string {
  if (authors.length > mostNamed) return `${authors.slice(0, 1).join("")} ${others}`;
  const last = authors.at(-1) ?? "";
  return authors.length === 1 ? last : `${authors.slice(0, -1).join(", ")} ${and} ${last}`;
}

function ended(text: string): string {
  return /[.?!…]$/u.test(text) ? text : `${text}.`;
}
