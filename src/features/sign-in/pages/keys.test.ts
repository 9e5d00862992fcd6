import { describe, expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { createAccount } from "#features/organisations/people/commands.ts";
import { actorOfToken } from "#features/organisations/people/queries.ts";
import { systemClock } from "#kernel/clock.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";

const { app, db, ownerDb, url, signedIn } = await testWeb();
const here = "/mina-uppgifter/nycklar";

const account = { name: "Alva Lind", email: "alva@example.se", role: "administrator" as const };
const { personId } = await createAccount(db, machineOwner, systemClock, account);
const alva = visitor(app, url, await signedIn(personId));
const wish = { name: "Kalendern", scopes: "circles:read", days: "30" };
const keys = () => ownerDb.selectFrom("api_token").selectAll().orderBy("id").execute();

describe("a key", () => {
  test("is shown once, carries what was chosen, and is good for nothing when it is revoked", async () => {
    const made = await (await alva.send(here, wish)).text();
    const secret = /<code>([\w-]{43})<\/code>/.exec(made)?.[1] ?? "";
    const actor = await actorOfToken(db, secret, systemClock());
    expect([...(actor?.reach.keys() ?? [])]).toEqual(["circles:read"]);
    expect(JSON.stringify(await keys())).not.toContain(secret);

    const list = await (await alva.open(here)).text();
    expect(list).toContain("Kalendern");
    expect(list).not.toContain(secret);

    const [key] = await keys();
    expect((await alva.send(`${here}/${key?.id}/aterkalla`)).status).toBe(303);
    expect(await actorOfToken(db, secret, systemClock())).toBeUndefined();
    expect(await (await alva.open(here)).text()).toContain("Återkallad");
  });

  test.each([
    { why: "no name", over: { name: "" }, says: "Fyll i det här fältet" },
    { why: "no right", over: { scopes: "" }, says: "Välj eller skriv minst 1" },
    { why: "a right that is none", over: { scopes: "everything" }, says: "Välj ett av alternativen" },
    { why: "ten years", over: { days: "3650" }, says: "Uppgiften går inte att läsa" },
  ])("is not made with $why, and what was typed stays", async ({ over, says }) => {
    const before = await keys();
    const answer = await alva.send(here, { ...wish, name: "Statistik", ...over });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(says);
    expect(page).toContain(`value="${over.name ?? "Statistik"}"`);
    expect(await keys()).toEqual(before);
  });

  test("never carries a right its maker lacks", async () => {
    const guest = await createAccount(db, machineOwner, systemClock, { name: "Gäst", email: "gast@example.se" });
    const visiting = visitor(app, url, await signedIn(guest.personId));
    expect(await (await visiting.open(here)).text()).toContain("Du har inga rättigheter som en nyckel kan bära");
    const before = await keys();
    expect((await visiting.send(here, wish)).status).toBe(403);
    expect(await keys()).toEqual(before);
  });

  test("is revoked by its owner only", async () => {
    await alva.send(here, wish);
    const key = (await keys()).at(-1);
    const other = await createAccount(db, machineOwner, systemClock, { name: "Bo", email: "bo@example.se" });
    const bo = visitor(app, url, await signedIn(other.personId));
    expect((await bo.send(`${here}/${key?.id}/aterkalla`)).status).toBe(404);
    expect((await bo.send(`${here}/abc/aterkalla`)).status).toBe(404);
    expect((await keys()).at(-1)?.revoked_at).toBeNull();
  });
});
