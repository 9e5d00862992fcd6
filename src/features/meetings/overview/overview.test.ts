import { describe, expect, test } from "vitest";
import { statements, testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { given, someDay } from "../../../../test/given.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { seedMeetings } from "../../../../test/seeded-meetings.ts";
import { CommissionAnswer, ReceivedCommission } from "#features/meetings/commission/commission-words.ts";
import { commissionInScope } from "#features/meetings/commission/queries.ts";
import { intakeToAnswer } from "#features/meetings/commission/todo/queries.ts";
import type { Actor } from "#kernel/actor.ts";
import { intakeAnswered } from "#features/meetings/commission/mails/queries.ts";
import { matterStates } from "#features/meetings/matter/matter.ts";
import { mattersOf } from "#features/meetings/matter/queries.ts";
import { answerIntake, receiveCommission } from "#features/meetings/overview/intake/commands.ts";
import { intakeOf, loadOf } from "#features/meetings/overview/load/queries.ts";
import { overviewAddress, OverviewWish } from "#features/meetings/overview/overview-wish.ts";
import { openCommissions, openMatterRows, overviewCounts, overviewOf } from "#features/meetings/overview/queries.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, role, actor, someone } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const keeper = await someone("developmentLeader", { organisation: unit });
const stranger = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });
const now = noon("2027-03-18");
const seenBy = (who: Actor) => overviewOf(db, who, someDay);
const wish = (over: object = {}) => OverviewWish.parse(over);

describe("what has come in from outside (R163)", () => {
  const words = (over: object = {}) =>
    ReceivedCommission.parse({
      organisation: unit,
      title: "Pröva ett kunskapsstöd",
      requester: "Nationella gruppen",
      requesterEmail: "gruppen@example.se",
      origin: "national",
      fte: "0,2",
      ...over,
    });
  const answer = (over: object) => CommissionAnswer.parse({ fte: "0,2", ...over });

  test("is written down by those who answer for the unit, and by nobody else", async () => {
    await expect(receiveCommission(db, stranger, now, words())).rejects.toMatchObject({ kind: "forbidden" });
    const { id } = await receiveCommission(db, keeper, now, words());
    expect(await intakeOf(db, keeper)).toMatchObject([{ id, state: "received", origin: "national", fte: 0.2 }]);
    expect(await intakeOf(db, stranger)).toEqual([]);
    expect(await intakeToAnswer(db, keeper)).toMatchObject([{ organisation: "FoU Länet", count: 1 }]);
    await expect(commissionInScope(db, stranger, id, someDay)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is answered yes, no or not yet, the two last with a reason, and whoever asked is told", async () => {
    expect(CommissionAnswer.safeParse({ answer: "decline" }).success).toBe(false);
    const { id } = await receiveCommission(db, keeper, now, words());
    await answerIntake(db, keeper, now, id, answer({ answer: "assess" }));
    expect(await intakeAnswered(db, id)).toBeUndefined();
    await answerIntake(db, keeper, now, id, answer({ answer: "wait", reason: "Efter sommaren" }));
    expect(await intakeAnswered(db, id)).toMatchObject({ state: "waiting", reason: "Efter sommaren" });
    await answerIntake(db, keeper, now, id, answer({ answer: "accept", ownerName: "Kansliet" }));
    expect(await intakeAnswered(db, id)).toMatchObject({ state: "accepted" });
    await expect(answerIntake(db, keeper, now, id, answer({ answer: "decline", reason: "Nej" }))).rejects.toMatchObject(
      {
        code: "commission.step_not_possible",
      },
    );
    await expect(answerIntake(db, stranger, now, id, answer({ answer: "accept" }))).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  test("is weighed against the unit's posts, and what does not say how much it takes is told apart", async () => {
    const who = await person();
    await role(who, "developmentLeader", { organisation: unit }, { fte: 0.5 });
    const { id } = await receiveCommission(db, keeper, now, words({ fte: "" }));
    await answerIntake(db, keeper, now, id, answer({ answer: "accept", fte: "" }));
    expect(await loadOf(db, keeper, someDay)).toMatchObject([
      { name: "FoU Länet", posts: 0.5, accepted: 0.2, inProgress: 0, asked: 0.2, unsized: 1 },
    ]);
    expect(await loadOf(db, stranger, someDay)).toEqual([]);
  });
});

test("every matter that is not closed is in the overview of whoever sits in its body, and of nobody else", async () => {
  const body = await meetings.body(unit);
  const sitting = await person();
  await meetings.sits(body, sitting);
  const member = await actor(sitting);
  const filled = {
    parked: { reason: "X", remind_on: someDay },
    dropped: { reason: "X" },
    referred: { referred_to: body },
    decided: { outcome: "X", review_on: someDay },
    decidedElsewhere: { outcome: "X", decided_by_name: "Y" },
    reviewed: { outcome: "X" },
  };
  for (const state of matterStates)
    await meetings.matter(body, { state, ...(filled as Record<string, object>)[state] });
  const open = await ownerDb
    .selectFrom("matter")
    .where("body_id", "=", body)
    .where("is_closed", "=", false)
    .orderBy("id")
    .select("id")
    .execute();
  const shown = await openMatterRows(db, await seenBy(member), wish({ visa: "fragor" }));
  expect(shown.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id));
  expect(open).toHaveLength(6);
  expect(await overviewCounts(db, await seenBy(member), wish(), someDay)).toMatchObject({ matters: 6, parked: 1 });
  expect(await openMatterRows(db, await seenBy(stranger), wish({ visa: "fragor" }))).toEqual([]);
  expect(await overviewCounts(db, await seenBy(stranger), wish(), someDay)).toMatchObject({
    matters: 0,
    commissions: 0,
  });
});

test("a wish is an address, and what is written wrong in one is left out", () => {
  expect(overviewAddress(wish({ visa: "parkerade", grupp: "radet", sida: "2" }), { sida: 3 })).toBe(
    "/uppdrag?visa=parkerade&grupp=radet&sida=3",
  );
  expect(overviewAddress(wish({ visa: "x", laget: "y", sida: "-1" }))).toBe("/uppdrag");
});

test("one statement a list, however much there is (Shows 6)", async () => {
  const region = await organisation({ name: "Regionen" });
  await seedMeetings(ownerDb, region, someDay, { bodies: 20, meetings: 200, matters: 2_000, items: 1 });
  const all = await someone("developmentLeader", { organisation: region });
  const sitting = await person();
  const { id: body } = await ownerDb
    .selectFrom("body")
    .where("slug", "=", "grupp-7")
    .select("id")
    .executeTakeFirstOrThrow();
  await meetings.sits(body, sitting);
  const member = await actor(sitting);
  const [theirs, everything] = [await seenBy(member), await seenBy(all)];
  const asks: Record<string, () => Promise<unknown>> = {
    "member's bodies": () => seenBy(member),
    "member counts": () => overviewCounts(db, theirs, wish(), someDay),
    "member commissions": () => openCommissions(db, theirs, wish(), someDay),
    "member matters": () => openMatterRows(db, theirs, wish({ visa: "fragor" })),
    "keeper counts": () => overviewCounts(db, everything, wish(), someDay),
    "keeper commissions": () => openCommissions(db, everything, wish(), someDay),
    "keeper overdue": () => openCommissions(db, everything, wish({ laget: "forsenade" }), someDay),
    "keeper matters": () => openMatterRows(db, everything, wish({ visa: "fragor" })),
    "keeper parked, page 9": () => openMatterRows(db, everything, wish({ visa: "parkerade", sida: 9 })),
    "body's matters": () => mattersOf(db, body),
  };
  expect(await overviewCounts(db, everything, wish(), someDay)).toMatchObject({ matters: 500 });
  for (const [name, ask] of Object.entries(asks)) expect([name, (await statements(ask)).length]).toEqual([name, 1]);
});
