import { expect, test } from "vitest";
import {
  askedAnswers,
  type AskingRound,
  questionsOf,
  unfitAnswers,
} from "#features/circles/registration/application-questions.ts";
import { Application } from "#features/circles/registration/registration.ts";

const plain: AskingRound = {
  asksDiet: false,
  asksAgeGroup: false,
  asksAdaptation: false,
  materialByPost: null,
  managerConsultation: "none",
  allocation: "firstCome",
  hours: null,
};
const everything: AskingRound = {
  asksDiet: true,
  asksAgeGroup: true,
  asksAdaptation: true,
  materialByPost: true,
  managerConsultation: "confirmed",
  allocation: "firstCome",
  hours: 70,
};
const rule = { id: "0193a000-0000-7000-8000-000000000001", text: "Du arbetar i länet", strength: "required" as const };

const application = Application.parse({
  name: "Alva Ek",
  email: " Alva.Ek@Example.SE ",
  workplace: "Familjeenheten",
  employer: "Ekbacka kommun",
  sector: "socialServices",
  profession: "socialsekreterare",
});

test("a plain round asks nothing but what every round asks", () => {
  expect(new Set(Object.values(questionsOf(plain)))).toEqual(new Set(["no"]));
  expect(unfitAnswers({ ...plain, rules: [], contact: "" }, application)).toEqual([]);
});

test("diet, postal address, age group and adaptation are asked only where the round needs them (R011, R110)", () => {
  expect(questionsOf(everything)).toMatchObject({
    diet: "optional",
    postalAddress: "required",
    ageGroup: "required",
    adaptation: "optional",
  });
});

test.each([
  { form: "none", name: "no", email: "no", declared: "no" },
  { form: "declared", name: "required", email: "no", declared: "required" },
  { form: "confirmed", name: "required", email: "required", declared: "no" },
] as const)("the manager's word, $form, asks for what it needs (R115, R117)", ({ form, name, email, declared }) => {
  const asked = questionsOf({ ...plain, managerConsultation: form });
  expect(asked).toMatchObject({ managerName: name, managerEmail: email, managerDeclared: declared });
});

test("what is missing is told at its field", () => {
  const problems = unfitAnswers(
    { ...everything, managerConsultation: "declared", rules: [rule], contact: "Bo Lind" },
    application,
  );
  expect(problems.map(({ path, code }) => [path, code])).toEqual([
    ["ageGroup", "web.field_missing"],
    ["postalAddress", "web.field_missing"],
    ["managerName", "web.field_missing"],
    ["managerDeclared", "registration.manager_not_settled"],
    ["hoursAccepted", "registration.hours_not_accepted"],
    [`meets.${rule.id}`, "web.field_choose"],
  ]);
});

test("a required rule that is not met gives the reason and whom to turn to (R113)", () => {
  const sent = { ...application, meets: { [rule.id]: false } };
  expect(unfitAnswers({ ...plain, rules: [rule], contact: "Bo Lind, bo.lind@example.se" }, sent)).toEqual([
    {
      path: `meets.${rule.id}`,
      code: "registration.rule_not_met",
      values: { rule: rule.text, contact: "Bo Lind, bo.lind@example.se" },
    },
  ]);
});

test("answers nobody asked for are not kept (R011)", () => {
  const sent = { ...application, diet: "vegetariskt", postalAddress: "Ekvägen 1", ageGroup: "0–12 år" };
  expect(askedAnswers(plain, sent)).toEqual({});
  expect(askedAnswers(everything, sent)).toEqual({
    diet: "vegetariskt",
    postalAddress: "Ekvägen 1",
    ageGroup: "0–12 år",
  });
});

test("the address is kept trimmed and in lower case", () => {
  expect(application.email).toBe("alva.ek@example.se");
});

const sent = {
  name: "Alva",
  email: "a@example.se",
  workplace: "A",
  employer: "B",
  sector: "school",
  profession: "lärare",
};

test.each([
  { why: "a field we do not know", over: { admin: true }, path: "" },
  { why: "an empty name", over: { name: "  " }, path: "name" },
  { why: "a name over two lines", over: { name: "Alva\r\nBcc: alla@example.se" }, path: "name" },
  { why: "ten thousand characters", over: { motivation: "å".repeat(10_000) }, path: "motivation" },
  { why: "a personal identity number", over: { motivation: "Mitt nummer är 19121212-1212" }, path: "motivation" },
  { why: "a sector that does not exist", over: { sector: "bank" }, path: "sector" },
  { why: "no mail address", over: { email: "alva på jobbet" }, path: "email" },
  { why: "two mail addresses", over: { email: "a@example.se,b@example.se" }, path: "email" },
  { why: "an answer that is neither yes nor no", over: { hoursAccepted: "kanske" }, path: "hoursAccepted" },
  { why: "a list where a word belongs", over: { name: ["a", "b"] }, path: "name" },
])("refuses $why", ({ over, path }) => {
  const result = Application.safeParse({ ...sent, ...over });
  expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test("takes emoji, right-to-left text and HTML as the text they are", () => {
  const motivation = "<b>Hej</b> 👩‍👧 שלום";
  expect(Application.parse({ ...sent, motivation }).motivation).toBe(motivation);
});
