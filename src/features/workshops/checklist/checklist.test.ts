import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import {
  ChecklistCopy,
  DraftQuestion,
  NewChecklist,
  Publishing,
} from "#features/workshops/checklist/checklist-wish.ts";
import {
  changeChecklist,
  copyChecklist,
  makeChecklist,
  retireChecklist,
  seeOriginal,
} from "#features/workshops/checklist/commands.ts";
import { differencesBetween } from "#features/workshops/checklist/differences.ts";
import {
  addDraftQuestion,
  changeDraftQuestion,
  discardDraft,
  moveDraftQuestion,
  removeDraftQuestion,
  startDraft,
} from "#features/workshops/checklist/draft/commands.ts";
import { publishDraft } from "#features/workshops/checklist/publishing/commands.ts";
import { checklistInside, roomsWordsOf, usesOf } from "#features/workshops/checklist/inside/queries.ts";
import { checklistsListed, checklistsOfBody } from "#features/workshops/checklist/listing/queries.ts";
import { checklistVersion, publishedChecklists } from "#features/workshops/checklist/queries.ts";
import { checklistsPublished, originalsRenewed } from "#features/workshops/checklist/todo/queries.ts";
import { gatherAnswers } from "#features/workshops/merging/commands.ts";
import { removeQuestion, splitQuestion } from "#features/workshops/merging/questions/commands.ts";
import { mergedQuestionsOf } from "#features/workshops/merging/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, person, someone, actor } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
const meetings = givenMeetings(ownerDb);
const appraisals = givenAppraisals(ownerDb);
let unit: OrganisationId;
let leader: Actor;
let network: BodyId;
let member: Actor & { personId: PersonId };
let stranger: Actor;

beforeAll(async () => {
  unit = await organisation();
  leader = await someone("developmentLeader", { organisation: unit });
  network = await meetings.body(unit);
  const sits = await person();
  await meetings.sits(network, sits);
  member = { ...(await actor(sits)), personId: sits };
  stranger = await actor(await person());
});

/** A workshop of the network with two answers merged into one question, and one that stands alone. */
async function merged() {
  const workshop = await workshops.workshop(unit, { state: "closed" }, [network]);
  const [north, south] = [await workshops.group(workshop.id, "Norr"), await workshops.group(workshop.id, "Söder")];
  const asked = await workshops.question(workshop.id, "open", "Vad behöver vi ta reda på?");
  const answer = (text: string, group: typeof north) => workshops.answer(workshop.id, asked.id, { text }, { group });
  const [one, two, three] = [
    await answer("Vilka risker finns?", north),
    await answer("Risker?", south),
    await answer("Vad kostar det?", south),
  ];
  const risks = await gatherAnswers(db, leader, now, workshop.slug, {
    answers: [one, two],
    text: "Vilka risker ser vi?",
    dimension: "harmRisk",
  });
  await gatherAnswers(db, leader, now, workshop.slug, { answers: [three], text: null, dimension: "cost" });
  return { ...workshop, risks: risks.id, answers: [one, two, three] };
}

const title = (said: string) => NewChecklist.parse({ title: said });
const publish = async (slug: string, note?: string) => {
  const { checklist } = await checklistInside(db, leader, slug);
  return publishDraft(db, leader, now, slug, Publishing.parse({ version: checklist.version, note }));
};
const fromNow = async (slug: string) => ({ version: (await checklistInside(db, leader, slug)).checklist.version });
const question = async (slug: string, said: object) =>
  DraftQuestion.parse({ ...(await fromNow(slug)), text: "Ny fråga?", ...said });

async function published() {
  const room = await merged();
  const { slug } = await makeChecklist(db, leader, now, room.slug, title("Innan vi inför något"));
  await publish(slug);
  const inside = await checklistInside(db, leader, slug);
  return { room, slug, inside, version: await checklistVersion(db, inside.versions[0]!.id) };
}

describe("a checklist of a workshop's questions", () => {
  test("is a draft first, seen by those who keep it, and then everybody's (R209)", async () => {
    const room = await merged();
    const { slug } = await makeChecklist(db, leader, now, room.slug, title("Utkast först"));
    await expect(checklistInside(db, stranger, slug)).rejects.toMatchObject({ kind: "not_found" });
    expect((await publishedChecklists(db)).map((each) => each.slug)).not.toContain(slug);
    expect((await checklistsListed(db, stranger)).map((each) => each.slug)).not.toContain(slug);
    await publish(slug);
    expect(await checklistInside(db, stranger, slug)).toMatchObject({ can: { keep: false, copy: false }, draft: null });
    expect((await publishedChecklists(db)).find((each) => each.slug === slug)).toMatchObject({
      versionNo: 1,
      questions: 2,
      short: 2,
    });
  });

  test("leads back to the room's own words with their groups, for those who may see them and nobody else", async () => {
    const { version } = await published();
    const words = await roomsWordsOf(db, member, version.id, someDay);
    expect(words.map(({ text, group }) => [text, group])).toEqual([
      ["Vilka risker finns?", "Norr"],
      ["Risker?", "Söder"],
      ["Vad kostar det?", "Söder"],
    ]);
    expect(words[0]?.questionId).toBe(version.questions[0]?.id);
    expect(await roomsWordsOf(db, stranger, version.id, someDay)).toEqual([]);
  });

  test("stands on the page of the bodies that made it, and is told to those who sit in them", async () => {
    const { slug } = await published();
    expect((await checklistsOfBody(db, network)).map((each) => each.slug)).toContain(slug);
    expect((await checklistsPublished(db, member, now())).map((each) => each.slug)).toContain(slug);
    expect(await checklistsPublished(db, stranger, now())).toEqual([]);
    expect(await checklistsPublished(db, member, noon("2027-05-01")())).toEqual([]);
  });

  test("what it was made of is not taken apart under it", async () => {
    const { room } = await published();
    const [risks] = await mergedQuestionsOf(db, room.id);
    const version = risks!.version;
    await expect(removeQuestion(db, leader, now, room.slug, room.risks, { version })).rejects.toMatchObject({
      code: "merging.in_checklist",
    });
    await expect(
      splitQuestion(db, leader, now, room.slug, room.risks, { version, answers: [room.answers[0]!] }),
    ).rejects.toMatchObject({ code: "merging.in_checklist" });
  });

  test("is not made by those who only sit there, nor of nothing", async () => {
    const room = await merged();
    await expect(makeChecklist(db, member, now, room.slug, title("Nej"))).rejects.toMatchObject({ kind: "forbidden" });
    const empty = await workshops.workshop(unit, { state: "closed" });
    await expect(makeChecklist(db, leader, now, empty.slug, title("Nej"))).rejects.toMatchObject({
      code: "checklist.nothing_merged",
    });
  });
});

describe("a published version stands for ever", () => {
  test("whatever door is tried; negative control: a draft is written in by the same statements", async () => {
    const { slug, version, inside } = await published();
    const change = (id: string) =>
      ownerDb
        .updateTable("checklist_question")
        .set({ text: "Ändrad" })
        .where("version_id", "=", id as never)
        .execute();
    const add = (id: string) =>
      ownerDb
        .insertInto("checklist_question")
        .values({ id: newId(), version_id: id as never, position: 90, lineage: newId(), text: "Till" })
        .execute();
    const remove = (id: string) =>
      ownerDb
        .deleteFrom("checklist_question")
        .where("version_id", "=", id as never)
        .execute();
    const unpublish = ownerDb.updateTable("checklist_version").set({ published_at: null }).where("id", "=", version.id);
    for (const attempt of [change, add, remove])
      await expect(attempt(version.id)).rejects.toThrow("A published version of a checklist never changes");
    await expect(unpublish.execute()).rejects.toThrow("A published version of a checklist never changes");
    expect((await checklistVersion(db, version.id)).questions).toEqual(version.questions);

    await startDraft(db, leader, slug, { version: inside.checklist.version });
    const { draft } = await checklistInside(db, leader, slug);
    for (const attempt of [change, add, remove]) await attempt(draft!.id);
  });

  test("the next one is written beside it, with what is new and what is gone", async () => {
    const { slug, version } = await published();
    await startDraft(db, leader, slug, await fromNow(slug));
    const { draft } = await checklistInside(db, leader, slug);
    const [risks, cost] = (await checklistVersion(db, draft!.id)).questions;
    await changeDraftQuestion(
      db,
      leader,
      slug,
      risks!.id,
      await question(slug, { text: "Vad kan gå fel?", isShort: true }),
    );
    await removeDraftQuestion(db, leader, slug, cost!.id, await fromNow(slug));
    const added = await addDraftQuestion(db, leader, slug, await question(slug, { dimension: "followUp" }));
    await moveDraftQuestion(db, leader, slug, added.id, { ...(await fromNow(slug)), direction: "up" });
    expect(await publish(slug, "Risker är omskrivna")).toEqual({ versionNo: 2 });
    const second = await checklistVersion(db, draft!.id);
    expect(second.questions.map(({ text }) => text)).toEqual(["Ny fråga?", "Vad kan gå fel?"]);
    expect(
      differencesBetween(version.questions, second.questions).map(({ kind, before, after }) => [
        kind,
        (after ?? before)?.text,
      ]),
    ).toEqual([
      ["added", "Ny fråga?"],
      ["changed", "Vad kan gå fel?"],
      ["removed", "Vad kostar det?"],
    ]);
    // The words of the room stay with the question, also when it is worded anew.
    expect((await roomsWordsOf(db, member, draft!.id, someDay)).map(({ text }) => text)).toEqual([
      "Vilka risker finns?",
      "Risker?",
    ]);
  });

  test("not without a question in the short form, and not by two at once", async () => {
    const { slug } = await published();
    await startDraft(db, leader, slug, await fromNow(slug));
    const { draft, checklist } = await checklistInside(db, leader, slug);
    for (const { id } of (await checklistVersion(db, draft!.id)).questions)
      await changeDraftQuestion(db, leader, slug, id, await question(slug, { isShort: false }));
    await expect(publish(slug)).rejects.toMatchObject({ code: "checklist.no_short" });
    await expect(discardDraft(db, leader, slug, { version: checklist.version })).rejects.toMatchObject({
      kind: "conflict",
      code: "checklist.changed_meanwhile",
    });
    expect(await discardDraft(db, leader, slug, await fromNow(slug))).toEqual({ isGone: false });
  });

  test("a draft of nothing published is thrown away whole, and the answers wait to be merged anew", async () => {
    const room = await merged();
    const { slug } = await makeChecklist(db, leader, now, room.slug, title("Kastas"));
    expect(await discardDraft(db, leader, slug, await fromNow(slug))).toEqual({ isGone: true });
    await expect(checklistInside(db, leader, slug)).rejects.toMatchObject({ kind: "not_found" });
    const [risks] = await mergedQuestionsOf(db, room.id);
    await removeQuestion(db, leader, now, room.slug, room.risks, { version: risks!.version });
  });
});

describe("a unit copies and adapts it", () => {
  test("with what differs shown, uses counted, and told when the original is renewed", async () => {
    const { slug, version } = await published();
    const home = await organisation();
    const manager = await someone("unitManager", { organisation: home });
    const wish = ChecklistCopy.parse({ organisationId: home, title: "Hos oss" });
    const copy = await copyChecklist(db, manager, now, slug, wish);
    const inside = await checklistInside(db, manager, copy.slug);
    const version1 = await checklistVersion(db, inside.draft!.id);
    expect(inside.original).toMatchObject({ copied: { versionId: version.id, versionNo: 1 }, newer: null });
    expect(differencesBetween(version.questions, version1.questions).every(({ kind }) => kind === "same")).toBe(true);
    await publishDraft(db, manager, now, copy.slug, Publishing.parse({ version: inside.checklist.version }));

    await appraisals.appraisal(home, {}, { checklist: version1.id });
    await appraisals.appraisal(home, { state: "withdrawn" }, { checklist: version1.id });
    await appraisals.appraisal(unit, {}, { checklist: version.id });
    const { checklist: original } = await checklistInside(db, leader, slug);
    expect(await usesOf(db, original.id)).toEqual({ own: 1, inCopies: 1 });

    expect(await originalsRenewed(db, manager)).toEqual([]);
    await startDraft(db, leader, slug, await fromNow(slug));
    await publish(slug);
    expect(await originalsRenewed(db, manager)).toMatchObject([{ slug: copy.slug, versionNo: 2 }]);
    const renewed = await checklistInside(db, manager, copy.slug);
    expect(renewed.original).toMatchObject({ copied: { versionNo: 1 }, newer: { versionNo: 2 } });
    await seeOriginal(db, manager, copy.slug, { versionId: renewed.original!.newer!.versionId });
    expect((await checklistInside(db, manager, copy.slug)).original).toMatchObject({
      copied: { versionNo: 2 },
      newer: null,
    });
  });

  test("only to where they keep checklists, and nobody else's copy is changed", async () => {
    const { slug } = await published();
    const home = await organisation();
    const manager = await someone("unitManager", { organisation: home });
    const elsewhere = ChecklistCopy.parse({ organisationId: unit, title: "Inte hos oss" });
    await expect(copyChecklist(db, manager, now, slug, elsewhere)).rejects.toMatchObject({ kind: "forbidden" });
    const about = { title: "Ny", purpose: null, ...(await fromNow(slug)) };
    await expect(changeChecklist(db, manager, slug, about)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("one that is retired is offered no more, and stays with those who have it", async () => {
    const { slug, version } = await published();
    await retireChecklist(db, leader, now, slug, await fromNow(slug));
    expect((await publishedChecklists(db)).map((each) => each.slug)).not.toContain(slug);
    expect((await checklistVersion(db, version.id)).questions).toHaveLength(2);
  });
});
