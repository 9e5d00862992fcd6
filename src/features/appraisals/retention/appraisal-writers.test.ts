import { expect, test } from "vitest";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { perspectivesOf } from "#features/appraisals/perspective/queries.ts";
import { eraseAppraisalWriters, erasePerspectiveTexts } from "#features/appraisals/retention/commands.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { newId } from "#kernel/ids.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const unit = await organisation();
const elsewhere = await organisation({ name: "FoU Väst" });
const now = noon("2027-03-18")();
const long = noon("2024-06-01")();
const [eva, nils] = [await person(), await person()];

/** Decided long ago by Nils, written by Eva, with all that may name somebody. */
async function decided(over: object = {}, decision: object = {}, organisationId = unit) {
  const made = await appraisals.appraisal(
    organisationId,
    { state: "decided", decider_id: nils, created_at: long, proposed_at: long, ...over },
    { authors: [eva] },
  );
  const said = { decision_no: 1, decision: "no", reason: "För dyrt", decided_on: day("2024-06-01") } as const;
  await ownerDb
    .insertInto("appraisal_decision")
    .values({
      id: newId(),
      appraisal_id: made.id,
      ...said,
      decided_by: nils,
      recorded_at: long,
      is_sole_author: false,
      ...decision,
    })
    .execute();
  await ownerDb
    .insertInto("appraisal_inquiry")
    .values({ id: newId(), appraisal_id: made.id, text: "Vad kostar det?", asked_by: nils, asked_at: long })
    .execute();
  return made;
}
const erase = () =>
  eraseDue(db, "appraisalWriter", { ...dueAt(now, 730), organisationId: unit }, eraseAppraisalWriters);
const authors = async (id: Awaited<ReturnType<typeof decided>>["id"]) =>
  (await ownerDb.selectFrom("appraisal_author").where("appraisal_id", "=", id).selectAll().execute()).length;

test("who wrote and asked goes when an appraisal has long been over, and who decided stays with what was decided", async () => {
  const { id } = await decided();
  expect(await erase()).toBe(1);
  expect(await authors(id)).toBe(0);
  const asked = await ownerDb.selectFrom("appraisal_inquiry").where("appraisal_id", "=", id).selectAll().execute();
  expect(asked).toMatchObject([{ text: "Vad kostar det?", asked_by: null }]);
  const decision = await ownerDb.selectFrom("appraisal_decision").where("appraisal_id", "=", id).selectAll().execute();
  expect(decision).toMatchObject([{ decided_by: nils, reason: "För dyrt" }]);
  expect(await erase()).toBe(0);
});

test("what is weighed, was decided lately, is waited for, is being introduced or is another organisation's stays", async () => {
  const introduced = await decided();
  await appraisals.introduction(introduced.id, { phase: "fullUse", responsible_id: eva });
  const kept = [
    introduced,
    await decided({ state: "weighing", proposed_at: null }),
    await decided({}, { recorded_at: noon("2026-06-01")() }),
    await decided({}, { decision: "wait", decide_again_on: day("2026-06-01") }),
    await decided({}, {}, elsewhere),
  ];
  expect(await erase()).toBe(0);
  for (const { id } of kept) expect(await authors(id)).toBe(1);
});

test("what was written by a link goes with them, and how many thought what stays", async () => {
  const decidedLong = await decided();
  const weighing = await decided({ state: "weighing", proposed_at: null });
  for (const { id } of [decidedLong, weighing]) await appraisals.perspective(id, { text: "Vem täcker upp för mig?" });
  const time = { ...dueAt(now, 730), organisationId: unit };
  expect(await eraseDue(db, "perspectiveText", time, erasePerspectiveTexts)).toBe(1);
  expect(await eraseDue(db, "perspectiveText", time, erasePerspectiveTexts)).toBe(0);
  const read = async (slug: string) =>
    perspectivesOf(db, await appraisalInside(db, await actor(nils), slug, day("2027-03-18")));
  expect(await read(decidedLong.slug)).toMatchObject([{ said: 1, counts: { unsure: 1 }, perspectives: [] }]);
  expect(await read(weighing.slug)).toMatchObject([{ said: 1, perspectives: [{ text: "Vem täcker upp för mig?" }] }]);
});
