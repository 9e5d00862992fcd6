import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countDiets } from "#features/circles/reaching/lists/diet-counts.ts";

const platesOf = (...texts: string[]) =>
  countDiets(texts).plates.map(({ kinds, count }) => `${count} ${kinds.join("+")}`);

describe("what a kitchen is told", () => {
  test.each([
    ["Vegetariskt", "1 vegetarian"],
    ["lakto-ovo-vegetarian", "1 vegetarian"],
    ["vegansk kost", "1 vegan"],
    ["Glutenfritt", "1 noGluten"],
    ["Celiaki", "1 noGluten"],
    ["laktosintolerant", "1 noLactose"],
    ["allergisk mot nötter och jordnötter", "1 noNuts"],
    ["Ägg", "1 noEgg"],
    ["äter inte fläsk", "1 noPork"],
    ["inte fisk", "1 noFish"],
    ["Pescetarian", "1 pescetarian"],
    ["Vegetarian, gluten-free", "1 vegetarian+noGluten"],
    ["mjölkprotein och soja", "1 noMilk+noSoy"],
  ])("“%s” is %s", (text, plate) => {
    expect(platesOf(text)).toEqual([plate]);
    expect(countDiets([text]).other).toEqual([]);
  });

  test("one plate is one person: what somebody cannot eat together is counted together", () => {
    expect(platesOf("vegetariskt", "Vegetarisk kost", "vegetariskt och glutenfritt", "glutenfri")).toEqual([
      "2 vegetarian",
      "1 noGluten",
      "1 vegetarian+noGluten",
    ]);
  });

  test("what has no name is given as it was written", () => {
    expect(countDiets(["Tål inte paprika", "vegan, och ingen rå lök"])).toEqual({
      plates: [{ kinds: ["vegan"], count: 1 }],
      other: ["Tål inte paprika", "vegan, och ingen rå lök"],
      said: 2,
    });
  });

  test.each(["nej", "Inget", "-", "allt", "  ", "Ingen."])("“%s” is no diet", (text) => {
    expect(countDiets([text])).toEqual({ plates: [], other: [], said: 0 });
  });

  test("nötkött is meat, and no nut", () => {
    expect(countDiets(["inte nötkött"]).plates).toEqual([]);
  });

  test("nobody is lost, and the order of the rows tells nothing", () => {
    const words = fc.constantFrom("vegan", "glutenfritt", "ägg", "paprika", "nej", null, "halal och nötter");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (texts) => {
        const counts = countDiets(texts);
        const plates = counts.plates.reduce((sum, { count }) => sum + count, 0);
        expect(plates + counts.other.length).toBe(counts.said);
        expect(countDiets(texts.toReversed())).toEqual(counts);
      }),
    );
  });
});
