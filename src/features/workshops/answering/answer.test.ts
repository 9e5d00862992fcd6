import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { givenIn, isTied, longestAnswer, SentAnswer } from "#features/workshops/answering/answer.ts";
import { answersLeft, isOver } from "#features/workshops/answering/room.ts";

const sent = { round: newId<"workshop_round">(), mark: "a" };
const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];

test.each([
  ["words of one's own", { text: "Vad kostar det?" }, { texts: ["Vad kostar det?"] }],
  ["single words, each once", { words: ["trygg", "", "snabb", "trygg"] }, { texts: ["trygg", "snabb"] }],
  ["a step on a scale", { number: "4" }, { number: 4 }],
  ["one option", { option: first }, { options: [first] }],
  ["one ticked box", { options: first }, { options: [first] }],
  ["an order", { places: { [first]: "2", [second]: "1" } }, { options: [second, first] }],
  ["an order of some", { places: { [first]: "1", [second]: "" } }, { options: [first] }],
  ["points", { points: { [first]: "7", [second]: "0" } }, { points: { [first]: 7 } }],
])("%s", (_, said, kept) => {
  const { success, data } = SentAnswer.safeParse({ ...sent, ...said });
  expect(success).toBe(true);
  expect(data).toMatchObject({ roundId: sent.round, ...kept });
});

test.each([
  ["nothing", {}, "answering.nothing"],
  ["only spaces", { text: "   " }, "answering.nothing"],
  ["two kinds of answer at once", { text: "Ja", number: 3 }, "answering.nothing"],
  ["a personal number", { text: "Gäller 19121212-1212 det här?" }, "kernel.personal_number"],
  ["a personal number as a word", { words: ["191212121212"] }, "kernel.personal_number"],
])("%s is refused", (_, said, code) => {
  const { error } = SentAnswer.safeParse({ ...sent, ...said });
  expect(JSON.stringify(error?.issues)).toContain(code);
});

test("ten thousand characters are refused, as many as there is room for are taken", () => {
  expect(SentAnswer.safeParse({ ...sent, text: "a".repeat(10_000) }).success).toBe(false);
  expect(SentAnswer.safeParse({ ...sent, text: "a".repeat(longestAnswer) }).success).toBe(true);
});

test("two options in one place are told", () => {
  expect([isTied({ a: "1", b: "1" }), isTied({ a: "1", b: "2" }), isTied({ a: "", b: "" })]).toEqual([
    true,
    false,
    false,
  ]);
});

test("an order keeps every option that was placed, by its place, whatever order they came in", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 }), (ids) => {
      const places = Object.fromEntries(ids.map((id, at) => [id, at + 1]));
      const mixed = Object.fromEntries(Object.entries(places).toReversed());
      expect(givenIn({ places })?.options).toEqual(ids);
      expect(givenIn({ places: mixed })?.options).toEqual(ids);
    }),
  );
});

test("how many answers are left is counted for the round that is asked", () => {
  const asked = { roundId: sent.round, kind: "open", most: 3 } as Parameters<typeof answersLeft>[0];
  expect(answersLeft(asked, { answeredRound: sent.round, answered: 2 })).toBe(1);
  expect(answersLeft(asked, { answeredRound: "another", answered: 3 })).toBe(3);
  expect(answersLeft({ ...asked, kind: "single", most: null }, { answeredRound: sent.round, answered: 1 })).toBe(0);
});

test("time is up a while after it says so", () => {
  const closesAt = Temporal.Instant.from("2027-03-18T11:00:00Z");
  expect(isOver({ closesAt }, closesAt.add({ seconds: 19 }))).toBe(false);
  expect(isOver({ closesAt }, closesAt.add({ seconds: 21 }))).toBe(true);
  expect(isOver({ closesAt: null }, closesAt)).toBe(false);
});
