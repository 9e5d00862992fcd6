import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { testWeb } from "../../../../test/web.ts";

const { app, db, url } = await testWeb();
const origin = { origin: url };

const personId = newId<"person">();
await db.insertInto("person").values({ id: personId, name: "Siv Alm", email: "siv.alm@example.se" }).execute();

function post(path: string, values: Record<string, string>, headers: Record<string, string> = {}) {
  return app.request(path, { method: "POST", body: new URLSearchParams(values), headers: { ...origin, ...headers } });
}

async function lastLink(): Promise<string | undefined> {
  const mail = await db.selectFrom("mail").select("body_text as text").orderBy("id", "desc").executeTakeFirst();
  return /https?:\/\/\S+(\/logga-in\/lank\/\S+)/.exec(mail?.text ?? "")?.[1];
}

const signedIn = (response: Response) => response.headers.getSetCookie().some((cookie) => cookie.includes("session_token"));

test("a mailed link signs somebody in when its button is pressed, and opening it five times first changes nothing", async () => {
  await post("/logga-in", { email: "Siv.Alm@example.se", till: "/mina-uppgifter/inloggning" });
  const link = (await lastLink()) ?? "";
  for (let time = 0; time < 5; time += 1) {
    const shown = await app.request(link);
    expect(shown.status).toBe(200);
    expect(signedIn(shown)).toBe(false);
    expect(shown.headers.get("referrer-policy")).toBe("no-referrer");
    expect(shown.headers.get("cache-control")).toBe("no-store");
  }
  expect(await db.selectFrom("sign_in_session").selectAll().execute()).toEqual([]);

  const pressed = await post(link, { till: "/mina-uppgifter/inloggning" });
  expect(pressed.headers.get("location")).toBe("/mina-uppgifter/inloggning");
  expect(signedIn(pressed)).toBe(true);

  const again = await post(link, {});
  expect(again.status).toBe(422);
  expect(signedIn(again)).toBe(false);
  expect(await again.text()).toContain("Länken är redan använd eller för gammal");
});

test("the secret of a link is nowhere in the sign-in tables", async () => {
  await post("/logga-in", { email: "siv.alm@example.se" });
  const token = /lank\/([^?]+)/.exec((await lastLink()) ?? "")?.[1] ?? "none";
  const rows = await db.selectFrom("sign_in_verification").selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("the answer is the same whether or not an address has an account, and a stranger gets no mail", async () => {
  const before = await db.selectFrom("mail").select("id").execute();
  const known = await post("/logga-in", { email: "siv.alm@example.se" });
  const unknown = await post("/logga-in", { email: "okand@example.se" });
  expect(unknown.status).toBe(known.status);
  expect((await unknown.text()).replaceAll("okand@example.se", "X")).toBe((await known.text()).replaceAll("siv.alm@example.se", "X"));
  const after = await db.selectFrom("mail").select(["id", "to_address"]).execute();
  expect(after.length - before.length).toBe(1);
});

test("a wrong password and an unknown address are told in the same words, and what was typed stays", async () => {
  for (const email of ["siv.alm@example.se", "okand@example.se"]) {
    const answer = await post("/logga-in/losenord", { email, password: "fel lösenord här" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("E-post och lösenord stämmer inte överens");
    expect(page).toContain(`value="${email}"`);
    expect(page).not.toContain("fel lösenord här");
  }
});

test.each([
  { why: "nothing written", email: "", says: "Fyll i det här fältet" },
  { why: "no address", email: "siv", says: "Skriv en e-postadress" },
  { why: "ten thousand characters", email: `${"a".repeat(10_000)}@example.se`, says: "Texten är för lång" },
  { why: "emoji", email: "🙂@🙂.🙂", says: "Skriv en e-postadress" },
])("$why gives a sentence at the field", async ({ email, says }) => {
  const answer = await post("/logga-in", { email });
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
  const answer = await post("/mina-uppgifter/inloggning", { password: "ett långt lösenord" });
  expect(answer.status).toBe(403);
  const page = await answer.text();
  expect(page).toContain("Du hann bli utloggad");
  expect(page).toContain('value="ett långt lösenord"');
});
