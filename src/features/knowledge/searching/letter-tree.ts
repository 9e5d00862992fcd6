/** Words told apart letter by letter from their beginnings: places that one comes to from the first, which is nought, by one letter after the other. */
export type LetterTree = {
  /** The place that a letter leads to; less than nothing when no word goes on so. */
  step(place: number, letter: number): number;
  /** Adds a word, and gives the place where it ends. */
  add(word: string): number;
};

/** Latin and Greek letters have lower numbers; a word with any other letter is not added, and its place is nowhere. */
const letters = 1_024;
export const nowhere = -1;

/** Each step stands in a table where its place and its letter say, or at the first free one after it. */
export function openLetterTree(): LetterTree {
  let places = 1;
  let bits = 12;
  // The place a step begins at with its letter, in one number that is never nought, and the place it leads to.
  let steps = new Int32Array(2 ** bits);
  let ends = new Int32Array(2 ** bits);

  function find(key: number): number {
    const mask = steps.length - 1;
    let at = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (steps[at] !== 0 && steps[at] !== key) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const [stepsBefore, endsBefore] = [steps, ends];
    bits++;
    steps = new Int32Array(2 ** bits);
    ends = new Int32Array(2 ** bits);
    for (let before = 0; before < stepsBefore.length; before++) {
      const key = stepsBefore[before] ?? 0;
      if (key === 0) continue;
      const at = find(key);
      steps[at] = key;
      ends[at] = endsBefore[before] ?? 0;
    }
  }

  function step(place: number, letter: number): number {
    if (letter >= letters) return nowhere;
    const at = find(place * letters + letter);
    return steps[at] === 0 ? nowhere : (ends[at] ?? nowhere);
  }

  return {
    step,
    add(word) {
      let place = 0;
      for (let at = 0; at < word.length; at++) {
        const letter = word.charCodeAt(at);
        if (letter >= letters) return nowhere;
        const known = step(place, letter);
        if (known === nowhere) {
          if (2 * places > steps.length) grow();
          const made = find(place * letters + letter);
          steps[made] = place * letters + letter;
          ends[made] = places;
          place = places++;
        } else place = known;
      }
      return place;
    },
  };
}

/** Puts what a place stands for in a list that may end before it, without a hole in the list; what stands for nowhere is left out. */
export function putAt<Meaning>(list: (Meaning | undefined)[], place: number, meaning: Meaning): void {
  while (list.length <= place) list.push(undefined);
  if (place !== nowhere) list[place] = meaning;
}
