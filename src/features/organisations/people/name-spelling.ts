/**
 * Whether two names may be one person's, spelled in two ways: Christina Karlsson and Kristina Carlson (R033).
 *
 * Word by word the names sound alike to a Swedish ear or, in a word of five letters or more, differ by one letter typed,
 * left out or added. A hyphen is a space or nothing: Ann-Marie is Ann Mari and Annmarie. å and ä written as a, and ö as
 * o, are a keyboard's doing. It errs towards asking: a person is shown both and says whether they are one.
 */
export function maySpellTheSame(one: string, other: string): boolean {
  const a = wordsOf(one);
  const b = wordsOf(other);
  if (a.length === 0 || b.length === 0) return false;
  if (soundOf(a.join("")) === soundOf(b.join(""))) return true;
  return a.length === b.length && a.every((word, index) => alike(word, b[index] ?? ""));
}

/**
 * Under which keys a name is looked up among many: two names that may be spelled the same share at least one. So each
 * name is compared with a few and not with all.
 */
export function spellingKeys(name: string): readonly string[] {
  const words = wordsOf(name);
  const [first] = words;
  if (first === undefined) return [];
  const sound = soundOf(first);
  const withoutOne = [...sound].map((_, index) => sound.slice(0, index) + sound.slice(index + 1));
  return [...new Set([`=${soundOf(words.join(""))}`, sound, ...(first.length >= 5 ? withoutOne : [])])];
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFKC")
    .toLocaleLowerCase("sv")
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
}

function alike(a: string, b: string): boolean {
  const soundA = soundOf(a);
  const soundB = soundOf(b);
  return soundA === soundB || (Math.min(a.length, b.length) >= 5 && isOneLetterApart(soundA, soundB));
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
