import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { weighAgain } from "#features/appraisals/appraisal/commands.ts";
import { decide, tellOutcome } from "#features/appraisals/decision/commands.ts";
import { DecisionWish, OutcomeTold } from "#features/appraisals/decision/decision-words.ts";
import { bringDecisionsBackHandler, decisionJobs } from "#features/appraisals/decision/jobs.ts";
import { decisionsOf } from "#features/appraisals/decision/queries.ts";
import { decisionsCameBack } from "#features/appraisals/decision/todo/queries.ts";
import { newId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs, runRecurring } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const translate = translators(catalogues);
const now = noon("2027-03-18");
const unit = await organisation({ name: "Familjeenheten" });
const eva = await person({ name: "Eva Lund", email: "eva@example.se" });
const nils = await person({ name: "Nils Berg", email: "nils@example.se" });
await role(nils, "unitManager", { organisation: unit });
const [author, decider] = [await actor(eva), await actor(nils)];
const stranger = await someone("unitManager", { organisation: await organisation({ name: "Heby kommun" }) });
const colleague = await someone("headOfOperations", { organisation: unit });

const proposed = (over: object = {}, authors = [eva]) =>
  appraisals.appraisal(unit, { decider_id: nils, state: "proposed", ...over }, { authors, isSought: true });
const pilot = {
  decision: "pilot",
  reason: "Källorna talar för",
  expectedEffect: "Färre placeringar",
  expectedBy: "2027-09-18",
  measuredHow: "Före och efter",
  stopWhen: "Fler än tre avhopp",
  pilotWhat: "Nätverksmöten",
  pilotWhom: "Två handläggare",
  pilotUntil: "2027-09-18",
  decideAgainOn: "2027-10-15",
};
const wish = (over: object = {}) => DecisionWish.parse({ ...pilot, ...over });
const stateOf = async (slug: string) => (await appraisalInside(db, decider, slug, someDay)).appraisal.state;
const decided = async (over: object = {}, authors = [eva]) => {
  const made = await proposed({}, authors);
  await decide(db, decider, now, made.slug, wish(over));
  return made;
};

describe("deciding", () => {
  test("moves the appraisal, keeps what is expected, and tells those who wrote (R181, R205, R206)", async () => {
    const { id, slug } = await proposed();
    const made = await decide(db, decider, now, slug, wish({ dissent: "En av fyra ville vänta" }));
    expect(await stateOf(slug)).toBe("decided");
    expect(await decisionsOf(db, id)).toMatchObject([
      { decisionNo: 1, decision: "pilot", decidedBy: "Nils Berg", isSoleAuthor: false, stopWhen: "Fler än tre avhopp" },
    ]);
    await runJobs(db, decisionJobs, { now, translate });
    const mails = await ownerDb.selectFrom("mail").where("about", "=", made.id).select("to_address").execute();
    expect(mails.map(({ to_address }) => to_address)).toEqual(["eva@example.se"]);
  });

  test.each([
    { decision: "pilot", field: "expectedEffect" },
    { decision: "pilot", field: "expectedBy" },
    { decision: "pilot", field: "measuredHow" },
    { decision: "pilot", field: "stopWhen" },
    { decision: "pilot", field: "pilotWhat" },
    { decision: "pilot", field: "pilotWhom" },
    { decision: "pilot", field: "pilotUntil" },
    { decision: "pilot", field: "decideAgainOn" },
    { decision: "broad", field: "expectedEffect" },
    { decision: "broad", field: "stopWhen" },
    { decision: "wait", field: "decideAgainOn" },
  ])("to $decision is refused at the field that lacks it: $field (R198, R206, R208)", ({ decision, field }) => {
    const ofPilot = decision === "pilot" ? {} : { pilotWhat: "", pilotWhom: "", pilotUntil: "" };
    const { error } = DecisionWish.safeParse({ ...pilot, ...ofPilot, decision, [field]: "" });
    expect(error?.issues).toMatchObject([{ path: [field], params: { code: `appraisal_decision.missing.${field}` } }]);
  });

  test("no needs only its reason, and what belongs to a pilot is refused elsewhere", () => {
    expect(DecisionWish.safeParse({ decision: "no", reason: "För dyrt" }).success).toBe(true);
    const { error } = DecisionWish.safeParse({ ...pilot, decision: "broad" });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(["pilotWhat", "pilotWhom", "pilotUntil"]);
  });

  test("what the words let through is what the database takes", async () => {
    for (const decision of ["broad", "no", "wait"]) {
      const { slug } = await proposed();
      await decide(db, decider, now, slug, wish({ decision, pilotWhat: "", pilotWhom: "", pilotUntil: "" }));
      expect(await stateOf(slug)).toBe("decided");
    }
  });

  test("alone on what one wrote alone is shown, and not stopped", async () => {
    const { id } = await decided({}, [nils]);
    expect(await decisionsOf(db, id)).toMatchObject([{ isSoleAuthor: true }]);
    const together = await decided({}, [nils, eva]);
    expect(await decisionsOf(db, together.id)).toMatchObject([{ isSoleAuthor: false }]);
  });

  test("is for the one who is chosen, when it is proposed", async () => {
    const { id, slug } = await proposed();
    await expect(decide(db, author, now, slug, wish())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(decide(db, colleague, now, slug, wish())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(decide(db, stranger, now, slug, wish())).rejects.toMatchObject({ kind: "not_found" });
    expect(await decisionsOf(db, id)).toEqual([]);
    const weighing = await proposed({ state: "weighing" });
    await expect(decide(db, decider, now, weighing.slug, wish())).rejects.toMatchObject({
      kind: "conflict",
      code: "appraisal_decision.not_proposed",
    });
  });

  test("has days in the right order, and nothing is written when they are not", async () => {
    const { id, slug } = await proposed();
    const attempts = [
      { over: { expectedBy: "2027-03-18" }, path: "expectedBy" },
      { over: { decideAgainOn: "2027-03-01" }, path: "decideAgainOn" },
      { over: { pilotUntil: "2027-03-18" }, path: "pilotUntil" },
      { over: { decidedOn: "2027-03-19" }, path: "decidedOn" },
    ];
    for (const { over, path } of attempts)
      await expect(decide(db, decider, now, slug, wish(over))).rejects.toMatchObject({ problems: [{ path }] });
    expect(await decisionsOf(db, id)).toEqual([]);
    expect(await stateOf(slug)).toBe("proposed");
  });

  test("answers those who have said something by a link: without that it is refused at its field", async () => {
    const { id, slug } = await proposed();
    const link = newId<"perspective_link">();
    await ownerDb
      .insertInto("perspective_link")
      .values({
        id: link,
        appraisal_id: id,
        audience: "staff",
        question: "Hur?",
        secret_hash: Buffer.from(link),
        open_until: day("2027-04-01"),
        created_at: now(),
      })
      .execute();
    await ownerDb
      .insertInto("perspective")
      .values({
        id: newId<"perspective">(),
        link_id: link,
        sent_mark: newId(),
        text: "Ja",
        received_on: day("2027-03-18"),
      })
      .execute();
    await expect(decide(db, decider, now, slug, wish())).rejects.toMatchObject({
      problems: [{ path: "saidBack", code: "appraisal_decision.missing.saidBack" }],
    });
    await decide(db, decider, now, slug, wish({ saidBack: "Ni sade ja, och vi prövar" }));
    expect(await decisionsOf(db, id)).toMatchObject([{ saidBack: "Ni sade ja, och vi prövar" }]);
  });

  test("anew adds a decision; what was decided before stands (R205)", async () => {
    const { id, slug } = await decided();
    await decide(
      db,
      decider,
      noon("2027-10-15"),
      slug,
      wish({ decision: "no", pilotWhat: "", pilotWhom: "", pilotUntil: "", expectedBy: "", decideAgainOn: "" }),
    );
    expect((await decisionsOf(db, id)).map(({ decisionNo, decision }) => [decisionNo, decision])).toEqual([
      [2, "no"],
      [1, "pilot"],
    ]);
  });
});

describe("the day", () => {
  const back = (date: string) => runRecurring(db, bringDecisionsBackHandler, { now: noon(date), translate });
  const mailed = async (slug: string) => {
    const { id } = await ownerDb
      .selectFrom("appraisal_decision as d")
      .innerJoin("appraisal as a", "a.id", "d.appraisal_id")
      .where("a.slug", "=", slug)
      .select("d.id")
      .executeTakeFirstOrThrow();
    const mails = await ownerDb
      .selectFrom("mail")
      .where("about", "=", id)
      .where("dedupe_key", "like", "%back%")
      .orderBy("to_address")
      .orderBy("subject")
      .select(["to_address as to", "subject"])
      .execute();
    return mails.map(({ to, subject }) => `${to}: ${subject}`);
  };
  const waits = async (who: typeof author, slug: string, date: string) =>
    (await decisionsCameBack(db, who, noon(date)())).filter((each) => each.slug === slug);

  test("comes back to those who wrote and whoever decides, once for each day", async () => {
    const { slug } = await decided();
    await back("2027-09-17");
    expect(await mailed(slug)).toEqual([]);
    expect(await waits(author, slug, "2027-09-17")).toEqual([]);
    await back("2027-09-18");
    await back("2027-09-19");
    const first = [
      "eva@example.se: Hur gick det med Nätverksmöten?",
      "nils@example.se: Hur gick det med Nätverksmöten?",
    ];
    expect(await mailed(slug)).toEqual(first);
    expect(await waits(author, slug, "2027-09-18")).toMatchObject([{ decisionNo: 1, isDecider: false }]);
    expect(await waits(stranger, slug, "2027-09-18")).toEqual([]);
    await tellOutcome(
      db,
      author,
      noon("2027-09-20"),
      slug,
      1,
      OutcomeTold.parse({ met: "partly", outcome: "Hälften" }),
    );
    expect(await waits(author, slug, "2027-10-15")).toEqual([]);
    expect(await waits(decider, slug, "2027-10-15")).toMatchObject([{ met: "partly", isDecider: true }]);
    await back("2027-10-15");
    expect(await mailed(slug)).toHaveLength(4);
    await decide(
      db,
      decider,
      noon("2027-10-15"),
      slug,
      wish({ expectedBy: "2028-04-01", pilotUntil: "2028-04-01", decideAgainOn: "2028-05-01" }),
    );
    expect(await waits(decider, slug, "2027-10-15")).toEqual([]);
  });

  test("does not come back for what is weighed again", async () => {
    const { slug } = await decided();
    await weighAgain(db, colleague, now, slug);
    await back("2027-09-18");
    expect(await mailed(slug)).toEqual([]);
    expect(await waits(decider, slug, "2027-09-18")).toEqual([]);
  });
});

describe("how it went", () => {
  const told = (over: object = {}) => OutcomeTold.parse({ met: "asExpected", outcome: "Färre placeringar", ...over });
  const later = noon("2027-09-20");

  test("stands beside what was expected, and can be told again when more is known", async () => {
    const { id, slug } = await decided();
    await tellOutcome(db, author, later, slug, 1, told({ met: "notKnown" }));
    await tellOutcome(db, decider, later, slug, 1, told());
    expect(await decisionsOf(db, id)).toMatchObject([
      { met: "asExpected", outcome: "Färre placeringar", outcomeBy: "Nils Berg", expectedEffect: "Färre placeringar" },
    ]);
  });

  test("is refused for what began nothing, for a day that has not been, and from others", async () => {
    const { id, slug } = await decided();
    const no = await decided({ decision: "no", pilotWhat: "", pilotWhom: "", pilotUntil: "" });
    await expect(tellOutcome(db, author, later, no.slug, 1, told())).rejects.toMatchObject({ kind: "conflict" });
    await expect(tellOutcome(db, author, later, slug, 2, told())).rejects.toMatchObject({ kind: "not_found" });
    await expect(tellOutcome(db, colleague, later, slug, 1, told())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(tellOutcome(db, stranger, later, slug, 1, told())).rejects.toMatchObject({ kind: "forbidden" });
    for (const wrong of ["2027-09-21", "2027-03-17"])
      await expect(tellOutcome(db, author, later, slug, 1, told({ day: wrong }))).rejects.toMatchObject({
        problems: [{ path: "day" }],
      });
    expect(await decisionsOf(db, id)).toMatchObject([{ met: null }]);
  });
});
