import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { createAccount } from "#features/organisations/people/commands.ts";
import type { Role } from "#features/organisations/people/roles.ts";
import { createOrganisation } from "#features/organisations/commands.ts";
import { dateIn, systemClock } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { change } from "#platform/database/change.ts";
import { type Mail, post } from "#platform/mail/mail.ts";
import { sayMoment } from "#ui/swedish-dates.ts";
import { visitor } from "../../../test/visitor.ts";
import { testWeb } from "../../../test/web.ts";

const { app, db, ownerDb, url, signedIn } = await testWeb();

let people = 0;
async function somebody(role?: Role, organisationId?: OrganisationId) {
  people += 1;
  const { personId } = await createAccount(db, machineOwner, systemClock, {
    name: `Person ${people}`,
    email: `person${people}@example.se`,
    ...(role ? { role } : {}),
    ...(organisationId ? { organisationId } : {}),
  });
  return { personId, ...visitor(app, url, await signedIn(personId)) };
}

const administrator = await somebody("administrator");
const nobodySpecial = await somebody();
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

async function mail(over: Partial<Mail> & { state?: "kept" | "failed" | "sent" } = {}) {
  const { state = "kept", ...rest } = over;
  const letter = { to: "asta@example.se", subject: "Din plats", text: "Hej", html: "<head></head><p>Hej</p>", ...rest };
  const id = (await post(db, letter))!;
  await ownerDb.updateTable("mail").set({ state, settled_at: systemClock() }).where("id", "=", id).execute();
  return id;
}

beforeEach(async () => {
  await ownerDb.deleteFrom("mail").execute();
  await sql`delete from pgboss.job`.execute(ownerDb);
});

const addresses = ["/drift", "/drift/utkorg", "/drift/arbete", "/drift/spar", "/drift/spar/kedjan"];

test.each(addresses)("%s is for those who look after the installation", async (path) => {
  expect((await administrator.open(path)).status).toBe(200);
  expect((await nobodySpecial.open(path)).status).toBe(403);
  expect((await visitor(app, url).open(path)).status).toBe(303);
});

test("the overview is calm when nothing needs anybody, and tells of failed mails and work when something does", async () => {
  expect(await textOf(administrator.open("/drift"))).toContain("Inget behöver dig just nu");
  await mail({ state: "failed" });
  await mail({ state: "failed" });
  await failedJob();
  const page = await textOf(administrator.open("/drift"));
  expect(page).toContain("2 mejl kom inte fram");
  expect(page).toContain("Ett arbete i bakgrunden gav upp");
});

describe("the outbox", () => {
  test("is narrowed down by state and by address, with how many there are", async () => {
    await mail({ to: "asta@example.se", subject: "Plats till Asta" });
    await mail({ to: "bo@example.se", subject: "Besked till Bo", state: "failed" });
    const failed = await textOf(administrator.open("/drift/utkorg?lage=failed"));
    expect(failed).toContain("Besked till Bo");
    expect(failed).not.toContain("Plats till Asta");
    const found = await textOf(administrator.open("/drift/utkorg?till=ASTA"));
    expect(found).toContain("Plats till Asta");
    expect(found).not.toContain("Besked till Bo");
  });

  test("goes on over pages without losing or doubling any", async () => {
    for (let number = 1; number <= 51; number += 1) await mail({ subject: `Mejl nummer ${number}.` });
    const first = await textOf(administrator.open("/drift/utkorg"));
    const next = /href="(\/drift\/utkorg\?efter=[^"]+)"/.exec(first)?.[1] ?? "";
    const second = await textOf(administrator.open(next));
    expect(first.match(/Mejl nummer \d+\./g)).toHaveLength(50);
    expect(second.match(/Mejl nummer \d+\./g)).toEqual(["Mejl nummer 1."]);
  });

  test("takes an address that makes no sense as one that asks for nothing", async () => {
    await mail();
    const answer = await administrator.open(`/drift/utkorg?lage=gone&efter=abc&till=${"x".repeat(9_000)}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Din plats");
  });
});

describe("a mail", () => {
  test("is shown as it is, runs nothing, and its links can be pressed", async () => {
    const link = `${url}/anmalan/bekrafta/abc`;
    const id = await mail({ subject: "<b>fet</b>", text: `<script>alert(1)</script>\nÖppna ${link}` });
    const page = await textOf(administrator.open(`/drift/utkorg/${id}`));
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<b>fet</b>");
    expect(page).toContain(`<a href="${link}" rel="noreferrer">`);
  });

  test("looks as its reader sees it, in a document that may do nothing", async () => {
    const id = await mail({ html: "<html><head></head><body><script>alert(1)</script></body></html>" });
    const look = await administrator.open(`/drift/utkorg/${id}/utseende`);
    expect(look.status).toBe(200);
    const policy = look.headers.get("content-security-policy");
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
    expect(policy).not.toContain("script");
    expect(look.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect((await nobodySpecial.open(`/drift/utkorg/${id}/utseende`)).status).toBe(403);
  });

  test("that failed is sent again, once, and the trail tells who did it", async () => {
    const id = await mail({ state: "failed" });
    const again = () => administrator.send(`/drift/utkorg/${id}/skicka-igen`);
    expect((await nobodySpecial.send(`/drift/utkorg/${id}/skicka-igen`)).status).toBe(403);
    expect((await again()).status).toBe(303);
    expect(await db.selectFrom("mail").select("state").where("id", "=", id).executeTakeFirst()).toEqual({
      state: "waiting",
    });
    expect((await again()).status).toBe(409);
    const deeds = await db.selectFrom("audit_record").select("person_id").where("about", "=", id).execute();
    expect(deeds).toEqual([{ person_id: administrator.personId }]);
  });

  test("that is not there, or has no such name, is not found", async () => {
    expect((await administrator.open(`/drift/utkorg/${newId()}`)).status).toBe(404);
    expect((await administrator.open("/drift/utkorg/abc")).status).toBe(404);
    expect((await administrator.send("/drift/utkorg/abc/skicka-igen")).status).toBe(404);
  });
});

async function failedJob(): Promise<string> {
  const id = randomUUID();
  await sql`select pgboss.create_queue('test.work', '{"policy":"standard"}'::jsonb)`.execute(ownerDb);
  await sql`insert into pgboss.job (id, name, data, state, output, completed_on, retry_count, retry_limit)
    values (${id}::uuid, 'test.work', '{"roundId":"r1"}', 'failed', '{"message":"It <i>broke</i>"}', now(), 3, 3)`.execute(
    ownerDb,
  );
  return id;
}

test("work that gave up is shown with why, and tried again by whoever administers", async () => {
  const id = await failedJob();
  const page = await textOf(administrator.open("/drift/arbete"));
  expect(page).toContain("It &lt;i&gt;broke&lt;/i&gt;");
  expect((await nobodySpecial.send(`/drift/arbete/${id}/forsok-igen`)).status).toBe(403);
  expect((await administrator.send(`/drift/arbete/${id}/forsok-igen`)).status).toBe(303);
  const { rows } = await sql`select state from pgboss.job where id = ${id}::uuid`.execute(ownerDb);
  expect(rows).toEqual([{ state: "retry" }]);
  expect((await administrator.send("/drift/arbete/abc/forsok-igen")).status).toBe(404);
});

describe("the trail", () => {
  const organisation = async (name: string) =>
    (await createOrganisation(db, machineOwner, { kind: "rdUnit", name })).id;
  const deed = (what: string, organisationId: OrganisationId) =>
    change(db, machineOwner, (tx) =>
      record(tx, { by: machineOwner, what, about: newId(), organisationId, after: { hours: 70 } }),
    );

  test("shows somebody who answers for one organisation what was done there, and nothing else", async () => {
    const [ours, theirs] = [await organisation("FoU Norr"), await organisation("FoU Söder")];
    await deed("test.ours", ours);
    await deed("test.theirs", theirs);
    const officer = await somebody("dataProtectionOfficer", ours);
    const page = await textOf(officer.open("/drift/spar"));
    expect(page).toContain("test.ours");
    expect(page).not.toContain("test.theirs");
    expect((await officer.open("/drift/spar/kedjan")).status).toBe(403);
    expect((await officer.open("/drift/utkorg")).status).toBe(403);
    expect(await textOf(administrator.open("/drift/spar"))).toContain("test.theirs");
  });

  test("is narrowed down by deed, person and thing", async () => {
    const ours = await organisation("FoU Öster");
    await deed("test.narrow_one", ours);
    await deed("test.narrow_two", ours);
    const narrowed = await textOf(administrator.open("/drift/spar?what=test.narrow_t"));
    expect(narrowed).toContain("test.narrow_two");
    expect(narrowed).not.toContain("test.narrow_one");
    expect(await textOf(administrator.open(`/drift/spar?about=${ours}`))).toContain("FoU Öster");
    expect(await textOf(administrator.open("/drift/spar?person=nobody@example.se"))).toContain(
      "Inga händelser stämmer",
    );
    expect((await administrator.open(`/drift/spar?after=abc&what=${"%".repeat(9_000)}`)).status).toBe(200);
  });

  test("is told whole or broken, and compared with a seal kept outside", async () => {
    await sealAudit(db);
    const whole = await textOf(administrator.open("/drift/spar/kedjan"));
    expect(whole).toContain("Kedjan är hel");
    const seal = /\d+:[0-9a-f]{64}/.exec(whole)?.[0] ?? "";
    expect(await textOf(administrator.open(`/drift/spar/kedjan?sigill=${seal}`))).toContain("Kedjan är hel");
    const other = await textOf(administrator.open(`/drift/spar/kedjan?sigill=${seal.replace(/.{8}$/, "00000000")}`));
    expect(other).toContain("kedjan är en annan");
    expect((await administrator.open("/drift/spar/kedjan?sigill=abc")).status).toBe(422);

    await sql`update audit_record set what = 'test.changed' where what = 'test.ours'`.execute(ownerDb);
    expect(await textOf(administrator.open("/drift/spar/kedjan"))).toContain("Kedjan är bruten");
  });
});

test("the overview tells when the last backup was made, and asks for one after eight days without", async () => {
  const overview = () => textOf(administrator.open("/drift"));
  expect(await overview()).toContain("Senaste säkerhetskopian: ingen är gjord än.");

  const what = "platform.backed_up";
  await change(db, machineOwner, (tx) => record(tx, { by: machineOwner, what, about: newId() }));
  await sealAudit(db);
  const backup = ownerDb.updateTable("audit_record").where("what", "=", what);
  const hoursAgo = (hours: number) => systemClock().subtract({ hours });

  const made = hoursAgo(8 * 24 - 1);
  await backup.set({ at: made }).execute();
  const inTime = await overview();
  expect(inTime).toContain(`Senaste säkerhetskopian: ${sayMoment("sv", made, { today: dateIn(systemClock()) })}.`);
  expect(inTime).not.toContain("Ingen säkerhetskopia på");
  await backup.set({ at: hoursAgo(8 * 24) }).execute();
  expect(await overview()).toContain("Ingen säkerhetskopia på 8 dagar");

  // Never one at all: counted from the first thing that was done here.
  await backup.set({ what: "test.other", at: systemClock() }).execute();
  expect(await overview()).not.toContain("Ingen säkerhetskopia på");
  await sql`update audit_record set at = ${hoursAgo(30 * 24)} where id = (select min(id) from audit_record)`.execute(
    ownerDb,
  );
  expect(await overview()).toContain("Ingen säkerhetskopia på 30 dagar");
});
