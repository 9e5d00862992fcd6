const ones = [
  "noll",
  "ett",
  "två",
  "tre",
  "fyra",
  "fem",
  "sex",
  "sju",
  "åtta",
  "nio",
  "tio",
  "elva",
  "tolv",
  "tretton",
  "fjorton",
  "femton",
  "sexton",
  "sjutton",
  "arton",
  "nitton",
];
const tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

const values = new Map<string, number>([
  ...ones.map((word, value) => [word, value] as const),
  ["en", 1],
  ["aderton", 18],
  ...tens.flatMap((ten, at) =>
    ones.slice(0, 10).map((one, value) => [value === 0 ? ten : ten + one, (at + 2) * 10 + value] as const),
  ),
  ["hundra", 100],
  ["dussin", 12],
  ["tiotal", 10],
  ["tjugotal", 20],
  ["trettiotal", 30],
]);

/** Digits or a Swedish number word, as a pattern: "12", "tolv", "tjugofem". "en" and "ett" only where asked for. */
export const numberPattern = String.raw`(?:\d{1,4}|${[...values.keys()]
  .filter((word) => !["noll", "en", "ett", "dussin", "tiotal", "tjugotal", "trettiotal"].includes(word))
  .toSorted((a, b) => b.length - a.length)
  .join("|")})`;

/** The number that digits or a Swedish number word stand for. */
export function numberOf(text: string): number | undefined {
  const bare = text.trim().toLowerCase();
  return /^\d+$/u.test(bare) ? Number(bare) : values.get(bare);
}

const ordinals = [
  "första",
  "andra",
  "tredje",
  "fjärde",
  "femte",
  "sjätte",
  "sjunde",
  "åttonde",
  "nionde",
  "tionde",
  "elfte",
  "tolfte",
  "trettonde",
  "fjortonde",
  "femtonde",
  "sextonde",
  "sjuttonde",
  "artonde",
  "nittonde",
  "tjugonde",
  "tjugoförsta",
  "tjugoandra",
  "tjugotredje",
  "tjugofjärde",
  "tjugofemte",
  "tjugosjätte",
  "tjugosjunde",
  "tjugoåttonde",
  "tjugonionde",
  "trettionde",
  "trettioförsta",
];

export const ordinalPattern = `(?:${ordinals.toSorted((a, b) => b.length - a.length).join("|")})`;

/** "tredje" is 3. */
export function ordinalOf(word: string): number | undefined {
  const at = ordinals.indexOf(word.toLowerCase());
  return at < 0 ? undefined : at + 1;
}
