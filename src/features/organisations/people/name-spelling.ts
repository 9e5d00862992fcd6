/**
 * Whether two names may be one person's, spelled in two ways: Christina Karlsson and Kristina Carlson (R033).
 *
 * Word by word the names sound alike to a Swedish ear or, in a word of five letters or more, differ by one letter typed,
 * left out or added. A hyphen is a space or nothing: Ann-Marie is Ann Mari and Annmarie. å and ä written as a, and ö as
 * o, are a keyboard's doing. It errs towards asking: a person is shown both and says whether they are one.
 */
export function maySpellTheSame(one: string, other: string): boolean {
  return soundsAlike(soundingOf(one), soundingOf(other));
}

/** How a name sounds, worked out once for a name that is compared with many. */
export type Sounding = {
  readonly joined: string;
  readonly words: readonly { readonly sound: string; readonly isLong: boolean }[];
};

export function soundingOf(name: string): Sounding {
  const words = wordsOf(name);
  return {
    joined: soundOf(words.join("")),
    words: words.map((word) => ({ sound: soundOf(word), isLong: word.length >= 5 })),
  };
}

/** Whether two names that sound so may be one person's: what `maySpellTheSame` asks. */
export function soundsAlike(one: Sounding, other: Sounding): boolean {
  if (one.joined === other.joined) return one.joined !== "";
  return one.words.length === other.words.length && one.words.every((word, at) => isAlike(word, other.words[at]));
}

/**
 * Under which keys a name is looked up among many: two names that sound alike share at least one. So each name is
 * compared with a few and not with all.
 */
export function soundingKeys({ joined, words: [first] }: Sounding): readonly string[] {
  if (first === undefined) return [];
  const { sound, isLong } = first;
  const withoutOne = Array.from({ length: sound.length }, (_, index) => sound.slice(0, index) + sound.slice(index + 1));
  return [...new Set([`=${joined}`, sound, ...(isLong ? withoutOne : [])])];
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFKC")
    .toLocaleLowerCase("sv")
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
}

function isAlike(a: Sounding["words"][number], b: Sounding["words"][number] | undefined): boolean {
  return b !== undefined && (a.sound === b.sound || (a.isLong && b.isLong && isOneLetterApart(a.sound, b.sound)));
}

/** Letters that sound alike in names, or are written for each other, are written alike. */
function soundOf(word: string): string {
  return word
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ph", "f")
    .replaceAll("th", "t")
    .replaceAll(/ch|ck|q/gu, "k")
    .replaceAll(/c(?=[aoukr]|$)/gu, "k")
    .replaceAll(/[cz]/gu, "s")
    .replaceAll("x", "ks")
    .replaceAll("w", "v")
    .replaceAll(/[jy]/gu, "i")
    .replaceAll(/(\p{L})\1+/gu, "$1")
    .replace(/ie$/u, "i");
}

function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const restOfA = a.slice(start);
  const restOfB = b.slice(start);
  return (
    restOfA.slice(1) === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB ||
    restOfA === restOfB.slice(1) ||
    (restOfA.slice(2) === restOfB.slice(2) && restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0])
  );
}
