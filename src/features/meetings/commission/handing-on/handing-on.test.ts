import { expect, test } from "vitest";
import { closeCommission, commissionInMatter } from "#features/meetings/commission/commands.ts";
import { HandedOn, NewCommission, ReceivedCommission } from "#features/meetings/commission/commission-words.ts";
import { handOnCommission } from "#features/meetings/commission/handing-on/commands.ts";
import { commissionInScope } from "#features/meetings/commission/queries.ts";
import { commissionsToReport } from "#features/meetings/commission/todo/queries.ts";
import { stepsOf } from "#features/meetings/matter/timeline/queries.ts";
import { receiveCommission } from "#features/meetings/overview/intake/commands.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given as sentences, someDay } from "../../../../../test/given.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation({ name: "FoU Länet" });
const heads = await given.organisation({ name: "Kansliet" });
const network = await meetings.body(unit);
const [sara, bo, eva, vera] = [
  await given.person({ name: "Sara Ek" }),
  await given.person({ name: "Bo Lind" }),
  await given.person({ name: "Eva Holm" }),
  await given.person({ name: "Vera Ström" }),
];
await meetings.sits(network, sara, "secretary");
// Bo has left the body: the commission they were given is still theirs until somebody takes it over.
await meetings.sits(network, eva);
await meetings.sits(network, vera, "userRepresentative");
const [secretary, former, next] = [await given.actor(sara), await given.actor(bo), await given.actor(eva)];
const keeper = await given.someone("developmentLeader", { organisation: unit });
const stranger = await given.someone("developmentLeader", { organisation: heads });

async function commission() {
  const matter = await meetings.matter(network);
  const words = NewCommission.parse({ title: "Ta fram ett förslag", parts: "Ett namn", ownerPerson: bo });
  const { id } = await commissionInMatter(db, secretary, now, matter.slug, words);
  return { id, matterId: matter.id };
}
const to = (over: object) => HandedOn.parse(over);
const owned = async (id: string) =>
  ownerDb
    .selectFrom("commission")
    .where(({ eb, cast }) => eb(cast<string>("id", "text"), "=", id))
    .select(["owner_person as person", "owner_organisation as organisation", "owner_name as name", "version"])
    .executeTakeFirstOrThrow();

test("somebody else takes over: it is theirs on Idag and in the story of the matter, and no longer the other's (R212)", async () => {
  const { id, matterId } = await commission();
  await handOnCommission(db, secretary, now, id, to({ ownerPerson: eva }));
  expect(await owned(id)).toMatchObject({ person: eva, version: 2 });
  expect((await commissionsToReport(db, next, now())).map((each) => each.id)).toContain(id);
  expect((await commissionsToReport(db, former, now())).map((each) => each.id)).not.toContain(id);
  expect((await commissionInScope(db, next, id, someDay)).can.report).toBe(true);
  await expect(commissionInScope(db, former, id, someDay)).rejects.toMatchObject({ kind: "not_found" });
  const steps = await stepsOf(db, secretary, matterId, someDay);
  expect(steps.at(-1)).toMatchObject({ what: "handedOn", text: "Ta fram ett förslag", toldBy: "Sara Ek" });
});

test("an organisation that is known takes over as itself, and anybody else by name", async () => {
  const { id } = await commission();
  await handOnCommission(db, keeper, now, id, to({ ownerName: "Kansliet" }));
  expect(await owned(id)).toMatchObject({ person: null, organisation: heads, name: null });
  await handOnCommission(db, keeper, now, id, to({ ownerName: "En konsult" }));
  expect(await owned(id)).toMatchObject({ person: null, organisation: null, name: "En konsult" });
});

test("the same again changes nothing", async () => {
  const { id, matterId } = await commission();
  await handOnCommission(db, secretary, now, id, to({ ownerPerson: bo }));
  await handOnCommission(db, secretary, now, id, to({ ownerName: "En konsult" }));
  await handOnCommission(db, secretary, now, id, to({ ownerName: "En konsult" }));
  expect(await owned(id)).toMatchObject({ version: 2 });
  expect((await stepsOf(db, secretary, matterId, someDay)).filter(({ what }) => what === "handedOn")).toHaveLength(1);
});

test.each([
  ["whoever has it", () => former, "forbidden"],
  ["a stranger", () => stranger, "not_found"],
])("%s does not hand it on", async (_, who, kind) => {
  const { id } = await commission();
  await expect(handOnCommission(db, who(), now, id, to({ ownerPerson: eva }))).rejects.toMatchObject({ kind });
  expect(await owned(id)).toMatchObject({ person: bo, version: 1 });
});

test("goes to those who sit in the body and may be named there, and to nobody else by their entry", async () => {
  const { id } = await commission();
  for (const ownerPerson of [vera, stranger.personId])
    await expect(handOnCommission(db, secretary, now, id, to({ ownerPerson }))).rejects.toMatchObject({
      problems: [{ path: "ownerPerson", code: "commission.not_among_them" }],
    });
  expect(await owned(id)).toMatchObject({ person: bo, version: 1 });
});

test("what is closed, or not answered yet, is nobody's to take over", async () => {
  const { id } = await commission();
  await closeCommission(db, secretary, now, id, { text: "Behövs inte" });
  const words = { organisation: unit, title: "Uppföljning", requester: "Kommunen", origin: "local" };
  const asked = await receiveCommission(db, keeper, now, ReceivedCommission.parse(words));
  for (const [who, each] of [
    [secretary, id],
    [keeper, asked.id],
  ] as const)
    await expect(handOnCommission(db, who, now, each, to({ ownerName: "Kansliet" }))).rejects.toMatchObject({
      code: "commission.not_under_way",
    });
});

test("somebody is to be chosen, and one only", () => {
  expect(HandedOn.safeParse({}).success).toBe(false);
  expect(HandedOn.safeParse({ ownerPerson: eva, ownerName: "Kansliet" }).success).toBe(false);
  expect(HandedOn.safeParse({ ownerName: "Gäller 191212121212" }).success).toBe(false);
});

test("the page offers whoever may take over, keeps what was typed, and is for those who run it", async () => {
  const { id } = await commission();
  const leads = visitor(app, url, await signedIn(sara));
  const does = visitor(app, url, await signedIn(bo));
  expect(await (await leads.open(`/uppdrag/${id}`)).text()).toContain(`/uppdrag/${id}/ta-over`);
  const page = await (await leads.open(`/uppdrag/${id}/ta-over`)).text();
  expect(page).toContain("Eva Holm");
  expect(page).not.toContain("Vera Ström");
  expect(await (await does.open(`/uppdrag/${id}`)).text()).not.toContain("ta-over");
  expect((await does.open(`/uppdrag/${id}/ta-over`)).status).toBe(403);

  const both = await leads.send(`/uppdrag/${id}/ta-over`, { ownerPerson: eva, ownerName: "Kansliet" });
  expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('value="Kansliet"')]);
  expect((await leads.send(`/uppdrag/${id}/ta-over`, { ownerPerson: eva, ownerName: "" })).status).toBe(303);
  expect(await owned(id)).toMatchObject({ person: eva });

  await closeCommission(db, secretary, now, id, { text: "Behövs inte" });
  expect(await (await leads.open(`/uppdrag/${id}`)).text()).not.toContain("ta-over");
  expect((await leads.open(`/uppdrag/${id}/ta-over`)).status).toBe(409);
});
