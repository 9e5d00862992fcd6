import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { setPassword } from "#platform/sign-in/session.ts";
import { mergePeople } from "#features/organisations/people/merging/commands.ts";
import { personParts } from "../../../../../person-parts.ts";
import { noon } from "../../../../../../test/given-rounds.ts";
import { given } from "../../../../../../test/given.ts";
import { visitor } from "../../../../../../test/visitor.ts";
import { testWeb } from "../../../../../../test/web.ts";

const now = noon("2027-03-18");
const web = await testWeb(now);
const { app, url, db, ownerDb, signedIn } = web;
const { organisation, someone, person, role } = given(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const leader = await someone(
  "developmentLeader",
  { organisation: unit },
  { name: "Ture Vik", email: "ture@example.se" },
);
const cookie = await signedIn(leader.personId);

const page = async (path: string) => app.request(path, { headers: { cookie } });
const send = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: "POST", headers: { cookie, origin: url }, body: new URLSearchParams(fields) });
const colleague = async (name: string, email = `${newId()}@example.se`) => {
  const id = await person({ name, email });
  await role(id, "guest", { organisation: unit });
  return id;
};

test("two who sound alike are found, merged and made two again, and are not proposed any more (R033)", async () => {
  const one = await colleague("Kristina Carlson");
  const other = await colleague("Christina Karlsson");
  const list = await (await page("/personer/kan-vara-samma")).text();
  expect(list).toContain("Kristina Carlson och Christina Karlsson");
  expect(list).toContain("Namnen låter lika");

  const address = `/personer/${one}/sla-ihop/${other}`;
  const unsaid = await send(address, {});
  expect(unsaid.status).toBe(422);
  expect(await unsaid.text()).toContain("Välj vilken som ska behållas");
  expect((await send(address, { keep: newId() })).status).toBe(422);

  const merged = await send(address, { keep: other });
  expect(merged.status).toBe(303);
  const shown = merged.headers.get("location") ?? "";
  expect(await (await page(shown)).text()).toContain("Kristina Carlson och Christina Karlsson är nu en person");
  expect((await page(`/personer/${one}`)).headers.get("location")).toBe(`/personer/${other}`);
  expect(await (await page(`/personer/${other}`)).text()).toContain("Sammanslagen med");
  // A second press of the same button.
  expect((await send(address, { keep: other })).status).toBe(404);

  const undone = await send(`${shown.split("?")[0]}/angra`, {});
  expect(undone.status).toBe(303);
  expect(await (await page(undone.headers.get("location") ?? "")).text()).toContain("är två personer igen");
  const twice = await send(`${shown.split("?")[0]}/angra`, {});
  expect(twice.status).toBe(409);
  expect(await twice.text()).toContain("redan ångrad");
  expect(await (await page("/personer/kan-vara-samma")).text()).toContain("Ingen verkar finnas två gånger");
});

test("a pair of two people is not proposed again once somebody has said so", async () => {
  const one = await colleague("Sofie Lind");
  const other = await colleague("Sophie Lind");
  expect(await (await page("/personer/kan-vara-samma")).text()).toContain("Sofie Lind och Sophie Lind");
  const said = await send("/personer/kan-vara-samma/inte", { one, other });
  expect(said.status).toBe(303);
  expect(await (await page(said.headers.get("location") ?? "")).text()).toContain("föreslås inte igen");
  expect((await send("/personer/kan-vara-samma/inte", { one, other: "x" })).status).toBe(422);
});

test("a link to the address that was merged signs in whoever was kept; the old password opens nothing", async () => {
  const { authentication } = web;
  const [from, to] = [await colleague("Bo Ek", "gammal@example.se"), await colleague("Bo Ek", "ny@example.se")];
  await setPassword(authentication, from, "ett långt gammalt lösenord");
  await setPassword(authentication, to, "ett långt nytt lösenord");
  await mergePeople(db, leader, now, { from, to }, personParts);

  const wrong = visitor(app, url);
  await wrong.send("/logga-in/losenord", { email: "gammal@example.se", password: "ett långt gammalt lösenord" });
  expect(wrong.isSignedIn()).toBe(false);
  const right = visitor(app, url);
  await right.send("/logga-in/losenord", { email: "gammal@example.se", password: "ett långt nytt lösenord" });
  expect(right.isSignedIn()).toBe(true);

  const linked = visitor(app, url);
  await linked.send("/logga-in", { email: "gammal@example.se" });
  await web.afterwards.settled();
  const mail = await ownerDb
    .selectFrom("mail")
    .where("to_address", "=", "gammal@example.se")
    .where("body_text", "like", "%/logga-in/lank/%")
    .select("body_text")
    .executeTakeFirstOrThrow();
  const path = /\/logga-in\/lank\/[^\s\])>]+/u.exec(mail.body_text ?? "")?.[0] ?? "";
  await linked.send(path, {});
  expect(linked.isSignedIn()).toBe(true);
  expect(await (await linked.open("/mina-uppgifter")).text()).toContain("ny@example.se");
});
