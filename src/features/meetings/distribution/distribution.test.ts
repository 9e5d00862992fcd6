import { describe, expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import { sendMinutes } from "#features/meetings/distribution/commands.ts";
import { distributionJobs } from "#features/meetings/distribution/jobs.ts";
import { dispatchesOf } from "#features/meetings/distribution/queries.ts";
import { readInside } from "#features/meetings/distribution/reading/queries.ts";
import { addReceiver, removeReceiver } from "#features/meetings/distribution/receivers/commands.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { newId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { givenMinutes, jointMeetingWithMinutes } from "../../../../test/given-final-minutes.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { testWeb } from "../../../../test/web.ts";

const now = noon("2027-03-25");
const { app, db, ownerDb, url, signedIn } = await testWeb(now);
const today = day("2027-03-25");
const translate = translators(catalogues);

/** The mails that have come since somebody looked last. */
let seen = new Set<string>();
const mails = async () => {
  await runJobs(db, distributionJobs, { now, translate });
  const rows = await ownerDb.selectFrom("mail").selectAll().orderBy("id").execute();
  const fresh = rows.filter(({ id }) => !seen.has(id));
  seen = new Set(rows.map(({ id }) => id));
  return fresh.map(({ to_address: to, subject, body_text: text }) => ({ to, subject, text: text ?? "" }));
};
const linkIn = (text: string) => /\/anteckningar\/min\/([\w-]{43})/u.exec(text)?.[1] ?? "";
const page = (path: string) => app.request(path);

test("each gets one mail: the common part and their own, also whoever sits in both (R178, R209)", async () => {
  const stage = await jointMeetingWithMinutes(ownerDb);
  const secretary = await stage.actor(stage.people.rut);
  expect(await sendMinutes(db, secretary, now, stage.joint.slug, {})).toEqual({ receivers: 5, notFinal: [] });
  const sent = await mails();
  const parts = Object.fromEntries(
    sent.map(({ to, text }) => [to, /Du får ([^.]*)\./u.exec(text.replaceAll(/\s+/gu, " "))?.[1]]),
  );
  expect(parts).toEqual({
    "asta.berg@example.se": "den gemensamma delen och delen för Nätverk IFO",
    "bo.lind@example.se": "den gemensamma delen och delen för Nätverk Funktionsstöd",
    "cim.dahl@example.se": "den gemensamma delen, delen för Nätverk IFO och delen för Nätverk Funktionsstöd",
    "doris.hellgren@example.se": "den gemensamma delen och delen för Nätverk IFO",
    "rut.ek@example.se": "den gemensamma delen och delen för Nätverk IFO",
  });
  expect(sent.map(({ subject }) => subject)).toContain("Minnesanteckningar: Vårmötet, tors 18 mars 2027");

  // Nothing of another body's in any of them, and no name that is not to be seen.
  const ofBo = sent.find(({ to }) => to.startsWith("bo"))?.text ?? "";
  expect(ofBo).not.toContain("IFO");
  expect(sent.map(({ text }) => text).join("")).not.toContain("Hellgren");
  // For a user representative it begins with what came of it, in plain words.
  const ofDoris = sent.find(({ to }) => to.startsWith("doris"))?.text.replaceAll(/\s+/gu, " ") ?? "";
  expect(ofDoris.indexOf("Det här blev det av")).toBeLessThan(ofDoris.indexOf("Här är anteckningarna"));
  expect(ofDoris).toContain("FoU-enheten ska göra det här: Återkomma med förslag. Ingen har sagt när");
  expect(ofDoris).toContain("Chefsnätverket har bestämt: Rådet inrättas");
  expect(ofBo).not.toContain("Det här blev det av");

  const inside = await meetingInside(db, secretary, stage.joint.slug, today);
  const [dispatch] = await dispatchesOf(db, inside);
  expect(dispatch?.mails.map(({ name, organisation }) => name ?? organisation)).toEqual([
    "Asta Berg",
    "Bo Lind",
    "Cim Dahl",
    "Brukarföreningen",
    "Rut Ek",
  ]);
});

test("sent twice it is sent once, also by two at the same moment", async () => {
  const stage = await jointMeetingWithMinutesAgain();
  const secretary = await stage.actor(stage.people.rut);
  const outcomes = await Promise.all([1, 2, 3].map(() => sendMinutes(db, secretary, now, stage.joint.slug, {})));
  expect(outcomes.map(({ receivers }) => receivers).toSorted((a, b) => a - b)).toEqual([0, 0, 5]);
  expect(await mails()).toHaveLength(5);
  expect(
    await ownerDb.selectFrom("minutes_dispatch").where("meeting_id", "=", stage.joint.id).select("id").execute(),
  ).toHaveLength(1);
});

test("what comes later is sent alone, to those it concerns: an addition, and a part that was not final", async () => {
  const stage = await jointMeetingWithMinutesAgain();
  const { parts, people, joint, second } = stage;
  await ownerDb
    .updateTable("minutes_part")
    .set({ state: "working", finished_at: null })
    .where("id", "=", parts.other)
    .execute();
  expect(await sendMinutes(db, stage.keeper, now, joint.slug, {})).toEqual({ receivers: 5, notFinal: [second] });
  const first = await mails();
  expect(first.find(({ to }) => to.startsWith("bo"))?.text.replaceAll(/\s+/gu, " ")).toContain(
    "Du får den gemensamma delen.",
  );

  await stage.minutes.finish(parts.other);
  await stage.minutes.addition(parts.own, "Doris Hellgren ville lägga till detta.", people.asta);
  expect(await sendMinutes(db, stage.keeper, now, joint.slug, {})).toEqual({ receivers: 5, notFinal: [] });
  const later = await mails();
  const text = (name: string) => later.find(({ to }) => to.startsWith(name))?.text.replaceAll(/\s+/gu, " ") ?? "";
  expect(new Set(later.map(({ subject }) => subject))).toEqual(
    new Set(["Tillägg till minnesanteckningarna: Vårmötet, tors 18 mars 2027"]),
  );
  expect(text("bo")).toContain("Nytt är delen för Nätverk Funktionsstöd.");
  expect(text("bo")).not.toContain("lagts till");
  expect(text("asta")).toContain("22 mars 2027: brukarrepresentanten ville lägga till detta.");
  expect(text("asta")).not.toContain("Nytt är");
  expect(text("cim")).toContain("Nytt är delen för Nätverk Funktionsstöd.");
  expect(text("cim")).toContain("ville lägga till detta");
  expect(await sendMinutes(db, stage.keeper, now, joint.slug, {})).toEqual({ receivers: 0, notFinal: [] });
});

describe("somebody by address", () => {
  test("reads by a link of their own what they were sent, as page, Word and PDF; and asks for a new one", async () => {
    const stage = await jointMeetingWithMinutesAgain();
    const { keeper, joint, second } = stage;
    const id = await addReceiver(db, keeper, now, joint.slug, {
      name: "Registratorn",
      email: "registrator@example.se",
      bodyIds: [second],
    });
    await sendMinutes(db, keeper, now, joint.slug, {});
    const token = linkIn((await mails()).find(({ to }) => to.startsWith("registrator"))?.text ?? "");
    const read = await page(`/anteckningar/min/${token}`);
    expect(read.headers.get("cache-control")).toContain("no-store");
    const text = await read.text();
    expect(text).toContain("Daglig verksamhet");
    expect(text).toContain("Kunskapsråd");
    expect(text).not.toContain("Projektledare för yrkesresan");
    expect(text).not.toContain("Hellgren");
    for (const kind of ["docx", "pdf"])
      expect((await page(`/anteckningar/min/${token}/anteckningar.${kind}`)).status).toBe(200);

    await ownerDb.updateTable("mailed_link").set({ expires_at: now() }).where("subject", "=", id).execute();
    const old = await page(`/anteckningar/min/${token}`);
    expect([old.status, (await old.text()).includes("Daglig verksamhet")]).toEqual([410, false]);
    expect((await page(`/anteckningar/min/${token}/anteckningar.pdf`)).status).toBe(404);
    const asked = await app.request(`/anteckningar/min/${token}`, { method: "POST", headers: { origin: url } });
    expect(asked.status).toBe(200);
    const renewed = linkIn((await mails())[0]?.text ?? "");
    expect(await (await page(`/anteckningar/min/${renewed}`)).text()).toContain("Daglig verksamhet");

    await removeReceiver(db, keeper, now, joint.slug, id);
    expect((await page(`/anteckningar/min/${renewed}`)).status).toBe(404);
    expect((await page(`/anteckningar/min/${"x".repeat(43)}`)).status).toBe(404);
  });

  test("is not added who sits there, nor for a body that did not meet, nor by a member", async () => {
    const stage = await jointMeetingWithMinutesAgain();
    const { keeper, joint, people, unit, meetings } = stage;
    const wish = { name: "Asta", email: "asta.berg@example.se", bodyIds: [] };
    const row = await ownerDb
      .selectFrom("person")
      .where("id", "=", people.asta)
      .select("email")
      .executeTakeFirstOrThrow();
    await expect(addReceiver(db, keeper, now, joint.slug, { ...wish, email: row.email! })).rejects.toMatchObject({
      problems: [{ code: "distribution.already_member" }],
    });
    const strange = await meetings.body(unit);
    const other = { ...wish, email: "gast@example.se" };
    await expect(addReceiver(db, keeper, now, joint.slug, { ...other, bodyIds: [strange] })).rejects.toMatchObject({
      problems: [{ code: "distribution.other_body" }],
    });
    await expect(addReceiver(db, await stage.actor(people.asta), now, joint.slug, other)).rejects.toMatchObject({
      code: "distribution.leaders_send",
    });
    const kept = await ownerDb.selectFrom("minutes_receiver").where("meeting_id", "=", joint.id).select("id").execute();
    expect(kept).toEqual([]);
  });
});

test("somebody by address gets all of the minutes of a body that met alone, without naming it", async () => {
  const { keeper, unit, meetings, second } = await jointMeetingWithMinutesAgain();
  const alone = await meetings.meeting(unit, [second], { state: "held", day: day("2027-03-18") });
  const { id, slug } = alone;
  await givenMinutes(ownerDb).part(id, second, [{ heading: "Vikarier i sommar", body: "Vi behöver tre." }]);
  await addReceiver(db, keeper, now, slug, { name: "Arkivet", email: "arkivet@example.se", bodyIds: [] });
  await mails();
  await sendMinutes(db, keeper, now, slug, {});
  expect((await mails()).filter(({ to }) => to.startsWith("arkivet"))).toHaveLength(1);
});

test("nothing is sent that is not final, nor by whoever does not run a body, and nothing changes", async () => {
  const stage = await jointMeetingWithMinutesAgain();
  const { joint, people } = stage;
  await ownerDb
    .updateTable("minutes_part")
    .set({ state: "working", finished_at: null })
    .where("meeting_id", "=", joint.id)
    .execute();
  await expect(sendMinutes(db, stage.keeper, now, joint.slug, {})).rejects.toMatchObject({
    code: "distribution.nothing_final",
  });
  await expect(sendMinutes(db, await stage.actor(people.asta), now, joint.slug, {})).rejects.toMatchObject({
    kind: "forbidden",
  });
  for (const who of [stage.stranger, await stage.actor(people.eva)])
    await expect(sendMinutes(db, who, now, joint.slug, {})).rejects.toMatchObject({ kind: "not_found" });
  expect(
    await ownerDb.selectFrom("minutes_dispatch").where("meeting_id", "=", joint.id).select("id").execute(),
  ).toEqual([]);
  expect(await mails()).toEqual([]);
});

test("those who get no mail stand each once, gathered by why, and many are folded", async () => {
  const stage = await jointMeetingWithMinutesAgain();
  const { joint, first, second, people, keeper, given } = stage;
  await ownerDb.updateTable("person").set({ email: null }).where("id", "=", people.bo).execute();
  const guest = await given.person({ name: "Gun Gäst", email: "gun.gast@example.se" });
  const came = { meeting_id: joint.id, role: "guest", state: "present", noted_at: now() } as const;
  const list = [
    { person_id: guest, body_id: first },
    { person_id: guest, body_id: second },
    { person_id: people.cim, body_id: first },
    ...["Ada Al", "Bea Alm", "Cia Ask", "Dan Bok", "Eli Ek", "Flo Gran"].map((name) => ({ name, body_id: first })),
    { name: "Ada Al", body_id: second },
  ];
  for (const row of list)
    await ownerDb
      .insertInto("attendance_at_meeting")
      .values({ ...came, ...row, id: newId() })
      .execute();
  const asked = await app.request(`/mote/${joint.slug}/utskick`, {
    headers: { cookie: await signedIn(keeper.personId) },
  });
  const [, outside = ""] = /<section[^>]*id="far-inget">(.*?)<\/section>/su.exec(await asked.text()) ?? [];
  const said = [...outside.matchAll(/<details class="more"( open="")?><summary>([^<]*)<\/summary>(.*?)<\/details>/gsu)];
  expect(said.map(([, open, why, names = ""]) => [why, open !== undefined, names.match(/<li>/gu)?.length])).toEqual([
    ["Sitter i gruppen men saknar e-post: 1", true, 1],
    ["Var med på mötet, e-posten är känd: 1", true, 1],
    ["Var med på mötet, e-posten är inte känd: 6", false, 6],
  ]);
  expect(outside).toContain("Bo Lind");
  expect(outside).not.toContain("Cim Dahl");
  expect(outside).toMatch(/href="[^"]*\?narvaro=[^"]*" aria-label="Lägg till Gun Gäst">Gun Gäst</u);
});

test("who left between the button and the mail is sent nothing", async () => {
  const stage = await jointMeetingWithMinutesAgain();
  await sendMinutes(db, stage.keeper, now, stage.joint.slug, {});
  await ownerDb
    .updateTable("body_seat_holding")
    .set({ valid_to: day("2027-03-24") })
    .where("person_id", "=", stage.people.bo)
    .execute();
  expect((await mails()).map(({ to }) => to.split(".")[0])).toEqual(["asta", "cim", "doris", "rut"]);
});

test("the page, Word and PDF give each exactly their own final parts, and others nothing at all", async () => {
  const stage = await jointMeetingWithMinutesAgain();
  const { joint, people, parts, keeper, administrator, stranger } = stage;
  await ownerDb
    .updateTable("minutes_part")
    .set({ state: "working", finished_at: null })
    .where("id", "=", parts.own)
    .execute();
  const partsOf = async (personId: string) => {
    const inside = await meetingInside(db, await stage.actor(personId as never), joint.slug, today);
    return (await readInside(db, inside))?.parts.map(({ id }) => id);
  };
  expect(await partsOf(people.asta)).toEqual([parts.common]);
  expect(await partsOf(people.bo)).toEqual([parts.common, parts.other]);
  expect(await partsOf(keeper.personId)).toEqual([parts.common, parts.other]);
  expect(await partsOf(administrator.personId)).toEqual([parts.common, parts.other]);
  const status = async (personId: string, path: string) =>
    (await app.request(path, { headers: { cookie: await signedIn(personId) } })).status;
  for (const path of ["las", "las/anteckningar.docx", "las/anteckningar.pdf", "utskick"]) {
    const address = `/mote/${joint.slug}/${path}`;
    expect([path, await status(stranger.personId, address), await status(people.eva, address)]).toEqual([
      path,
      404,
      404,
    ]);
    expect([path, await status(people.asta, address)]).toEqual([path, path === "utskick" ? 403 : 200]);
  }
});

async function jointMeetingWithMinutesAgain() {
  await ownerDb.updateTable("person").set({ email: null }).where("email", "like", "%@example.se").execute();
  return jointMeetingWithMinutes(ownerDb);
}
