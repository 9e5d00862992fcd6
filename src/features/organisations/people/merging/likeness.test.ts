import { describe, expect, test } from "vitest";
import { newId, type PersonId } from "#kernel/ids.ts";
import { digitsOf, type Known, likenessesOf, pairsAlike } from "#features/organisations/people/merging/likeness.ts";

const someone = (name: string, over: Partial<Known> = {}): Known => ({
  id: newId<"person">(),
  name,
  addresses: [`${newId()}@example.se`],
  phone: null,
  organisations: ["unit"],
  ...over,
});
const pairs = (...people: Known[]) => {
  const nameOf = (id: PersonId) => people.find((person) => person.id === id)?.name ?? "";
  return pairsAlike(people).map(({ one, other }) => [nameOf(one), nameOf(other)].toSorted());
};

describe("proposes", () => {
  test("names that sound alike in the same organisation (R033)", () => {
    expect(pairs(someone("Christina Karlsson"), someone("Kristina Carlson"), someone("Bo Lind"))).toEqual([
      ["Christina Karlsson", "Kristina Carlson"],
    ]);
  });

  test("the same address whatever they are called, also one that was only applied with", () => {
    const shared = { addresses: ["anna@example.se"], organisations: [] };
    expect(pairs(someone("Anna Ek", shared), someone("Anna Ek-Lind", { ...shared }))).toHaveLength(1);
  });

  test("names that sound alike with the same telephone, written in two ways", () => {
    const [here, there] = [{ phone: "070-123 45 67" }, { phone: "+46 70 123 45 67", organisations: ["another"] }];
    expect(pairs(someone("Sofie Ek", here), someone("Sophie Ek", there))).toHaveLength(1);
  });

  test("the likeliest first: an address weighs more than a name", () => {
    const address = { addresses: ["a@example.se"] };
    const found = pairs(
      someone("Bo Lind"),
      someone("Bo Lind"),
      someone("Åsa Ek", address),
      someone("Asa Berg", address),
    );
    expect(found).toEqual([
      ["Asa Berg", "Åsa Ek"],
      ["Bo Lind", "Bo Lind"],
    ]);
  });
});

describe("does not propose", () => {
  test.each([
    {
      why: "the same name in different organisations",
      people: [someone("Anna Berg"), someone("Anna Berg", { organisations: ["b"] })],
    },
    { why: "different names in the same organisation", people: [someone("Anna Berg"), someone("Anna Borg")] },
    {
      why: "a telephone that a whole office shares",
      people: [someone("Anna Ek", { phone: "031-1" }), someone("Bo Ek", { phone: "031-1" })],
    },
    { why: "somebody and themselves", people: [someone("Anna Berg")] },
  ])("$why", ({ people }) => {
    expect(pairs(...people)).toEqual([]);
  });
});

test("tells what speaks for a pair, the strongest first", () => {
  const one = someone("Anna Berg", { addresses: ["anna.berg@molndal.example.se"], phone: "031 12 34" });
  const other = someone("Anna Berg", { addresses: ["anna.berg+fou@gr.example.se"], phone: "031-1234" });
  expect(likenessesOf(one, other)).toEqual(["phone", "name", "mailbox", "organisation"]);
  expect(
    likenessesOf(someone("Anna", { addresses: ["info@a.se"] }), someone("Bo", { addresses: ["info@b.se"] })),
  ).toEqual(["organisation"]);
});

test.each([
  ["+46 (0)31-12 34", "0031-12 34"],
  ["0046 31 12 34", "031-1234"],
])("%s", (one, other) => {
  expect(digitsOf(one).replace(/^00/u, "0")).toBe(digitsOf(other).replace(/^00/u, "0"));
});

test("ten times as many people take nowhere near a hundred times as long to look through", () => {
  const first = ["Anna", "Eva", "Karin", "Kristina", "Lars", "Mikael", "Johan", "Per", "Sofie", "Ulrika"];
  const people = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      someone(
        `${first[i % 10]} ${String.fromCodePoint(97 + (i % 23))}${"bdfghklmnprst"[i % 13]}o${i.toString(36)}son`,
        {
          organisations: [`unit ${i % (count / 100)}`],
        },
      ),
    );
  const took = (count: number) => {
    const many = people(count);
    const begun = performance.now();
    pairsAlike([...many, someone("Kristina Carlson"), someone("Christina Karlsson")]);
    return performance.now() - begun;
  };
  const few = Math.max(took(500), took(500), took(500));
  expect(took(5_000)).toBeLessThan(few * 50);
});
