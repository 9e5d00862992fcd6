import { expect, test } from "vitest";
import { whatWaitsInAppraisals } from "#features/today/parts/waiting-in-appraisals.tsx";
import { newId } from "#kernel/ids.ts";
import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { statements, testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const t = translators(catalogues).sv;
const now = noon("2027-03-18")();
const unit = await organisation({ name: "Familjeenheten" });
const [nils, eva, stranger] = [await person(), await person(), await person()];

const linesOf = async (who: typeof nils) => {
  const lines = await whatWaitsInAppraisals(db, await actor(who), now);
  const words = { t, near: (date: Temporal.PlainDate) => date.toString(), go: (href: string) => href };
  return lines(words).map(({ title, action }) => [title, action]);
};

test("a proposal waits for whoever decides and a step for whoever is responsible, and for nobody else", async () => {
  const proposed = await appraisals.appraisal(unit, { state: "proposed", decider_id: nils }, { authors: [eva] });
  const decided = await appraisals.appraisal(unit, { state: "decided", decider_id: nils });
  const introduction = await appraisals.introduction(decided.id, { responsible_id: eva });
  await appraisals.step(introduction, { text: "Boka lokal", due_on: someDay.add({ days: 3 }) });
  expect(await linesOf(nils)).toEqual([
    ["Föreslaget att du beslutar: Nätverksmöten", `/metodbedomning/${proposed.slug}`],
  ]);
  expect(await linesOf(eva)).toEqual([
    ["Boka lokal, senast 2027-03-21", `/metodbedomning/${decided.slug}/inforande#steg`],
  ]);
  expect(await linesOf(stranger)).toEqual([]);
});

test("a decision that comes back asks how it went, and once that is told to decide anew", async () => {
  const decider = await person();
  const { id, slug } = await appraisals.appraisal(unit, { state: "decided", decider_id: decider });
  await ownerDb
    .insertInto("appraisal_decision")
    .values({
      id: newId<"appraisal_decision">(),
      appraisal_id: id,
      decision_no: 1,
      decision: "broad",
      reason: "Det vi har räcker inte",
      decided_on: someDay.subtract({ months: 6 }),
      recorded_at: now,
      is_sole_author: false,
      expected_effect: "Färre placeringar",
      expected_by: someDay,
      measured_how: "Antal placeringar",
      stop_when: "Fler avhopp",
      decide_again_on: someDay,
    })
    .execute();
  const at = `/metodbedomning/${slug}/beslut`;
  expect(await linesOf(decider)).toEqual([["Dags att se hur det gick: Nätverksmöten", at]]);
  await ownerDb
    .updateTable("appraisal_decision")
    .set({ outcome: "Färre", outcome_met: "asExpected", outcome_on: someDay })
    .where("appraisal_id", "=", id)
    .execute();
  expect(await linesOf(decider)).toEqual([["Dags att besluta på nytt: Nätverksmöten", at]]);
});

test("whoever has no part in it is asked about once", async () => {
  const nobodys = await actor(stranger);
  expect(await statements(async () => void (await whatWaitsInAppraisals(db, nobodys, now)))).toHaveLength(1);
});
