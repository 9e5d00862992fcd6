import { expect, test } from "vitest";
import { type EligibilityRule, eligibilityOf } from "#features/circles/registration/eligibility/eligibility.ts";

const county: EligibilityRule = { id: "county", text: "Du arbetar i länet", strength: "required" };
const degree: EligibilityRule = { id: "degree", text: "Du har en högskoleexamen", strength: "recommended" };
const rules = [county, degree];

test.each([
  { why: "all met", meets: { county: true, degree: true }, unanswered: [], failed: [], noted: [] },
  {
    why: "a recommended rule that is not met is noted and never blocks (R114)",
    meets: { county: true, degree: false },
    unanswered: [],
    failed: [],
    noted: ["degree"],
  },
  {
    why: "a recommended rule may be left unanswered (R114)",
    meets: { county: true },
    unanswered: [],
    failed: [],
    noted: [],
  },
  {
    why: "a required rule that is not met blocks (R113)",
    meets: { county: false, degree: true },
    unanswered: [],
    failed: ["county"],
    noted: [],
  },
  { why: "a required rule must be answered", meets: {}, unanswered: ["county"], failed: [], noted: [] },
  {
    why: "answers to rules that no longer exist are left out",
    meets: { county: true, old: false },
    unanswered: [],
    failed: [],
    noted: [],
  },
])("$why", ({ meets, unanswered, failed, noted }) => {
  const ids = (found: readonly EligibilityRule[]) => found.map((rule) => rule.id);
  const eligibility = eligibilityOf(rules, meets as Record<string, boolean>);
  expect(ids(eligibility.unanswered)).toEqual(unanswered);
  expect(ids(eligibility.failed)).toEqual(failed);
  expect(ids(eligibility.noted)).toEqual(noted);
});
