import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { giveAssignment, writeSubmission } from "#features/circles/assignment/commands.ts";
import { tellOfProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { ProposalStep, ProposalWords } from "#features/circles/proposal/proposal.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { lastWord } from "#features/circles/session-plan/follow-up/promises.ts";
import { promisesOf } from "#features/circles/session-plan/follow-up/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const planner = await given.planner(unit);
const now = noon("2027-12-01");

async function inCircle(roundId: Parameters<typeof given.registration>[0], name: string) {
  const person_id = await given.person({ name });
  const registration = await given.registration(roundId, { person_id, name });
  return { actor: actorWith([], {}, person_id), registration };
}

const promised = async (who: Actor, slug: string) => promisesOf(db, (await roomOf(db, who, slug))!);

test("the follow-up lists by itself what was promised, and what was said last (R101)", async () => {
  const round = await given.published(unit, { state: "running" });
  const [rut, bo] = [await inCircle(round.id, "Rut Forsén"), await inCircle(round.id, "Bo Lind")];
  const words = (title: string) => ProposalWords.parse({ title, problem: "Ingen äger frågan" });
  const started = await writeProposal(db, rut.actor, now, round.id, words("Gemensamt första möte"));
  await writeProposal(db, bo.actor, now, round.id, words("En väg in"));
  const step = ProposalStep.parse({ state: "started", happenedOn: "2027-12-01", reason: "Två arbetsplatser provar" });
  await tellOfProposal(db, rut.actor, now, started.id, step);
  const asking = { proposal_id: started.id, occasion: "followUp" as const, asked_at: noon("2028-04-28")() };
  await ownerDb.insertInto("proposal_asking").values(asking).execute();
  const assignment = await giveAssignment(db, planner, now, round.id, {
    givenAt: null,
    dueBefore: null,
    title: "Läs artikeln",
    task: "Läs",
    visibility: "group",
  });
  await writeSubmission(db, rut.actor, now, assignment, { text: "Läst", based: 0, deed: "handIn" });
  await ownerDb
    .insertInto("spread_target")
    .values({ registration_id: bo.registration, colleagues: 20, set_at: now() })
    .execute();
  await ownerDb
    .insertInto("spread")
    .values({
      id: newId<"spread">(),
      registration_id: bo.registration,
      told_on: day("2027-11-20"),
      audience: "Teamet",
      manner: "workplaceMeeting",
      reached: 8,
      created_at: now(),
    })
    .execute();

  const seen = await promised(planner, round.slug);
  expect(seen.proposals).toMatchObject([
    {
      title: "Gemensamt första möte",
      state: "started",
      last: { kind: "told", reason: "Två arbetsplatser provar" },
      unansweredSince: day("2028-04-28"),
    },
    { title: "En väg in", state: "idea", last: { kind: "told", reason: null }, unansweredSince: null },
  ]);
  expect(seen.assignments).toMatchObject([{ title: "Läs artikeln", notHandedIn: 1, notAnswered: 1, ownWaits: false }]);
  expect(seen.spread).toMatchObject({ reached: 8, target: 20 });
  expect(seen.spread.each).toContainEqual(expect.objectContaining({ name: "Bo Lind", target: 20, reached: 8 }));

  const answered = { answered_at: noon("2028-05-02")() };
  await ownerDb.updateTable("proposal_asking").set(answered).where("proposal_id", "=", started.id).execute();
  const after = await promised(planner, round.slug);
  expect(after.proposals[0]).toMatchObject({ last: { kind: "same", day: day("2028-05-02") }, unansweredSince: null });
});

test("a participant sees what the circle promised and their own, and of others no more", async () => {
  const round = await given.published(unit, { state: "running" });
  const [rut, bo] = [await inCircle(round.id, "Rut Forsén"), await inCircle(round.id, "Bo Lind")];
  const wish = { givenAt: null, dueBefore: null, title: "Läs", task: "Läs", visibility: "leaders" as const };
  const assignment = await giveAssignment(db, planner, now, round.id, wish);
  await writeSubmission(db, rut.actor, now, assignment, { text: "Läst", based: 0, deed: "handIn" });
  expect(await promised(rut.actor, round.slug)).toMatchObject({ assignments: [], spread: { each: undefined } });
  expect((await promised(bo.actor, round.slug)).assignments).toMatchObject([
    { ownWaits: true, notHandedIn: 0, notAnswered: 0 },
  ]);
});

test("an answer that nothing has changed is the last word, unless something was told since", () => {
  const told = { state: "decided" as const, happenedOn: day("2028-02-01"), reason: null };
  expect(lastWord(told, day("2028-05-01"))).toEqual({ kind: "same", day: day("2028-05-01") });
  expect(lastWord(told, day("2028-01-01"))).toMatchObject({ kind: "told", state: "decided" });
  expect(lastWord(told, day("2028-02-01"))).toMatchObject({ kind: "told" });
  expect(lastWord(told, null)).toMatchObject({ kind: "told" });
});
