import { describe, expect, test } from "vitest";
import { openCode } from "#features/circles/attendance/commands.ts";
import { newId } from "#kernel/ids.ts";
import { day, givenRounds, noon, time } from "../../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../../test/given.ts";
import { visitor } from "../../../../../test/visitor.ts";
import { testWeb } from "../../../../../test/web.ts";

const theDay = noon("2027-10-01");
const { app, db, ownerDb, url, signedIn } = await testWeb(theDay);
const given = givenRounds(ownerDb);
const { organisation, someone } = sentences(ownerDb);

async function stage() {
  const unit = await organisation({ name: "FoU Länet" });
  const leader = await someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
  const round = await given.published(unit, { state: "running" });
  const hours = { starts: time("09:00"), ends: time("13:00"), mode: "hybrid" as const };
  const session = await given.session(round.id, { date: day("2027-10-01"), ...hours });
  const person = await given.person({ name: "Asta Berg" });
  const asta = await given.registration(round.id, { name: "Asta Berg", person_id: person });
  const circle = `/cirkel/${round.slug}`;
  return {
    leader,
    circle,
    asta,
    meeting: { roundId: round.id, sessionId: session },
    at: `${circle}/traff/${session}`,
    lead: visitor(app, url, await signedIn(leader.personId)),
    takesPart: visitor(app, url, await signedIn(person)),
  };
}
const read = async (answer: Promise<Response>) => (await answer).text();
const to = (answer: Response) => answer.headers.get("location");

describe("without script", () => {
  test("a leader notes one participant with one press and comes back to the same row", async () => {
    const { lead, at, asta } = await stage();
    expect(await read(lead.open(`${at}/narvaro`))).toContain("På plats: Asta Berg");
    const pressed = await lead.send(`${at}/narvaro`, { registrationId: asta, state: "digital" });
    expect([pressed.status, to(pressed)]).toEqual([303, `${at}/narvaro#rad-${asta}`]);
    expect(await read(lead.open(`${at}/narvaro`))).toContain("1 av 1 var med");
    await lead.send(`${at}/narvaro`, { registrationId: asta, state: "unmarked" });
    await lead.send(`${at}/narvaro`, { rest: "present" });
    expect(await read(lead.open(at))).toContain("1 av 1 var med");
  });

  test("a participant scans the code, presses once and sees that they are noted", async () => {
    const { lead, takesPart, at, meeting, leader } = await stage();
    expect(await read(takesPart.open(at))).toContain("Jag är här");
    await lead.send(`${at}/narvaro/kod`);
    const shown = await read(lead.open(`${at}/narvaro/kod`));
    expect(shown).toContain("<svg");
    const [, code = ""] = /<code>([0-9 ]{7})<\/code>/u.exec(shown) ?? [];
    const form = await read(takesPart.open(`${at}/har?kod=${code.replace(" ", "")}`));
    expect(form).toContain(`value="${code.replace(" ", "")}"`);
    const wrong = (await openCode(db, leader, theDay, meeting)).code === "000000" ? "000001" : "000000";
    const refused = await takesPart.send(`${at}/har`, { code: wrong, state: "digital" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Koden stämmer inte")]);
    const { code: valid } = await openCode(db, leader, theDay, meeting);
    const noted = await takesPart.send(`${at}/har`, {
      code: `${valid.slice(0, 3)} ${valid.slice(3)}`,
      state: "digital",
    });
    expect(to(noted)).toBe(at);
    const after = await read(takesPart.open(at));
    expect(after).toContain("Du är noterad: Digitalt");
    expect(after).not.toContain("Jag är här");
    expect(await read(lead.open(`${at}/narvaro`))).toContain("med rummets kod");
  });

  test("a guest is added, and what was typed stands when it is refused", async () => {
    const { lead, at } = await stage();
    expect(to(await lead.send(`${at}/narvaro/gaster`, { name: "Rut Forsén" }))).toBe(`${at}/narvaro`);
    const twice = await lead.send(`${at}/narvaro/gaster`, { name: "Rut Forsén" });
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('value="Rut Forsén"')]);
    const page = await read(lead.open(`${at}/narvaro`));
    const [remove = ""] = /\/[^"]*\/bort/u.exec(page) ?? [];
    await lead.send(remove);
    expect(await read(lead.open(`${at}/narvaro`))).not.toContain("Rut Forsén");
  });
});

test("codes are not searched through: after ten tries the answer is to wait", async () => {
  const { takesPart, at } = await stage();
  const statuses = [];
  for (let n = 0; n < 12; n += 1)
    statuses.push((await takesPart.send(`${at}/har`, { code: String(100_000 + n), state: "present" })).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
});

test("a participant sees their own presence and nobody else's", async () => {
  const { takesPart, at, asta } = await stage();
  for (const path of [`${at}/narvaro`, `${at}/narvaro/kod`, `${at}/narvaro/gaster`])
    expect((await takesPart.open(path)).status).toBe(403);
  expect((await takesPart.send(`${at}/narvaro`, { registrationId: asta, state: "present" })).status).toBe(403);
  expect(await db.selectFrom("attendance").where("registration_id", "=", asta).select("id").execute()).toEqual([]);
});

test("the circle says its hours, what is unknown, and what one has been at (R116)", async () => {
  const { lead, takesPart, circle, at, asta, meeting } = await stage();
  await lead.send(`${at}/narvaro`, { registrationId: asta, state: "present" });
  const known = await read(takesPart.open(circle));
  // Five Fridays and this day, four hours each, of seventy.
  for (const words of ["24 timmar", "70 timmar", "46 timmar", "1 av 6 träffar", "4 timmar"])
    expect(known).toContain(words);
  await given.session(meeting.roundId, { date: day("2028-05-05") });
  const unknown = await read(takesPart.open(circle));
  for (const words of ["1 träff har ingen känd tid", "Går inte att säga än"]) expect(unknown).toContain(words);
});

test("a certificate is handed out as a file when the circle is over and settled", async () => {
  const { lead, takesPart, circle, at, asta, meeting } = await stage();
  await lead.send(`${at}/narvaro`, { registrationId: asta, state: "present" });
  expect(await read(takesPart.open(`${circle}/intyg`))).toContain("Ditt intyg finns här när cirkeln är slut");
  expect((await lead.send(`${circle}/intyg`)).status).toBe(409);
  await ownerDb.updateTable("round").set({ state: "completed" }).where("id", "=", meeting.roundId).execute();
  expect((await takesPart.send(`${circle}/intyg`)).status).toBe(403);
  expect(to(await lead.send(`${circle}/intyg`))).toBe(`${circle}/intyg?klara=1&uteblivna=0`);
  expect(await read(takesPart.open(`${circle}/intyg`))).toContain("Hämta intyget");
  const file = await takesPart.open(`${circle}/intyg/${asta}/intyg.pdf`);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect((await takesPart.open(`${circle}/intyg/${newId()}/intyg.pdf`)).status).toBe(404);
});
