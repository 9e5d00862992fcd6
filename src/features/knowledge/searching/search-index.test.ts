import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MayRead, SearchDocument, SearchIndex } from "#features/knowledge/searching/search-answer.ts";
import { openSearchIndex } from "#features/knowledge/searching/search-index.ts";

const anybody: MayRead = () => true;

function indexOf(...documents: SearchDocument[]): SearchIndex {
  const index = openSearchIndex();
  for (const document of documents) index.put(document);
  return index;
}

const text = (id: string, title: string, body = "", kind = "research"): SearchDocument => ({
  id,
  fields: { title, body },
  facets: { kind: [kind], theme: [title.split(" ")[0] ?? ""] },
});

const found = (index: SearchIndex, query: string, mayRead = anybody) =>
  index.search(query, { mayRead }).hits.map(({ id }) => id);
const reasons = (index: SearchIndex, query: string) =>
  index
    .search(query, { mayRead: anybody })
    .hits.flatMap(({ why }) => why.map(({ kind, asked, found: word }) => `${kind}: ${asked}, ${word}`));

describe("a text is found", () => {
  const index = indexOf(
    text("child", "Barnavårdsutredningar", "Så utreds en orosanmälan enligt LVU."),
    text("money", "Ekonomiskt bistånd", "Vad den enskilde har rätt till."),
    text("part", "Försörjningsstöd", "En handläggare räknar."),
    text("voice", "Brukarnas röst", "Enskilda verksamheter frågar."),
  );

  test.each([
    { query: "utredningen", finds: ["child"], why: "part: utredningen, Barnavårdsutredningar" },
    { query: "utreda oro", finds: ["child"], why: "part: oro, orosanmälan" },
    { query: "försörjningsstöden", finds: ["part"], why: "word: försörjningsstöden, Försörjningsstöd" },
    {
      query: "lagen med särskilda bestämmelser om vård av unga",
      finds: ["child"],
      why: "synonym: lagen med särskilda bestämmelser om vård av unga, LVU",
    },
    { query: "forsorjningsstod", finds: ["part"], why: "likeness: forsorjningsstod, Försörjningsstöd" },
    { query: "handlägare", finds: ["part"], why: "likeness: handlägare, handläggare" },
  ])("$query: $why", ({ query, finds, why }) => {
    expect(found(index, query).slice(0, finds.length)).toEqual(finds);
    expect(reasons(index, query)).toContain(why);
  });

  test("brukare, klient and den enskilde are the same, and enskild alone is not", () => {
    expect(found(index, "klient").toSorted()).toEqual(["money", "voice"]);
    expect(found(index, "den enskilde").toSorted()).toEqual(["money", "voice"]);
    expect(reasons(index, "klienter")).toEqual(
      expect.arrayContaining(["synonym: klienter, Brukarnas", "synonym: klienter, den enskilde"]),
    );
    expect(reasons(index, "klient").join()).not.toContain("Enskilda");
  });

  test("försörjningsstöd is part of ekonomiskt bistånd, and not the other way round", () => {
    expect(found(index, "ekonomiskt bistånd")).toEqual(["money", "part"]);
    expect(found(index, "försörjningsstöd")).toEqual(["part"]);
  });

  test("no word of a question is required", () => {
    expect(found(index, "Hur räknar man ut vad en familj i Kiruna kan få?")[0]).toBe("part");
  });

  test("words that are said together stand before the same words apart", () => {
    const near = indexOf(
      text("apart", "Barn", "Vård i hemmet. Många år av stöd gavs till barn."),
      text("together", "Barn", "Stöd till barn i hemmet. Många år av vård gavs."),
    );
    expect(found(near, "stöd till barn")).toEqual(["together", "apart"]);
  });
});

describe("marks and snippets", () => {
  test("the letters of a part are marked, and a snippet shows where most of it stands", () => {
    const long = `${"Inget av detta. ".repeat(60)}Här beskrivs skyddsbedömningen av ett barn. ${"Inte heller här. ".repeat(60)}`;
    const [hit] = indexOf(text("a", "Rutin", long)).search("bedömning barn", { mayRead: anybody }).hits;
    expect(hit?.marks.body?.map(({ start, end }) => long.slice(start, end))).toEqual(["bedömningen", "barn"]);
    const { text: piece = "", marks = [], cutBefore, cutAfter } = hit?.snippet ?? {};
    expect(marks.map(({ start, end }) => piece.slice(start, end))).toEqual(["bedömningen", "barn"]);
    expect({ cutBefore, cutAfter }).toEqual({ cutBefore: true, cutAfter: true });
    expect(piece.length).toBeLessThanOrEqual(300);
  });

  test("small words are not marked beside others, and are when they are all there is", () => {
    const index = indexOf(text("a", "Om vård", "Vård av barn"));
    expect(reasons(index, "vård av")).toEqual(["word: vård, vård"]);
    expect(reasons(index, "av")).toEqual(["word: av, av"]);
  });

  test("letters and accents that are written apart are marked whole", () => {
    const body = "en skyddsbedo\u0308mning";
    const [hit] = indexOf({ id: "a", fields: { body } }).search("skyddsbedömning", { mayRead: anybody }).hits;
    expect(hit?.marks.body?.map(({ start, end }) => body.slice(start, end))).toEqual(["skyddsbedo\u0308mning"]);
  });
});

describe("facets", () => {
  const index = indexOf(
    text("a", "vård ett", "", "research"),
    text("b", "vård två", "", "guideline"),
    text("c", "stöd tre", "", "guideline"),
  );

  test("narrow the hits and the total, and a facet counts as if it were not narrowed by", () => {
    const { total, hits, facets } = index.search("vård", { mayRead: anybody, facets: { kind: ["guideline"] } });
    expect({ total, ids: hits.map(({ id }) => id) }).toEqual({ total: 1, ids: ["b"] });
    expect(facets).toEqual({ kind: { research: 1, guideline: 1 }, theme: { vård: 1 } });
  });

  test("pages follow each other without a gap", () => {
    const many = indexOf(...Array.from({ length: 25 }, (_, at) => text(`t${at}`, "vård", "ord ".repeat(at))));
    const pages = [0, 10, 20].flatMap((offset) =>
      many.search("vård", { mayRead: anybody, limit: 10, offset }).hits.map(({ id }) => id),
    );
    expect(pages).toEqual(many.rank("vård", { mayRead: anybody, limit: 25 }).map(({ id }) => id));
    expect(new Set(pages).size).toBe(25);
  });
});

describe("completing and proposing", () => {
  const index = indexOf(
    text("a", "Barnavårdsutredning", "barnen utredning utredningen"),
    text("b", "Barnkonventionen", "barnens utredning"),
  );

  test("a half-written word is written out, the commonest first and each stem once", () => {
    expect(index.complete("en barna", { mayRead: anybody })).toEqual(["en barnavårdsutredning"]);
    expect(index.complete("utr", { mayRead: anybody })).toEqual(["utredning"]);
    expect(index.complete("utredning ", { mayRead: anybody })).toEqual([]);
    expect(index.complete("u", { mayRead: anybody })).toEqual([]);
  });

  test("a word that only stands where one may not read hides none that is written with å, ä or ö", () => {
    const both = indexOf(text("a", "Försörjning"), text("hidden", "Forsor"));
    expect(both.complete("forso", { mayRead: (id) => id === "a" })).toEqual(["försörjning"]);
  });

  test("a word that nobody has written and that is no Swedish word is put right, and the rest stays as it is", () => {
    expect(index.suggest("Vad är en utrednnig?", { mayRead: anybody })).toBe("Vad är en utredning?");
    expect(index.suggest("cykel utredning", { mayRead: anybody })).toBeUndefined();
  });
});

test.each([
  { why: "nothing", query: "" },
  { why: "only signs", query: "?!… — ''\"" },
  { why: "only emoji", query: "😀👩‍👧" },
  { why: "a quotation that never ends", query: '"vård av' },
  { why: "SQL", query: "'; drop table person; --" },
  { why: "HTML", query: "<script>alert(1)</script>" },
  { why: "another language", query: "какая помощь есть" },
  { why: "ten thousand letters", query: "vård".repeat(2_500) },
  { why: "ten thousand letters in words", query: "vård stöd ".repeat(1_000) },
  { why: "letters that are half of one", query: "\ud800 \udfff vård" },
])("$why is answered in time, without a fault", ({ query }) => {
  const index = indexOf(text("a", "vård av unga", "vård ".repeat(500)));
  const start = performance.now();
  const answer = index.search(query, { mayRead: anybody });
  index.complete(query, { mayRead: anybody });
  index.suggest(query, { mayRead: anybody });
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(answer.asked).toBe(/[\p{L}\p{N}]/u.test(query));
  expect(answer.total).toBe(/vård|av/.test(query) && !query.startsWith("vårdvård") ? 1 : 0);
});

describe("a long text", () => {
  const words = ["vård", "barn", "stöd", "utredning", "skydd"];
  const long = Array.from(
    { length: 5_000 },
    (_, at) => `${words[at % 5] ?? ""}${at % 7 === 0 ? ` ord${at}` : ""}`,
  ).join(" ");

  test("is put, and replaced, in steps, and others find what is there between any two", () => {
    const index = indexOf(text("short", "vård"), text("long", "stöd", long));
    let between = 0;
    for (const steps = index.putInSteps(text("long", "stöd", long.replaceAll("ord", "tal"))); !steps.next().done;) {
      between++;
      expect(found(index, "vård").toSorted()).toEqual(["long", "short"]);
      expect([...found(index, "ord7"), ...found(index, "tal7")]).toEqual(["long"]);
    }
    expect(between).toBeGreaterThan(3);
    expect(index.search("vård tal7", { mayRead: anybody })).toEqual(
      indexOf(text("short", "vård"), text("long", "stöd", long.replaceAll("ord", "tal"))).search("vård tal7", {
        mayRead: anybody,
      }),
    );
  });
});

describe("for any documents and questions", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const word = fc.constantFrom(
    ..."vård vården barn barnavård barnavårdsutredning utredning stöd skydd skyddsbedömning klient brukare den enskilde lvu oro orosanmälan förskola foskola".split(
      " ",
    ),
  );
  const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(" "));
  const someText = fc.record({
    id: fc.constantFrom(...ids),
    title: words(3),
    body: words(12),
    kind: fc.constantFrom("research", "guideline"),
  });
  const step = fc.oneof(
    { weight: 3, arbitrary: someText.map((put) => ({ put })) },
    { weight: 1, arbitrary: fc.constantFrom(...ids).map((remove) => ({ remove })) },
  );
  const allAnswers = (index: SearchIndex, query: string, mayRead: MayRead) => ({
    search: index.search(query, { mayRead }),
    narrowed: index.search(query, { mayRead, facets: { kind: ["research"] } }),
    complete: ["ba", "ut", query].map((beginning) => index.complete(beginning, { mayRead })),
    suggest: ["utrednnig", "foskol", query].map((written) => index.suggest(written, { mayRead })),
  });

  test("putting and removing in any order gives the index that would have been built anew", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), words(4), (steps, query) => {
        const changed = openSearchIndex();
        const left = new Map<string, SearchDocument>();
        for (const one of steps) {
          const document = "put" in one ? text(one.put.id, one.put.title, one.put.body, one.put.kind) : undefined;
          const id = "put" in one ? one.put.id : one.remove;
          expect(changed.has(id)).toBe(left.has(id));
          if (document) {
            changed.put(document);
            left.set(id, document);
          } else {
            changed.remove(id);
            left.delete(id);
          }
        }
        expect(changed.size).toBe(left.size);
        expect(allAnswers(changed, query, anybody)).toEqual(
          allAnswers(indexOf(...[...left.values()].reverse()), query, anybody),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("whoever asks is answered as by an index that holds nothing else than what they may read (R046)", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someText, { selector: ({ id }) => id }),
        fc.uniqueArray(fc.constantFrom(...ids)),
        words(4),
        (drawn, readable, query) => {
          const documents = drawn.map(({ id, title, body, kind }) => text(id, title, body, kind));
          const mayRead: MayRead = (id) => readable.includes(id);
          expect(allAnswers(indexOf(...documents), query, mayRead)).toEqual(
            allAnswers(indexOf(...documents.filter(({ id }) => mayRead(id))), query, anybody),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
