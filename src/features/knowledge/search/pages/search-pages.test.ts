import { expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { givenFound } from "../../../../../test/given-found.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";
import { runningSearch } from "#features/knowledge/search/running/queries.ts";

const { app, db, ownerDb, signedIn, afterwards } = await testWeb(noon("2027-03-18"));
const found = givenFound(ownerDb);
const sentences = given(ownerDb);
const area = await found.term({ name: "Barn och unga", slug: "barn-och-unga" });
await found.item({ title: "Orosanmälan om barn", says: "Ring socialtjänsten samma dag." }, {}, [area]);
await runningSearch(db).isBuilt();
const unit = await sentences.organisation();
await found.item({ title: "Utkast om familjehem", state: "draft" }, { organisation_id: unit });
const leader = await sentences.someone("developmentLeader", { organisation: unit });
const page = async (q: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(`/sok?${new URLSearchParams({ q }).toString()}`, { headers });
  return { status: answer.status, html: await answer.text() };
};

test("somebody who is not signed in finds what is published, marked, with why and what to narrow to", async () => {
  const { status, html } = await page("anmälan");
  expect(status).toBe(200);
  expect(html).toContain("1 träff");
  expect(html).toContain("finns som del av");
  expect(html).toMatch(/<mark>/u);
  expect(html).toContain("Barn och unga");
  expect(html).not.toContain("Spara sökningen");
});

const mischief = [
  "",
  "   ",
  "och att",
  "?!*()",
  "🙂",
  '"familjehem',
  "'; drop table knowledge_item; --",
  "<script>alert(1)</script>",
  "a".repeat(10_000),
  "\u0000",
];

test("takes whatever is written as it is", async () => {
  for (const q of mischief) {
    const { status, html } = await page(q);
    expect(status, q.slice(0, 40)).toBe(200);
    expect(html).not.toContain("<script>alert");
  }
});

test("a personal number is neither searched for, written back nor kept", async () => {
  const asked = await app.request("/sok?q=191212121212");
  expect([asked.status, asked.headers.get("location")]).toEqual([303, "/sok?nej=personnummer"]);
  expect(await (await app.request("/sok?nej=personnummer")).text()).toContain("Det står ett personnummer");
  await afterwards.settled();
  const kept = await ownerDb.selectFrom("search_miss").select("words").execute();
  expect(kept.filter(({ words }) => /\d|karin/u.test(words))).toEqual([]);
});

test("what was sought in vain is kept without names and numbers, and shown when many did", async () => {
  const miss = async () => {
    const { html } = await page("Karin Svenssonsdotter 0701234567 trädgårdsmöbler");
    expect(html).toContain("/fraga/ny?q=");
    await afterwards.settled();
  };
  await ownerDb.deleteFrom("search_miss").execute();
  await miss();
  expect(await ownerDb.selectFrom("search_miss").select(["words", "times"]).execute()).toEqual([
    { words: "trädgårdsmöbler", times: 1 },
  ]);
  const cookie = await signedIn(leader.personId);
  const list = async () => (await app.request("/sok/utan-traffar", { headers: { cookie } })).text();
  expect(await list()).not.toContain("trädgårdsmöbler");
  await miss();
  await miss();
  expect(await list()).toContain("trädgårdsmöbler");
  const outsider = await signedIn(await sentences.person());
  expect((await app.request("/sok/utan-traffar", { headers: { cookie: outsider } })).status).toBe(404);
});

test("a draft is found by those who work with it alone, and how a question goes on as well", async () => {
  const words = async (headers: Record<string, string>) =>
    ((await (await app.request("/sok/forslag?q=orosanm", { headers })).json()) as { words: string[] }).words;
  expect(await words({})).toContain("orosanmälan");
  expect((await page("familjehem")).html).not.toContain("Utkast om");
  const registrar = await sentences.someone("registrar", { organisation: unit });
  for (const [{ personId }, sees] of [
    [registrar, false],
    [leader, true],
  ] as const) {
    const { html } = await page("familjehem", { cookie: await signedIn(personId) });
    expect(html.includes("Utkast om <mark>familjehem</mark>"), personId).toBe(sees);
  }
});
