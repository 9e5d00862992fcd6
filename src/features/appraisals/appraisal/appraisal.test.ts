import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { appraisalSteps, isPossible } from "#features/appraisals/appraisal/appraisal-lifecycle.ts";
import {
  AppraisalChange,
  AppraisalPeople,
  forms,
  NewAppraisal,
} from "#features/appraisals/appraisal/appraisal-words.ts";
import { appraisalStates, sources, standings } from "#features/appraisals/appraisal/appraisal.ts";
import {
  beginAppraisal,
  changeAppraisal,
  proposeAppraisal,
  sendBackAppraisal,
  setAppraisalPeople,
  takeBackAppraisal,
  weighAgain,
  withdrawAppraisal,
} from "#features/appraisals/appraisal/commands.ts";
import { appraisalJobs } from "#features/appraisals/appraisal/jobs.ts";
import { appraisalsListed } from "#features/appraisals/appraisal/listed/queries.ts";
import { peopleToDecide, peopleToWrite } from "#features/appraisals/appraisal/people/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { proposalsToDecide } from "#features/appraisals/appraisal/todo/queries.ts";
import { newId } from "#kernel/ids.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, someone, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const translate = translators(catalogues);
const now = noon("2027-03-18");
const municipality = await organisation({ name: "Mölndals stad" });
const unit = await organisation({ name: "Familjeenheten", parent_id: municipality });
const elsewhere = await organisation({ name: "Vuxenenheten" });
const nils = await someone("unitManager", { organisation: unit }, { name: "Nils Berg", email: "nils@example.se" });
const head = await someone("headOfOperations", { organisation: municipality }, { name: "Hanna Ek" });
const stranger = await someone("unitManager", { organisation: elsewhere });
const evaId = await person({ name: "Eva Lund", email: "eva@example.se" });
const eva = await actor(evaId);
const method = await appraisals.method(unit);
const checklist = await appraisals.checklist();

const wish = (over: object = {}) =>
  NewAppraisal.parse({ methodId: method, organisationId: unit, checklistVersionId: checklist, ...over });
const begun = (over: object = {}) => beginAppraisal(db, nils, now, wish(over));
const inside = (slug: string, by = nils as typeof eva) => appraisalInside(db, by, slug, someDay);
const stateOf = async (slug: string) =>
  (
    await ownerDb
      .selectFrom("appraisal")
      .where("slug", "=", slug)
      .select(["state", "version"])
      .executeTakeFirstOrThrow()
  ).state;

describe("an appraisal that begins", () => {
  test("has its three sources from the first moment, none of them sought (R065)", async () => {
    const { id, slug } = await begun();
    const rows = await ownerDb
      .selectFrom("appraisal_source")
      .where("appraisal_id", "=", id)
      .select(["source", "standing"])
      .execute();
    expect(rows.toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source))).toEqual(
      sources.map((source) => ({ source, standing: "notSought" })),
    );
    const { appraisal, authors, decider, can } = await inside(slug);
    expect(appraisal).toMatchObject({ title: "Nätverksmöten", form: "short", state: "weighing", isInUse: false });
    expect([authors.map(({ name }) => name), decider]).toEqual([["Nils Berg"], null]);
    expect(can).toEqual({ write: true, ask: true, decide: false, tell: true, keep: true });
  });

  test.each([
    ["for an organisation that is not theirs", { organisationId: elsewhere }, "appraisal.not_your_organisation"],
    ["with somebody to decide who does not decide there", { deciderId: evaId }, "appraisal.does_not_decide_there"],
    ["with an author who is not there", { authors: [elsewhere] }, "appraisal.no_such_person"],
  ])("is not begun %s", async (_, over, code) => {
    const before = await ownerDb.selectFrom("appraisal").select("id").execute();
    const refused = await begun(over).catch((problem: unknown) => problem);
    expect(JSON.stringify(refused)).toContain(code);
    expect(await ownerDb.selectFrom("appraisal").select("id").execute()).toEqual(before);
  });

  test("is not begun with a checklist that is being written, nor of a method that is withdrawn", async () => {
    const { checklist_id } = await ownerDb
      .selectFrom("checklist_version")
      .where("id", "=", checklist)
      .select("checklist_id")
      .executeTakeFirstOrThrow();
    const id = newId<"checklist_version">();
    await ownerDb.insertInto("checklist_version").values({ id, checklist_id, version_no: 2 }).execute();
    const withdrawn = await appraisals.method(unit, { withdrawn_at: now(), withdrawn_reason: "Ersatt" });
    for (const over of [{ checklistVersionId: id }, { methodId: withdrawn }])
      await expect(begun(over)).rejects.toMatchObject({ kind: "invalid" });
  });
});

describe("who sees an appraisal", () => {
  test("is those at work with it until it is decided, and then all who are signed in: list, count and page agree", async () => {
    const decider_id = nils.personId;
    for (const state of appraisalStates) {
      const { slug } = await appraisals.appraisal(unit, { state, decider_id }, { authors: [evaId], method });
      const sees = async (by: typeof eva) => {
        const list = await appraisalsListed(db, by, { limit: 200 });
        const listed = list.appraisals.some((each) => each.slug === slug);
        const found = await inside(slug, by).then(
          () => true,
          () => false,
        );
        expect(list.count).toBe(list.appraisals.length);
        expect(listed).toBe(found);
        return found;
      };
      const seen = [await sees(eva), await sees(nils), await sees(head), await sees(stranger)];
      expect(seen, state).toEqual([true, true, true, state === "decided"]);
    }
  });

  test("stands first in their own list, and what others decided after it", async () => {
    const { slug } = await appraisals.appraisal(unit, { state: "decided", decider_id: nils.personId });
    const which = async (by: typeof eva, of: "own" | "others") =>
      (await appraisalsListed(db, by, { which: of, limit: 200 })).appraisals.map((each) => each.slug);
    expect([(await which(nils, "own")).includes(slug), (await which(nils, "others")).includes(slug)]).toEqual([
      true,
      false,
    ]);
    expect([(await which(stranger, "own")).includes(slug), (await which(stranger, "others")).includes(slug)]).toEqual([
      false,
      true,
    ]);
  });
});

describe("who writes and who decides", () => {
  test("is chosen among those near the unit, and by mail address among all who are known", async () => {
    expect((await peopleToDecide(db, unit, someDay)).map(({ name }) => name)).toEqual(["Nils Berg", "Hanna Ek"]);
    expect((await peopleToWrite(db, unit, someDay)).map(({ name }) => name)).not.toContain("Eva Lund");
    const { slug } = await begun();
    const set = (over: object) => setAppraisalPeople(db, nils, now, slug, AppraisalPeople.parse(over));
    await set({ authors: [nils.personId], email: "eva@example.se", deciderId: head.personId });
    const { authors, decider } = await inside(slug);
    expect([authors.map(({ name }) => name), decider?.name]).toEqual([["Eva Lund", "Nils Berg"], "Hanna Ek"]);
    for (const wrong of [
      { authors: [] },
      { authors: [evaId], email: "okand@example.se" },
      { authors: [evaId], deciderId: evaId },
    ])
      await expect(set(wrong)).rejects.toMatchObject({ kind: "invalid" });
    await expect(
      setAppraisalPeople(db, stranger, now, slug, AppraisalPeople.parse({ authors: [evaId] })),
    ).rejects.toMatchObject({ kind: "not_found" });
    expect((await inside(slug)).authors).toHaveLength(2);
  });

  test("an author writes and whoever decides does not, while it is weighed; nobody writes what is proposed", async () => {
    const { slug } = await appraisals.appraisal(
      unit,
      { decider_id: head.personId },
      { authors: [evaId], isSought: true },
    );
    const words = AppraisalChange.parse({ title: "Ny rubrik", version: 1 });
    await expect(changeAppraisal(db, head, now, slug, words)).rejects.toMatchObject({ kind: "forbidden" });
    await proposeAppraisal(db, eva, now, slug, { deciderId: null });
    await expect(changeAppraisal(db, eva, now, slug, words)).rejects.toMatchObject({
      code: "appraisal.not_weighed_now",
    });
    await takeBackAppraisal(db, eva, now, slug);
    await changeAppraisal(db, eva, now, slug, { ...words, version: 3 });
    await expect(changeAppraisal(db, eva, now, slug, words)).rejects.toMatchObject({
      code: "appraisal.changed_meanwhile",
    });
    expect((await inside(slug)).appraisal.title).toBe("Ny rubrik");
  });
});

describe("a proposal", () => {
  test("is not made while a source is not sought, and is when each is found or sought in vain (R065)", async () => {
    const { id, slug } = await appraisals.appraisal(unit, { decider_id: nils.personId }, { authors: [evaId] });
    await expect(proposeAppraisal(db, eva, now, slug, { deciderId: null })).rejects.toMatchObject({
      code: "appraisal.source_not_sought",
      details: { count: 3 },
    });
    expect(await stateOf(slug)).toBe("weighing");
    await ownerDb
      .updateTable("appraisal_source")
      .set({ standing: "soughtNoneFound", sought_where: "Metodguiden", sought_on: someDay })
      .where("appraisal_id", "=", id)
      .execute();
    await proposeAppraisal(db, eva, now, slug, { deciderId: null });
    expect(await stateOf(slug)).toBe("proposed");
  });

  test("is told by mail and on Idag to whoever decides, and what they ask back to those who write", async () => {
    const sought = { authors: [evaId], isSought: true };
    const { id, slug } = await appraisals.appraisal(unit, {}, sought);
    await expect(proposeAppraisal(db, eva, now, slug, { deciderId: null })).rejects.toMatchObject({ kind: "invalid" });
    await proposeAppraisal(db, eva, now, slug, { deciderId: nils.personId });
    expect((await proposalsToDecide(db, nils)).map((each) => each.slug)).toContain(slug);
    expect((await proposalsToDecide(db, head)).map((each) => each.slug)).not.toContain(slug);
    await runJobs(db, appraisalJobs, { now, translate });
    await expect(sendBackAppraisal(db, eva, now, slug, { text: "Vad kostar det?" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await sendBackAppraisal(db, nils, now, slug, { text: "Vad kostar det?" });
    await runJobs(db, appraisalJobs, { now, translate });
    const mails = await ownerDb
      .selectFrom("mail")
      .where("about", "=", id)
      .orderBy("id")
      .select(["to_address as to", "subject", "body_text as text"])
      .execute();
    expect(mails.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      "nils@example.se: Förslag att besluta om: Nätverksmöten",
      "eva@example.se: En fråga innan beslut: Nätverksmöten",
    ]);
    expect(mails[0]?.text).toContain("Eva Lund");
    expect(mails[1]?.text).toContain("Vad kostar det?");
    const asked = await ownerDb.selectFrom("appraisal_inquiry").where("appraisal_id", "=", id).selectAll().execute();
    expect(asked).toMatchObject([{ text: "Vad kostar det?", asked_by: nils.personId, question_id: null }]);
    expect(await stateOf(slug)).toBe("weighing");
  });

  test("that was taken back before the mail was written is told to nobody", async () => {
    const { id, slug } = await appraisals.appraisal(unit, {}, { authors: [evaId], isSought: true });
    await proposeAppraisal(db, eva, now, slug, { deciderId: nils.personId });
    await takeBackAppraisal(db, eva, now, slug);
    await runJobs(db, appraisalJobs, { now, translate });
    expect(await ownerDb.selectFrom("mail").where("about", "=", id).select("id").execute()).toEqual([]);
  });
});

test("what is withdrawn says why, and can be weighed again; what is decided cannot be withdrawn", async () => {
  const { slug } = await begun();
  await withdrawAppraisal(db, nils, now, slug, { reason: "Inte aktuellt" });
  expect((await inside(slug)).appraisal).toMatchObject({ state: "withdrawn", withdrawnReason: "Inte aktuellt" });
  await weighAgain(db, nils, now, slug);
  expect((await inside(slug)).appraisal).toMatchObject({ state: "weighing", withdrawnReason: null });
  const decided = await appraisals.appraisal(unit, { state: "decided", decider_id: nils.personId });
  await expect(withdrawAppraisal(db, nils, now, decided.slug, { reason: "Nej" })).rejects.toMatchObject({
    code: "appraisal.step_not_possible",
  });
  await expect(weighAgain(db, stranger, now, decided.slug)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await stateOf(decided.slug)).toBe("decided");
});

test("a step leads only from the states its line says, and every state is reached", () => {
  for (const [step, { from }] of Object.entries(appraisalSteps))
    for (const state of appraisalStates)
      expect(isPossible(step as keyof typeof appraisalSteps, state), `${step} from ${state}`).toBe(
        from.includes(state),
      );
  const reached = new Set(Object.values(appraisalSteps).map(({ to }) => to));
  expect([...reached].toSorted()).toEqual([...appraisalStates].toSorted());
});

test("the words of the life of an appraisal are those that the database takes", async () => {
  const { rows } = await sql<{ about: string; definition: string }>`
    select conrelid::regclass::text as about, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c' and conrelid in ('appraisal'::regclass, 'appraisal_source'::regclass)`.execute(ownerDb);
  const wordsOf = (about: string, column: string) => {
    const found = rows.filter((row) => row.about === about && row.definition.startsWith(`CHECK ((${column} = ANY`));
    expect(found).toHaveLength(1);
    return [...found[0]!.definition.matchAll(/'([a-zA-Z]+)'/gu)].map(([, word]) => word);
  };
  expect(wordsOf("appraisal", "state")).toEqual([...appraisalStates]);
  expect(wordsOf("appraisal", "form")).toEqual([...forms]);
  expect(wordsOf("appraisal_source", "source")).toEqual([...sources]);
  expect(wordsOf("appraisal_source", "standing")).toEqual([...standings]);
});
