import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import {
  bringInFile,
  bringInOne,
  leaveOut,
  takeCandidate,
  takeUpAgain,
} from "#features/knowledge/filling/candidate/commands.ts";
import { candidateInside, candidatesListed, twinsOf } from "#features/knowledge/filling/candidate/queries.ts";
import { loadFillingDemo } from "#features/knowledge/filling/demo.ts";
import { NewHarvestSource, Taking } from "#features/knowledge/filling/filling-words.ts";
import { checkLinks } from "#features/knowledge/filling/links/commands.ts";
import { lookedUp, referencesIn } from "#features/knowledge/filling/looking-up/queries.ts";
import { loadStartingPoints, startingPoints } from "#features/knowledge/filling/own/commands.ts";
import { addSource, changeSource, harvestNow, restSource } from "#features/knowledge/filling/source/commands.ts";
import { sourceInside, sourcesListed } from "#features/knowledge/filling/source/queries.ts";
import { fillingToDo } from "#features/knowledge/filling/todo/queries.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { loadNationalTerms } from "#features/knowledge/item/terms/commands.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenFillings } from "../../../../../test/given-fillings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";
import { pagesOutside } from "../../../../../test/pages-outside.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const filling = givenFillings(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const other = await organisation({ name: "FoU Väst" });
const eva = await someone("developmentLeader", { organisation: unit });
const nils = await someone("unitManager", { organisation: unit });
const vera = await someone("developmentLeader", { organisation: other });
const guest = await someone("guest", { organisation: unit });
const outside = outsideOf({ baseUrl: "http://localhost", operatorContact: undefined, innerHosts: ["127.0.0.1"] });

const fileOf = (count: number, mark: string) =>
  referencesIn(
    new TextEncoder().encode(
      Array.from(
        { length: count },
        (_, at) => `TY  - RPRT\nTI  - ${mark} ${at}\nAU  - Berg, Asta\nPY  - 2020\nER  - \n`,
      ).join("\n"),
    ),
  )!;
const listed = async (typed: string, standing: "new" | "leftOut" | "taken" = "new") =>
  (await candidatesListed(db, eva, { standing, typed, limit: 100 })).candidates;

async function publishedWith(link: string) {
  const [item_id, id] = [newId<"knowledge_item">(), newId<"knowledge_version">()];
  const at = now();
  await ownerDb
    .insertInto("knowledge_item")
    .values({ id: item_id, slug: item_id, kind: "research", organisation_id: unit, created_at: at })
    .execute();
  await ownerDb
    .insertInto("knowledge_version")
    .values({
      id,
      item_id,
      version_no: 1,
      state: "published",
      title: "Text",
      says: "Säger",
      link,
      written_at: at,
      published_at: at,
    })
    .execute();
  return id;
}

describe("a file", () => {
  test("lands in the list, nothing in the base, and the same file twice at once lands once (R108)", async () => {
    const file = fileOf(40, "Samtidigt");
    const both = await Promise.all([1, 2].map(() => bringInFile(db, eva, now, unit, file)));
    expect(both.map(({ brought }) => brought.length).toSorted((a, b) => a - b)).toEqual([0, 40]);
    expect(await listed("Samtidigt")).toHaveLength(40);
    expect((await bringInFile(db, eva, now, unit, file)).known).toBe(40);
    const { rows } = await sql`select 1 from knowledge_version where title like 'Samtidigt%'`.execute(ownerDb);
    expect(rows).toEqual([]);
  });

  test("is refused for an organisation one does not write for, and nothing is there", async () => {
    await expect(bringInFile(db, vera, now, unit, fileOf(1, "Främmande"))).rejects.toMatchObject({
      code: "filling.not_your_organisation",
    });
    expect(await listed("Främmande")).toEqual([]);
  });
});

test("two who paste the same address at once get one, and another title of the same place is another", async () => {
  const reference = {
    title: "En rapport",
    authors: [],
    source: null,
    year: null,
    licence: null,
    link: "https://e.se/1",
    doi: "10.1/x",
    abstract: null,
  };
  const found = { reference, citation: null };
  const both = await Promise.all([1, 2].map(() => bringInOne(db, eva, now, unit, found)));
  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  expect(both.map(({ isKnown }) => isKnown).toSorted()).toEqual([false, true]);
  const another = await bringInOne(db, eva, now, unit, {
    reference: { ...reference, title: "Två", doi: null },
    citation: null,
  });
  expect(another.isKnown).toBe(false);
});

describe("a candidate", () => {
  test("becomes a draft with its title page and an empty summary, once (R132)", async () => {
    const id = await filling.candidate(unit, {
      title: "Att tas",
      doi: "10.1/tas",
      licence: "CC BY 4.0",
      abstract: "Någon annans ord",
    });
    const taking = () => takeCandidate(db, nils, now, id, Taking.parse({ kind: "research", source: "Socionomen" }));
    const outcomes = await Promise.allSettled([taking(), taking()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { candidate } = await candidateInside(db, nils, id);
    expect(candidate.standing).toBe("taken");
    const { version, item } = await itemInside(db, nils, candidate.itemSlug!, dateIn(now()));
    expect(version).toMatchObject({
      state: "draft",
      title: "Att tas",
      authors: ["Berg, Asta"],
      source: "Socionomen",
      year: 2024,
      licence: "CC BY 4.0",
      doi: "10.1/tas",
      says: null,
      body: null,
    });
    expect(item.kind).toBe("research");
    await expect(taking()).rejects.toMatchObject({ code: "filling.is_taken" });
    await expect(leaveOut(db, nils, now, [id])).rejects.toMatchObject({ code: "filling.is_taken" });
  });

  test("that an archive has worded as no title can be is put right by hand, and not taken as it is", async () => {
    const id = await filling.candidate(unit, { title: "Se www.example.se" });
    await expect(takeCandidate(db, nils, now, id, Taking.parse({ kind: "research" }))).rejects.toMatchObject({
      problems: [{ path: "title" }],
    });
    expect((await candidateInside(db, nils, id)).candidate.standing).toBe("new");
    await takeCandidate(db, nils, now, id, Taking.parse({ kind: "research", title: "En rapport" }));
  });

  test("that is left out is remembered, and can be put back", async () => {
    const ids = [
      await filling.candidate(unit, { title: "Lämnas A" }),
      await filling.candidate(unit, { title: "Lämnas B" }),
    ];
    expect(await leaveOut(db, eva, now, ids)).toBe(2);
    expect(await leaveOut(db, eva, now, ids)).toBe(0);
    expect(await listed("Lämnas")).toEqual([]);
    expect(await listed("Lämnas", "leftOut")).toHaveLength(2);
    await takeUpAgain(db, eva, ids[0]!);
    await expect(takeUpAgain(db, eva, ids[0]!)).rejects.toMatchObject({ code: "filling.is_not_left_out" });
    expect(await listed("Lämnas")).toHaveLength(1);
  });

  test("is not known to those who do not write for its organisation, in list, count and by its address", async () => {
    const id = await filling.candidate(unit, { title: "Hemligt ännu" });
    for (const actor of [vera, guest]) {
      const { candidates, count } = await candidatesListed(db, actor, { standing: "new", limit: 100 });
      expect([candidates.length, count]).toEqual([0, 0]);
      await expect(candidateInside(db, actor, id)).rejects.toMatchObject({ code: "filling.no_such_candidate" });
      await expect(leaveOut(db, actor, now, [id])).rejects.toMatchObject({ kind: "not_found" });
      await expect(takeCandidate(db, actor, now, id, Taking.parse({ kind: "research" }))).rejects.toMatchObject({
        kind: "not_found",
      });
    }
    expect((await candidateInside(db, eva, id)).candidate.standing).toBe("new");
  });
});

test("what is likely the same is proposed by DOI, by link and by title and year, and nothing is joined (R108)", async () => {
  const first = await filling.candidate(unit, {
    title: "Första, om SKOLAN!",
    doi: "10.9/AA",
    link: "https://e.se/a",
    year: 2020,
  });
  const { slug } = await takeCandidate(db, eva, now, first, Taking.parse({ kind: "research" }));
  const by = async (over: Parameters<typeof filling.candidate>[1]) =>
    (await twinsOf(db, eva, await filling.candidate(unit, { title: newId(), year: null, ...over }))).map((twin) => [
      twin.kind,
      twin.by,
    ]);
  const asItem = (how: string) => [
    ["item", how],
    ["candidate", how],
  ];
  expect(await by({ doi: "10.9/aa" })).toEqual(asItem("doi"));
  expect(await by({ link: "https://e.se/a" })).toEqual(asItem("link"));
  expect((await by({ title: "första om skolan", year: 2020 })).slice(0, 2)).toEqual(asItem("title"));
  expect(await by({ title: "Första om skolan", year: 1999 })).toEqual([]);
  const mine = await filling.candidate(unit, { title: "Första om skolan", year: 2020 });
  const theirs = await filling.candidate(other, { title: "Första om skolan", year: 2020 });
  expect((await twinsOf(db, eva, mine)).some(({ slug: of }) => of === slug)).toBe(true);
  // A draft of another organisation is nothing one may know of.
  expect(await twinsOf(db, vera, theirs)).toEqual([]);
  expect((await listed("Första om skolan")).find(({ id }) => id === mine)?.hasTwin).toBe(true);
});

test("a list of ten thousand is drawn at once, with what each is like", async () => {
  await sql`
    insert into knowledge_candidate (id, organisation_id, title, year, doi, link, file_digest, place, brought_at)
    select gen_random_uuid(), ${unit}, 'Mängd ' || n, 2020, '10.77/' || n, 'https://e.se/m/' || n, 'm', n, ${now()}
    from generate_series(1, 10000) n`.execute(ownerDb);
  await sql`analyze knowledge_candidate`.execute(ownerDb);
  const began = performance.now();
  const { count, candidates } = await candidatesListed(db, eva, { standing: "new", typed: "Mängd", limit: 50 });
  expect([count, candidates.length]).toEqual([10_000, 50]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

describe("an archive", () => {
  const wish = (over: object = {}) =>
    NewHarvestSource.parse({
      organisationId: unit,
      name: "DiVA",
      address: `https://diva.example.se/${newId()}`,
      every: "week",
      ...over,
    });

  test("is kept by those who publish, and asked at once in a job", async () => {
    const words = wish();
    await expect(addSource(db, nils, now, words)).rejects.toMatchObject({ code: "filling.may_not_keep_sources" });
    await expect(addSource(db, vera, now, words)).rejects.toMatchObject({ code: "filling.may_not_keep_sources" });
    const id = await addSource(db, eva, now, words);
    const { rows } =
      await sql`select 1 from pgboss.job where name = 'knowledge.harvest' and singleton_key = ${id}`.execute(ownerDb);
    expect(rows).toHaveLength(1);
    await expect(addSource(db, eva, now, words)).rejects.toMatchObject({ code: "filling.is_harvested" });
    expect((await sourceInside(db, nils, id)).can.keep).toBe(false);
    await expect(restSource(db, nils, id, true)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(sourceInside(db, vera, id)).rejects.toMatchObject({ kind: "not_found" });
    expect((await sourcesListed(db, vera)).map((each) => each.id)).not.toContain(id);
  });

  test("with another address begins anew, and whoever read an older version is told", async () => {
    const words = wish();
    const id = await addSource(db, eva, now, words);
    await ownerDb
      .updateTable("harvest_source")
      .set({ harvested_until: "2027-03-01", began_at: now(), resumption: "x" })
      .where("id", "=", id)
      .execute();
    const { organisationId: _, ...archive } = words;
    await changeSource(db, eva, id, { ...archive, name: "DiVA i länet", version: 1 });
    const row = () => ownerDb.selectFrom("harvest_source").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({ name: "DiVA i länet", resumption: "x", harvested_until: "2027-03-01" });
    await changeSource(db, eva, id, { ...archive, setSpec: "fou", version: 2 });
    expect(await row()).toMatchObject({ set_spec: "fou", resumption: null, harvested_until: null, began_at: null });
    await expect(changeSource(db, eva, id, { ...archive, version: 2 })).rejects.toMatchObject({
      code: "filling.changed_meanwhile",
    });
  });

  test("that rests or has asked us to wait is not asked now", async () => {
    const id = await addSource(db, eva, now, wish());
    await restSource(db, eva, id, true);
    await restSource(db, eva, id, true);
    await expect(harvestNow(db, eva, now, id)).rejects.toMatchObject({ code: "filling.is_resting" });
    await restSource(db, eva, id, false);
    await harvestNow(db, eva, now, id);
    await ownerDb
      .updateTable("harvest_source")
      .set({ rests_until: now().add({ hours: 1 }), failures: 3, last_problem: "slow" })
      .where("id", "=", id)
      .execute();
    await expect(harvestNow(db, eva, now, id)).rejects.toMatchObject({ code: "filling.waits_to_be_asked" });
    expect(await fillingToDo(db, eva)).toContainEqual({ kind: "failing", id, name: "DiVA" });
    expect(await fillingToDo(db, nils)).toEqual([]);
  });

  test.each(["file:///etc/passwd", "javascript:alert(1)", "hej", "", `https://e.se/${"x".repeat(3_000)}`])(
    "is not at %s",
    (address) => {
      expect(NewHarvestSource.safeParse({ organisationId: unit, name: "x", address, every: "day" }).success).toBe(
        false,
      );
    },
  );
});

describe("what is pasted", () => {
  test("is read where it leads: title, source, year and licence, without being changed anywhere", async () => {
    const { at } = await pagesOutside();
    const page = await lookedUp(at("/rapport"), { outside });
    expect(page.found?.reference).toMatchObject({
      title: "Barn får höras",
      source: "FoU Länet",
      year: 2023,
      licence: "CC BY 4.0",
    });
    const doi = await lookedUp("10.5555/abc", { outside, resolver: at("/doi/") });
    expect(doi.found).toMatchObject({
      reference: { title: "En studie", doi: "10.5555/abc", link: "https://doi.org/10.5555/abc", year: 2022 },
      citation: { type: "article-journal", volume: "4" },
    });
    expect((await lookedUp(at("/latin"), { outside })).found?.reference.title).toBe("Äldre på landsbygden");
  });

  test.each([
    ["/saknas", "not_found"],
    ["/fel", "answered_badly"],
    ["/fil.pdf", "no_page"],
    ["/tom", "no_title"],
    ["/stor", "too_large"],
    ["/runt", "too_many_redirects"],
    ["/inat", "inner_address"],
  ])("%s is told as %s, and what is known is kept to go on from by hand", async (path, problem) => {
    const { at } = await pagesOutside();
    expect(await lookedUp(at(path), { outside })).toMatchObject({ problem, known: { link: at(path), title: null } });
  });

  test("that leads inside is not asked", async () => {
    const guarded = outsideOf({ baseUrl: "http://localhost", operatorContact: undefined, innerHosts: [] });
    const { at, asked } = await pagesOutside();
    expect(await lookedUp(at("/rapport"), { outside: guarded })).toMatchObject({ problem: "inner_address" });
    expect(asked()).toBe(0);
  });
});

test("links of what is published are asked one at a time, and only what the other end says is broken", async () => {
  const { at, asked } = await pagesOutside();
  const paths = ["/rapport", "/saknas", "/borta", "/fel"];
  const versions = await Promise.all(paths.map((path) => publishedWith(at(path))));
  const ways = { outside, pause: 0, budget: 60_000, most: 10 };
  const states = async () =>
    Promise.all(
      versions.map(async (id) => {
        const row = await ownerDb
          .selectFrom("knowledge_version")
          .where("id", "=", id)
          .select(["link_checked_on as on", "link_is_broken as broken"])
          .executeTakeFirstOrThrow();
        return `${row.on?.toString() ?? "-"} ${row.broken}`;
      }),
    );
  expect(await checkLinks(db, now, ways)).toEqual({ checked: 4, broken: 2 });
  expect(await states()).toEqual(["2027-03-18 false", "2027-03-18 true", "2027-03-18 true", "- false"]);
  const questions = asked();
  // The same night nothing is asked again, and a week later what was broken.
  expect((await checkLinks(db, now, ways)).checked).toBe(0);
  expect(asked()).toBe(questions);
  expect((await checkLinks(db, noon("2027-03-26"), ways)).checked).toBe(2);
});

test("the demo has a list to go through, with something that is there twice, and an archive that is not asked", async () => {
  const place = await organisation({ name: "FoU Demo" });
  const planner = await someone("developmentLeader", { organisation: place });
  await loadFillingDemo(db, { planner, organisationId: place }, now);
  const { candidates } = await candidatesListed(db, planner, { standing: "new", limit: 50 });
  expect(candidates.map(({ hasTwin }) => hasTwin).toSorted()).toEqual([false, false, false, true]);
  expect((await sourcesListed(db, planner)).map(({ isResting }) => isResting)).toEqual([true]);
});

test("the starting points are published without an organisation, once, and worded anew when their edition rises (R108)", async () => {
  await loadNationalTerms(db);
  await Promise.all([loadStartingPoints(db, now), loadStartingPoints(db, now)]);
  await loadStartingPoints(db, now);
  const { edition, points } = await startingPoints();
  const rows = () =>
    ownerDb
      .selectFrom("knowledge_version as v")
      .innerJoin("starting_point as p", "p.item_id", "v.item_id")
      .innerJoin("knowledge_item as i", "i.id", "v.item_id")
      .select(["p.name", "v.state", "v.version_no as no", "v.says", "i.organisation_id as organisation"])
      .execute();
  const first = await rows();
  expect(first).toHaveLength(points.length);
  expect(first.every(({ state, organisation: of }) => state === "published" && of === null)).toBe(true);
  const reworded = points.map((point, at) => (at === 0 ? { ...point, says: "Sagt på ett annat sätt." } : point));
  await loadStartingPoints(db, now, { edition: edition + 1, points: reworded });
  const second = await rows();
  expect(second).toHaveLength(points.length + 1);
  expect(
    second
      .filter(({ name }) => name === points[0]!.name)
      .map(({ state, no }) => `${no} ${state}`)
      .toSorted(),
  ).toEqual(["1 replaced", "2 published"]);
  // Every word they are sorted by is one of the national ones.
  const slugs = new Set((await ownerDb.selectFrom("knowledge_term").select("slug").execute()).map(({ slug }) => slug));
  expect(points.flatMap(({ terms }) => terms).filter((slug) => !slugs.has(slug))).toEqual([]);
});
