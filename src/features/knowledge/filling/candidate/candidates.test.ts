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
import { Taking } from "#features/knowledge/filling/filling-words.ts";
import { referencesIn } from "#features/knowledge/filling/looking-up/queries.ts";
import { sourcesListed } from "#features/knowledge/filling/source/queries.ts";
import { discardDraft } from "#features/knowledge/item/commands.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenFillings } from "../../../../../test/given-fillings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { given } from "../../../../../test/given.ts";

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
const fileOf = async (count: number, mark: string) =>
  (await referencesIn(
    new TextEncoder().encode(
      Array.from(
        { length: count },
        (_, at) => `TY  - RPRT\nTI  - ${mark} ${at}\nAU  - Berg, Asta\nPY  - 2020\nER  - \n`,
      ).join("\n"),
    ),
  ))!;
const listed = async (typed: string, standing: "new" | "leftOut" | "taken" = "new") =>
  (await candidatesListed(db, eva, { standing, typed, limit: 100 })).candidates;

describe("a file", () => {
  test("lands in the list, nothing in the base, and the same file twice at once lands once (R108)", async () => {
    const file = await fileOf(40, "Samtidigt");
    const both = await Promise.all([1, 2].map(() => bringInFile(db, eva, now, unit, file)));
    expect(both.map(({ brought }) => brought.length).toSorted((a, b) => a - b)).toEqual([0, 40]);
    expect(await listed("Samtidigt")).toHaveLength(40);
    expect((await bringInFile(db, eva, now, unit, file)).known).toBe(40);
    const { rows } = await sql`select 1 from knowledge_version where title like 'Samtidigt%'`.execute(ownerDb);
    expect(rows).toEqual([]);
  });

  test("is refused for an organisation one does not write for, and nothing is there", async () => {
    await expect(bringInFile(db, vera, now, unit, await fileOf(1, "Främmande"))).rejects.toMatchObject({
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
  expect(both.filter(({ isKnown }) => isKnown)).toHaveLength(1);
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

  test("waits again when the draft that was made of it is thrown away", async () => {
    const id = await filling.candidate(unit, { title: "Ångrad" });
    const { slug } = await takeCandidate(db, nils, now, id, Taking.parse({ kind: "research" }));
    await discardDraft(db, nils, now, slug);
    expect((await candidateInside(db, nils, id)).candidate).toMatchObject({ standing: "new", itemSlug: null });
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

test("the demo has a list to go through, with something that is there twice, and an archive that is not asked", async () => {
  const place = await organisation({ name: "FoU Demo" });
  const planner = await someone("developmentLeader", { organisation: place });
  await loadFillingDemo(db, { planner, organisationId: place }, now);
  const { candidates } = await candidatesListed(db, planner, { standing: "new", limit: 50 });
  expect(candidates.map(({ hasTwin }) => String(hasTwin)).toSorted()).toEqual(["false", "false", "false", "true"]);
  expect((await sourcesListed(db, planner)).map(({ isResting }) => isResting)).toEqual([true]);
});
