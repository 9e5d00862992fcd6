import dictionary from "dictionary-sv";

export type MadeText = { id: string; title: string; body: string };

/**
 * How large a share of all words of a text the so many commonest are. Counted in 740 texts of Swedish agencies (200,000 words) as far as a few
 * thousand; from there on chosen so that new words go on to come as they do there (Heaps' law: 140,000 in 20,000 texts).
 */
const shares: readonly (readonly [commonest: number, share: number])[] = [
  [1, 0.041],
  [3, 0.096],
  [10, 0.21],
  [30, 0.37],
  [100, 0.49],
  [300, 0.6],
  [1_000, 0.727],
  [3_000, 0.835],
  [10_000, 0.914],
  [30_000, 0.953],
  [100_000, 0.98],
  [400_000, 1],
];

/** So often a word is one that the text has used before: a text is about something. */
const again = 0.2;

const smallWords = (
  "och att i som för du på är av med en om till det har kan eller ett ska de den under man inom inte också även från vara finns olika " +
  "vid vi när in få andra ditt får dig så ofta din men hur år genom annat mer alla måste där del ha ut ta efter sig då nya många samt " +
  "både rätt bland upp vissa än mellan fram vad sin se mot vill var bli innan tre annan vilket hos utan sina varje någon något inga ingen " +
  "dessa denna hela själv minst bara redan dock alltså hen oss er era vår våra sitt deras hennes hans"
).split(" ");
const endings = ["en", "et", "ar", "er", "arna", "erna", "s", "ens", "a", "t"];

/**
 * Texts of made-up Swedish, a hundred to four hundred words each and the same every time: words of the dictionary with endings and in compounds.
 * In what an index has to work with, the first 740 are as the 740 texts of agencies that `shares` was counted in, or somewhat harder: different
 * words in a text 143 (agencies 141) and in all 19,700 (17,900), different pieces of four letters in a text 502 (424), letters in a word 5.4 (5.8).
 */
export function madeTexts(many: number): MadeText[] {
  const draw = drawing(20_261_122);
  const wordAt = wordsByRank(draw);
  const textOf = (count: number) => {
    const words: string[] = [];
    while (words.length < count) {
      const known = draw() < again ? words[Math.floor(draw() * words.length)] : undefined;
      words.push(known ?? wordAt(rankAt(draw())));
    }
    return words;
  };
  return Array.from({ length: many }, (_, number) => {
    const inTitle = 3 + Math.floor(draw() * 5);
    const words = textOf(inTitle + 100 + Math.floor(draw() * 300));
    return {
      id: `text-${String(number).padStart(6, "0")}`,
      title: words.slice(0, inTitle).join(" "),
      body: words.slice(inTitle).join(" "),
    };
  });
}

/** The place in the order of commonness that a number from 0 to 1 falls on; between two that were counted as evenly as words are (Zipf's law). */
function rankAt(drawn: number): number {
  const at = shares.findIndex(([, share]) => drawn < share);
  const [[from, before], [to, until]] = [shares[at - 1] ?? [0.5, 0], shares[at] ?? [1, 1]];
  return Math.ceil(from * (to / from) ** ((drawn - before) / (until - before)));
}

/** The word at each place: first the small ones, then the shorter the commoner, as bare words, with endings, and in compounds. */
function wordsByRank(draw: () => number): (rank: number) => string {
  const stems = shortFirst(draw);
  const made: string[] = [...smallWords];
  const stemOf = (most: number) => stems[Math.floor(most * draw())] ?? "ord";
  const make = (rank: number) => {
    const known = Math.min(stems.length, 1_500 + rank * 12);
    const kind = draw();
    if (kind < 0.2) return stemOf(Math.min(known, 4_000)) + stemOf(Math.min(known, 4_000));
    return kind < 0.6 ? stemOf(known) + (endings[Math.floor(draw() * endings.length)] ?? "") : stemOf(known);
  };
  return (rank) => (made[rank - 1] ??= make(rank));
}

function shortFirst(draw: () => number): string[] {
  const words = new TextDecoder()
    .decode(dictionary.dic)
    .split("\n")
    .slice(1)
    .map((line) => line.split(/[/\t ]/)[0] ?? "")
    .filter((word) => /^\p{Ll}{2,}$/u.test(word));
  return words
    .map((word) => ({ word, at: word.length + 5 * draw() }))
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

/** Questions of three to thirteen words, each taken from one of the texts, so that they have something to find. */
export function madeQuestions(texts: readonly MadeText[], many: number): string[] {
  const draw = drawing(7);
  return Array.from({ length: many }, () => {
    const words = (texts[Math.floor(draw() * texts.length)]?.body ?? "").split(" ");
    const from = Math.floor(draw() * Math.max(1, words.length - 13));
    return words.slice(from, from + 3 + Math.floor(draw() * 11)).join(" ");
  });
}
