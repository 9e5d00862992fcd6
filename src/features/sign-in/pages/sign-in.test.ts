import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { setPassword } from "#platform/sign-in/session.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";

const { app, db, ownerDb, url, afterwards, authentication } = await testWeb();

const personId = newId<"person">();
const password = "gröna äpplen i korgen";
await db.insertInto("person").values({ id: personId, name: "Siv Alm", email: "siv.alm@example.se" }).execute();
await setPassword(authentication, personId, password);

beforeEach(async () => {
  await ownerDb.deleteFrom("rate_limit").execute();
  await ownerDb.deleteFrom("sign_in_session").execute();
});

const someone = () => visitor(app, url);
const sessions = () => db.selectFrom("sign_in_session").selectAll().execute();

async function mailedLink(): Promise<string> {
  await afterwards.settled();
  const mail = await db.selectFrom("mail").select("body_text as text").orderBy("id", "desc").executeTakeFirst();
  return /https?:\/\/[^/]+(\/logga-in\/lank\/\S+)/.exec(mail?.text ?? "")?.[1] ?? "no link";
}

async function askedForLink(till = "/mina-uppgifter/inloggning"): Promise<string> {
  await someone().send("/logga-in", { email: " Siv.Alm@example.se", till });
  return mailedLink();
}

describe("a mailed link", () => {
  test("signs somebody in when its button is pressed, and opening it five times first changes nothing", async () => {
    const link = await askedForLink();
    const siv = someone();
    for (let time = 0; time < 5; time += 1) {
      const shown = await siv.open(link);
      expect(shown.status).toBe(200);
      expect(shown.headers.get("referrer-policy")).toBe("no-referrer");
      expect(shown.headers.get("cache-control")).toBe("no-store");
      expect(siv.isSignedIn()).toBe(false);
    }
    expect(await sessions()).toEqual([]);

    const pressed = await siv.send(link, { till: "/mina-uppgifter/inloggning" });
    expect(pressed.headers.get("location")).toBe("/mina-uppgifter/inloggning");
    expect((await siv.open("/mina-uppgifter/inloggning")).status).toBe(200);
  });

  test("is used once", async () => {
    const link = await askedForLink();
    await someone().send(link);
    const siv = someone();
    const again = await siv.send(link);
    expect(again.status).toBe(422);
    expect(siv.isSignedIn()).toBe(false);
    expect(await again.text()).toContain("Länken är redan använd eller för gammal");
  });

  test("of two who press at the same moment lets one in", async () => {
    const link = await askedForLink();
    const [one, other] = [someone(), someone()];
    await Promise.all([one.send(link), other.send(link)]);
    expect([one, other].filter((each) => each.isSignedIn())).toHaveLength(1);
  });

  test("is too old after half an hour", async () => {
    const link = await askedForLink();
    await ownerDb
      .updateTable("sign_in_verification")
      .set({ expires_at: Temporal.Instant.from("2020-01-01T00:00Z") })
      .execute();
    const siv = someone();
    expect((await siv.send(link)).status).toBe(422);
    expect(siv.isSignedIn()).toBe(false);
  });

  test("is a secret of 256 bits that stands nowhere in the sign-in tables", async () => {
    const token = /lank\/([^?]+)/.exec(await askedForLink())?.[1] ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await db.selectFrom("sign_in_verification").selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("that was never sent lets nobody in", async () => {
    const stranger = someone();
    expect((await stranger.send("/logga-in/lank/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).status).toBe(422);
    expect(stranger.isSignedIn()).toBe(false);
  });
});

describe("whether an address has an account is told", () => {
  test("by no words when a link is asked for, and a stranger gets no mail", async () => {
    await afterwards.settled();
    const before = await db.selectFrom("mail").select("id").execute();
    const known = await someone().send("/logga-in", { email: "siv.alm@example.se" });
    const unknown = await someone().send("/logga-in", { email: "okand@example.se" });
    expect(unknown.status).toBe(known.status);
    expect((await unknown.text()).replaceAll("okand@example.se", "X")).toBe(
      (await known.text()).replaceAll("siv.alm@example.se", "X"),
    );
    await afterwards.settled();
    const after = await db.selectFrom("mail").select("id").execute();
    expect(after.length - before.length).toBe(1);
  });

  test("by no wait when a link is asked for: the answer comes while nothing can be posted yet", async () => {
    const link = await ownerDb.transaction().execute(async (tx) => {
      await sql`lock table sign_in_verification, mail`.execute(tx);
      expect((await someone().send("/logga-in", { email: "siv.alm@example.se" })).status).toBe(200);
      return tx.selectFrom("mail").select("id").orderBy("id", "desc").executeTakeFirst();
    });
    await afterwards.settled();
    const latest = await db.selectFrom("mail").select("id").orderBy("id", "desc").executeTakeFirst();
    expect(latest?.id).not.toBe(link?.id);
  });

  test("by no words, and by no work left out, when a password is wrong, and what was typed stays", async () => {
    const seconds: number[] = [];
    for (const email of ["okand@example.se", "siv.alm@example.se"]) {
      const started = performance.now();
      const answer = await someone().send("/logga-in/losenord", { email, password: "fel lösenord här" });
      seconds.push(performance.now() - started);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain("E-post och lösenord stämmer inte överens");
      expect(page).toContain(`value="${email}"`);
      expect(page).not.toContain("fel lösenord här");
    }
    // A password is hashed in both cases, which is by far the most of the work.
    const [unknown = 0, known = 0] = seconds;
    expect(unknown).toBeGreaterThan(known / 4);
  });
});

test("a password signs somebody in, under a session that is new each time", async () => {
  const siv = someone();
  expect(
    (await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password })).headers.get("location"),
  ).toBe("/idag");
  const first = siv.cookies.get("sammanvagt.session_token");
  await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password });
  expect(siv.cookies.get("sammanvagt.session_token")).not.toBe(first);
});

test("whoever signs out is out, also with a cookie kept from before", async () => {
  const siv = someone();
  await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password });
  const kept = siv.cookies.get("sammanvagt.session_token");
  expect((await siv.send("/logga-ut")).headers.get("location")).toBe("/");
  expect(siv.isSignedIn()).toBe(false);
  const thief = visitor(app, url, `sammanvagt.session_token=${kept}`);
  expect((await thief.open("/mina-uppgifter/inloggning")).headers.get("location")).toContain("/logga-in");
  expect(await sessions()).toEqual([]);
});

test("signing out twice does no harm", async () => {
  expect((await someone().send("/logga-ut")).status).toBe(303);
});

test("a session that has ended lets nobody in, and leads back to where they were", async () => {
  const siv = someone();
  await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password });
  await ownerDb
    .updateTable("sign_in_session")
    .set({ expires_at: Temporal.Instant.from("2020-01-01T00:00Z") })
    .execute();
  const answer = await siv.open("/mina-uppgifter/inloggning");
  expect(answer.headers.get("location")).toBe("/logga-in?till=%2Fmina-uppgifter%2Finloggning");
});

test("a session that is used lives on, from a day after it was last prolonged", async () => {
  const siv = someone();
  await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password });
  const daysLeft = async () => {
    const [{ expires_at: end } = { expires_at: Temporal.Instant.fromEpochMilliseconds(0) }] = await sessions();
    return Temporal.Now.instant().until(end).total("hours") / 24;
  };
  await ownerDb
    .updateTable("sign_in_session")
    .set({ expires_at: Temporal.Now.instant().add({ hours: 13 * 24 + 2 }) })
    .execute();
  expect((await siv.open("/mina-uppgifter/inloggning")).status).toBe(200);
  expect(await daysLeft()).toBeLessThan(13.2);

  await ownerDb
    .updateTable("sign_in_session")
    .set({ expires_at: Temporal.Now.instant().add({ hours: 24 }) })
    .execute();
  expect((await siv.open("/mina-uppgifter/inloggning")).status).toBe(200);
  expect(await daysLeft()).toBeGreaterThan(13.9);
});

test("a session's number alone, or signed by somebody else, lets nobody in", async () => {
  const siv = someone();
  await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password });
  const [{ token } = { token: "" }] = await sessions();
  const signedBy = (secret: string) => createHmac("sha256", secret).update(token).digest("base64");
  for (const cookie of [token, `${token}.`, `${token}.${signedBy("another secret")}`, `.${signedBy("")}`, "."]) {
    const thief = visitor(app, url, `sammanvagt.session_token=${encodeURIComponent(cookie)}`);
    expect((await thief.open("/mina-uppgifter/inloggning")).headers.get("location")).toContain("/logga-in");
  }
  expect((await siv.open("/mina-uppgifter/inloggning")).status).toBe(200);
});

describe("attempts are limited", () => {
  test("to five links for one address, wherever they are asked for, known or not", async () => {
    for (const email of ["siv.alm@example.se", "okand@example.se"]) {
      const statuses = [];
      for (let time = 0; time < 6; time += 1) statuses.push((await someone().send("/logga-in", { email })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    }
  });

  test("to ten passwords for one address, and then the right one is refused too", async () => {
    for (let time = 0; time < 10; time += 1)
      await someone().send("/logga-in/losenord", { email: "siv.alm@example.se", password: "fel" });
    const siv = someone();
    const answer = await siv.send("/logga-in/losenord", { email: "siv.alm@example.se", password });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("Det blev för många försök. Försök igen om 15 minuter");
    expect(siv.isSignedIn()).toBe(false);
  });
});

test.each([
  { why: "nothing written", email: "", says: "Fyll i det här fältet" },
  { why: "no address", email: "siv", says: "Skriv en e-postadress" },
  { why: "ten thousand characters", email: `${"a".repeat(10_000)}@example.se`, says: "Texten är för lång" },
  { why: "emoji", email: "🙂@🙂.🙂", says: "Skriv en e-postadress" },
])("$why gives a sentence at the field", async ({ email, says }) => {
  const answer = await someone().send("/logga-in", { email });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(says);
});

test("a form from another site is refused", async () => {
  const answer = await app.request("/logga-in", {
    method: "POST",
    body: new URLSearchParams({ email: "siv.alm@example.se" }),
    headers: { origin: "https://example.org", "sec-fetch-site": "cross-site" },
  });
  expect(answer.status).toBe(403);
});

test("somebody whose session ended while they typed keeps every word of it", async () => {
  const answer = await someone().send("/mina-uppgifter/inloggning", { password: "ett långt lösenord" });
  expect(answer.status).toBe(403);
  const page = await answer.text();
  expect(page).toContain("Du hann bli utloggad");
  expect(page).toContain('value="ett långt lösenord"');
});
