import { expect, test } from "vitest";
import type { CommissionId } from "#features/meetings/matter/matter.ts";
import { eraseCommissionContacts } from "#features/meetings/retention/commands.ts";
import { newId } from "#kernel/ids.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { testDatabase } from "../../../../test/database.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person } = given(ownerDb);
const unit = await organisation();
const elsewhere = await organisation({ name: "FoU Väst" });
const now = noon("2027-03-18")();

const commission = async (over: object = {}): Promise<CommissionId> => {
  const id = newId<"commission">();
  const asked = { title: "Uppföljning", requester: "Kommunen", requester_email: "kommunen@example.se" };
  const closed = { origin: "local", state: "closed", since: day("2025-03-01"), created_at: now } as const;
  await ownerDb
    .insertInto("commission")
    .values({ organisation_id: unit, owner_name: "Bo Lind", ...asked, ...closed, ...over, id })
    .execute();
  return id;
};
const kept = (id: CommissionId) =>
  ownerDb
    .selectFrom("commission")
    .where("id", "=", id)
    .select(["requester", "requester_email as email", "owner_name as name", "owner_person as person"])
    .executeTakeFirstOrThrow();
const erase = () =>
  eraseDue(db, "commissionContact", { ...dueAt(now, 730), organisationId: unit }, eraseCommissionContacts);
const whole = { requester: "Kommunen", email: "kommunen@example.se", name: "Bo Lind" };

test("the address of whoever asked and the name of whoever did it go, and who asked stays (R011)", async () => {
  const closed = await commission();
  const declined = await commission({ state: "declined", reason: "Ingen tid", owner_name: null });
  expect(await erase()).toBe(2);
  for (const id of [closed, declined])
    expect(await kept(id)).toEqual({ requester: "Kommunen", email: null, name: null, person: null });
  expect(await erase()).toBe(0);
});

test("what is not over, was over lately, is another organisation's or names somebody by their entry stays", async () => {
  const someone = await person();
  const still = [
    await commission({ state: "inProgress" }),
    await commission({ since: day("2025-03-20") }),
    await commission({ organisation_id: elsewhere }),
  ];
  const chosen = await commission({ requester_email: null, owner_name: null, owner_person: someone });
  expect(await erase()).toBe(0);
  for (const id of still) expect(await kept(id)).toMatchObject(whole);
  expect(await kept(chosen)).toMatchObject({ person: someone });
});
