import dictionary from "dictionary-sv";

export type MadeText = { id: string; title: string; body: string };

/**
 * Texts of made-up Swedish: words of the dictionary with endings and in compounds, as unevenly common as words are (Zipf's law), a hundred to
 * four hundred words each. The same texts every time.
 */
export function madeTexts(many: number): MadeText[] {
  const draw = drawing(20_261_122);
  const words = commonFirst(draw);
  // Log-uniform: the tenth word is a tenth as common as the first.
  const oneOf = (most: number) => words[Math.min(most, Math.floor(most ** draw())) - 1] ?? "och";
  const word = () => {
    const kind = draw();
    if (kind < 0.05) return oneOf(700) + oneOf(700);
    return kind < 0.25 ? oneOf(8_000) + (endings[Math.floor(draw() * endings.length)] ?? "") : oneOf(60_000);
  };
  const wordsOf = (count: number) => Array.from({ length: count }, word).join(" ");
  return Array.from({ length: many }, (_, number) => ({
    id: `text-${String(number).padStart(6, "0")}`,
    title: wordsOf(3 + Math.floor(draw() * 5)),
    body: wordsOf(100 + Math.floor(draw() * 300)),
  }));
}

const endings = ["en", "et", "ar", "er", "arna", "erna", "s", "ens"];

function commonFirst(draw: () => number): string[] {
  const words = new TextDecoder()
    .decode(dictionary.dic)
    .split("\n")
    .slice(1)
    .map((line) => line.split(/[/\t ]/)[0] ?? "")
    .filter((word) => /^\p{Ll}{2,}$/u.test(word));
  return words
    .map((word) => ({ word, at: draw() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => word);
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Questions of three to ten words, each taken from one of the texts, so that they have something to find. */
export function madeQuestions(texts: readonly MadeText[], many: number): string[] {
  const draw = drawing(7);
  return Array.from({ length: many }, () => {
    const words = (texts[Math.floor(draw() * texts.length)]?.body ?? "").split(" ");
    const from = Math.floor(draw() * Math.max(1, words.length - 10));
    return words.slice(from, from + 3 + Math.floor(draw() * 8)).join(" ");
  });
}
