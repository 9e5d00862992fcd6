import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { addTerm, changeTerm } from "#features/knowledge/glossary/commands.ts";
import { NewTerm, TermChange } from "#features/knowledge/glossary/glossary.ts";
import { sv } from "#features/knowledge/glossary/messages.sv.ts";
import { loadGlossary } from "#features/knowledge/glossary/own/commands.ts";
import { glossaryTerm, glossaryTerms } from "#features/knowledge/glossary/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";

const now = noon("2027-03-18");
const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
let keeper: Actor, writer: Actor;

beforeAll(async () => {
  const unit = await organisation();
  keeper = await someone("developmentLeader", { organisation: unit });
  writer = await someone("unitManager", { organisation: unit });
});

const word = (term: string, over: object = {}) =>
  NewTerm.parse({ term, definitions: [{ text: "Att göra så", source: "Socialstyrelsen", year: "2012" }], ...over });

test("the words that come with the installation are there once, however often it is started, each with a source", async () => {
  await Promise.all([loadGlossary(db, now), loadGlossary(db, now)]);
  const terms = await glossaryTerms(db);
  expect(terms.length).toBeGreaterThan(60);
  expect(new Set(terms.map(({ slug }) => slug)).size).toBe(terms.length);
  const proven = await glossaryTerm(db, "beprovad-erfarenhet");
  expect(proven?.definitions.length).toBeGreaterThan(1);
  expect(proven?.definitions.every(({ source }) => source.length > 0)).toBe(true);
});

test("every word that is explained where it stands has its page", async () => {
  for (const key of Object.keys(sv).filter((each) => each.startsWith("glossary.short.")))
    expect(await glossaryTerm(db, key.slice("glossary.short.".length)), key).toBeDefined();
});

test("keepers add a word and change it from the version they have read, and a start leaves it as they wrote it", async () => {
  const { slug } = await addTerm(db, keeper, now, word("Ny", { alsoCalled: "nyhet\nN" }));
  expect(slug).toBe("ny-2");
  const change = (version: number, over: object = {}) =>
    changeTerm(
      db,
      keeper,
      slug,
      TermChange.parse({
        ...word("Ny"),
        alsoCalled: "",
        version,
        definitions: [
          { text: "Ett", source: "En" },
          { text: "Två", source: "En annan" },
        ],
        ...over,
      }),
    );
  await change(1);
  await expect(change(1)).rejects.toMatchObject({ code: "glossary.changed_meanwhile" });
  expect(await glossaryTerm(db, slug)).toMatchObject({ version: 2, definitions: [{ text: "Ett" }, { text: "Två" }] });
  const own = await glossaryTerm(db, "metodtrohet");
  await changeTerm(
    db,
    keeper,
    "metodtrohet",
    TermChange.parse({ term: "metodtrohet", version: own?.version, definitions: [{ text: "Vår", source: "Vi" }] }),
  );
  await loadGlossary(db, now);
  expect((await glossaryTerm(db, "metodtrohet"))?.definitions).toMatchObject([{ text: "Vår" }]);
});

test("others do not, and a word stands once", async () => {
  const before = (await glossaryTerms(db)).length;
  await expect(addTerm(db, writer, now, word("Annat"))).rejects.toMatchObject({ code: "glossary.not_yours" });
  await expect(addTerm(db, keeper, now, word("pilot"))).rejects.toMatchObject({ problems: [{ path: "term" }] });
  await expect(
    changeTerm(db, keeper, "finns-inte", TermChange.parse({ ...word("x"), alsoCalled: "", version: 1 })),
  ).rejects.toMatchObject({ kind: "not_found" });
  expect((await glossaryTerms(db)).length).toBe(before);
});

test("a word without a source or with a personal number is refused", () => {
  const paths = (wish: object) => NewTerm.safeParse(wish).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ term: "x", definitions: [] })).toEqual(["definitions"]);
  expect(paths({ term: "x", definitions: [{ text: "Om 191212121212", source: "s" }] })).toEqual(["definitions.0.text"]);
  expect(paths({ term: "x", definitions: [{ text: "y" }] })).toEqual(["definitions.0.source"]);
});
