import { type Spelt, spell } from "#features/knowledge/searching/form-table.ts";
import { longestForm, type Token, tokensIn } from "#features/knowledge/searching/tokens.ts";

/** Reads the words of a text one after the other; the same words as `tokensIn`, and no string made of any. */
export type WordReader = Spelt & {
  /** Where the word that was read begins. */
  readonly start: number;
  begin(text: string): void;
  /** Reads the next word; false when there is none. */
  next(): boolean;
};

const between = 0;
const notAlone = 1;
/** For each UTF-16 unit: that it stands between words, that more than itself decides what it is, or else the letter it is compared as. */
let units: Uint16Array | undefined;

function readUnits(): Uint16Array {
  return Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    if (unit < 0x80) return /[a-z0-9]/i.test(letter) ? letter.toLowerCase().charCodeAt(0) : between;
    // Halves of a character, signs that are put to a letter, Korean letters, which are put together, and a sigma, which changes where a word ends.
    if (/[\p{M}\p{Cs}\u1100-\u11ff\u03a3]/u.test(letter)) return notAlone;
    const form = letter.toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(letter)) return letter.normalize("NFC") === letter ? between : notAlone;
    return letter.normalize("NFC") === letter && form.length === 1 ? form.charCodeAt(0) : notAlone;
  });
}

export function openWordReader(): WordReader {
  units ??= readUnits();
  const unitOf = units;
  let text = "";
  let at = 0;
  // The words of a text in which something stands that is not plain.
  let tokens: Token[] | undefined;

  // A letter of a normal form can become more than one when it is made small.
  const letters = new Uint16Array(8 * longestForm);
  let length = 0;
  let start = 0;

  const isPlain = () => {
    for (let place = 0; place < text.length; place++) if (unitOf[text.charCodeAt(place)] === notAlone) return false;
    return true;
  };

  function nextOf(list: readonly Token[]): boolean {
    const token = list[at++];
    if (!token) return false;
    ({ start } = token);
    ({ length } = token.form);
    spell(token.form, letters);
    return true;
  }

  return {
    letters,
    get length() {
      return length;
    },
    get start() {
      return start;
    },
    begin(begun) {
      text = begun;
      at = 0;
      tokens = isPlain() ? undefined : tokensIn(text);
    },
    next() {
      if (tokens) return nextOf(tokens);
      while (at < text.length && unitOf[text.charCodeAt(at)] === between) at++;
      if (at === text.length) return false;
      start = at;
      length = 0;
      for (; at < text.length; at++) {
        const letter = unitOf[text.charCodeAt(at)] ?? between;
        if (letter === between) break;
        if (length < longestForm) letters[length++] = letter;
      }
      return true;
    },
  };
}
