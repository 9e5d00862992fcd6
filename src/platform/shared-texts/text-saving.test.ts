import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { fateOf, type Standing, writerOf } from "#platform/shared-texts/text-saving.ts";

const [rut, bo] = [newId<"person">(), newId<"person">()];
const now = Temporal.Instant.from("2027-10-01T09:00:00Z");
const soon = now.add({ minutes: 2 });
const standing: Standing = { body: "Runda", version: 3, hand: "r", writerId: null, writingUntil: null };
const sent = { by: rut, body: "Runda och mer", basedOn: 3 };

test("a text that was begun from what stands there replaces it", () => {
  expect(fateOf(standing, sent, undefined, now)).toBe("written");
});

test("a text that was begun from an older one is laid beside, and never replaces", () => {
  expect(fateOf(standing, { ...sent, basedOn: 2 }, undefined, now)).toBe("beside");
});

test("a sitting goes on from its own text, whatever version it has heard of", () => {
  expect(fateOf(standing, { ...sent, basedOn: 1, hand: "r", turn: 5 }, 4, now)).toBe("written");
  expect(fateOf(standing, { ...sent, basedOn: 1, hand: "b", turn: 5 }, 4, now)).toBe("beside");
});

test("a turn that has come before is there already, also when somebody has written since", () => {
  expect(fateOf(standing, { ...sent, hand: "b", turn: 4 }, 4, now)).toBe("already");
  expect(fateOf(standing, { ...sent, basedOn: 2, hand: "b", turn: 3 }, 4, now)).toBe("already");
});

test("the same text is there already, whoever sends it", () => {
  expect(fateOf(standing, { ...sent, by: bo, body: "Runda", basedOn: 0 }, undefined, now)).toBe("already");
});

test("while somebody has the section, what others send is laid beside", () => {
  const held = { ...standing, writerId: bo, writingUntil: soon };
  expect(fateOf(held, sent, undefined, now)).toBe("beside");
  expect(fateOf(held, { ...sent, hand: "r", turn: 5 }, 4, now)).toBe("beside");
  expect(fateOf(held, { ...sent, by: bo }, undefined, now)).toBe("written");
  expect(fateOf(held, sent, undefined, soon)).toBe("written");
});

test("whoever wrote last has the section until their minutes are over", () => {
  expect(writerOf({ ...standing, writerId: bo, writingUntil: soon }, now)).toBe(bo);
  expect(writerOf({ ...standing, writerId: bo, writingUntil: soon }, soon)).toBeUndefined();
  expect(writerOf(standing, now)).toBeUndefined();
});
