/**
 * Whether two names may be one person's, spelled in two ways: Christina Karlsson and Kristina Carlson (R033).
 *
 * Names have the same number of words, and word by word they sound alike to a Swedish ear or, in a word of five
 * letters or more, differ by one letter typed, left out or added. A hyphen is a space. It errs towards asking:
 * a person is shown both and says whether they are one.
 */
export function maySpellTheSame(one: string, other: string): boolean {
  const a = wordsOf(one);
  const b = wordsOf(other);
  return a.length > 0 && a.length === b.length && a.every((word, index) => alike(word, b[index] ?? ""));
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

/** Letters that sound alike in names are written alike; å, ä and ö are letters of their own and stay. */
function soundOf(word: string): string {
  return word
    .normalize("NFD")
    .replaceAll(/[\u0300-\u0304]/gu, "")
    .normalize("NFC")
    .replaceAll("ph", "f")
    .replaceAll("th", "t")
    .replaceAll(/ch|ck|q/gu, "k")
    .replaceAll(/c(?=[aouåkr]|$)/gu, "k")
    .replaceAll(/[cz]/gu, "s")
    .replaceAll("x", "ks")
    .replaceAll("w", "v")
    .replaceAll(/[jy]/gu, "i")
    .replaceAll(/(\p{L})\1+/gu, "$1");
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
