/** A word as it stands in a text, and how it is compared: lower case, its letters put together in one way. */
export type Token = { start: number; end: number; form: string };

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Longer than any word; what is longer is cut there, so that a wall of letters costs no more than a word. */
export const longestForm = 60;

/** The words of a text with where they stand. Signs, spaces and emoji are between words. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  const formOf = formIn(text);
  for (const { 0: written, index } of text.matchAll(wordPattern))
    tokens.push({ start: index, end: index + written.length, form: formOf(written) });
  return tokens;
}

/** The forms alone, where nobody asks for where they stand. */
export const formsIn = (text: string): string[] => (text.match(wordPattern) ?? []).map(formIn(text));

/** How a word of a text is compared. Nearly every text has its letters put together already. */
function formIn(text: string): (written: string) => string {
  const isComposed = text === text.normalize("NFC");
  return (written) => {
    const form = written.length > longestForm ? written.slice(0, longestForm) : written;
    return (isComposed ? form : form.normalize("NFC")).toLowerCase();
  };
}

const wordHere = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/uy;

/** Where the word ends that begins at a place. */
export function wordEndingFrom(text: string, start: number): number {
  wordHere.lastIndex = start;
  return wordHere.test(text) ? wordHere.lastIndex : start;
}

const isPlain = /^[a-z0-9]*$/;

/** The word as somebody types it who lacks å, ä and ö, or accents. */
export function foldedForm(form: string): string {
  return isPlain.test(form) ? form : form.normalize("NFD").replace(/\p{M}/gu, "");
}

export const pieceLength = 4;

/** The runs of four letters of a word, which words that are alike share. A shorter word is its own only piece. */
export function piecesOf(form: string): string[] {
  if (form.length <= pieceLength) return [form];
  return Array.from({ length: pieceCount(form.length) }, (_, at) => form.slice(at, at + pieceLength));
}

/** How many they are, for a word of so many letters. */
export const pieceCount = (letters: number): number => Math.max(1, letters - pieceLength + 1);

/** Which letters a word has, one bit each: words with few letters in common need not be compared. */
export function lettersIn(form: string): number {
  let bits = 0;
  for (let at = 0; at < form.length; at++) bits |= 1 << (form.charCodeAt(at) & 31);
  return bits;
}
