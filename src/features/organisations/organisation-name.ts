/**
 * The key under which a written name is looked up, so that "Göteborg", "Göteborgs Stad" and "GÖTEBORGS  KOMMUN" are
 * one municipality (R170).
 *
 * Upper and lower case, kinds of dashes, quotes and space do not count; neither do a closing "kommun" or "stad"
 * ("Region" stays: Region Kalmar län and Kalmar kommun are two), nor the genitive s. The s goes from "Borås" too:
 * the key is never shown, it only has to be the same each time, and no two municipalities differ by it (the test
 * asks all 290). A lone word of three letters or fewer keeps its s, or "SoS" would be "so".
 * Folding what is folded changes nothing.
 */
export function foldName(written: string): string {
  const words = written
    .normalize("NFKC")
    .toLocaleLowerCase("sv")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/(?<=\p{L})[:'’´`]s(?!\p{L})/gu, "s")
    .replaceAll(/[^\p{L}\p{N}\p{M}&+]+/gu, " ")
    .trim()
    .split(" ");
  while (words.length > 1 && closing.test(words.at(-1) ?? "")) words.pop();
  const last = words.pop() ?? "";
  return [...words, withoutGenitive(last, words.length > 0 ? 1 : 3)].join(" ");
}

const closing = /^(kommun|stad)(en)?s*$/u;

function withoutGenitive(word: string, least: number): string {
  const bare = word.replace(/s+$/u, "");
  return bare.length >= least ? bare : word;
}

/**
 * The ways an organisation is written just by being where it is. One at the top goes by its own name; one below
 * another is named with all above it, because 290 municipalities have a Socialförvaltningen.
 * `path` holds the short names from the top down to the organisation itself.
 */
export function writingsOf(name: string, path: readonly string[]): string[] {
  const above = path.slice(0, -1);
  const own = [...new Set([path.at(-1) ?? name, name])];
  return own.flatMap((each) =>
    above.length === 0 ? [each] : [[...above, each].join(" "), nameInPlace([...above, each])],
  );
}

/** How an organisation is named where many stand together: "Socialförvaltningen, Mölndal". */
export function nameInPlace(path: readonly string[]): string {
  return path.toReversed().join(", ");
}
