/** What a kitchen knows the name of. */
export const dietKinds = [
  "vegan",
  "vegetarian",
  "pescetarian",
  "noPork",
  "halal",
  "kosher",
  "noGluten",
  "noLactose",
  "noMilk",
  "noEgg",
  "noFish",
  "noShellfish",
  "noNuts",
  "noSoy",
] as const;
export type DietKind = (typeof dietKinds)[number];

/** One plate: everything that holds for it, and how many are wanted. */
export type DietCount = { readonly kinds: readonly DietKind[]; readonly count: number };

export type DietCounts = {
  readonly plates: readonly DietCount[];
  /** What no kind was found in, as it was written and without names, in alphabetical order. */
  readonly other: readonly string[];
  /** How many have said anything. */
  readonly said: number;
};

/** How each kind is written, in Swedish and English, as whole words. What is found is taken out before the next is tried. */
const written: readonly (readonly [DietKind, RegExp])[] = [
  ["vegan", words(String.raw`vegan\p{L}*`)],
  ["pescetarian", words(String.raw`pes[ck]etarian\p{L}*`)],
  ["vegetarian", words(String.raw`(?:l[ac][kc]to|ovo|[-\s])*vegetari\p{L}*|vego|(?:inget|ej|inte|no) (?:kött|meat)`)],
  ["noPork", words(String.raw`(?:ej|inte|inget|ingen|utan|no) (?:gris|fläsk|pork)\p{L}*|fläskfri\p{L}*`)],
  ["halal", words(String.raw`halal\p{L}*`)],
  ["kosher", words(String.raw`kosher\p{L}*`)],
  ["noGluten", words(String.raw`gluten(?:[- ]free|\p{L}*)|celiaki\p{L}*`)],
  ["noLactose", words(String.raw`(?:laktos|lactose)(?:[- ](?:free|intolerant)|\p{L}*)`)],
  ["noMilk", words(String.raw`mjölk\p{L}*|dairy[- ]free|milk`)],
  ["noEgg", words(String.raw`ägg\p{L}*|eggs?(?:[- ]free)?`)],
  ["noShellfish", words(String.raw`skaldjur\p{L}*|shellfish`)],
  ["noFish", words(String.raw`fisk(?:allergi|fri)\p{L}*|(?:ej|inte|ingen|utan|no) (?:fisk|fish)`)],
  ["noNuts", words(String.raw`(?:jord|hassel|val)?nöt(?!kött)\p{L}*|mandel\p{L}*|nuts?`)],
  ["noSoy", words(String.raw`soj\p{L}*|soy\p{L}*`)],
];

/** Words between the kinds that say nothing more. */
const fillers = words(
  String.raw`allergi\p{L}*|mot|och|samt|kost|mat|äter|jag|är|tål|ej|inte|inget|ingen|utan|fri\p{L}*|tack|and|i|am|please|free|allerg\p{L}*|to|food|no|intoleran\p{L}*`,
);

/** Whole words: JavaScript's own edge of a word counts å, ä and ö as no letters. */
function words(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, "gu");
}

const nothing = /^(?:nej|ingen?|inget|inga|allt|äter allt|none|no|-+|–|vanlig\p{L}*|normal\p{L}*|allätare)[.!]?$/u;

/**
 * What the participants of a round eat, as a caterer needs it: how many plates of each kind, one kind for what one
 * person cannot eat together. What no kind is found in is given as it was written. Names are never looked at.
 */
export function countDiets(texts: readonly (string | null)[]): DietCounts {
  const plates = new Map<string, { kinds: DietKind[]; count: number }>();
  const other: string[] = [];
  let said = 0;
  for (const text of texts) {
    const read = text && readDiet(text);
    if (!read) continue;
    said += 1;
    if (read.kinds.length === 0) other.push(read.text);
    else {
      const key = read.kinds.join(" ");
      const plate = plates.get(key) ?? { kinds: read.kinds, count: 0 };
      plate.count += 1;
      plates.set(key, plate);
      if (read.rest) other.push(read.text);
    }
  }
  return {
    plates: [...plates.values()].toSorted((a, b) => b.count - a.count || orderOf(a) - orderOf(b)),
    other: other.toSorted((a, b) => a.localeCompare(b, "sv")),
    said,
  };
}

function orderOf({ kinds }: { readonly kinds: readonly DietKind[] }): number {
  return kinds.length * dietKinds.length + dietKinds.indexOf(kinds[0] ?? "noSoy");
}

function readDiet(typed: string) {
  const text = typed.trim().replaceAll(/\s+/gu, " ");
  let left = text.toLocaleLowerCase("sv");
  if (left === "" || nothing.test(left)) return undefined;
  const kinds: DietKind[] = [];
  for (const [kind, pattern] of written) {
    const without = left.replaceAll(pattern, " ");
    if (without !== left) kinds.push(kind);
    left = without;
  }
  return { text, kinds, rest: /\p{L}{3}/u.test(left.replaceAll(fillers, " ")) };
}
