import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { answerProblem, AnswerWords, grounds, saysTheSame } from "#features/circles/question/answer.ts";
import { growthOf, inOrder, meetingToAnswerAt } from "#features/circles/question/growth.ts";
import type { QuestionKind } from "#features/circles/question/question.ts";
import { workplaceOf, workplacesIn } from "#features/circles/question/workplace.ts";
import { day } from "../../../../test/given-rounds.ts";

const meeting = (date: string | null, calledOff = false) => ({
  id: newId<"session">(),
  date: date === null ? null : day(date),
  calledOff,
});
const meetings = [meeting("2027-10-01"), meeting("2027-10-22", true), meeting("2027-11-19"), meeting(null)];

describe("the meeting an answer is written at", () => {
  test.each([
    { why: "before the first meeting it is the first", today: "2027-09-01", which: 0 },
    { why: "on the day of a meeting it is that one", today: "2027-10-01", which: 0 },
    { why: "a meeting that was called off is none", today: "2027-10-30", which: 0 },
    { why: "after the last dated one it is the last", today: "2028-03-01", which: 2 },
  ])("$why", ({ today, which }) => {
    expect(meetingToAnswerAt(meetings, day(today))).toBe(meetings[which]!.id);
  });

  test("is none where there are no meetings, or all are called off", () => {
    expect(meetingToAnswerAt([], day("2027-10-01"))).toBeUndefined();
    expect(meetingToAnswerAt([meeting("2027-10-01", true)], day("2027-10-02"))).toBeUndefined();
  });
});

const said = (over: object = {}) => ({ body: null, level: null, gap: null, restsOn: [], ...over });

describe("then and now", () => {
  test.each([
    { why: "nothing answered is not known", levels: [], was: null, now: null },
    { why: "judged once, there is a now and no then", levels: [1], was: null, now: 1 },
    { why: "the first and the latest count, whatever came between", levels: [1, 3, 2], was: 1, now: 2 },
    { why: "not judged at first, the first judgement is the then", levels: [null, 1, 2], was: 1, now: 2 },
    { why: "not judged the last time, the now is unknown", levels: [2, null], was: 2, now: null },
  ])("$why", ({ levels, was, now }) => {
    expect(growthOf(levels.map((level) => ({ level })))).toEqual({ was, now });
  });

  test("texts stand in the order of the meetings, however the rows came", () => {
    const texts = meetings.map(({ id }) => ({ ...said(), sessionId: id }));
    expect(inOrder(texts.toReversed(), meetings)).toEqual(texts);
  });
});

describe("an answer", () => {
  const words = (over: object) => AnswerWords.parse({ version: 0, ...over });
  const problems: { kind: QuestionKind; over: object; problem: object | undefined }[] = [
    { kind: "text", over: { body: "Så här" }, problem: undefined },
    { kind: "text", over: {}, problem: { path: "body", wrong: "missing" } },
    { kind: "text", over: { body: "a", level: 2 }, problem: { path: "level", wrong: "notAsked" } },
    { kind: "level", over: { level: "0" }, problem: undefined },
    { kind: "level", over: { gap: "Tid" }, problem: undefined },
    { kind: "level", over: {}, problem: { path: "level", wrong: "missing" } },
    { kind: "level", over: { level: 1, restsOn: "tradition" }, problem: { path: "restsOn", wrong: "notAsked" } },
    { kind: "practice", over: { name: "Hembesök", restsOn: ["tradition"] }, problem: undefined },
    { kind: "practice", over: { name: "Hembesök", restsOn: ["unknown"] }, problem: undefined },
    { kind: "practice", over: { restsOn: ["tradition"] }, problem: { path: "name", wrong: "missing" } },
    { kind: "practice", over: { name: "Hembesök" }, problem: { path: "restsOn", wrong: "missing" } },
    {
      kind: "practice",
      over: { name: "Hembesök", restsOn: ["research", "unknown"] },
      problem: { path: "restsOn", wrong: "unknownAlone" },
    },
  ];
  test.each(problems)("$kind with $over: $problem (R019)", ({ kind, over, problem }) => {
    expect(answerProblem(kind, words(over))).toEqual(problem);
  });

  test("takes no personal identity number in any of its texts, and no step outside the four", () => {
    for (const name of ["name", "body", "gap"])
      expect(AnswerWords.safeParse({ version: 0, [name]: "191212121212" }).success).toBe(false);
    for (const level of [-1, 4, 1.5, "två"]) expect(AnswerWords.safeParse({ version: 0, level }).success).toBe(false);
    expect(AnswerWords.safeParse({ version: 0, body: "Vi har tid" }).success).toBe(true);
  });

  test("is the same whatever order its grounds came in, and another as soon as one thing differs", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...grounds]), fc.shuffledSubarray([...grounds]), (one, other) => {
        const isSame = one.toSorted().join() === other.toSorted().join();
        expect(saysTheSame(said({ restsOn: one }), said({ restsOn: other }))).toBe(isSame);
      }),
    );
    for (const over of [{ body: "a" }, { level: 0 }, { gap: "a" }]) expect(saysTheSame(said(), said(over))).toBe(false);
  });
});

describe("a workplace", () => {
  const at = (workplace: string, employer = "Mölndals stad") => ({ workplace, employer });

  test("is one for those who write it in the same letters, and two under two employers", () => {
    expect(workplaceOf(at("familjeenheten "))?.key).toBe(workplaceOf(at("Familjeenheten"))?.key);
    expect(workplaceOf(at("Familjeenheten", "Borås stad"))?.key).not.toBe(workplaceOf(at("Familjeenheten"))?.key);
    expect(workplaceOf(at("B C", "A"))?.key).not.toBe(workplaceOf(at("C", "A B"))?.key);
  });

  test("in letters that no address holds is still two when they differ", () => {
    expect(workplaceOf(at("研究"))?.key).not.toBe(workplaceOf(at("教育"))?.key);
  });

  test("whose name is no longer kept is none", () => {
    expect(workplaceOf(at("–"))).toBeUndefined();
  });

  test("stands once, by employer and name, also when its people have left", () => {
    const left = { key: "x--y", name: "Y", employer: "Ale kommun" };
    expect(workplacesIn([at("B"), at("A"), at("b")], [left]).map(({ name }) => name)).toEqual(["Y", "A", "B"]);
  });
});
