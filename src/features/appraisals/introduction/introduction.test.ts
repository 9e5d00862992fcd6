import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import {
  beginIntroduction,
  changeIntroduction,
  checkFidelity,
  comeToPhase,
} from "#features/appraisals/introduction/commands.ts";
import { mayCome, nextPhases } from "#features/appraisals/introduction/introduction-lifecycle.ts";
import {
  FidelityCheck,
  IntroductionChange,
  IntroductionStep,
  NewIntroduction,
  PhaseEntered,
} from "#features/appraisals/introduction/introduction-words.ts";
import { fidelities, stepKinds } from "#features/appraisals/introduction/introduction.ts";
import { remindOfStepsHandler } from "#features/appraisals/introduction/jobs.ts";
import { introductionInside } from "#features/appraisals/introduction/queries.ts";
import {
  addIntroductionStep,
  changeIntroductionStep,
  finishIntroductionStep,
  removeIntroductionStep,
} from "#features/appraisals/introduction/steps/commands.ts";
import { introductionStepsToDo } from "#features/appraisals/introduction/todo/queries.ts";
import { phases } from "#features/appraisals/method/method.ts";
import { methodUses } from "#features/appraisals/method/uses/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runRecurring } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, someone, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const translate = translators(catalogues);
const now = noon("2027-03-18");
const unit = await organisation({ name: "Familjeenheten" });
const nils = await someone("unitManager", { organisation: unit }, { email: "nils@example.se" });
const stranger = await someone("unitManager", { organisation: await organisation({ name: "Annan" }) });
const gunId = await person({ name: "Gun Ek", email: "gun@example.se" });
const gun = await actor(gunId);

/** What was decided for the unit, with a decision of its own. */
async function decided(decision: "pilot" | "broad" | "no" = "broad", components: readonly string[] = []) {
  const method = await appraisals.method(unit, {}, components);
  const made = await appraisals.appraisal(unit, { state: "decided", decider_id: nils.personId }, { method });
  const expected = {
    expected_effect: "Färre placeringar",
    expected_by: someDay.add({ months: 12 }),
    measured_how: "Före och efter",
    stop_when: "Fler än tre avhopp",
  };
  const pilot = { pilot_what: "Allt", pilot_whom: "Två", pilot_until: someDay.add({ months: 6 }) };
  await ownerDb
    .insertInto("appraisal_decision")
    .values({
      id: newId(),
      appraisal_id: made.id,
      decision_no: 1,
      decision,
      reason: "Det behövs",
      decided_by: nils.personId,
      decided_on: someDay,
      recorded_at: now(),
      is_sole_author: false,
      ...(decision === "no" ? {} : expected),
      ...(decision === "pilot" ? { ...pilot, decide_again_on: someDay.add({ months: 6 }) } : {}),
    })
    .execute();
  return made;
}
const begin = (slug: string, over: object = {}, by = nils as typeof gun) =>
  beginIntroduction(
    db,
    by,
    now,
    slug,
    NewIntroduction.parse({ phase: "installation", responsibleRole: "Gruppledare", ...over }),
  );
const read = (slug: string) => introductionInside(db, nils, slug, someDay);
const usesOf = async (method: Awaited<ReturnType<typeof decided>>["method"]) =>
  (await methodUses(db, method)).map(({ phase, fromDay, toDay, appraisalSlug }) => [
    phase,
    fromDay?.toString(),
    toDay?.toString() ?? null,
    appraisalSlug !== null,
  ]);

describe("an introduction", () => {
  test("begins when it is decided to try or to introduce, and the register tells of it (R207)", async () => {
    const { slug, method } = await decided("pilot");
    await begin(slug, { fromDay: "2027-03-01" });
    const { introduction, can } = await read(slug);
    expect(introduction).toMatchObject({ phase: "installation", responsibleRole: "Gruppledare", responsible: null });
    expect(can).toEqual({ run: true, begin: false });
    expect(await usesOf(method)).toEqual([["installation", "2027-03-01", null, true]]);
    await expect(begin(slug)).rejects.toMatchObject({ code: "introduction.begun_already" });
  });

  test("does not begin when it is decided not to, before it is decided, for others, or on a day to come", async () => {
    const no = await decided("no");
    const open = await appraisals.appraisal(unit, {}, { authors: [nils.personId] });
    const broad = await decided();
    await expect(begin(no.slug)).rejects.toMatchObject({ code: "introduction.not_decided" });
    await expect(begin(open.slug)).rejects.toMatchObject({ code: "introduction.not_decided" });
    await expect(begin(broad.slug, {}, stranger)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(begin(broad.slug, { fromDay: "2027-03-19" })).rejects.toMatchObject({ kind: "invalid" });
    for (const { slug, method } of [no, open, broad]) {
      expect((await read(slug)).introduction).toBeUndefined();
      expect(await usesOf(method)).toEqual([]);
    }
  });

  test("goes from phase to phase with its days kept, and the register follows", async () => {
    const { slug, method } = await decided();
    await begin(slug, { fromDay: "2026-09-01" });
    const come = (phase: string, fromDay: string) =>
      comeToPhase(db, nils, now, slug, PhaseEntered.parse({ phase, fromDay }));
    await expect(come("maintained", "2026-10-01")).rejects.toMatchObject({ kind: "invalid" });
    await come("initialUse", "2026-11-01");
    await come("fullUse", "2027-02-01");
    await expect(come("maintained", "2027-01-31")).rejects.toMatchObject({ kind: "invalid" });
    await come("initialUse", "2027-02-01");
    const { introduction } = await read(slug);
    expect(introduction?.phases.map(({ phase, fromDay }) => [phase, fromDay.toString()])).toEqual([
      ["installation", "2026-09-01"],
      ["initialUse", "2026-11-01"],
      ["initialUse", "2027-02-01"],
    ]);
    expect(introduction?.phase).toBe("initialUse");
    expect((await usesOf(method))[0]?.slice(0, 3)).toEqual(["initialUse", "2027-02-01", null]);
  });

  test("is led by whoever is responsible, who is found by name, and by nobody who is not there", async () => {
    const { slug } = await decided();
    await begin(slug, { responsibleId: gunId, toTrain: "9", trained: "2" });
    const change = (over: object, by = gun) =>
      changeIntroduction(
        db,
        by,
        now,
        slug,
        IntroductionChange.parse({ responsibleRole: "Gruppledare", version: 1, ...over }),
      );
    await expect(change({ responsibleId: newId<"person">() as PersonId })).rejects.toMatchObject({ kind: "invalid" });
    await expect(change({}, stranger)).rejects.toMatchObject({ kind: "forbidden" });
    await change({ responsibleId: gunId, toTrain: "9", trained: "5", training: "Två dagar i april" });
    expect((await read(slug)).introduction).toMatchObject({
      responsible: "Gun Ek",
      toTrain: 9,
      trained: 5,
      version: 2,
    });
    await expect(change({ responsibleId: gunId })).rejects.toMatchObject({ code: "introduction.changed_meanwhile" });
  });
});

describe("what is to be done, and what is taken away (R196)", () => {
  test("is added, changed, done, undone and taken away again", async () => {
    const { slug } = await decided();
    await begin(slug);
    const add = (over: object) =>
      addIntroductionStep(db, nils, now, slug, IntroductionStep.parse({ text: "Boka lokal", ...over }));
    const [book, stop] = [await add({ dueOn: "2027-04-01" }), await add({ kind: "takenAway", text: "Stormöten" })];
    await changeIntroductionStep(
      db,
      nils,
      now,
      slug,
      book.id,
      IntroductionStep.parse({ text: "Boka två lokaler", role: "Administratör" }),
    );
    await finishIntroductionStep(db, nils, now, slug, book.id, { isDone: true });
    const steps = async () => (await read(slug)).introduction?.steps ?? [];
    expect(await steps()).toMatchObject([
      { kind: "step", text: "Boka två lokaler", role: "Administratör", dueOn: null },
      { kind: "takenAway", text: "Stormöten", doneOn: null },
    ]);
    expect((await steps())[0]?.doneOn?.toString()).toBe("2027-03-18");
    await finishIntroductionStep(db, nils, now, slug, book.id, { isDone: false });
    await removeIntroductionStep(db, nils, now, slug, stop.id);
    expect((await steps()).map(({ doneOn }) => doneOn)).toEqual([null]);
    const other = await decided();
    await begin(other.slug);
    await expect(removeIntroductionStep(db, nils, now, other.slug, book.id)).rejects.toMatchObject({
      kind: "not_found",
    });
    expect(IntroductionStep.safeParse({ text: "Ring 191212121212" }).success).toBe(false);
    expect(await steps()).toHaveLength(1);
  });

  test("is told once in the week before and once after to whoever is responsible, and stands on Idag", async () => {
    const { slug } = await decided();
    const { id } = await begin(slug, { responsibleId: gunId });
    const add = (text: string, dueOn: string) =>
      addIntroductionStep(db, nils, now, slug, IntroductionStep.parse({ text, dueOn }));
    await add("Boka lokal", "2027-05-10");
    const done = await add("Beställ material", "2027-05-10");
    await finishIntroductionStep(db, nils, now, slug, done.id, { isDone: true });
    const mails = () =>
      ownerDb
        .selectFrom("mail")
        .where("about", "=", id)
        .orderBy("id")
        .select(["to_address as to", "subject", "body_text as text"])
        .execute();
    const sent: string[] = [];
    for (const date of ["2027-05-02", "2027-05-03", "2027-05-04", "2027-05-11", "2027-05-12", "2027-05-30"]) {
      const before = (await mails()).length;
      await runRecurring(db, remindOfStepsHandler, { now: noon(date), translate });
      if ((await mails()).length > before) sent.push(date);
    }
    expect(sent).toEqual(["2027-05-03", "2027-05-11"]);
    expect((await mails()).map(({ to }) => to)).toEqual(["gun@example.se", "gun@example.se"]);
    const [soon] = await mails();
    expect(soon?.text).toContain("Boka lokal");
    expect(soon?.text).not.toContain("Beställ material");
    const todo = async (by: typeof gun, date: string) =>
      (await introductionStepsToDo(db, by, noon(date)())).filter((each) => each.slug === slug).map(({ text }) => text);
    expect(await todo(gun, "2027-05-03")).toEqual(["Boka lokal"]);
    expect(await todo(gun, "2027-05-02")).toEqual([]);
    expect(await todo(nils, "2027-05-03")).toEqual([]);
    await comeToPhase(db, nils, now, slug, PhaseEntered.parse({ phase: "phasedOut" }));
    expect(await todo(gun, "2027-05-03")).toEqual([]);
  });

  test("is told to whoever decided where nobody is named", async () => {
    const { slug } = await decided();
    const { id } = await begin(slug);
    await addIntroductionStep(db, nils, now, slug, IntroductionStep.parse({ text: "Boka lokal", dueOn: "2027-03-20" }));
    await runRecurring(db, remindOfStepsHandler, { now, translate });
    const mails = await ownerDb.selectFrom("mail").where("about", "=", id).select("to_address as to").execute();
    expect(mails).toEqual([{ to: "nils@example.se" }]);
  });
});

describe("whether it is used as intended", () => {
  test("is seen component by component over time, and the same day again puts it right", async () => {
    const { slug } = await decided("broad", ["Familjen bjuder in", "Två ledare"]);
    await begin(slug);
    const components = (await read(slug)).followed.map(({ component }) => component.id);
    const check = (checkedOn: string, seen: readonly string[], of = components) =>
      checkFidelity(
        db,
        nils,
        now,
        slug,
        FidelityCheck.parse({ checkedOn, components: of.map((id, at) => ({ id, fidelity: seen[at] })) }),
      );
    await check("2027-01-10", ["partly", "notKnown"]);
    await check("2027-03-01", ["partly", "notDone"]);
    await check("2027-03-01", ["asIntended", "notDone"]);
    const seen = async () =>
      (await read(slug)).followed.map(({ component, checks }) => [
        component.text,
        ...checks.map(({ fidelity }) => fidelity),
      ]);
    const twice = [
      ["Familjen bjuder in", "partly", "asIntended"],
      ["Två ledare", "notKnown", "notDone"],
    ];
    expect(await seen()).toEqual(twice);
    await expect(check("2027-03-19", ["asIntended", "asIntended"])).rejects.toMatchObject({ kind: "invalid" });
    const foreign = await appraisals.component(await appraisals.method(unit), "Fika");
    await expect(check("2027-03-10", ["partly"], [foreign])).rejects.toMatchObject({ kind: "not_found" });
    expect(await seen()).toEqual(twice);
  });
});

test("an introduction comes to every phase, can be phased out from each, and begun again after it", () => {
  const reached = new Set(phases.flatMap((phase) => nextPhases[phase]));
  expect([...reached].toSorted()).toEqual([...phases].toSorted());
  for (const phase of phases) {
    expect(mayCome(phase, phase)).toBe(false);
    expect(mayCome(phase, "phasedOut")).toBe(phase !== "phasedOut");
  }
  expect(mayCome("need", "maintained")).toBe(false);
});

test("the words of an introduction are those that the database takes", async () => {
  const { rows } = await sql<{ about: string; definition: string }>`
    select conrelid::regclass::text as about, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c' and conrelid in ('introduction'::regclass, 'introduction_phase'::regclass,
      'introduction_step'::regclass, 'fidelity_check'::regclass)`.execute(ownerDb);
  const wordsOf = (about: string, column: string) => {
    const found = rows.filter((row) => row.about === about && row.definition.startsWith(`CHECK ((${column} = ANY`));
    expect(found).toHaveLength(1);
    return [...found[0]!.definition.matchAll(/'([a-zA-Z]+)'/gu)].map(([, word]) => word);
  };
  expect(wordsOf("introduction", "phase")).toEqual(Object.keys(nextPhases));
  expect(wordsOf("introduction_phase", "phase")).toEqual([...phases]);
  expect(wordsOf("introduction_step", "kind")).toEqual([...stepKinds]);
  expect(wordsOf("fidelity_check", "fidelity")).toEqual([...fidelities]);
});
