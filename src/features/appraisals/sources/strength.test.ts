import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Level, levels } from "#features/appraisals/sources/grade.ts";
import {
  type AllSources,
  canStandAs,
  criteria,
  type Participation,
  participations,
  type Voice,
  voices,
} from "#features/appraisals/sources/sources.ts";
import { agreementOf, gapsOf, strengthOf } from "#features/appraisals/sources/strength.ts";

const shared = {
  standing: "found" as const,
  summary: "Den säger något",
  soughtWhere: null,
  soughtOn: null,
  speaks: "for" as Voice | null,
  version: 1,
  references: [{ id: "r" as never, title: "En rapport", year: null, link: null }],
};
const day = Temporal.PlainDate.from("2027-03-18");
const outcome = (level: Level) => ({
  id: level as never,
  outcome: "Placeringar",
  result: null,
  basis: { approach: "cerqual" as const, methodology: 0, coherence: 0, adequacy: 0, relevance: 0 },
  judged: { level, reason: "Så", by: "Alva Lind", on: day },
});
const asked = (participation: Participation, missing: string | null = null) => ({
  id: participation as never,
  who: "Brukarrådet",
  how: "Gruppsamtal",
  howMany: 6,
  askedOn: null,
  said: null,
  missing,
  participation,
});
const scored = (scores: readonly (number | null)[]) =>
  criteria.map((criterion, at) => ({ criterion, score: scores[at] ?? null, evidence: null }));

const research = (...of: Level[]) => ({ ...shared, source: "research" as const, outcomes: of.map(outcome) });
const profession = (...scores: (number | null)[]) => ({
  ...shared,
  source: "profession" as const,
  profile: scored(scores),
});
const users = (...of: ReturnType<typeof asked>[]) => ({
  ...shared,
  source: "serviceUsers" as const,
  consultations: of,
});
const all = (one: Voice | null, two: Voice | null, three: Voice | null): AllSources => [
  { ...research("low"), speaks: one },
  { ...profession(2), speaks: two },
  { ...users(asked("dialogue")), speaks: three },
];

describe("how strong a source stands, on its own scale", () => {
  test.each([
    {
      why: "research from the outcome one is least sure of to the most",
      source: research("low", "high"),
      is: [2, 4, 4],
    },
    { why: "research with nothing judged is nought", source: research(), is: [0, 0, 4] },
    {
      why: "experience counts what is well shown, and to what is shown at all",
      source: profession(3, 2, 1, 0),
      is: [2, 3, 8],
    },
    {
      why: "service users by how far they took part",
      source: users(asked("information"), asked("influence")),
      is: [1, 4, 5],
    },
    {
      why: "what was sought and not found is nought",
      source: { ...research("high"), standing: "soughtNoneFound" as const },
      is: [0, 0, 4],
    },
  ])("$why", ({ source, is: [least, most, of] }) => {
    expect(strengthOf(source)).toEqual({ least, most, of });
  });

  test("never has more steps than there are, nor fewer at most than at least", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...levels)),
        fc.array(fc.option(fc.nat(3)), { maxLength: 8 }),
        fc.array(fc.constantFrom(...participations)),
        (outcomes, scores, taken) => {
          for (const source of [
            research(...outcomes),
            profession(...scores),
            users(...taken.map((each) => asked(each))),
          ]) {
            const { least, most, of } = strengthOf(source);
            expect(0 <= least && least <= most && most <= of).toBe(true);
          }
        },
      ),
    );
  });
});

describe("what a source lacks", () => {
  test("is nothing when all is said", () => {
    expect(gapsOf(research("low"))).toEqual([]);
    expect(gapsOf(profession(1, 1, 1, 1, 1, 1, 1, 1))).toEqual([]);
    expect(gapsOf(users(asked("dialogue")))).toEqual([]);
  });

  test.each([
    {
      why: "not sought is a gap of its own",
      source: { ...research(), standing: "notSought" as const },
      gaps: [{ what: "notSought" }],
    },
    {
      why: "sought and not found is another (R065)",
      source: { ...research(), standing: "soughtNoneFound" as const },
      gaps: [{ what: "noneFound" }],
    },
    { why: "nothing judged", source: research(), gaps: [{ what: "noOutcomes" }] },
    {
      why: "nobody has said for or against",
      source: { ...research("low"), speaks: null },
      gaps: [{ what: "noVoice" }],
    },
    {
      why: "who was not asked",
      source: users(asked("dialogue", "Tonåringar")),
      gaps: [{ what: "missing", who: "Tonåringar" }],
    },
    {
      why: "not shown and not judged are not the same",
      source: profession(0, 1, 1, 1, 1, 1, 1),
      gaps: [
        { what: "notShown", criteria: ["shared"] },
        { what: "notSaid", criteria: ["transferable"] },
      ],
    },
    {
      why: "somebody who is missing shows also where nothing was found",
      source: { ...users(asked("dialogue", "Tonåringar")), standing: "soughtNoneFound" as const },
      gaps: [{ what: "noneFound" }, { what: "missing", who: "Tonåringar" }],
    },
  ])("$why", ({ source, gaps }) => {
    expect(gapsOf(source)).toEqual(gaps);
  });
});

describe("whether the sources say the same", () => {
  test.each([
    { one: "for", two: "against", three: null, is: "disagree" },
    { one: "for", two: "mixed", three: "against", is: "disagree" },
    { one: "for", two: "mixed", three: "for", is: "partly" },
    { one: "for", two: "for", three: null, is: "agree" },
    { one: "mixed", two: "mixed", three: "mixed", is: "agree" },
    { one: "for", two: null, three: null, is: "unsaid" },
    { one: null, two: null, three: null, is: "unsaid" },
  ] as const)("$one, $two, $three: $is", ({ one, two, three, is }) => {
    expect(agreementOf(all(one, two, three))).toBe(is);
  });

  test("a source where nothing was found says nothing", () => {
    const [first, second, third] = all("for", "against", null);
    expect(agreementOf([first, { ...second, standing: "soughtNoneFound" }, third])).toBe("unsaid");
  });

  test("does not depend on which source says what", () => {
    const voice = fc.option(fc.constantFrom(...voices));
    fc.assert(
      fc.property(voice, voice, voice, (a, b, c) => {
        const orders = [all(a, b, c), all(b, c, a), all(c, a, b), all(c, b, a)];
        expect(new Set(orders.map(agreementOf)).size).toBe(1);
      }),
    );
  });
});

test("a source stands only as what is written under it lets it stand", () => {
  expect(canStandAs(research("low"), "found")).toBe(true);
  expect(canStandAs(research("low"), "soughtNoneFound")).toBe(false);
  expect(canStandAs(profession(0), "soughtNoneFound")).toBe(false);
  expect(canStandAs(users(asked("dialogue")), "soughtNoneFound")).toBe(true);
  expect(canStandAs(users(asked("dialogue")), "notSought")).toBe(false);
  expect(canStandAs({ ...research(), references: [] }, "notSought")).toBe(true);
});
