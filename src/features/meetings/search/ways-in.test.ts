import { describe, expect, test } from "vitest";
import { type Actor, grants } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { renewBodyFeed } from "#features/meetings/feed/commands.ts";
import { followedBody } from "#features/meetings/feed/queries.ts";
import { checkSecrecy, handOut } from "#features/meetings/release/commands.ts";
import { releasableParts } from "#features/meetings/release/queries.ts";
import { searchMeetings } from "#features/meetings/search/queries.ts";
import { createToken } from "#platform/tokens/commands.ts";
import { statements } from "../../../../test/database.ts";
import { jointMeetingWithMinutes } from "../../../../test/given-final-minutes.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { testWeb } from "../../../../test/web.ts";

const now = noon("2027-03-25");
const today = day("2027-03-25");
const { app, db, ownerDb, signedIn, url } = await testWeb(now);
const stage = await jointMeetingWithMinutes(ownerDb);
const { people, first, second, keeper, administrator, registrar, stranger, minutes, meetings, unit } = stage;
const earlier = await meetings.meeting(unit, [first], { title: "Arbetsmötet", state: "held", day: day("2027-03-24") });
await minutes.part(earlier.id, first, [{ heading: "Hemlig skiss", body: "Yrkesresan i nytt ljus." }], {
  state: "working",
});
const matter = await meetings.matter(second, { title: "Yrkesresan till våren" });
await ownerDb
  .insertInto("matter_step")
  .values({ id: newId(), matter_id: matter.id, step_no: 1, what: "raised", body_id: second, told_at: now() })
  .execute();

/** Everybody who comes, and what they may reach: final of the first and of the second network, and working notes. */
const visitors: readonly [string, () => Promise<Actor>, readonly string[]][] = [
  ["a member", () => stage.actor(people.asta), ["Hemlig skiss", "Projektledare för yrkesresan"]],
  ["a member of the other body", () => stage.actor(people.bo), ["Yrkesresan till våren"]],
  [
    "who sits in both",
    () => stage.actor(people.cim),
    ["Hemlig skiss", "Projektledare för yrkesresan", "Yrkesresan till våren"],
  ],
  ["the keeper without a seat", async () => keeper, ["Projektledare för yrkesresan", "Yrkesresan till våren"]],
  ["an administrator", async () => administrator, ["Projektledare för yrkesresan", "Yrkesresan till våren"]],
  ["a registrar", async () => registrar, ["Projektledare för yrkesresan"]],
  ["a former member", () => stage.actor(people.eva), []],
  ["a stranger", async () => stranger, []],
];
const searched = async (actor: Actor, q: string) => searchMeetings(db, actor, today, { q, page: 1 });

describe("search finds what somebody may read, and nothing else", () => {
  test.each(visitors)("%s", async (_who, actor, titles) => {
    const { found, all } = await searched(await actor(), "yrkesresa");
    expect(found.map(({ title }) => title).toSorted()).toEqual([...titles]);
    expect(all).toBe(titles.length);
    expect(found.filter(({ isWorking }) => isWorking).map(({ title }) => title)).toEqual(
      titles.filter((title) => title === "Hemlig skiss"),
    );
  });

  test.each(visitors)("the page and the API say the same to %s", async (_who, known, titles) => {
    const { personId } = await known();
    const page = await app.request("/sok/moten?q=yrkesresan", { headers: { cookie: await signedIn(personId!) } });
    const html = await page.text();
    const shown = ["Hemlig skiss", "Projektledare för yrkesresan", "Yrkesresan till våren"];
    expect(shown.filter((title) => html.includes(`>${title}</a>`))).toEqual(titles);
    const actor = await stage.actor(personId!);
    const scopes = grants.filter((grant) => actor.reach.has(grant));
    const expiresAt = now().add({ hours: 48 });
    const { secret } = await createToken(db, actor, { name: "test", scopes, expiresAt }, now());
    const answer = await app.request("/api/v1/meetings/search?q=yrkesresan", {
      headers: { authorization: `Bearer ${secret}` },
    });
    const { found } = (await answer.json()) as { found: { title: string }[] };
    expect(found.map(({ title }) => title).toSorted()).toEqual([...titles]);
  });

  test("says where and when it was said, by the beginning of a word, without names that are hidden", async () => {
    const { found } = await searched(await stage.actor(people.asta), "boend");
    expect(found).toMatchObject([
      { title: "Gemensam punkt", meeting: "Vårmötet", bodies: ["Nätverk Funktionsstöd", "Nätverk IFO"] },
    ]);
    expect(found[0]?.day?.toString()).toBe("2027-03-18");
    expect(found[0]?.excerpt).toContain("\u0002boendet\u0003");
    expect(found[0]?.excerpt).not.toContain("Hellgren");
  });

  test.each(["", "och", "' & !( :*", "<script>", "a".repeat(5_000), "\u0000"])("takes %j as it is", async (q) => {
    expect((await searched(administrator, q)).found).toEqual([]);
    const cookie = await signedIn(people.asta);
    const asked = await app.request(`/sok/moten?${new URLSearchParams({ q, grupp: "x", sida: "-1" }).toString()}`, {
      headers: { cookie },
    });
    expect(asked.status).toBe(200);
  });

  test("asks the same two questions however much there is", async () => {
    const asta = await stage.actor(people.asta);
    expect(await statements(() => searched(asta, "yrkesresan"))).toHaveLength(2);
  });
});

describe("handing out on request", () => {
  test.each([
    ["the registrar", async () => registrar, 3],
    ["an administrator", async () => administrator, 3],
    ["a member", () => stage.actor(people.asta), 0],
    ["the keeper", async () => keeper, 0],
    ["a stranger", async () => stranger, 0],
  ] as const)("%s has so many final parts, and never a working one", async (_who, known, count) => {
    const actor = await known();
    const { all, parts } = await releasableParts(db, actor, { q: "", page: 1 });
    expect([all, parts.length]).toEqual([count, count]);
    const cookie = await signedIn(actor.personId!);
    expect((await app.request("/utlamnande", { headers: { cookie } })).status).toBe(count === 0 ? 404 : 200);
    // The way there stands among those of networks and councils, for exactly those who may go it.
    const ways = await (await app.request("/grupper", { headers: { cookie } })).text();
    expect(ways.includes('href="/utlamnande"')).toBe(count > 0);
    const one = await app.request(`/utlamnande/${stage.parts.own}`, { headers: { cookie } });
    expect(one.status).toBe(count === 0 ? 404 : 200);
  });

  test("is found by diary number, and covered as it was gone through; that it was is written down", async () => {
    expect((await releasableParts(db, registrar, { q: "2027/14", page: 1 })).parts.map(({ id }) => id)).toEqual([
      stage.parts.common,
    ]);
    const partId = stage.parts.common;
    const releaseId = await checkSecrecy(db, registrar, now, partId, {
      masked: "boendet\nrådet",
      reason: "26 kap. 1 §",
    });
    const cookie = await signedIn(registrar.personId);
    const file = await app.request(`/utlamnande/${partId}/${releaseId}/anteckningar.pdf`, { headers: { cookie } });
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const deeds = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", partId)
      .orderBy("id")
      .select("what")
      .execute();
    expect(deeds.map(({ what }) => what)).toEqual(["meetings.minutes_checked", "meetings.minutes_released"]);
    const strangers = await app.request(`/utlamnande/${partId}/${releaseId}/anteckningar.pdf`, {
      headers: { cookie: await signedIn(people.asta) },
    });
    expect(strangers.status).toBe(404);
    await expect(handOut(db, keeper, now, { partId, releaseId }, "pdf")).rejects.toMatchObject({ kind: "not_found" });
  });

  test("a working part cannot be gone through, nor by somebody else, and nothing is written", async () => {
    const { id } = await ownerDb
      .selectFrom("minutes_part")
      .where("state", "=", "working")
      .select("id")
      .executeTakeFirstOrThrow();
    const before = await ownerDb.selectFrom("minutes_release").selectAll().execute();
    const wish = { reason: "Inget hemligt" };
    await expect(checkSecrecy(db, registrar, now, id, wish)).rejects.toMatchObject({ kind: "not_found" });
    await expect(checkSecrecy(db, keeper, now, stage.parts.own, wish)).rejects.toMatchObject({ kind: "not_found" });
    expect(await ownerDb.selectFrom("minutes_release").selectAll().execute()).toEqual(before);
  });
});

describe("a feed", () => {
  const slugOf = async (id: string) =>
    (
      await ownerDb
        .selectFrom("body")
        .where("id", "=", id as never)
        .select("slug")
        .executeTakeFirstOrThrow()
    ).slug;

  test("tells what is final in the common part and one's own, and the steps of matters; never what is worked on", async () => {
    const secret = await renewBodyFeed(db, await stage.actor(people.bo), now, await slugOf(second));
    const asked = await app.request(`/flode/grupp/${secret}.atom`);
    expect(asked.headers.get("cache-control")).toBe("no-store");
    const text = await asked.text();
    expect(text.match(/<title>[^<]*/gu)).toEqual([
      "<title>Nätverk Funktionsstöd",
      "<title>Yrkesresan till våren: Togs upp",
      "<title>Anteckningar: Vårmötet",
      "<title>Anteckningar: Vårmötet",
    ]);
    const own = await renewBodyFeed(db, await stage.actor(people.asta), now, await slugOf(first));
    expect(await (await app.request(`/flode/grupp/${own}.atom`)).text()).not.toMatch(/Arbetsmötet|Yrkesresan/u);
    const renewed = await renewBodyFeed(db, await stage.actor(people.asta), now, await slugOf(first));
    const statuses = await Promise.all(
      [own, renewed, "x".repeat(43)].map(async (each) => app.request(`/flode/grupp/${each}.atom`)),
    );
    expect(statuses.map(({ status }) => status)).toEqual([410, 200, 404]);
  });

  test("is not for those outside, and is gone for somebody who has left", async () => {
    for (const who of [stranger, registrar, await stage.actor(people.bo), await stage.actor(people.eva)])
      await expect(renewBodyFeed(db, who, now, await slugOf(first))).rejects.toMatchObject({ kind: "forbidden" });
    const secret = await renewBodyFeed(db, await stage.actor(people.cim), now, await slugOf(second));
    expect(await followedBody(db, secret, now(), today)).toMatchObject({ body: { id: second } });
    await ownerDb
      .updateTable("body_seat_holding")
      .set({ valid_to: day("2027-03-24") })
      .where("person_id", "=", people.cim)
      .execute();
    expect(await followedBody(db, secret, now(), today)).toBeUndefined();
    expect((await app.request(`/flode/grupp/${secret}.atom`)).status).toBe(404);
  });

  test("the page shows its address the one time it is made", async () => {
    const headers = { cookie: await signedIn(people.asta), origin: url };
    const address = `/grupper/${await slugOf(first)}/flode`;
    const made = await (await app.request(address, { method: "POST", headers })).text();
    const [, secret] = /\/flode\/grupp\/([\w-]{43})\.atom/u.exec(made) ?? [];
    expect((await app.request(`/flode/grupp/${secret!}.atom`)).status).toBe(200);
    expect(await (await app.request(address, { headers })).text()).not.toContain(secret!);
    expect((await app.request(address, { headers: { cookie: await signedIn(people.bo) } })).status).toBe(403);
  });
});
