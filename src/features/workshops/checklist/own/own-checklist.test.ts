import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { given } from "../../../../../test/given.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../../test/given-workshops.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { NewChecklist } from "#features/workshops/checklist/checklist-wish.ts";
import { makeChecklist } from "#features/workshops/checklist/commands.ts";
import { dimensionsOfTheRoom } from "#features/workshops/checklist/dimensions.ts";
import { checklistInside } from "#features/workshops/checklist/inside/queries.ts";
import { loadOwnChecklist, ownSlug } from "#features/workshops/checklist/own/commands.ts";
import { checklistVersion, publishedChecklists } from "#features/workshops/checklist/queries.ts";
import { shortDimensions } from "#features/workshops/checklist/short-form.ts";
import { letEachBeItsOwn } from "#features/workshops/merging/commands.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const workshops = givenWorkshops(ownerDb);
let unit: OrganisationId;
let leader: Actor;

beforeAll(async () => {
  unit = await organisation();
  leader = await someone("developmentLeader", { organisation: unit });
});

describe("the installation's own checklist", () => {
  test("has one question for each dimension of the room, eight of them short, and is there once however often it is started", async () => {
    await Promise.all([loadOwnChecklist(db, now), loadOwnChecklist(db, now)]);
    await loadOwnChecklist(db, now);
    const { versions, can } = await checklistInside(db, leader, ownSlug);
    expect([versions.length, can.keep, can.copy]).toEqual([1, false, true]);
    const { questions } = await checklistVersion(db, versions[0]!.id);
    expect(questions.map(({ dimension }) => dimension)).toEqual(dimensionsOfTheRoom);
    expect(questions.filter(({ isShort }) => isShort).map(({ dimension }) => dimension)).toEqual(shortDimensions);
    expect(questions.every(({ help, text }) => help !== null && text.endsWith("?"))).toBe(true);
    expect(new Set(questions.flatMap(({ answeredBy }) => answeredBy ?? []))).toEqual(
      new Set(["research", "timeToEffect", "methodCost", "methodTraining", "methodReplaces", "methodUses"]),
    );
    expect((await publishedChecklists(db))[0]).toMatchObject({
      slug: ownSlug,
      organisation: null,
      questions: 22,
      short: 8,
    });
  });

  test("what a release words anew is a new version", async () => {
    const { versions } = await checklistInside(db, leader, ownSlug);
    const { questions } = await checklistVersion(db, versions[0]!.id);
    const id = newId<"checklist_version">();
    const { checklist } = await checklistInside(db, leader, ownSlug);
    await ownerDb.insertInto("checklist_version").values({ id, checklist_id: checklist.id, version_no: 2 }).execute();
    await ownerDb
      .insertInto("checklist_question")
      .values(
        questions.map(({ lineage, dimension }, position) => ({
          id: newId<"checklist_question">(),
          version_id: id,
          position,
          lineage,
          text: "Som förr",
          dimension,
        })),
      )
      .execute();
    await ownerDb.updateTable("checklist_version").set({ published_at: now() }).where("id", "=", id).execute();
    await loadOwnChecklist(db, now);
    const after = await checklistInside(db, leader, ownSlug);
    expect(after.versions.map(({ versionNo }) => versionNo)).toEqual([3, 2, 1]);
    const newest = await checklistVersion(db, after.versions[0]!.id);
    expect(newest.questions.map(({ lineage }) => lineage)).toEqual(questions.map(({ lineage }) => lineage));
  });
});

test("answers that stand alone become a checklist in their own words, in the order they were raised", async () => {
  const { id, slug } = await workshops.workshop(unit, { state: "closed" });
  const asked = await workshops.question(id, "open", "Vad?");
  const answers = [];
  for (const text of ["Hur mäter vi?", "Vem gör det?"]) answers.push(await workshops.answer(id, asked.id, { text }));
  await letEachBeItsOwn(db, leader, now, slug, { answers });
  const made = await makeChecklist(db, leader, now, slug, NewChecklist.parse({ title: "Egna ord" }));
  const { draft } = await checklistInside(db, leader, made.slug);
  expect((await checklistVersion(db, draft!.id)).questions.map(({ text }) => text)).toEqual([
    "Hur mäter vi?",
    "Vem gör det?",
  ]);
});
