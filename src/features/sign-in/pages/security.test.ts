import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { setPassword } from "#platform/sign-in/session.ts";
import { oneTimeCode } from "../../../../test/one-time-code.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";

const { app, db, ownerDb, url, afterwards, authentication, signedIn } = await testWeb();
const page = "/mina-uppgifter/inloggning";
const password = "gröna äpplen i korgen";
const other = "röda stövlar i hallen";

beforeEach(() => ownerDb.deleteFrom("rate_limit").execute());

async function person(name: string, { withPassword = true } = {}) {
  const id = newId<"person">();
  const email = `${name}@example.se`;
  await db.insertInto("person").values({ id, name, email }).execute();
  if (withPassword) await setPassword(authentication, id, password);
  return { id, email, ...visitor(app, url, await signedIn(id)) };
}

const byPassword = (email: string, typed: string) => {
  const someone = visitor(app, url);
  return someone.send("/logga-in/losenord", { email, password: typed }).then((answer) => ({ ...someone, answer }));
};

describe("a password", () => {
  test("can be chosen by somebody who has none", async () => {
    const asta = await person("asta", { withPassword: false });
    expect(await (await asta.open(page)).text()).toContain("Du har inget lösenord");
    const saved = await asta.send(page, { password });
    expect(saved.headers.get("location")).toBe(`${page}?klart=password_saved`);
    expect(await (await asta.open(`${page}?klart=password_saved`)).text()).toContain("Lösenordet är sparat");
    expect((await byPassword(asta.email, password)).isSignedIn()).toBe(true);
  });

  test("is changed by who knows the old one; everybody else is signed out, and the session is a new one", async () => {
    const bo = await person("bo");
    const thief = (await byPassword(bo.email, password)).cookies.get("sammanvagt.session_token");
    const before = bo.cookies.get("sammanvagt.session_token");
    await bo.send(page, { current: password, password: other });

    expect((await byPassword(bo.email, password)).isSignedIn()).toBe(false);
    expect((await byPassword(bo.email, other)).isSignedIn()).toBe(true);
    expect((await bo.open(page)).status).toBe(200);
    expect(bo.cookies.get("sammanvagt.session_token")).not.toBe(before);
    expect((await visitor(app, url, `sammanvagt.session_token=${thief}`).open(page)).status).toBe(303);
  });

  test.each([
    { why: "the old one is wrong", current: "fel", chosen: other, says: "Det nuvarande lösenordet stämmer inte" },
    { why: "the old one is left out", current: "", chosen: other, says: "Det nuvarande lösenordet stämmer inte" },
    { why: "it is too short", current: password, chosen: "kort", says: "Skriv minst 12 tecken" },
    {
      why: "it has ten thousand characters",
      current: password,
      chosen: "a".repeat(10_000),
      says: "Texten är för lång",
    },
  ])("stays as it was when $why", async ({ current, chosen, says }) => {
    const cim = await person(newId<"person">().slice(-8));
    const answer = await cim.send(page, { current, password: chosen });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
    expect((await byPassword(cim.email, password)).isSignedIn()).toBe(true);
  });
});

/** Turns the code on as a person does: password, scan, code. Gives the key and the spare codes that were shown. */
async function turnedOn(someone: Awaited<ReturnType<typeof person>>) {
  const shown = await (await someone.send(`${page}/kod`, { password })).text();
  const [, key = ""] = /<code>([A-Z2-7]{20,})<\/code>/.exec(shown) ?? [];
  const spare = [...shown.matchAll(/<li><code>([^<]+)<\/code><\/li>/g)].map(([, code = ""]) => code);
  const confirmed = await someone.send(`${page}/kod/bekrafta`, { code: oneTimeCode(key) });
  return { key, spare, confirmed };
}

describe("the code of an app", () => {
  test("is asked for after the password, and after a mailed link", async () => {
    const dag = await person("dag");
    const { key, confirmed } = await turnedOn(dag);
    expect(confirmed.headers.get("location")).toBe(`${page}?klart=code_on`);
    expect(await (await dag.open(page)).text()).toContain("Koden är påslagen");

    const byWord = await byPassword(dag.email, password);
    expect(byWord.answer.headers.get("location")).toBe("/logga-in/kod?till=%2Fidag");
    expect(byWord.isSignedIn()).toBe(false);
    await byWord.send("/logga-in/kod", { code: oneTimeCode(key), till: "/planera" });
    expect(byWord.isSignedIn()).toBe(true);

    await visitor(app, url).send("/logga-in", { email: dag.email });
    await afterwards.settled();
    const mail = await db.selectFrom("mail").select("body_text as text").orderBy("id", "desc").executeTakeFirst();
    const byLink = visitor(app, url);
    await byLink.send(/\/logga-in\/lank\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "");
    expect(byLink.isSignedIn()).toBe(false);
    await byLink.send("/logga-in/kod", { code: oneTimeCode(key) });
    expect(byLink.isSignedIn()).toBe(true);
  });

  test("that is wrong lets nobody in, and five wrong ones end the attempt", async () => {
    const eva = await person("eva");
    const { key } = await turnedOn(eva);
    const thief = await byPassword(eva.email, password);
    for (let time = 0; time < 5; time += 1) {
      const answer = await thief.send("/logga-in/kod", { code: oneTimeCode(key, 0) });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("Koden stämmer inte eller har hunnit bytas");
    }
    await thief.send("/logga-in/kod", { code: oneTimeCode(key) });
    await thief.send("/logga-in/kod", { code: oneTimeCode(key) });
    expect(thief.isSignedIn()).toBe(false);
  });

  test("can be a spare one, once", async () => {
    const filip = await person("filip");
    const { spare } = await turnedOn(filip);
    expect(spare.length).toBeGreaterThanOrEqual(8);
    const first = await byPassword(filip.email, password);
    await first.send("/logga-in/kod", { code: spare[0]! });
    expect(first.isSignedIn()).toBe(true);
    const second = await byPassword(filip.email, password);
    await second.send("/logga-in/kod", { code: spare[0]! });
    expect(second.isSignedIn()).toBe(false);
  });

  test("is not turned on before the app has shown that it has the key, and a wrong code can be written again", async () => {
    const gun = await person("gun");
    const shown = await (await gun.send(`${page}/kod`, { password })).text();
    const wrong = await gun.send(`${page}/kod/bekrafta`, { code: "000000" });
    expect(wrong.status).toBe(422);
    expect((await byPassword(gun.email, password)).isSignedIn()).toBe(true);
    const [, key = ""] = /<code>([A-Z2-7]{20,})<\/code>/.exec(shown) ?? [];
    await gun.send(`${page}/kod/bekrafta`, { code: oneTimeCode(key) });
    expect((await byPassword(gun.email, password)).isSignedIn()).toBe(false);
  });

  test("is turned on and off with the password only", async () => {
    const hans = await person("hans");
    expect((await hans.send(`${page}/kod`, { password: "fel" })).status).toBe(422);
    await turnedOn(hans);
    expect((await hans.send(`${page}/kod/av`, { password: "fel" })).status).toBe(422);
    expect((await byPassword(hans.email, password)).isSignedIn()).toBe(false);
    await hans.send(`${page}/kod/av`, { password });
    expect((await byPassword(hans.email, password)).isSignedIn()).toBe(true);
  });
});
