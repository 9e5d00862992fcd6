import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given } from "../../../../test/given.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import {
  gatherAnswers,
  letEachBeItsOwn,
  putWithQuestion,
  setAnswersAside,
  takeAnswersUp,
} from "#features/workshops/merging/commands.ts";
import {
  addQuestion,
  joinQuestions,
  removeQuestion,
  splitQuestion,
  wordQuestion,
} from "#features/workshops/merging/questions/commands.ts";
import { mergedQuestionsOf, mergingOf } from "#features/workshops/merging/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const workshops = givenWorkshops(ownerDb);
let unit: OrganisationId;
let leader: Actor;

beforeAll(async () => {
  const { organisation, someone } = given(ownerDb);
  unit = await organisation();
  leader = await someone("developmentLeader", { organisation: unit });
});

/** A room with answers from two groups. */
async function room(texts: readonly string[], over = {}) {
  const workshop = await workshops.workshop(unit, { state: "closed", ...over });
  const groups = [await workshops.group(workshop.id, "Norr"), await workshops.group(workshop.id, "Söder")];
  const asked = await workshops.question(workshop.id, "open", "Vad behöver vi ta reda på?");
  const ids = [];
  for (const [at, text] of texts.entries())
    ids.push(await workshops.answer(workshop.id, asked.id, { text }, { group: groups[at % 2] }));
  return { ...workshop, ids };
}

const raw = (id: WorkshopId) =>
  ownerDb
    .selectFrom("workshop_answer")
    .where("workshop_id", "=", id)
    .orderBy("answer_no")
    .select(["id", "text", "group_id", "question_id"])
    .execute();

describe("answers are made into questions", () => {
  test("merged by a person, worded, and followed back to what each group wrote, word for word (R182, R183)", async () => {
    const { id, slug, ids } = await room(["Vilka risker finns?", "Finns det risker??", "Vad kostar det"]);
    const [first, second, third] = ids;
    const gathered = await gatherAnswers(db, leader, now, slug, {
      answers: [second!, first!],
      text: null,
      dimension: "harmRisk",
    });
    await letEachBeItsOwn(db, leader, now, slug, { answers: [third!] });
    await wordQuestion(db, leader, now, slug, gathered.id, {
      version: 1,
      text: "Vilka risker ser vi?",
      help: "För vem?",
      dimension: "harmRisk",
    });
    expect(await mergedQuestionsOf(db, id)).toMatchObject([
      {
        text: "Vilka risker ser vi?",
        dimension: "harmRisk",
        isAddition: false,
        answers: [
          { text: "Vilka risker finns?", group: "Norr" },
          { text: "Finns det risker??", group: "Söder" },
        ],
      },
      { text: "Vad kostar det", dimension: null, answers: [{ text: "Vad kostar det", group: "Norr" }] },
    ]);
  });

  test("a question nobody has worded has the words of the first answer in the room", async () => {
    const { slug, ids, id } = await room(["Först\nsagt", "Sedan sagt"]);
    await gatherAnswers(db, leader, now, slug, { answers: ids.toReversed(), text: null, dimension: null });
    expect((await mergedQuestionsOf(db, id))[0]).toMatchObject({
      text: "Först sagt",
      answers: [{ text: "Först\nsagt" }, {}],
    });
  });

  test("what is set aside says why, and can be taken up again", async () => {
    const { slug, ids, id } = await room(["Fika?", "Vad kostar det?"]);
    await setAnswersAside(db, leader, now, slug, { answers: [ids[0]!], reason: "Handlar om något annat" });
    expect(await mergingOf(db, id)).toMatchObject({
      setAside: [{ text: "Fika?", reason: "Handlar om något annat" }],
      waiting: [{ text: "Vad kostar det?" }],
    });
    await takeAnswersUp(db, leader, now, slug, { answers: [ids[0]!] });
    expect((await mergingOf(db, id)).waiting).toHaveLength(2);
  });

  test("an addition is marked as not from the group", async () => {
    const { slug, id } = await room([]);
    await addQuestion(db, leader, now, slug, { text: "Når det alla lika?", help: null, dimension: "equity" });
    expect(await mergedQuestionsOf(db, id)).toMatchObject([{ dimension: "equity", isAddition: true, answers: [] }]);
  });

  test("in an anonymous workshop no answer shows its group", async () => {
    const { slug, ids, id } = await room(["Vad kostar det?"], { is_anonymous: true });
    await letEachBeItsOwn(db, leader, now, slug, { answers: ids });
    expect((await mergedQuestionsOf(db, id))[0]?.answers).toEqual([expect.objectContaining({ group: null })]);
  });

  test("what was hidden from the room is hidden here, and kept", async () => {
    const { slug, ids, id } = await room(["Rå text", "Vad kostar det?"]);
    await ownerDb.updateTable("workshop_answer").set({ hidden_at: now() }).where("id", "=", ids[0]!).execute();
    expect((await mergingOf(db, id)).waiting.map(({ text }) => text)).toEqual(["Vad kostar det?"]);
    await expect(letEachBeItsOwn(db, leader, now, slug, { answers: ids })).rejects.toMatchObject({
      code: "merging.no_such_answer",
    });
    expect(await raw(id)).toHaveLength(2);
  });
});

describe("two who merge at once", () => {
  test("an answer that somebody else has dealt with is not moved unseen", async () => {
    const { slug, ids, id } = await room(["A", "B", "C"]);
    const both = await Promise.allSettled([
      gatherAnswers(db, leader, now, slug, { answers: [ids[0]!, ids[1]!], text: null, dimension: null }),
      gatherAnswers(db, leader, now, slug, { answers: [ids[1]!, ids[2]!], text: null, dimension: null }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "merging.placed_meanwhile" },
    });
    expect((await mergingOf(db, id)).waiting).toHaveLength(1);
  });

  test("whoever words a question that has changed since they read it is told", async () => {
    const { slug, ids } = await room(["A", "B"]);
    const { id } = await gatherAnswers(db, leader, now, slug, { answers: [ids[0]!], text: "Ett", dimension: null });
    await putWithQuestion(db, leader, now, slug, { answers: [ids[1]!], questionId: id });
    const words = { text: "Två", help: null, dimension: null };
    await expect(wordQuestion(db, leader, now, slug, id, { version: 1, ...words })).rejects.toMatchObject({
      kind: "conflict",
      code: "merging.changed_meanwhile",
    });
    // Negative control: from the version it has, the same is taken.
    await wordQuestion(db, leader, now, slug, id, { version: 2, ...words });
  });
});

describe("who may", () => {
  test("nobody from elsewhere finds it, and nothing is written", async () => {
    const { organisation, someone } = given(ownerDb);
    const stranger = await someone("developmentLeader", { organisation: await organisation() });
    const { slug, ids, id } = await room(["A"]);
    await expect(letEachBeItsOwn(db, stranger, now, slug, { answers: ids })).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await mergingOf(db, id)).questions).toEqual([]);
  });

  test("an answer of another workshop is not there", async () => {
    const [one, other] = [await room(["A"]), await room(["B"])];
    await expect(letEachBeItsOwn(db, leader, now, one.slug, { answers: other.ids })).rejects.toMatchObject({
      code: "merging.no_such_answer",
    });
  });
});

test("an answer is never changed, by whatever door; hiding it is no change", async () => {
  const { ids } = await room(["A"]);
  const row = ownerDb.updateTable("workshop_answer").where("id", "=", ids[0]!);
  await expect(row.set({ text: "B" }).execute()).rejects.toThrow("An answer is never changed");
  await row.set({ hidden_at: now() }).execute();
});

const deeds = ["gather", "each", "put", "aside", "up", "split", "join", "remove", "add"] as const;

test("merging never loses an answer and never changes one, whatever is done in whatever order", async () => {
  const step = fc.record({
    deed: fc.constantFrom(...deeds),
    one: fc.nat(),
    other: fc.nat(),
    many: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const { id, slug } = await room(["A", "B", "C", "D", "E"]);
      const before = await raw(id);
      for (const each of steps) {
        await carryOut(id, slug, each);
        const { questions, setAside, waiting } = await mergingOf(db, id);
        const standing = [...questions.flatMap(({ answers }) => answers), ...setAside, ...waiting].map(
          (answer) => answer.id,
        );
        // Each stands in exactly one place, and all of them stand somewhere.
        expect(standing.toSorted()).toEqual(before.map((answer) => answer.id).toSorted());
        expect(questions.every(({ isAddition, answers }) => isAddition || answers.length > 0)).toBe(true);
      }
      expect(await raw(id)).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 240_000);

type Step = {
  readonly deed: (typeof deeds)[number];
  readonly one: number;
  readonly other: number;
  readonly many: number;
};

/** One step, with what there is to take: steps for which there is nothing are passed over. */
async function carryOut(id: WorkshopId, slug: string, { deed, one, other, many }: Step): Promise<void> {
  const { questions, setAside, waiting } = await mergingOf(db, id);
  const some = <T>(all: readonly T[]) => all.slice(one % Math.max(1, all.length)).slice(0, many);
  const answers = some(waiting).map((answer) => answer.id);
  const question = questions[one % Math.max(1, questions.length)];
  const second = questions[other % Math.max(1, questions.length)];
  const version = question?.version ?? 0;
  if (deed === "add") await addQuestion(db, leader, now, slug, { text: "Vårt", help: null, dimension: "equity" });
  if (deed === "gather" && answers.length > 0)
    await gatherAnswers(db, leader, now, slug, { answers, text: "Ihop", dimension: null });
  if (deed === "each" && answers.length > 0) await letEachBeItsOwn(db, leader, now, slug, { answers });
  if (deed === "aside" && answers.length > 0) await setAnswersAside(db, leader, now, slug, { answers, reason: "Nej" });
  if (deed === "up" && setAside.length > 0)
    await takeAnswersUp(db, leader, now, slug, { answers: some(setAside).map((answer) => answer.id) });
  if (!question) return;
  if (deed === "put" && answers.length > 0)
    await putWithQuestion(db, leader, now, slug, { answers, questionId: question.id });
  if (deed === "split" && question.answers.length > 0)
    await splitQuestion(db, leader, now, slug, question.id, {
      version,
      answers: some(question.answers).map((answer) => answer.id),
    });
  if (deed === "join" && second && second.id !== question.id)
    await joinQuestions(db, leader, now, slug, question.id, { version, into: second.id });
  if (deed === "remove") await removeQuestion(db, leader, now, slug, question.id, { version });
}
