import { expect, test } from "vitest";
import { given } from "../../../test/given.ts";
import { runJobs } from "../../../test/jobs.ts";
import { oneTimeCode } from "../../../test/one-time-code.ts";
import { visitor } from "../../../test/visitor.ts";
import { testWeb } from "../../../test/web.ts";
import { turnOffSecondFactor } from "#features/sign-in/commands.ts";
import { signInJobs } from "#features/sign-in/jobs.ts";
import { systemClock } from "#kernel/clock.ts";
import { setPassword } from "#platform/sign-in/session.ts";

const web = await testWeb(() => Temporal.Instant.from("2027-03-18T09:00:00Z"));
const { app, db, ownerDb, url, authentication, signedIn, translate } = web;
const { organisation, person, role, someone } = given(ownerDb);
const today = Temporal.PlainDate.from("2027-03-18");
const password = "gröna äpplen i korgen";

/** Somebody with a code from an app, who has then lost it. */
async function whoLostIt(name: string) {
  const id = await person({ name, email: `${name}@example.se` });
  await setPassword(authentication, id, password);
  const own = visitor(app, url, await signedIn(id));
  const shown = await (await own.send("/mina-uppgifter/inloggning/kod", { password })).text();
  const [, totp = ""] = /<code>([A-Z2-7]{20,})<\/code>/.exec(shown) ?? [];
  await own.send("/mina-uppgifter/inloggning/kod/bekrafta", { code: oneTimeCode(totp) });
  return { id, own };
}

const stateOf = async (id: string) => ({
  factors: await ownerDb
    .selectFrom("sign_in_two_factor")
    .where("person_id", "=", id as never)
    .select("id")
    .execute(),
  sessions: await ownerDb
    .selectFrom("sign_in_session")
    .where("person_id", "=", id as never)
    .select("id")
    .execute(),
  person: await ownerDb
    .selectFrom("person")
    .where("id", "=", id as never)
    .select("two_factor_enabled")
    .execute(),
});
const mailsTo = async (address: string) => {
  await runJobs(db, signInJobs, { now: systemClock, translate });
  const rows = await ownerDb.selectFrom("mail").where("to_address", "=", address).orderBy("id").selectAll().execute();
  return rows.map(({ subject }) => subject);
};

test("an administrator turns it off for somebody who lost the app; they are signed out, told, and come in without it", async () => {
  const { id, own } = await whoLostIt("asta");
  const unit = await organisation({ name: "FoU Länet" });
  await role(id, "developmentLeader", { organisation: unit });
  const helper = await someone("administrator", { organisation: unit });
  const page = visitor(app, url, await signedIn(helper.personId));
  const at = `/personer/${id}/inloggning`;
  expect(await (await page.open(at)).text()).toContain("Slå av koden");
  expect((await page.send(at)).headers.get("location")).toBe(`${at}?klart=av`);
  expect(await (await page.open(at)).text()).toContain("inte påslagen");

  expect(await stateOf(id)).toEqual({ factors: [], sessions: [], person: [{ two_factor_enabled: false }] });
  expect((await own.open("/mina-uppgifter")).status).toBe(303);
  const again = visitor(app, url);
  await again.send("/logga-in/losenord", { email: "asta@example.se", password });
  expect(again.isSignedIn()).toBe(true);
  expect(await mailsTo("asta@example.se")).toEqual([
    "Koden från en app är påslagen",
    "En administratör har slagit av din kod",
  ]);
  const deeds = await ownerDb.selectFrom("audit_record").where("about", "=", id).orderBy("id").selectAll().execute();
  expect(deeds.at(-1)).toMatchObject({ what: "sign_in.second_factor_taken_off", person_id: helper.personId });

  const twice = await page.send(at);
  expect(twice.status).toBe(409);
  expect(await twice.text()).toContain("Koden är redan avslagen");
});

test("nobody turns it off who is not trusted with everything that person is trusted with", async () => {
  const { id } = await whoLostIt("bo");
  const unit = await organisation({ name: "FoU Väst" });
  await role(id, "developmentLeader", { organisation: unit });
  await role(id, "guest", { organisation: await organisation({ name: "FoU Öst" }) });
  const before = await stateOf(id);
  for (const actor of [
    await someone("developmentLeader", { organisation: unit }),
    await someone("administrator", { organisation: unit }),
  ]) {
    await expect(turnOffSecondFactor(db, actor, id, { today })).rejects.toMatchObject({
      code: "sign_in.second_factor.not_yours",
    });
  }
  expect(await stateOf(id)).toEqual(before);
  expect(before.factors).toHaveLength(1);
});

test("somebody is told by mail when the password is changed, and when the code is turned off", async () => {
  const { own } = await whoLostIt("cia");
  await own.send("/mina-uppgifter/inloggning", { current: password, password: "röda stövlar i hallen" });
  await own.send("/mina-uppgifter/inloggning/kod/av", { password: "fel" });
  await own.send("/mina-uppgifter/inloggning/kod/av", { password: "röda stövlar i hallen" });
  expect(await mailsTo("cia@example.se")).toEqual([
    "Koden från en app är påslagen",
    "Ditt lösenord är ändrat",
    "Koden från en app är avslagen",
  ]);
});
