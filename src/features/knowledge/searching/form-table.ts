/** The letters of a word as it is compared, in an array that is used again for the next. */
export type Spelt = { readonly letters: Uint16Array; readonly length: number };

/** Finds words, and pieces of words, by their letters, without a string made for each that is looked for. */
export type FormTable = {
  /** The number of what the `length` letters from `start` spell; less than nothing when there is none. */
  find(letters: Uint16Array, start: number, length: number): number;
  add(id: number): void;
  remove(id: number): void;
};

/** Each form stands at the place its hash says, or at the first free one after it; `formOf` tells how what has a number is written. */
export function openFormTable(formOf: (id: number) => string): FormTable {
  let size = 0;
  let mask = 1_023;
  // One more than the number, and nothing where none stands.
  let ids = new Int32Array(mask + 1);
  let hashes = new Int32Array(mask + 1);
  const placeOf = (hash: number) => (hash ^ (hash >>> 15)) & mask;

  function place(held: number, hash: number): void {
    let at = placeOf(hash);
    while (ids[at] !== 0) at = (at + 1) & mask;
    ids[at] = held;
    hashes[at] = hash;
  }

  function grow(): void {
    const [idsBefore, hashesBefore] = [ids, hashes];
    mask = 2 * mask + 1;
    ids = new Int32Array(mask + 1);
    hashes = new Int32Array(mask + 1);
    idsBefore.forEach((held, at) => {
      if (held !== 0) place(held, hashesBefore[at] ?? 0);
    });
  }

  return {
    find(letters, start, length) {
      const hash = hashOf(letters, start, length);
      for (let at = placeOf(hash); ids[at] !== 0; at = (at + 1) & mask) {
        const id = (ids[at] ?? 0) - 1;
        if (hashes[at] === hash && isSpelt(formOf(id), letters, start, length)) return id;
      }
      return -1;
    },
    add(id) {
      if (2 * ++size > mask) grow();
      place(id + 1, hashOfForm(formOf(id)));
    },
    remove(id) {
      let at = placeOf(hashOfForm(formOf(id)));
      while (ids[at] !== id + 1) at = (at + 1) & mask;
      size--;
      // What stands after it may stand there because this place was taken: it is placed anew.
      for (ids[at] = 0, at = (at + 1) & mask; ids[at] !== 0; at = (at + 1) & mask) {
        const [moved, hash] = [ids[at] ?? 0, hashes[at] ?? 0];
        ids[at] = 0;
        place(moved, hash);
      }
    },
  };
}

const emptyHash = 0x811c9dc5 | 0;
const hashWith = (hash: number, letter: number) => Math.imul(hash ^ letter, 0x01000193);

function hashOf(letters: Uint16Array, start: number, length: number): number {
  let hash = emptyHash;
  for (let at = start; at < start + length; at++) hash = hashWith(hash, letters[at] ?? 0);
  return hash;
}

function hashOfForm(form: string): number {
  let hash = emptyHash;
  for (let at = 0; at < form.length; at++) hash = hashWith(hash, form.charCodeAt(at));
  return hash;
}

function isSpelt(form: string, letters: Uint16Array, start: number, length: number): boolean {
  if (form.length !== length) return false;
  for (let at = 0; at < length; at++) if (form.charCodeAt(at) !== letters[start + at]) return false;
  return true;
}

/** Puts the letters of a form into an array that is used again. */
export function spell(form: string, letters: Uint16Array): void {
  for (let at = 0; at < form.length; at++) letters[at] = form.charCodeAt(at);
}
