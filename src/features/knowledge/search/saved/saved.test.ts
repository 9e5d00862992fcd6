import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { forgetOld } from "#features/knowledge/search/misses/commands.ts";
import { beginTelling, tellNews } from "#features/knowledge/search/news/commands.ts";
import { newsMail } from "#features/knowledge/search/news/news-mail.tsx";
import { newsFor, peopleToTell } from "#features/knowledge/search/news/queries.ts";
import {
  chooseDigest,
  eraseSavedSearches,
  forgetSearch,
  mailSavedSearch,
  saveSearch,
} from "#features/knowledge/search/saved/commands.ts";
import { savedSearches } from "#features/knowledge/search/saved/queries.ts";
import { mostSaved } from "#features/knowledge/search/saved/saved-search.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { givenFound } from "../../../../../test/given-found.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../../test/given.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn, translate } = await testWeb(now);
const given = sentences(ownerDb);
const found = givenFound(ownerDb);
const eva = await given.actor(await given.person({ name: "Eva Ek" }));
const bo = await given.actor(await given.person({ name: "Bo Lind" }));
const april = noon("2027-04-01");

test("a search is kept once, by whoever keeps it alone, and taken away", async () => {
  const id = await saveSearch(db, eva, now, { words: "familjehem", facets: { kind: ["research"] } });
  expect(await saveSearch(db, eva, now, { words: "familjehem", facets: { kind: ["research"] } })).toBe(id);
  expect(await savedSearches(db, bo)).toEqual([]);
  await expect(forgetSearch(db, bo, id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(mailSavedSearch(db, bo, id, true)).rejects.toMatchObject({ kind: "not_found" });
  expect(await savedSearches(db, eva)).toMatchObject([{ words: "familjehem", facets: { kind: ["research"] } }]);
  await forgetSearch(db, eva, id);
  expect(await savedSearches(db, eva)).toEqual([]);
});

test("nobody keeps more than so many", async () => {
  const cim = await given.actor(await given.person());
  for (let no = 0; no < mostSaved; no += 1) await saveSearch(db, cim, now, { words: `ord ${no}`, facets: {} });
  await expect(saveSearch(db, cim, now, { words: "ett till", facets: {} })).rejects.toMatchObject({
    code: "saved.too_many",
  });
});

test("once a month one is told what is new of a search and of the words one follows, and nothing else", async () => {
  const area = await found.term({ name: "Barn", slug: "barn" });
  const came = noon("2027-03-25")();
  await found.item({ title: "Gammalt om kontaktfamilj", published_at: noon("2027-03-01")() });
  const id = await saveSearch(db, eva, now, { words: "kontaktfamilj", facets: {} });
  await mailSavedSearch(db, eva, id, true);
  await chooseDigest(db, bo, now, { of: "terms", terms: [area] });
  await found.item({ title: "Nytt om kontaktfamilj", published_at: came }, {}, [area]);
  await found.item({ title: "Nytt om annat", published_at: came });
  expect(new Set(await peopleToTell(db, day("2027-04-01")))).toEqual(new Set([eva.personId, bo.personId]));
  await beginTelling(db, april);
  const told = async (who: typeof eva) => newsFor(db, who.personId!, "2027-04", day("2027-04-01"));
  const [hers, his] = [await told(eva), await told(bo)];
  expect(hers?.searches.map((each) => each.found.map(({ title }) => title))).toEqual([["Nytt om kontaktfamilj"]]);
  expect(hers?.published).toEqual([]);
  expect(his?.published.map(({ title }) => title)).toEqual(["Nytt om kontaktfamilj"]);
  const mail = newsMail(translate.sv, hers!, url);
  expect(mail.text).toContain("Nytt om kontaktfamilj");
  for (let twice = 0; twice < 2; twice += 1) await tellNews(db, april, hers!, mail);
  const mails = await ownerDb.selectFrom("mail").where("about", "=", eva.personId!).select("subject").execute();
  expect(mails).toEqual([{ subject: "Nytt i kunskapsbasen" }]);
  // Told: nothing is new any more, and this month is over for her.
  expect(await told(eva)).toBeUndefined();
  expect(await peopleToTell(db, day("2027-04-20"))).toEqual([bo.personId]);
});

test("whoever answers for knowledge is told in the same mail what waits there, and whoever only reads is not", async () => {
  const unit = await given.organisation({ name: "FoU Norr" });
  const keeper = await given.someone("developmentLeader", { organisation: unit });
  await found.item({ title: "Ska ses över" }, { organisation_id: unit, review_due: day("2027-02-01") });
  const told = async (who: typeof eva) => newsFor(db, who.personId!, "2027-05", day("2027-05-01"));
  for (const who of [keeper, bo]) await chooseDigest(db, who, noon("2027-04-28"), { of: "everything", terms: [] });
  const theirs = await told(keeper);
  expect(theirs?.duties).toEqual([{ kind: "due", count: 1 }]);
  expect(newsMail(translate.sv, theirs!, url).text).toContain("En text som har passerat dagen för granskning");
  expect((await told(bo))?.duties ?? []).toEqual([]);
});

test("the page keeps, mails, forgets and chooses; a personal number is refused", async () => {
  const personId = await given.person({ name: "Doris Dahl" });
  const headers = { cookie: await signedIn(personId), origin: url };
  const send = (path: string, values: Record<string, string>) =>
    app.request(path, { method: "POST", headers, body: new URLSearchParams(values) });
  expect((await send("/sokningar", { q: "familjehem", slag: "research" })).status).toBe(303);
  expect((await send("/sokningar", { q: "191212121212" })).status).toBe(422);
  expect((await send("/sokningar", { q: " " })).status).toBe(422);
  const [saved] = await savedSearches(db, await given.actor(personId));
  const page = await (await app.request("/sokningar", { headers })).text();
  expect(page).toContain("Forskning");
  expect((await send(`/sokningar/${saved!.id}/mejl`, { isMailed: "true" })).status).toBe(303);
  expect((await savedSearches(db, await given.actor(personId)))[0]?.isMailed).toBe(true);
  expect((await send(`/sokningar/${newId()}/ta-bort`, {})).status).toBe(404);
  expect((await send("/sokningar/x/ta-bort", {})).status).toBe(404);
  expect((await send(`/sokningar/${saved!.id}/ta-bort`, {})).status).toBe(303);
  expect((await send("/sokningar/mejl", { of: "terms" })).status).toBe(422);
  expect((await send("/sokningar/mejl", { of: "everything" })).status).toBe(303);
  expect(await (await app.request("/sokningar", { headers })).text()).toContain("om alla nya texter");
});

test("what has been of no use for long is erased, and so are old misses and notes of changes", async () => {
  const person = await given.actor(await given.person());
  await saveSearch(db, person, noon("2024-01-01"), { words: "gammalt", facets: {} });
  const later = noon("2027-05-01");
  await saveSearch(db, person, later, { words: "nytt", facets: {} });
  expect(await eraseDue(db, "savedSearch", dueAt(later(), 730), eraseSavedSearches)).toBe(1);
  expect((await savedSearches(db, person)).map(({ words }) => words)).toEqual(["nytt"]);
  await ownerDb
    .insertInto("search_miss")
    .values([
      { words: "gammalt", missed_on: day("2026-01-01") },
      { words: "nytt", missed_on: day("2027-03-01") },
    ])
    .execute();
  await ownerDb
    .updateTable("search_change")
    .set({ written_at: Temporal.Now.instant().subtract({ hours: 25 }) })
    .execute();
  await forgetOld(db, now);
  expect(await ownerDb.selectFrom("search_miss").select("words").execute()).toEqual([{ words: "nytt" }]);
  expect(await ownerDb.selectFrom("search_change").selectAll().execute()).toEqual([]);
});
