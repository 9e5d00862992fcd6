import { describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { AnswerWords } from "#features/circles/question/answer.ts";
import { removeAnswerText, writeAnswer } from "#features/circles/question/answering/commands.ts";
import { earlierQuestions, guidingQuestions } from "#features/circles/question/bank/queries.ts";
import { askOwnQuestion, chooseQuestions, removeQuestion } from "#features/circles/question/commands.ts";
import { mostQuestions, OwnQuestion, QuestionChoice } from "#features/circles/question/question.ts";
import { questionsCalled, questionsOf } from "#features/circles/question/queries.ts";
import { questionsToAnswer } from "#features/circles/question/todo/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const autumn = noon("2027-10-04");
const later = noon("2027-10-25");
const wordings = { question: String, theme: () => "Tema", invitation: "Inbjudan" };

/** A circle with a leader, and people from two workplaces. */
async function stage(over = {}) {
  const round = await given.published(unit, { state: "running", ...over });
  const leader = await given.planner(unit);
  const placed = async (name: string, workplace: string, employer: string) => {
    const personId = await given.person({ name });
    const email = `${personId}@example.se`;
    const who = { name, email, person_id: personId, workplace, employer };
    const registrationId = await given.registration(round.id, who);
    return { actor: actorWith([], {}, personId), registrationId };
  };
  const asa = await placed("Åsa Berg", "Familjeenheten", "Mölndals stad");
  const bo = await placed("Bo Lind", "familjeenheten", "Mölndals stad");
  const cim = await placed("Cim Ek", "Öppenvården", "Borås stad");
  const choose = async (choice: object) => {
    await chooseQuestions(db, leader, round.id, QuestionChoice.parse(choice), wordings);
    return questionsOf(db, round.id);
  };
  const seen = () => questionsCalled(db, leader, round.slug, day("2027-10-04"));
  return { round, leader, asa, bo, cim, choose, seen };
}

const molndal = "molndals-stad--familjeenheten";
const boras = "boras-stad--oppenvarden";
const words = (over: object) => AnswerWords.parse({ version: 0, ...over });
type Stage = Awaited<ReturnType<typeof stage>>;

/** Writes for a workplace on a question, as somebody and on a day. */
async function answers({ round }: Stage, questionId: string, workplace = molndal) {
  const where = { roundId: round.id, questionId: questionId as never, workplace };
  return (who: { actor: Stage["leader"] }, over: object, at = autumn) =>
    writeAnswer(db, who.actor, at, where, words(over));
}

describe("choosing questions", () => {
  test("takes whole sets and single questions, each once however often it is pressed (R005, R015, R016, R017, R018, R019, R076, R077, R078, R079, R080, R081)", async () => {
    const { choose } = await stage();
    const first = await choose({ sets: ["readiness", "practice"], standard: "participation" });
    expect(first.map(({ kind }) => kind)).toEqual(["text", ...Array.from({ length: 6 }, () => "level"), "practice"]);
    expect(await choose({ sets: ["readiness"], standard: ["participation"] })).toEqual(first);
  });
  test("takes up the guiding questions of the invitation, by source (R095)", async () => {
    const { round, choose } = await stage();
    const guiding = { round_id: round.id, position: 0, source: "research" as const, text: "Vad säger forskningen?" };
    await ownerDb
      .insertInto("guiding_question")
      .values({ id: newId<"guiding_question">(), ...guiding })
      .execute();
    const [offered] = await guidingQuestions(db, round.id);
    expect(await choose({ guiding: offered!.id })).toMatchObject([
      { text: "Vad säger forskningen?", source: "research", kind: "text", standard: null },
    ]);
    expect(await guidingQuestions(db, round.id)).toEqual([]);
  });
  test("what one circle asks in its own words is in the bank of the organiser's next, and of nobody else's", async () => {
    const { round, leader } = await stage();
    const text = `Hur möts vi i korridoren? ${round.slug}`;
    await askOwnQuestion(db, leader, round.id, OwnQuestion.parse({ text, theme: "Vardagen", source: "profession" }));
    const next = await stage();
    const facts = (await next.seen()).room.round;
    const offered = (await earlierQuestions(db, facts)).find((each) => each.text === text);
    expect(offered).toMatchObject({ theme: "Vardagen", source: "profession" });
    expect(await next.choose({ earlier: offered!.id })).toMatchObject([{ text, theme: "Vardagen" }]);
    expect((await earlierQuestions(db, facts)).some((each) => each.text === text)).toBe(false);
    const stranger = { id: facts.id, organisationId: await given.organiser() };
    expect(await earlierQuestions(db, stranger)).toEqual([]);
  });
  test("says so when a chosen question is gone, and takes none of the others", async () => {
    const { round, leader } = await stage();
    const choice = QuestionChoice.parse({ standard: ["everyday"], earlier: [newId<"circle_question">()] });
    await expect(chooseQuestions(db, leader, round.id, choice, wordings)).rejects.toMatchObject({
      code: "question.bank_changed",
    });
    expect(await questionsOf(db, round.id)).toEqual([]);
  });
  test("is for those who lead, in a circle that is not cancelled, and has an end", async () => {
    const { round, leader, asa } = await stage();
    const own = (text: string) => OwnQuestion.parse({ text, theme: "T" });
    await expect(askOwnQuestion(db, asa.actor, round.id, own("Får jag?"))).rejects.toMatchObject({
      code: "question.leaders_choose",
    });
    const stranger = actorWith(["circles:manage"], {}, newId<"person">());
    await expect(askOwnQuestion(db, stranger, round.id, own("Får jag?"))).rejects.toMatchObject({ kind: "not_found" });
    for (let n = 0; n < mostQuestions; n += 1) await askOwnQuestion(db, leader, round.id, own(`Fråga ${n}`));
    await askOwnQuestion(db, leader, round.id, own("FRÅGA 0"));
    await expect(askOwnQuestion(db, leader, round.id, own("En till"))).rejects.toMatchObject({
      code: "question.too_many",
    });
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få" })
      .where("id", "=", round.id)
      .execute();
    await expect(askOwnQuestion(db, leader, round.id, own("En till"))).rejects.toMatchObject({
      code: "question.circle_cancelled",
    });
  });
  test("a question goes only while nobody has answered it", async () => {
    const set = await stage();
    const [everyday, research] = await set.choose({ standard: ["everyday", "research"] });
    await (
      await answers(set, everyday!.id)
    )(set.asa, { body: "Bra" });
    await expect(removeQuestion(db, set.leader, set.round.id, everyday!.id)).rejects.toMatchObject({
      code: "question.is_answered",
    });
    await removeQuestion(db, set.leader, set.round.id, research!.id);
    expect((await questionsOf(db, set.round.id)).map(({ id }) => id)).toEqual([everyday!.id]);
  });
});

describe("answering", () => {
  test("is the workplace's: a colleague goes on where one stopped, and nothing tells who wrote (R003)", async () => {
    const set = await stage();
    const [question] = await set.choose({ standard: ["everyday"] });
    const write = await answers(set, question!.id);
    await write(set.asa, { body: "Vi har bråttom." });
    await write(set.bo, { body: "Vi har bråttom, men pratar.", version: 1 });
    const { answers: standing } = await set.seen();
    expect(standing).toMatchObject([
      { workplaceKey: molndal, version: 2, texts: [{ body: "Vi har bråttom, men pratar." }] },
    ]);
    const columns = ["workplace_answer", "workplace_answer_text", "circle_workplace"] as const;
    for (const table of columns)
      expect(
        Object.keys((await ownerDb.selectFrom(table).selectAll().executeTakeFirstOrThrow()) as object),
      ).not.toEqual(expect.arrayContaining([expect.stringMatching(/_by$|person|registration|writer/u)]));
  });
  test("at a later meeting stands beside what was answered before, so that one sees it grow (R005)", async () => {
    const set = await stage();
    const questions = await set.choose({ sets: ["readiness"] });
    const write = await answers(set, questions[1]!.id);
    await write(set.asa, { level: 0, gap: "Tid" });
    await write(set.asa, { level: 2, body: "En timme i veckan", version: 1 }, later);
    const [answer] = (await set.seen()).answers;
    const [first, second] = (await set.seen()).room.round.sessions;
    expect(answer!.texts).toMatchObject([
      { sessionId: first!.id, level: 0, gap: "Tid" },
      { sessionId: second!.id, level: 2, gap: null },
    ]);
  });
  test("of two who began from the same, the second is told and nothing is written over; sent twice it is one", async () => {
    const set = await stage();
    const [question] = await set.choose({ standard: ["everyday"] });
    const write = await answers(set, question!.id);
    const sent = await Promise.allSettled([write(set.asa, { body: "Ett" }), write(set.bo, { body: "Två" })]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [lost] = sent.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toMatchObject({ code: "question.changed_meanwhile" });
    const [answer] = (await set.seen()).answers;
    const { body } = answer!.texts[0]!;
    expect(await write(set.bo, { body })).toEqual({ id: answer!.id, version: 1 });
    expect((await set.seen()).answers).toEqual([answer]);
  });
  test("is for one's own workplace and for those who lead, and not there for those outside or who have left", async () => {
    const set = await stage();
    const [question] = await set.choose({ standard: ["everyday"] });
    const [ours, theirs] = [await answers(set, question!.id), await answers(set, question!.id, boras)];
    await expect(theirs(set.asa, { body: "Inte vårt" })).rejects.toMatchObject({ code: "question.not_your_workplace" });
    await theirs({ actor: set.leader }, { body: "Cim berättar" });
    const stranger = { actor: actorWith(["circles:manage"], {}, newId<"person">()) };
    await expect(ours(stranger, { body: "Hej" })).rejects.toMatchObject({ kind: "not_found" });
    await ours(set.bo, { body: "Kvar" });
    for (const { registrationId } of [set.asa, set.bo])
      await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", registrationId).execute();
    await expect(ours(set.bo, { body: "Borta", version: 1 })).rejects.toMatchObject({ kind: "not_found" });
    expect((await set.seen()).workplaces.map(({ key }) => key)).toEqual([boras, molndal]);
    await ours({ actor: set.leader }, { body: "Kvar, och läst", version: 1 });
  });
  test("wants what the question asks, a workplace of the circle, and a meeting to answer at", async () => {
    const set = await stage();
    const [question] = await set.choose({ standard: ["everyday"] });
    const write = await answers(set, question!.id);
    await expect(write(set.asa, { level: 2, body: "a" })).rejects.toMatchObject({
      problems: [{ path: "level", code: "question.answer.notAsked" }],
    });
    const nowhere = await answers(set, question!.id, "ingen--stans");
    await expect(nowhere({ actor: set.leader }, { body: "a" })).rejects.toMatchObject({
      code: "question.no_such_workplace",
    });
    const other = await stage();
    const elsewhere = await answers(other, question!.id);
    await expect(elsewhere(other.asa, { body: "a" })).rejects.toMatchObject({ code: "question.no_such_question" });
    await ownerDb.updateTable("session").set({ called_off: true }).where("round_id", "=", set.round.id).execute();
    await expect(write(set.asa, { body: "a" })).rejects.toMatchObject({ code: "question.no_meetings" });
  });
  test("that tells of a client is taken away for good at its meeting, and the log does not say what it was", async () => {
    const set = await stage();
    const [question] = await set.choose({ standard: ["everyday"] });
    const write = await answers(set, question!.id);
    const { id: answerId } = await write(set.asa, { body: "Ett namn som inte ska stå här" });
    const [session] = (await set.seen()).room.round.sessions;
    const which = { roundId: set.round.id, answerId, sessionId: session!.id };
    await expect(removeAnswerText(db, set.cim.actor, autumn, which)).rejects.toMatchObject({
      code: "question.not_your_workplace",
    });
    await removeAnswerText(db, set.bo.actor, autumn, which);
    await expect(removeAnswerText(db, set.bo.actor, autumn, which)).rejects.toMatchObject({
      code: "question.no_such_answer",
    });
    expect((await set.seen()).answers).toEqual([]);
    const trail = await ownerDb.selectFrom("audit_record").where("about", "=", answerId).selectAll().execute();
    expect(trail.map(({ what }) => what)).toEqual(["circles.question_answered", "circles.answer_removed"]);
    expect(JSON.stringify(trail)).not.toContain("Ett namn");
    // Whoever still has the first version before them has not seen what came after.
    await expect(write(set.asa, { body: "Om igen", version: 1 })).rejects.toMatchObject({
      code: "question.changed_meanwhile",
    });
    expect(await write(set.asa, { body: "Om igen" })).toMatchObject({ version: 3 });
  });
});

describe("ways of working", () => {
  test("stand one by one with what each rests on; tradition and not knowing are answers (R019)", async () => {
    const set = await stage();
    const [question] = await set.choose({ sets: ["practice"] });
    const write = await answers(set, question!.id);
    const { id } = await write(set.asa, { name: "Hembesök", restsOn: "tradition" });
    await write(set.bo, { name: "Nätverksmöte", restsOn: ["research", "serviceUser"], body: "Det är prövat." });
    await expect(write(set.bo, { name: "hembesök", restsOn: "research" })).rejects.toMatchObject({
      problems: [{ path: "name", code: "question.way_exists" }],
    });
    const where = { roundId: set.round.id, questionId: question!.id, workplace: molndal, answerId: id };
    await expect(
      writeAnswer(db, set.bo.actor, later, where, words({ name: "Nätverksmöte", restsOn: "unknown", version: 1 })),
    ).rejects.toMatchObject({ problems: [{ path: "name", code: "question.way_exists" }] });
    await writeAnswer(
      db,
      set.bo.actor,
      later,
      where,
      words({ name: "Hembesök i par", restsOn: "unknown", version: 1 }),
    );
    expect((await set.seen()).answers).toMatchObject([
      { name: "Hembesök i par", texts: [{ restsOn: ["tradition"] }, { restsOn: ["unknown"] }] },
      { name: "Nätverksmöte", texts: [{ restsOn: ["research", "serviceUser"] }] },
    ]);
  });
  test("of which nothing is said any more is gone, with its name", async () => {
    const set = await stage();
    const [question] = await set.choose({ sets: ["practice"] });
    const { id: answerId } = await (
      await answers(set, question!.id)
    )(set.asa, { name: "Fel namn", restsOn: "unknown" });
    const [session] = (await set.seen()).room.round.sessions;
    await removeAnswerText(db, set.asa.actor, autumn, { roundId: set.round.id, answerId, sessionId: session!.id });
    expect(await ownerDb.selectFrom("workplace_answer").where("id", "=", answerId).selectAll().execute()).toEqual([]);
  });

  test("the database itself takes no ground beside not knowing, and no answer that says nothing", async () => {
    const set = await stage();
    const [question] = await set.choose({ sets: ["practice"] });
    const { id } = await (await answers(set, question!.id))(set.asa, { name: "Hembesök", restsOn: "unknown" });
    const change = (over: object) =>
      ownerDb.updateTable("workplace_answer_text").set(over).where("answer_id", "=", id).execute();
    await expect(change({ rests_on: ["unknown", "research"] })).rejects.toMatchObject({ code: "23514" });
    await expect(change({ rests_on: null })).rejects.toMatchObject({ code: "23514" });
    await change({ rests_on: ["research"] });
  });
});

test("what a workplace has left to answer waits on the page of the day for a week before a meeting, and not longer", async () => {
  const set = await stage();
  const questions = await set.choose({ standard: ["everyday", "research"] });
  const left = async (date: string, { actor } = set.asa) =>
    (await questionsToAnswer(db, actor, noon(date)())).map(({ count, date: meets }) => `${count} ${meets.toString()}`);
  expect(await left("2027-10-16")).toEqual(["2 2027-10-22"]);
  expect(await left("2027-10-14")).toEqual([]);
  await (
    await answers(set, questions[0]!.id)
  )(set.bo, { body: "Bra" });
  expect(await left("2027-10-16")).toEqual(["1 2027-10-22"]);
  expect(await left("2027-10-16", set.cim)).toEqual(["2 2027-10-22"]);
  await (
    await answers(set, questions[1]!.id)
  )(set.asa, { body: "Nej" });
  expect(await left("2027-10-16")).toEqual([]);
  expect(await left("2027-10-16", { ...set.cim, actor: nobody })).toEqual([]);
});
