import { expect, test } from "vitest";
import { dayProblems, proposedDays, stageOf } from "#features/circles/questionnaire/asking-days.ts";
import { QuestionnaireDays } from "#features/circles/questionnaire/questionnaire.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const before = {
  occasion: "before" as const,
  opensOn: day("2027-09-20"),
  closesOn: day("2027-10-01"),
  countedOn: null as Temporal.PlainDate | null,
};
const after = { ...before, occasion: "after" as const, opensOn: day("2028-01-14"), closesOn: day("2028-01-31") };
const days = {
  beforeOpens: "2027-09-20",
  beforeCloses: "2027-10-01",
  afterOpens: "2028-01-14",
  afterCloses: "2028-01-31",
};

test.each([
  ["2027-09-19", "later"],
  ["2027-09-20", "open"],
  ["2027-10-01", "open"],
  ["2027-10-02", "closed"],
])("on %s an occasion is %s", (today, stage) => {
  expect(stageOf(before, day(today))).toBe(stage);
});

test.each([
  { why: "all is well", over: {}, today: "2027-09-01", problems: [] },
  {
    why: "a day is missing",
    over: { afterOpens: "" },
    today: "2027-09-01",
    problems: ["afterOpens web.field_missing"],
  },
  {
    why: "it closes before it opens",
    over: { beforeCloses: "2027-09-19" },
    today: "2027-09-01",
    problems: ["beforeCloses questionnaire.closes_before_opening"],
  },
  {
    why: "it is open for too long",
    over: { beforeCloses: "2027-11-20" },
    today: "2027-09-01",
    problems: ["beforeCloses questionnaire.open_too_long"],
  },
  {
    why: "the second time begins on the last day of the first",
    over: { afterOpens: "2027-10-01", afterCloses: "2027-10-10" },
    today: "2027-09-01",
    problems: ["afterOpens questionnaire.after_is_later"],
  },
  {
    why: "the last day has been",
    over: { beforeOpens: "2027-08-01", beforeCloses: "2027-08-10" },
    today: "2027-09-01",
    problems: ["beforeCloses questionnaire.day_has_been"],
  },
])("$why", ({ over, today, problems }) => {
  const found = dayProblems(QuestionnaireDays.parse({ ...days, ...over }), [], day(today));
  expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(problems);
});

test.each([
  {
    why: "the last day of what is open may be moved",
    over: { beforeCloses: "2027-10-05" },
    today: "2027-09-25",
    problems: [],
  },
  {
    why: "the first day of what is open is as it is",
    over: { beforeOpens: "2027-09-21" },
    today: "2027-09-25",
    problems: ["questionnaire.has_begun"],
  },
  {
    why: "what is open is not closed before today",
    over: { beforeCloses: "2027-09-24" },
    today: "2027-09-25",
    problems: ["questionnaire.day_has_been"],
  },
  {
    why: "what is over is not opened again",
    over: { beforeCloses: "2027-10-05" },
    today: "2027-10-02",
    problems: ["questionnaire.is_over"],
  },
  {
    why: "what is to come may be moved when the first is over",
    over: { afterCloses: "2028-02-10" },
    today: "2027-10-02",
    problems: [],
  },
])("$why", ({ over, today, problems }) => {
  const found = dayProblems(QuestionnaireDays.parse({ ...days, ...over }), [before, after], day(today));
  expect(found.map(({ code }) => code)).toEqual(problems);
});

test("proposes until the first meeting and from the last ordinary one, and nothing that is refused", () => {
  const meeting = (date: string, kind = "regular", calledOff = false) => ({ date: day(date), kind, calledOff });
  const meetings = [
    meeting("2027-10-01"),
    meeting("2028-01-14"),
    meeting("2028-01-21", "regular", true),
    meeting("2028-05-05", "followUp"),
  ];
  expect(proposedDays(meetings, day("2027-09-20"))).toEqual({
    before: { opensOn: day("2027-09-20"), closesOn: day("2027-10-01") },
    after: { opensOn: day("2028-01-14"), closesOn: day("2028-01-28") },
  });
  for (const today of ["2027-01-01", "2027-10-01", "2027-12-01", "2028-02-01"]) {
    const { before: first, after: second } = proposedDays(meetings, day(today));
    const wish = QuestionnaireDays.parse({
      beforeOpens: first.opensOn.toString(),
      beforeCloses: first.closesOn.toString(),
      afterOpens: second.opensOn.toString(),
      afterCloses: second.closesOn.toString(),
    });
    expect(dayProblems(wish, [], day(today))).toEqual([]);
  }
});
