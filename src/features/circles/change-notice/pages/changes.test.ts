import { expect, test } from "vitest";
import { setVenue } from "#features/circles/round/sessions/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { given } from "../../../../../test/given.ts";
import { givenRegistrations } from "../../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const web = await testWeb(noon("2027-09-20"));
const { app, db, ownerDb, url, signedIn } = web;
const rounds = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const leader = await given(ownerDb).someone("developmentLeader", {
  organisation: await rounds.organiser(),
});
const unit = await ownerDb
  .selectFrom("role_assignment")
  .where("person_id", "=", leader.personId)
  .select("organisation_id")
  .executeTakeFirstOrThrow();
const planner = await rounds.planner(unit.organisation_id!);

/** A running circle whose first meeting has got a room since somebody got their place. */
async function changedCircle() {
  const round = await rounds.published(unit.organisation_id!, { state: "running" });
  const personId = await rounds.person({ name: "Åsa Berg" });
  const id = await rounds.registration(round.id, { person_id: personId, name: "Åsa Berg" });
  await setVenue(db, planner, round.id, [(await roundFacts(db, round.id))!.sessions[0]!.id], "Rum 4");
  return { round, id, cookie: await signedIn(personId) };
}
const textOf = async (path: string, cookie?: string) =>
  (await app.request(path, { headers: cookie ? { cookie } : {} })).text();
const seenBy = async (id: string) =>
  (
    await ownerDb
      .selectFrom("change_notice_reader")
      .where("registration_id", "=", id as never)
      .select("seen_by")
      .execute()
  ).map((reader) => reader.seen_by);

const told = "Fre 1 oktober: platsen är Rum 4";

test("opening the mailed page shows the change and keeps nothing, a press keeps that it is seen (S-2)", async () => {
  const { id } = await changedCircle();
  const address = `/anmalan/min/${await circle.link("registration.own", id)}`;
  const shown = await textOf(address);
  expect(shown).toContain(told);
  expect(shown).toContain("Jag har sett ändringen");
  await textOf(address);
  expect(await seenBy(id)).toEqual([null]);

  const press = () => app.request(`${address}/sett`, { method: "POST", headers: { origin: url } });
  expect((await press()).headers.get("location")).toBe(address);
  expect(await seenBy(id)).toEqual(["link"]);
  expect((await press()).status).toBe(303);
  const after = await textOf(address);
  expect(after).not.toContain("Jag har sett ändringen");
  // What stands beside the meeting goes on saying that it was changed.
  expect(after).toMatch(/Ändrat .+: fick sin plats/);
});

test("opening the circle shows the change once at the top, and then it is seen", async () => {
  const { round, id, cookie } = await changedCircle();
  const first = await textOf(`/cirkel/${round.slug}`, cookie);
  expect(first).toContain("Det här är ändrat");
  expect(first).toContain(told);
  expect(await seenBy(id)).toEqual(["room"]);
  const again = await textOf(`/cirkel/${round.slug}`, cookie);
  expect(again).not.toContain("Det här är ändrat");
  expect(again).toContain(`/cirkel/${round.slug}/andringar`);
});

test("those who lead see who has seen it, the others see what was changed and nobody's name", async () => {
  const { round, cookie } = await changedCircle();
  await rounds.registration(round.id, { name: "Bo Lind" });
  const leading = await textOf(`/cirkel/${round.slug}/andringar`, await signedIn(leader.personId));
  expect(leading).toContain("0 av 1 har sett ändringen");
  expect(leading).toContain("Åsa Berg");
  expect(leading).not.toContain("Bo Lind");
  const taking = await textOf(`/cirkel/${round.slug}/andringar`, cookie);
  expect(taking).toContain(told);
  expect(taking).not.toContain("av 1 har sett");
});

test("the public page says what a meeting was, and nothing about who has seen it", async () => {
  const { round } = await changedCircle();
  const shown = await textOf(`/cirklar/${round.slug}`);
  expect(shown).toMatch(/Ändrat .+: fick sin plats/);
  expect(shown).not.toContain("sett");
});
