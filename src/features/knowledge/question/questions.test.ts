import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { answerQuestion, makeItemOfAnswer } from "#features/knowledge/question/answer/commands.ts";
import { askQuestion, changeQuestion } from "#features/knowledge/question/commands.ts";
import { sayWhetherHelped } from "#features/knowledge/question/helped/commands.ts";
import { questionsListed } from "#features/knowledge/question/listing/queries.ts";
import { answerWords } from "#features/knowledge/question/parts/answer-words.ts";
import { NewQuestion, QuestionAnswer, QuestionChange } from "#features/knowledge/question/question-words.ts";
import { questionInside } from "#features/knowledge/question/queries.ts";
import {
  closeQuestion,
  passQuestionOn,
  putQuestionBack,
  takeQuestion,
} from "#features/knowledge/question/steps/commands.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenQuestions } from "../../../../test/given-questions.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const questions = givenQuestions(ownerDb);

type Acting = Actor & { personId: PersonId };
let region: OrganisationId, municipality: OrganisationId, unit: OrganisationId, elsewhere: OrganisationId;
let asker: Acting, local: Acting, regional: Acting, outsider: Acting;

beforeAll(async () => {
  region = await organisation({ name: "FoU Länet" });
  municipality = await organisation({ name: "Södra Länets kommun", kinds: ["other"] });
  unit = await organisation({ name: "Familjehemsenheten", parent_id: municipality, kinds: ["unit"] });
  elsewhere = await organisation({ name: "FoU Väst" });
  await ownerDb
    .insertInto("organisation_relation")
    .values({ id: newId(), from_id: municipality, to_id: region, kind: "memberOf" })
    .execute();
  asker = await someone("participant", { organisation: unit }, { name: "Eva Lund" });
  local = await someone("municipalCoordinator", { organisation: municipality }, { name: "Bo Ek" });
  regional = await someone("developmentLeader", { organisation: region }, { name: "Siv Alm" });
  outsider = await someone("developmentLeader", { organisation: elsewhere }, { name: "Vera Utberg" });
});

const text = "Vilka insatser minskar avbrott för tonåringar i familjehem?";
const ask = (over: object = {}, who: Actor = asker) =>
  askQuestion(db, who, now, NewQuestion.parse({ text, organisationId: unit, ...over }));
const row = (slug: string) =>
  ownerDb.selectFrom("knowledge_question").where("slug", "=", slug).selectAll().executeTakeFirstOrThrow();
const howMany = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from knowledge_question`.execute(ownerDb)).rows[0]?.count;

const found = { standing: "found", says: "Två översikter pekar åt samma håll." };
const inVain = { standing: "soughtNoneFound", soughtWhere: "Frågade tre enheter" };
const notSought = { standing: "notSought" };
const answerOf = (over: object = {}) =>
  QuestionAnswer.parse({
    answer: "Stöd till familjehemmet ger färre avbrott.",
    sources: { research: found, profession: inVain, serviceUsers: notSought },
    ...over,
  });

describe("asking", () => {
  test("anybody with a role asks, and the question goes to the nearest who answers: at home first (R146)", async () => {
    const { slug, withId } = await ask({ population: "tonåringar", neededBy: "2027-04-01" });
    expect(withId).toBe(municipality);
    expect(await row(slug)).toMatchObject({ state: "asked", asked_by: asker.personId, organisation_id: unit });
    expect(slug).toMatch(/^2027-03-18/u);
    const { steps } = await questionInside(db, asker, slug);
    expect(steps).toMatchObject([{ step: "asked", to: "Södra Länets kommun", by: "Eva Lund" }]);
  });

  test("it goes to the region where nobody answers at home, and stays where nobody answers at all", async () => {
    const alone = await organisation({ name: "Ensamma kommunen", kinds: ["other"] });
    const ada = await someone("guest", { organisation: alone });
    expect((await ask({ organisationId: alone }, ada)).withId).toBe(alone);
    await ownerDb
      .insertInto("organisation_relation")
      .values({ id: newId(), from_id: region, to_id: alone, kind: "serves" })
      .execute();
    expect((await ask({ organisationId: alone }, ada)).withId).toBe(region);
  });

  test.each([
    { why: "no role there", over: () => ({ organisationId: elsewhere }), code: "ask.not_your_organisation" },
    { why: "a day that has been", over: () => ({ neededBy: "2027-03-17" }), code: "web.form_invalid" },
  ])("with $why it is refused, and nothing is asked", async ({ over, code }) => {
    const before = await howMany();
    await expect(ask(over())).rejects.toMatchObject({ code });
    expect(await howMany()).toBe(before);
  });

  test("a personal number is refused before anything else", () => {
    const result = NewQuestion.safeParse({ text: "Vad gör vi för 191212121212?", organisationId: unit });
    expect(result.error?.issues[0]).toMatchObject({ path: ["text"], params: { code: "kernel.personal_number" } });
  });

  test("one that names a client is refused with where it stands, until it is said to be of none", async () => {
    const before = await howMany();
    const named = { text: "Hur hjälper vi Kalle Karlsson?", population: "pojken på storgatan 5" };
    await expect(ask(named)).rejects.toMatchObject({
      code: "web.form_invalid",
      problems: [
        { path: "text", code: "ask.sign.name", values: { found: "Kalle Karlsson", start: 16, end: 29 } },
        { path: "population", code: "ask.sign.address", values: { found: "storgatan 5" } },
      ],
    });
    await expect(ask({ ...named, notOfClient: ["Kalle Karlsson"] })).rejects.toMatchObject({
      problems: [{ path: "population" }],
    });
    expect(await howMany()).toBe(before);
    await ask({ ...named, notOfClient: ["Kalle Karlsson", "storgatan 5"] });
    expect(await howMany()).toBe((before ?? 0) + 1);
  });

  test("the names of organisations and methods are of no client", async () => {
    await expect(ask({ text: "Hur gör Södra Länets kommun med Familjehemsenheten?" })).resolves.toBeDefined();
  });

  test("the words never stand in the log", async () => {
    const { id } = await ask({ text: "Finns det något om ensamkommande pojkar?" });
    const { rows } = await sql<{ whole: string }>`
      select payload::text as whole from audit_record where about = ${id}`.execute(ownerDb);
    expect(rows.length).toBe(1);
    expect(rows[0]?.whole).not.toContain("ensamkommande");
  });
});

describe("seeing", () => {
  test("whoever asked and those who answer see it; for others there is no such question", async () => {
    const { slug } = await ask();
    for (const who of [asker, local]) expect((await questionInside(db, who, slug)).question.slug).toBe(slug);
    for (const who of [regional, outsider])
      await expect(questionInside(db, who, slug)).rejects.toMatchObject({ kind: "not_found" });
    const lists = async (who: Actor) =>
      (await questionsListed(db, who, { which: "toAnswer", limit: 200 })).questions.map((each) => each.slug);
    expect(await lists(local)).toContain(slug);
    expect(await lists(regional)).not.toContain(slug);
  });

  test("what waits stands with the oldest first, page by page", async () => {
    const place = await organisation({ name: "Sorterarna" });
    const who = await someone("developmentLeader", { organisation: place });
    const [late, early] = [
      await questions.question(place, { asked_at: noon("2027-03-10")() }),
      await questions.question(place, { asked_at: noon("2027-03-01")() }),
    ];
    const first = await questionsListed(db, who, { which: "toAnswer", limit: 1 });
    expect([first.questions[0]?.slug, first.count]).toEqual([early.slug, 2]);
    const second = await questionsListed(db, who, { which: "toAnswer", limit: 1, after: first.after });
    expect(second.questions[0]?.slug).toBe(late.slug);
  });
});

describe("from hand to hand", () => {
  test("it is taken, left by colleagues, put back and passed on with a reason", async () => {
    const { slug } = await ask();
    const colleague = await actor(await person({ name: "Nils Ny" }));
    await role(colleague.personId as PersonId, "developmentLeader", { organisation: municipality });
    const nils = await actor(colleague.personId as PersonId);
    await takeQuestion(db, local, now, slug);
    await expect(takeQuestion(db, nils, now, slug)).rejects.toMatchObject({ code: "ask.is_taken" });
    await expect(answerQuestion(db, nils, now, slug, answerOf())).rejects.toMatchObject({ kind: "forbidden" });
    await putQuestionBack(db, nils, now, slug);
    await expect(putQuestionBack(db, nils, now, slug)).rejects.toMatchObject({ code: "ask.is_not_taken" });
    const on = (toId: OrganisationId) =>
      passQuestionOn(db, nils, now, slug, { toId, reason: "Vi har ingen som kan forskningen" });
    await expect(on(municipality)).rejects.toMatchObject({ problems: [{ code: "ask.is_there_already" }] });
    await expect(on(unit)).rejects.toMatchObject({ problems: [{ code: "ask.nobody_answers_there" }] });
    await on(region);
    expect(await row(slug)).toMatchObject({ state: "asked", with_id: region, taken_by: null });
    const { steps } = await questionInside(db, asker, slug);
    expect(steps.map(({ step }) => step)).toEqual(["asked", "taken", "putBack", "passedOn"]);
    expect(steps.at(-1)).toMatchObject({ to: "FoU Länet", reason: "Vi har ingen som kan forskningen" });
    // Where it came from they still see it, and others answer.
    expect((await questionInside(db, nils, slug)).can).toMatchObject({ take: false, answer: false, passOn: false });
  });

  test("it is closed with a reason by who answers, or by whoever asked and does not need it", async () => {
    const [one, two] = [await ask(), await ask()];
    await expect(closeQuestion(db, regional, now, one.slug, { reason: "Nej" })).rejects.toMatchObject({
      kind: "not_found",
    });
    await closeQuestion(db, local, now, one.slug, { reason: "Det är en fråga för jurist" });
    await closeQuestion(db, asker, now, two.slug, { reason: "Löst" });
    expect(await row(one.slug)).toMatchObject({ state: "closed", closed_reason: "Det är en fråga för jurist" });
    await expect(takeQuestion(db, local, now, one.slug)).rejects.toMatchObject({ code: "ask.is_closed" });
    // Whoever closed their own is not written to.
    const { rows } = await sql<{ id: string }>`
      select data->>'questionId' as id from pgboss.job where name = 'knowledge.question_ended_mail'`.execute(ownerDb);
    expect(rows.map(({ id }) => id)).toContain(one.id);
    expect(rows.map(({ id }) => id)).not.toContain(two.id);
  });

  test("its words are changed by whoever asked or answers, from the version that was read", async () => {
    const { slug } = await ask();
    const wish = (version: number, over: object = {}) =>
      QuestionChange.parse({ text: "Vad minskar avbrott?", version, ...over });
    await changeQuestion(db, local, now, slug, wish(1));
    await expect(changeQuestion(db, asker, now, slug, wish(1))).rejects.toMatchObject({
      code: "ask.changed_meanwhile",
    });
    await expect(changeQuestion(db, asker, now, slug, wish(2, { text: "Vad hjälper Fatima?" }))).rejects.toMatchObject({
      problems: [{ path: "text" }],
    });
    expect(await row(slug)).toMatchObject({ text: "Vad minskar avbrott?", version: 2 });
  });
});

describe("answering", () => {
  test("an answer has all three sources, and what to read (R065)", async () => {
    const { slug } = await ask();
    await answerQuestion(db, local, now, slug, answerOf());
    const { question, sources, can } = await questionInside(db, asker, slug);
    expect(question).toMatchObject({ state: "answered", answeredBy: "Bo Ek" });
    expect(sources).toMatchObject([
      { source: "research", standing: "found" },
      { source: "profession", standing: "soughtNoneFound", soughtWhere: "Frågade tre enheter" },
      { source: "serviceUsers", standing: "notSought" },
    ]);
    expect(can).toMatchObject({ sayHelped: true, makeItem: false, close: false });
    await expect(answerQuestion(db, local, now, slug, answerOf())).rejects.toMatchObject({ code: "ask.is_answered" });
  });

  test.each([
    { why: "without one source", sources: { research: found, profession: inVain }, path: "sources.serviceUsers" },
    {
      why: "found without what it says",
      sources: { research: { standing: "found" }, profession: inVain, serviceUsers: notSought },
      path: "sources.research.says",
    },
    {
      why: "sought without where",
      sources: { research: found, profession: { standing: "soughtNoneFound" }, serviceUsers: notSought },
      path: "sources.profession.soughtWhere",
    },
    {
      why: "of no source at all",
      sources: { research: notSought, profession: notSought, serviceUsers: notSought },
      path: "sources.research.standing",
    },
  ])("$why it is refused (R065)", ({ sources, path }) => {
    const result = QuestionAnswer.safeParse({ answer: "Ja", sources });
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });

  test("researchers may be named in it, and nothing else that may be of a client; what to read must be published", async () => {
    const { slug } = await ask();
    const says = (answer: string, over: object = {}) =>
      answerQuestion(db, local, now, slug, answerOf({ answer, ...over }));
    await expect(says("Ring 070-123 45 67")).rejects.toMatchObject({ problems: [{ path: "answer" }] });
    await expect(says("Läs", { items: ["finns-inte"] })).rejects.toMatchObject({ problems: [{ path: "items" }] });
    expect((await row(slug)).state).toBe("asked");
    await says("Se det Anna Berg skriver");
  });

  test("it becomes a draft with one press, once", async () => {
    const { slug } = await ask();
    const make = (who: Actor) => makeItemOfAnswer(db, who, now, slug, answerWords);
    await expect(make(local)).rejects.toMatchObject({ code: "ask.is_not_answered" });
    await answerQuestion(db, local, now, slug, answerOf());
    await expect(make(asker)).rejects.toMatchObject({ kind: "forbidden" });
    const pressed = await Promise.allSettled([make(local), make(local)]);
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(make(local)).rejects.toMatchObject({ code: "ask.has_item" });
    const { item_id } = await row(slug);
    const draft = await ownerDb
      .selectFrom("knowledge_version as v")
      .innerJoin("knowledge_item as i", "i.id", "v.item_id")
      .where("i.id", "=", item_id)
      .select(["v.title", "v.state", "v.says", "v.body", "i.kind", "i.organisation_id"])
      .executeTakeFirstOrThrow();
    const says = "Stöd till familjehemmet ger färre avbrott.";
    expect(draft).toMatchObject({ title: text, says, state: "draft", kind: "research", organisation_id: municipality });
    // Each of the three sources stands there, also those that said nothing. (R065)
    expect(draft.body?.split("\n\n")).toEqual([
      "Forskning",
      "Två översikter pekar åt samma håll.",
      "Professionens erfarenhet",
      "Sökt, inget funnet.",
      "Sökt i: Frågade tre enheter",
      "Brukarnas röst",
      "Här har ingen sökt.",
    ]);
    // Whoever asked is told that it is on its way, and not where the draft is.
    expect(await questionInside(db, asker, slug)).toMatchObject({ item: null, question: { hasItem: true } });
  });

  test("whether it helped is said by whoever asked, and may be said anew", async () => {
    const { slug } = await ask();
    const say = (who: Actor, helped: "yes" | "no") => sayWhetherHelped(db, who, now, slug, { helped, said: null });
    await expect(say(asker, "yes")).rejects.toMatchObject({ code: "ask.is_not_answered" });
    await answerQuestion(db, local, now, slug, answerOf());
    await expect(say(local, "yes")).rejects.toMatchObject({ code: "ask.asker_says" });
    for (const helped of ["no", "yes"] as const) await say(asker, helped);
    expect(await row(slug)).toMatchObject({ helped: "yes" });
  });
});
