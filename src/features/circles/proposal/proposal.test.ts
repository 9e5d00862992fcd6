import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { newId } from "#kernel/ids.ts";
import { changeProposal, publishProposal, tellOfProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import {
  ProposalChange,
  type ProposalId,
  type ProposalState,
  proposalStates,
  ProposalStep,
  ProposalWords,
} from "#features/circles/proposal/proposal.ts";
import { possibleStates, stepProblem } from "#features/circles/proposal/proposal-lifecycle.ts";
import { historyOf, proposalInRoom, proposalsOf, publishedProposal } from "#features/circles/proposal/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const autumn = noon("2027-10-04");

/** A circle with a leader, and Åsa and Bo who have a place in it. */
async function stage() {
  const round = await given.published(unit, { state: "running" });
  const leader = await given.planner(unit);
  const placed = async (name: string) => {
    const personId = await given.person({ name });
    const email = `${personId}@example.se`;
    const registrationId = await given.registration(round.id, { name, email, person_id: personId });
    return { actor: actorWith([], {}, personId), registrationId, personId, email };
  };
  return { round, leader, asa: await placed("Åsa Berg"), bo: await placed("Bo Lind") };
}

const words = (over: object = {}) =>
  ProposalWords.parse({ title: "En gemensam timme", problem: "Vi vet inte om varandra", ...over });
const whole = { content: "En timme i veckan", owner: "Mölndals stad" };
const step = (state: ProposalState, over: object = {}) => ProposalStep.parse({ state, ...over });
const one = async (id: ProposalId) =>
  ownerDb.selectFrom("proposal").where("id", "=", id).selectAll().executeTakeFirstOrThrow();

describe("a proposal", () => {
  test("is written by a participant, counts as theirs, and begins as an idea today (R021, R099)", async () => {
    const { round, asa, leader } = await stage();
    const { id } = await writeProposal(db, asa.actor, autumn, round.id, words());
    await writeProposal(db, leader, autumn, round.id, words({ title: "Cirkelns" }));
    expect(await proposalsOf(db, round.id)).toMatchObject([
      { id, author: "Åsa Berg", state: "idea", registrationId: asa.registrationId },
      { title: "Cirkelns", author: null, registrationId: null },
    ]);
    expect((await proposalsOf(db, round.id))[0]!.since.toString()).toBe("2027-10-04");
  });

  test("tells a source searched in vain from one nobody has looked into, and never both found and not (R014)", () => {
    expect(words({ soughtInVain: "research" })).toMatchObject({ research: null, soughtInVain: ["research"] });
    const both = ProposalWords.safeParse({ title: "T", problem: "P", research: "Studier", soughtInVain: ["research"] });
    expect(both.error?.issues).toMatchObject([{ path: ["soughtInVain"], params: { code: "proposal.found_and_not" } }]);
  });

  test("takes no personal identity number in any of its texts", () => {
    const texts = ["title", "problem", "content", "parties", "research", "profession", "serviceUser", "asks", "owner"];
    for (const name of texts)
      expect(ProposalWords.safeParse({ title: "T", problem: "P", [name]: "191212121212" }).success).toBe(false);
    expect(ProposalWords.safeParse({ title: "T", problem: "P" }).success).toBe(true);
  });

  test("is changed by whoever made it and those who lead, read by the rest of the circle, and is not there for others", async () => {
    const { round, leader, asa, bo } = await stage();
    const { id } = await writeProposal(db, asa.actor, autumn, round.id, words());
    const changed = (version: number) => ProposalChange.parse({ title: "Ny", problem: "P", version });
    await changeProposal(db, leader, autumn, id, changed(1));
    await changeProposal(db, asa.actor, autumn, id, changed(2));
    expect(await proposalInRoom(db, bo.actor, round.slug, id)).toMatchObject({
      can: { change: false, publish: false },
    });
    await expect(changeProposal(db, bo.actor, autumn, id, changed(3))).rejects.toMatchObject({
      code: "proposal.not_yours",
    });
    const stranger = actorWith([], {}, newId<"person">());
    await expect(changeProposal(db, stranger, autumn, id, changed(3))).rejects.toMatchObject({ kind: "not_found" });
    await expect(proposalInRoom(db, stranger, round.slug, id)).rejects.toMatchObject({ kind: "not_found" });
    expect(await one(id)).toMatchObject({ title: "Ny", version: 3 });
  });

  test("is not written over by somebody who has not seen what it says now", async () => {
    const { round, asa } = await stage();
    const { id } = await writeProposal(db, asa.actor, autumn, round.id, words());
    const late = (title: string) =>
      changeProposal(db, asa.actor, autumn, id, ProposalChange.parse({ title, problem: "P", version: 1 }));
    const outcomes = await Promise.allSettled([late("Ett"), late("Två")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [lost] = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toMatchObject({ code: "proposal.changed_meanwhile" });
  });

  test("is no longer changed by somebody who has left, nor in a circle that is cancelled", async () => {
    const { round, asa, leader } = await stage();
    const { id } = await writeProposal(db, asa.actor, autumn, round.id, words());
    await ownerDb
      .updateTable("registration")
      .set({ state: "withdrawn" })
      .where("id", "=", asa.registrationId)
      .execute();
    await expect(tellOfProposal(db, asa.actor, autumn, id, step("decided"))).rejects.toMatchObject({
      kind: "not_found",
    });
    await tellOfProposal(db, leader, autumn, id, step("decided"));
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få" })
      .where("id", "=", round.id)
      .execute();
    await expect(writeProposal(db, leader, autumn, round.id, words())).rejects.toMatchObject({
      code: "proposal.circle_cancelled",
    });
  });

  test("follows the person when two places turn out to be one person's", async () => {
    const { round, asa, bo } = await stage();
    await writeProposal(db, asa.actor, autumn, round.id, words());
    await ownerDb
      .updateTable("registration")
      .set({ state: "merged", merged_into: bo.registrationId })
      .where("id", "=", asa.registrationId)
      .execute();
    const [proposal] = await proposalsOf(db, round.id);
    expect(proposal).toMatchObject({ author: "Bo Lind", registrationId: bo.registrationId });
    expect((await proposalInRoom(db, bo.actor, round.slug, proposal!.id)).can.change).toBe(true);
  });

  test("stays when its author is forgotten, without a name", async () => {
    const { round, asa } = await stage();
    await writeProposal(db, asa.actor, autumn, round.id, words());
    await ownerDb
      .updateTable("registration")
      .set({ name: "Nr 1", email: null, person_id: null, erased_at: autumn() })
      .where("id", "=", asa.registrationId)
      .execute();
    expect(await proposalsOf(db, round.id)).toMatchObject([{ author: null, registrationId: asa.registrationId }]);
  });
});

describe("what becomes of a proposal", () => {
  test("stands as dated history, forwards, and a state may be leapt over", async () => {
    const { round, asa } = await stage();
    const { id } = await writeProposal(db, asa.actor, autumn, round.id, words());
    const winter = noon("2028-02-01");
    await tellOfProposal(db, asa.actor, winter, id, step("decided", { happenedOn: "2027-12-01" }));
    await tellOfProposal(db, asa.actor, winter, id, step("dropped", { reason: "Pengarna tog slut" }));
    const told = (await historyOf(db, id)).map(({ state, happenedOn, reason }) => [state, String(happenedOn), reason]);
    expect(told).toEqual([
      ["idea", "2027-10-04", null],
      ["decided", "2027-12-01", null],
      ["dropped", "2028-02-01", "Pengarna tog slut"],
    ]);
  });

  test.each([
    ["a step back", "decided", "idea", {}, "notPossible"],
    ["dropped without a reason", "decided", "dropped", {}, "reasonMissing"],
    ["a day that has not come", "decided", "started", { happenedOn: day("2027-10-05") }, "inTheFuture"],
    ["a day before the last state", "decided", "started", { happenedOn: day("2027-09-30") }, "beforeTheLast"],
    ["right", "decided", "started", {}, undefined],
    ["taken up again", "dropped", "idea", {}, undefined],
  ] as const)("%s: from %s to %s", (_why, from, to, over, problem) => {
    const before = { state: from, since: day("2027-10-01") };
    const told = { state: to, happenedOn: day("2027-10-04"), reason: null, ...over };
    expect(stepProblem(before, told, day("2027-10-04"))).toBe(problem);
  });

  test("never leads back to where it is", () => {
    for (const state of proposalStates) expect(possibleStates(state)).not.toContain(state);
  });
});

describe("publishing", () => {
  test("is for those who lead, when the proposal says what and whose; then anybody may read it, without names", async () => {
    const { round, leader, asa } = await stage();
    const { id } = await writeProposal(db, asa.actor, autumn, round.id, words());
    expect(await publishedProposal(db, round.slug, id)).toBeUndefined();
    await expect(publishProposal(db, leader, autumn, id, true)).rejects.toMatchObject({
      code: "proposal.says_too_little",
    });
    const said = { ...words(), ...whole };
    await changeProposal(db, asa.actor, autumn, id, { ...said, version: 1 });
    await expect(publishProposal(db, asa.actor, autumn, id, true)).rejects.toMatchObject({ kind: "forbidden" });
    await publishProposal(db, leader, autumn, id, true);
    await tellOfProposal(db, asa.actor, autumn, id, step("dropped", { reason: "Chefen sa nej" }));

    const seen = JSON.stringify(await publishedProposal(db, round.slug, id));
    expect(seen).toContain("En timme i veckan");
    for (const secret of ["Åsa", asa.registrationId, "Chefen sa nej"]) expect(seen).not.toContain(secret);
    const other = await given.published(unit);
    expect(await publishedProposal(db, other.slug, id)).toBeUndefined();
    await expect(changeProposal(db, asa.actor, autumn, id, { ...words(), version: 2 })).rejects.toMatchObject({
      code: "proposal.published_says_more",
    });
    await publishProposal(db, leader, autumn, id, false);
    expect(await publishedProposal(db, round.slug, id)).toBeUndefined();
  });
});

test("every change of a proposal leaves its words out of the trail", async () => {
  const { round, asa } = await stage();
  const { id } = await writeProposal(
    db,
    asa.actor,
    autumn,
    round.id,
    words({ problem: "Ord som inte ska stå i spåret" }),
  );
  await tellOfProposal(db, asa.actor, autumn, id, step("dropped", { reason: "Skäl som inte ska stå i spåret" }));
  const deeds = await ownerDb.selectFrom("audit_record").where("about", "=", id).select(["what", "payload"]).execute();
  expect(deeds.map(({ what }) => what)).toEqual(["circles.proposal_written", "circles.proposal_step_told"]);
  expect(JSON.stringify(deeds)).not.toContain("spåret");
});
