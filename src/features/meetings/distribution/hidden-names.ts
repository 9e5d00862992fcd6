/**
 * A text without the names of service-user representatives who have not agreed to be named, each replaced by what they
 * are there as. Written names are found whole, however their letters are cased, also with a genitive s; a first name
 * alone may be anybody's and stays. (Law 3.1, GDPR 9.)
 */
export function withoutNames(text: string, names: readonly string[], instead: string): string {
  const written = names
    .map((name) => name.trim())
    .filter((name) => name.includes(" "))
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/\s+/u)
        .map(escaped)
        .join(String.raw`\s+`),
    );
  if (written.length === 0) return text;
  return text.replace(
    new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${written.join("|")})s?(?![\p{L}\p{N}])`, "giu"),
    instead,
  );
}

/** A text with some words covered, wherever they stand and however their letters are cased. */
export function withCovered(text: string, words: readonly string[], instead: string): string {
  const covered = words
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .split(/\s+/u)
        .map(escaped)
        .join(String.raw`\s+`),
    );
  return covered.length === 0 ? text : text.replace(new RegExp(covered.join("|"), "giu"), instead);
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
