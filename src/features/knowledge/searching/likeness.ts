import { foldedForm, lettersIn, piecesOf } from "#features/knowledge/searching/tokens.ts";
import type { Vocabulary, Word } from "#features/knowledge/searching/vocabulary.ts";

const shortestGuessed = 4;
const longEnoughForTwo = 8;
const mostWords = 12;
/** A word is alike another when it holds this share of its pieces. */
export const alikeFrom = 0.5;

/**
 * The words of the documents that a word nobody has written may have been meant as: the same without å, ä and ö and accents, or else those
 * with the fewest slips between them, one in a short word and two in a long one. `isThere` says whether a word stands in what may be read.
 */
export function wordsMeantBy(form: string, vocabulary: Vocabulary, isThere: (word: Word) => boolean): Word[] {
  if (form.length < shortestGuessed) return [];
  const folded = foldedForm(form);
  const typedWithout = vocabulary.withFolded(folded).filter((word) => word.form !== form && isThere(word));
  if (typedWithout.length > 0) return typedWithout.toSorted(byForm);
  if (/\d/.test(form)) return [];
  return nearest(folded, slipsAllowed(form), vocabulary, isThere);
}

/** A long word may be written with two slips and still be known for what it was meant as, a short one with one. */
export const slipsAllowed = (form: string): number => (form.length >= longEnoughForTwo ? 2 : 1);

function nearest(folded: string, most: number, vocabulary: Vocabulary, isThere: (word: Word) => boolean): Word[] {
  const letters = lettersIn(folded);
  let near: Word[] = [];
  let least = most;
  for (let length = Math.max(shortestGuessed, folded.length - most); length <= folded.length + most; length++) {
    for (const other of vocabulary.foldedOfLength(length)) {
      if (bitsIn(letters ^ other.letters) > 2 * least) continue;
      const slips = slipsBetween(folded, other.form, least);
      if (slips > least) continue;
      const there = other.words.filter(isThere);
      if (there.length === 0) continue;
      if (slips < least) near = [];
      least = slips;
      near.push(...there);
    }
  }
  return near.toSorted(byForm).slice(0, mostWords);
}

const byForm = (a: Word, b: Word) => (a.form < b.form ? -1 : 1);

function bitsIn(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; count++) left &= left - 1;
  return count;
}

/** Letters put in, left out, changed, or two beside each other that changed places; above `most` it only says that they are more. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const width = b.length + 1;
  const rows = new Uint8Array(3 * width);
  for (let j = 0; j < width; j++) rows[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const [row, before, twoBack] = [(i % 3) * width, ((i + 2) % 3) * width, ((i + 1) % 3) * width];
    rows[row] = i;
    let fewest = i;
    for (let j = 1; j < width; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let slips = Math.min(
        (rows[before + j] ?? 0) + 1,
        (rows[row + j - 1] ?? 0) + 1,
        (rows[before + j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwapped) slips = Math.min(slips, (rows[twoBack + j - 2] ?? 0) + 1);
      rows[row + j] = slips;
      if (slips < fewest) fewest = slips;
    }
    if (fewest > most) return most + 1;
  }
  return rows[(a.length % 3) * width + b.length] ?? 0;
}

/**
 * Whether a word of a document may be why one was found that does not hold the word asked for: it shares half of its pieces, or is written
 * nearly so.
 */
export function isLike(word: Word, form: string, pieces: ReadonlySet<string>): boolean {
  if (form.length < shortestGuessed || word.form.length < shortestGuessed) return false;
  let shared = 0;
  for (const piece of piecesOf(word.form)) if (pieces.has(piece)) shared++;
  if (pieces.size > 1 && shared >= pieces.size * alikeFrom) return true;
  const most = slipsAllowed(form);
  if (Math.abs(word.form.length - form.length) > most) return false;
  const [a, b] = [foldedForm(word.form), foldedForm(form)];
  return bitsIn(lettersIn(a) ^ lettersIn(b)) <= 2 * most && slipsBetween(a, b, most) <= most;
}
