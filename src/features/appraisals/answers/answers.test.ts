import { describe, expect, test } from "vitest";
import { catalogues } from "#catalogues.ts";
import { askedIn } from "#features/appraisals/answers/answer.ts";
import { AnswerWish, InquiryAnswer, NewInquiry } from "#features/appraisals/answers/answer-words.ts";
import { answerInquiry, askAuthors, chooseForm, writeAnswer } from "#features/appraisals/answers/commands.ts";
import { answerJobs } from "#features/appraisals/answers/jobs.ts";
import { knownFactsOf } from "#features/appraisals/answers/known/queries.ts";
import { proposedAnswer } from "#features/appraisals/answers/parts/known-sayings.ts";
import { answeredChecklist } from "#features/appraisals/answers/queries.ts";
import { answersOverdue, inquiriesAnswered, inquiriesToAnswer } from "#features/appraisals/answers/todo/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { newId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { runJobs } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const translate = translators(catalogues);
const t = translate.sv;
const now = noon("2027-03-18");
const unit = await organisation({ name: "Familjeenheten" });
const heby = await organisation({ name: "Heby kommun" });
const eva = await person({ name: "Eva Lund", email: "eva@example.se" });
const mio = await person({ name: "Mio Ek", email: "mio@example.se" });
const nils = await person({ name: "Nils Berg", email: "nils@example.se" });
await role(nils, "unitManager", { organisation: unit });
const [author, other, decider] = [await actor(eva), await actor(mio), await actor(nils)];
const stranger = await someone("unitManager", { organisation: heby });
// The first eight are in the short form.
const texts = Array.from({ length: 9 }, (_, at) => `Fråga ${at + 1}?`);

async function weighed(over: object = {}, more: object = {}) {
  const checklist = await appraisals.checklist(texts);
  const made = await appraisals.appraisal(
    unit,
    { decider_id: nils, ...over },
    { authors: [eva, mio], checklist, ...more },
  );
  const read = async () => answeredChecklist(db, await appraisalInside(db, author, made.slug, someDay));
  const questions = (await read()).questions.map(({ id }) => id);
  return { ...made, read, questions, first: questions[0] ?? "", last: questions[8] ?? "" };
}
const wish = (over: object = {}) =>
  AnswerWish.parse({ standing: "answered", text: "Tisdagsmötet", version: 0, ...over });

describe("an answer", () => {
  test("is written by an author with who answers for it and where it is from (R181)", async () => {
    const { slug, first, read } = await weighed();
    await writeAnswer(db, author, now, slug, first, wish({ ownerId: mio, source: "Gruppledarna" }));
    const { questions, tally } = await read();
    expect(questions[0]?.answer).toMatchObject({
      text: "Tisdagsmötet",
      owner: "Mio Ek",
      source: "Gruppledarna",
      version: 1,
    });
    expect(tally).toEqual({ answered: 1, unknown: 0, notRelevant: 0, waiting: 7, all: 8 });
  });

  test("that is not known stands as a risk with the day it is to be known, and comes back on that day", async () => {
    const { slug, first, read } = await weighed();
    await writeAnswer(db, author, now, slug, first, wish({ standing: "unknown", text: null, knownBy: "2027-04-04" }));
    expect((await read()).tally).toMatchObject({ unknown: 1 });
    const due = async (date: string) =>
      (await answersOverdue(db, author, noon(date)())).filter((each) => each.slug === slug);
    expect(await due("2027-04-03")).toEqual([]);
    expect(await due("2027-04-04")).toMatchObject([{ count: 1 }]);
    expect(await answersOverdue(db, stranger, noon("2027-04-04")())).toEqual([]);
  });

  test.each([
    { what: "an answer without words", over: { text: "" }, path: "text", code: "appraisal_answer.text_missing" },
    {
      what: "no question here, without why",
      over: { standing: "notRelevant", text: null },
      path: "text",
      code: "appraisal_answer.why_missing",
    },
    {
      what: "a day to be known for what is known",
      over: { knownBy: "2027-05-01" },
      path: "knownBy",
      code: "appraisal_answer.known_already",
    },
    {
      what: "two who answer for it",
      over: { ownerId: eva, ownerName: "Ekonomen" },
      path: "ownerName",
      code: "appraisal_answer.one_owner",
    },
  ])("is refused at its field: $what", ({ over, path, code }) => {
    const { error } = AnswerWish.safeParse({ standing: "answered", text: "Ja", version: 0, ...over });
    expect(error?.issues).toMatchObject([{ path: [path], params: { code } }]);
  });

  test("holds no personal number, in any of its texts", () => {
    for (const field of ["text", "source", "ownerName"]) {
      const { error } = AnswerWish.safeParse({ standing: "answered", text: "Ja", version: 0, [field]: "191212121212" });
      expect(error?.issues, field).toMatchObject([{ path: [field], params: { code: "kernel.personal_number" } }]);
    }
  });

  test("of two who write at once the second is told, and nothing is written over", async () => {
    const { slug, first, read } = await weighed();
    const both = await Promise.allSettled([
      writeAnswer(db, author, now, slug, first, wish({ text: "Evas" })),
      writeAnswer(db, other, now, slug, first, wish({ text: "Mios" })),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((each) => each.status === "rejected");
    expect(refused?.reason).toMatchObject({ kind: "conflict", code: "appraisal_answer.changed_meanwhile" });
    expect((await read()).questions[0]?.answer).toMatchObject({ version: 1 });
    await writeAnswer(db, other, now, slug, first, wish({ text: "Mios", version: 1 }));
    expect((await read()).questions[0]?.answer).toMatchObject({ text: "Mios", version: 2 });
  });

  test("is not the decider's to write, not a stranger's to see, and not written once it is proposed", async () => {
    const { id, slug, first, read } = await weighed();
    await expect(writeAnswer(db, decider, now, slug, first, wish())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(writeAnswer(db, stranger, now, slug, first, wish())).rejects.toMatchObject({ kind: "not_found" });
    await ownerDb
      .updateTable("appraisal")
      .set({ state: "proposed", proposed_at: now() })
      .where("id", "=", id)
      .execute();
    await expect(writeAnswer(db, author, now, slug, first, wish())).rejects.toMatchObject({ kind: "conflict" });
    expect((await read()).tally.answered).toBe(0);
  });

  test("is refused for a question of another checklist, and for days that cannot be", async () => {
    const { slug, first } = await weighed();
    const elsewhere = await weighed();
    const attempts = [
      [elsewhere.first, wish(), { kind: "not_found" }],
      ["no-id-at-all", wish(), { kind: "not_found" }],
      [first, wish({ answeredOn: "2027-03-19" }), { problems: [{ path: "answeredOn" }] }],
      [first, wish({ standing: "unknown", knownBy: "2027-03-17" }), { problems: [{ path: "knownBy" }] }],
      [first, wish({ ownerId: newId() }), { problems: [{ path: "ownerId" }] }],
    ] as const;
    for (const [question, said, refusal] of attempts)
      await expect(writeAnswer(db, author, now, slug, question, said)).rejects.toMatchObject(refusal);
  });
});

describe("the form", () => {
  test("is switched without losing what was answered (R181)", async () => {
    const { slug, last, read } = await weighed();
    await chooseForm(db, author, now, slug, { form: "full" });
    await writeAnswer(db, author, now, slug, last, wish({ text: "Avhopp" }));
    await chooseForm(db, author, now, slug, { form: "short" });
    const { questions, tally, answeredBeside } = await read();
    expect(askedIn("short", questions)).toHaveLength(8);
    expect(tally.all).toBe(8);
    expect(answeredBeside).toBe(1);
    expect(questions[8]?.answer?.text).toBe("Avhopp");
    await expect(chooseForm(db, decider, now, slug, { form: "full" })).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("what whoever decides asks", () => {
  const asked = (over: object = {}) => NewInquiry.parse({ text: "Vad händer med tisdagsmötet?", ...over });
  const mails = async (about: string) =>
    (await ownerDb.selectFrom("mail").where("about", "=", about).orderBy("id").select("to_address").execute()).map(
      (mail) => mail.to_address,
    );
  const deliver = () => runJobs(db, answerJobs, { now, translate });

  test("comes to the authors by mail and under Today, and its answer to whoever asked (R189)", async () => {
    const { slug, first, read } = await weighed();
    const { id } = await askAuthors(db, decider, now, slug, asked({ questionId: first }));
    await deliver();
    expect((await mails(id)).toSorted()).toEqual(["eva@example.se", "mio@example.se"]);
    expect((await inquiriesToAnswer(db, author)).filter((each) => each.slug === slug)).toMatchObject([{ count: 1 }]);
    await answerInquiry(db, author, now, slug, id, InquiryAnswer.parse({ text: "Det slutar vi med" }));
    await deliver();
    expect((await mails(id)).toSorted()).toEqual(["eva@example.se", "mio@example.se", "nils@example.se"]);
    expect((await inquiriesToAnswer(db, author)).filter((each) => each.slug === slug)).toEqual([]);
    expect((await inquiriesAnswered(db, decider, now())).some((each) => each.slug === slug)).toBe(true);
    expect((await read()).questions[0]?.inquiries).toMatchObject([
      { askedBy: "Nils Berg", answer: "Det slutar vi med", answeredBy: "Eva Lund" },
    ]);
  });

  test("is not mailed once it is answered", async () => {
    const { slug } = await weighed();
    const { id } = await askAuthors(db, decider, now, slug, asked());
    await answerInquiry(db, author, now, slug, id, { text: "Ja" });
    await deliver();
    expect(await mails(id)).toEqual(["nils@example.se"]);
  });

  test("is not there in another appraisal, is answered once, and is not an author's to ask", async () => {
    const [own, elsewhere] = [await weighed(), await weighed()];
    const { id } = await askAuthors(db, decider, now, elsewhere.slug, asked());
    await expect(answerInquiry(db, author, now, own.slug, id, { text: "Ja" })).rejects.toMatchObject({
      kind: "not_found",
      code: "appraisal_answer.no_such_inquiry",
    });
    await expect(answerInquiry(db, stranger, now, elsewhere.slug, id, { text: "Ja" })).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await elsewhere.read()).inquiries).toMatchObject([{ answer: null }]);
    await answerInquiry(db, author, now, elsewhere.slug, id, { text: "Ja" });
    await expect(answerInquiry(db, other, now, elsewhere.slug, id, { text: "Nej" })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(askAuthors(db, author, now, own.slug, asked())).rejects.toMatchObject({ kind: "forbidden" });
    const foreign = asked({ questionId: elsewhere.first });
    await expect(askAuthors(db, decider, now, own.slug, foreign)).rejects.toMatchObject({
      problems: [{ path: "questionId" }],
    });
  });
});

describe("what the platform knows", () => {
  const known = async (slug: string) => knownFactsOf(db, await appraisalInside(db, author, slug, someDay));
  const decided = { reason: "Skäl", decided_on: day("2026-03-18"), recorded_at: now(), is_sole_author: false };
  const expected = { expected_effect: "Färre", measured_how: "Före och efter", stop_when: "Avhopp" };

  test("is proposed with where it is from, and answers nothing by itself", async () => {
    const method = await appraisals.method(unit, { cost: "40 000 kronor", licence: "Fri", replaces: "Tisdagsmötet" });
    const { slug, read } = await weighed({}, { method });
    const facts = await known(slug);
    expect(proposedAnswer(t, "methodCost", facts)).toEqual({
      text: "40 000 kronor\nLicens: Fri",
      source: "Metodregistret: kostnad för Nätverksmöten",
    });
    expect(proposedAnswer(t, "methodReplaces", facts)?.text).toBe("Tisdagsmötet");
    expect(proposedAnswer(t, "methodTraining", facts)).toBeUndefined();
    expect(proposedAnswer(t, "methodUses", facts)).toBeUndefined();
    expect(proposedAnswer(t, null, facts)).toBeUndefined();
    expect((await read()).tally.answered).toBe(0);
  });

  test("tells who else uses it, what they decided and what came of it, and nothing that is still weighed", async () => {
    const method = await appraisals.method(unit);
    const theirs = await appraisals.appraisal(heby, { state: "decided", decider_id: nils }, { method });
    await ownerDb
      .insertInto("appraisal_decision")
      .values({
        id: newId<"appraisal_decision">(),
        appraisal_id: theirs.id,
        decision_no: 1,
        decision: "broad",
        ...decided,
        ...expected,
        expected_by: day("2027-03-18"),
        outcome: "Färre placeringar",
        outcome_met: "asExpected",
        outcome_on: day("2027-03-01"),
      })
      .execute();
    await ownerDb
      .insertInto("method_use")
      .values({ id: newId<"method_use">(), method_id: method, organisation_id: heby, phase: "fullUse" })
      .execute();
    const { slug } = await weighed({}, { method });
    expect(proposedAnswer(t, "methodUses", await known(slug))?.text).toContain("Heby kommun");
    expect(proposedAnswer(t, "methodUses", await known(slug))?.text).toContain("det gick som väntat");
    expect(proposedAnswer(t, "timeToEffect", await known(slug))?.text).toBe(
      "Heby kommun väntade sig effekt efter 12 månader, det gick som väntat.",
    );
    await ownerDb.updateTable("appraisal").set({ state: "weighing" }).where("id", "=", theirs.id).execute();
    expect(proposedAnswer(t, "timeToEffect", await known(slug))).toBeUndefined();
    expect(proposedAnswer(t, "methodUses", await known(slug))?.text).not.toContain("beslutade");
  });

  test("of research is always said of all three sources (R065)", async () => {
    const { id, slug } = await weighed();
    expect(proposedAnswer(t, "research", await known(slug))).toBeUndefined();
    await ownerDb
      .updateTable("appraisal_source")
      .set({ standing: "found", summary: "Två studier" })
      .where("appraisal_id", "=", id)
      .where("source", "=", "research")
      .execute();
    const text = proposedAnswer(t, "research", await known(slug))?.text ?? "";
    for (const source of ["Forskning", "Professionens kunskap", "Brukarnas kunskap: Inte sökt än"])
      expect(text).toContain(source);
  });
});
