import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cslOf, keptCsl, referenceOfCsl } from "#features/knowledge/filling/csl.ts";
import { bareDoi, doiAddress, doiIn } from "#features/knowledge/filling/doi.ts";
import { nextStep, secondsAtRest } from "#features/knowledge/filling/harvest-steps.ts";
import { bestLicence, licenceName } from "#features/knowledge/filling/licence-name.ts";
import { oaiReader } from "#features/knowledge/filling/oai-answer.ts";
import { readReference, yearIn } from "#features/knowledge/filling/read-reference.ts";
import { readReferences } from "#features/knowledge/filling/reference-file.ts";
import { secondsToWait } from "#features/knowledge/filling/retry-after.ts";
import { risOf } from "#features/knowledge/filling/ris-file.ts";
import { readPageHead } from "#features/knowledge/filling/web-page-head.ts";
import { decodedText } from "#platform/files/decoded-text.ts";

const ris = `TY  - JOUR
AU  - Åberg, Anna
AU  - Berg, Bo
TI  - Barns rätt att höras i
utredningar om vård
JO  - Socionomen
PY  - 2021/03//
DO  - 10.1000/ABC.1
UR  - https://example.se/1
AB  - Kort om studien.
ER  - 

TY  - RPRT
T1 - Nätverksmöten
A1  - Lind, Cecilia
PB  - FoU Länet
Y1  - 2019
ER  -
`;

describe("a RIS file", () => {
  test("gives title, authors, source, year and DOI of each reference, over lines that are broken (R108)", () => {
    expect(readReferences(ris)?.references.map(({ reference }) => reference)).toMatchObject([
      {
        title: "Barns rätt att höras i utredningar om vård",
        authors: ["Åberg, Anna", "Berg, Bo"],
        source: "Socionomen",
        year: 2021,
        doi: "10.1000/abc.1",
        link: "https://example.se/1",
        abstract: "Kort om studien.",
      },
      { title: "Nätverksmöten", authors: ["Lind, Cecilia"], source: "FoU Länet", year: 2019 },
    ]);
  });

  test("is read in Latin-1 as well, with Windows line ends and a byte order mark", () => {
    const latin = Buffer.from(ris.replaceAll("\n", "\r\n"), "latin1");
    expect(readReferences(decodedText(latin).text)).toEqual(readReferences(ris));
    expect(readReferences(`\uFEFF${ris}`)).toEqual(readReferences(ris));
  });

  test("tells the lines that could not be read and what has no title, and takes the rest", () => {
    const broken = `nonsense\nTY  - BOOK\nXX:: what\nTI  - Hel\nER  -\nTY  - BOOK\nAU  - Berg, Bo\n`;
    expect(readReferences(broken)).toMatchObject({ references: [{ place: 0 }], untitled: [2], brokenLines: [3] });
  });

  test("never takes what stands in it for something to fetch", () => {
    const [one] = readReferences("TY  - JOUR\nTI  - http://127.0.0.1/x\nUR  - file:///etc/passwd\nER  -\n")!.references;
    expect(one?.reference).toMatchObject({ title: "http://127.0.0.1/x", link: null });
  });

  test("comes back as it was from what is written for reference programs", () => {
    const [one] = readReferences(ris)!.references;
    const [again] = readReferences(risOf(one!.citation!))!.references;
    expect({ ...again!.reference, abstract: null }).toEqual({ ...one!.reference, abstract: null });
  });

  test("holds no personal identity numbers, whoever wrote them there", () => {
    const held = "TY  - RPRT\nTI  - Rapport\nAB  - Om 19121212-1212 och hans barn\nER  -\n";
    expect(readReferences(held)?.references[0]?.reference.abstract).toBeNull();
    expect(keptCsl({ title: "Om 191212121212" })).toBeNull();
  });
});

test("CSL-JSON is read as a register and as a reference program write it, one or many", () => {
  const one = {
    title: ["Att <i>höras</i>"],
    author: [{ family: "Berg", given: "Asta" }, { literal: "FoU Länet" }],
    issued: { "date-parts": [[2020, 4]] },
    "container-title": "Socionomen",
    DOI: "10.1000/XYZ",
    license: [{ URL: "https://creativecommons.org/licenses/by-nc/4.0/" }],
  };
  const wanted = {
    title: "Att höras",
    authors: ["Berg, Asta", "FoU Länet"],
    year: 2020,
    doi: "10.1000/xyz",
    licence: "CC BY-NC 4.0",
  };
  expect(referenceOfCsl(one)).toMatchObject(wanted);
  expect(readReferences(JSON.stringify([one, { title: "Två" }]))?.references).toHaveLength(2);
  expect(readReferences(JSON.stringify(one))?.references).toHaveLength(1);
});

test.each(["", "hej", "{}", "[]", "[1,2]", '{"a":1}', "null", "TY", "<xml/>"])(
  "%j is no file of references",
  (text) => {
    expect(readReferences(text)).toBeUndefined();
  },
);

test("whatever a file holds, reading it ends and gives titles that can be kept", () => {
  const tags = "TI T1 T2 T3 JO JF JA BT PY Y1 DA DO UR AB N2 PB CY VL IS SP EP SN LA M1 ET AU A1 A2 A3 ED KW XX".split(
    " ",
  );
  const line = fc.tuple(fc.constantFrom(...tags), fc.string()).map(([tag, value]) => `${tag}  - ${value}`);
  const lines = fc.array(
    fc.oneof(line, fc.constantFrom("TY  - JOUR", "TY  - ??", "ER  - ", "PY  - 99999", "T2"), fc.string()),
  );
  fc.assert(
    fc.property(lines, (drawn) => {
      for (const { reference } of readReferences(drawn.join("\n"))?.references ?? [])
        expect(reference.title.length).toBeLessThanOrEqual(300);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ["10.1000/182", "10.1000/182"],
  ["doi:10.1000/ABC", "10.1000/abc"],
  ["https://doi.org/10.1000/182.", "10.1000/182"],
  ["https://dx.doi.org/10.1000%2F182", "10.1000/182"],
  ["10.1002/(SICI)1097-0258(19980815)17:15", "10.1002/(sici)1097-0258(19980815)17:15"],
  ["https://example.se/10.1000/182", undefined],
  ["hej", undefined],
])("the DOI pasted as %s is %s", (pasted, doi) => {
  expect(bareDoi(pasted)).toBe(doi);
});

test("a DOI is found in an address, without the bracket that closes after it, and leads to its resolver", () => {
  expect(doiIn("(se https://example.se/article/10.1000/182)")).toBe("10.1000/182");
  expect(doiAddress("10.1000/a<b>")).toBe("https://doi.org/10.1000/a%3Cb%3E");
});

test.each([
  ["https://creativecommons.org/licenses/by-sa/4.0/deed.sv", "CC BY-SA 4.0"],
  ["http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
  ["info:eu-repo/semantics/openAccess", "Fri att läsa"],
  ["info:eu-repo/semantics/restrictedAccess", null],
  ["https://example.se/villkor", null],
  ["", null],
])("the licence %s is called %s", (said, name) => expect(licenceName(said)).toBe(name));

test("a licence says more than that something may be read", () => {
  expect(bestLicence(["info:eu-repo/semantics/openAccess", "https://creativecommons.org/licenses/by/4.0/"])).toBe(
    "CC BY 4.0",
  );
});

test("a year is found in a date, and not in a number", () => {
  expect(yearIn(["2021-03-04"])).toBe(2021);
  expect(yearIn(["nr 120213", "c. 1998"])).toBe(1998);
  expect(yearIn(["0000", "99999"])).toBeNull();
});

test("what comes from outside is put on one line and cut where we keep no more", () => {
  const { title, authors, link } = readReference({
    titles: ["", `En\n  titel${"x".repeat(400)}`],
    authors: Array.from({ length: 500 }, (_, at) => `Namn ${at}`),
    links: ["javascript:alert(1)", "https://example.se/"],
  });
  expect(title).toHaveLength(300);
  expect(title).toMatch(/^En titelx+…$/u);
  expect(authors).toHaveLength(100);
  expect(link).toBe("https://example.se/");
});

describe("the head of a web page", () => {
  test("says what a library would read, before what is shared", () => {
    const html = `<html><head><title>Fel | Sajten</title><meta property="og:title" content="Delad titel">
      <meta name="citation_title" content="Rätt titel"><meta name="citation_author" content="Berg, Asta">
      <meta name="citation_author" content="Lind, Bo"><meta name="author" content="Redaktionen">
      <meta name="citation_publication_date" content="2022/05/01"><meta name="citation_doi" content="10.1000/182">
      <meta property="og:site_name" content="FoU Länet"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
      <link rel="canonical" href="/rapport/1"></head><body><svg><title>Logga</title></svg></body></html>`;
    expect(readReference(readPageHead(html, "https://fou.example.se/rapport/1?utm=x"))).toMatchObject({
      title: "Rätt titel",
      authors: ["Berg, Asta", "Lind, Bo"],
      source: "FoU Länet",
      year: 2022,
      doi: "10.1000/182",
      licence: "CC BY 4.0",
      link: "https://fou.example.se/rapport/1",
    });
  });

  test("without any of that, the page's title and address are what there is", () => {
    const html = `<title>Om &amp; kring</title><link rel="canonical" href="https://other.example.se/">`;
    expect(readReference(readPageHead(html, "https://fou.example.se/a"))).toMatchObject({
      title: "Om & kring",
      link: "https://fou.example.se/a",
      authors: [],
      year: null,
    });
  });
});

test("a reference is written for other programs, with names in their parts", () => {
  const text = { title: "Barns delaktighet", authors: ["Berg, Asta", "FoU Länet"], source: "FoU Länet", year: 2024 };
  expect(cslOf({ ...text, licence: null, link: "https://e.se/1", doi: null })).toMatchObject({
    author: [{ family: "Berg", given: "Asta" }, { literal: "FoU Länet" }],
    issued: { "date-parts": [[2024]] },
    publisher: "FoU Länet",
    URL: "https://e.se/1",
  });
});

const now = Temporal.Instant.from("2027-03-18T11:00:00Z");
test.each([
  ["120", 120],
  ["0", 1],
  ["999999999", 86_400],
  ["Thu, 18 Mar 2027 11:05:00 GMT", 300],
  ["soon", undefined],
  [undefined, undefined],
])("Retry-After %s is %s seconds", (said, seconds) => expect(secondsToWait(said, now)).toBe(seconds));

describe("what follows on a page of records", () => {
  const answer = { records: [], skipped: 0, token: undefined, stamp: undefined, error: undefined };
  const fresh = { resumption: null, placesSeen: [] };
  const same = (token: string) => token;
  test.each([
    ["no token", answer, fresh, { step: "end" }],
    ["a token", { ...answer, token: "a" }, fresh, { step: "goOn", token: "a" }],
    [
      "the same token",
      { ...answer, token: "a" },
      { resumption: "a", placesSeen: ["a"] },
      { step: "stop", problem: "goes_in_circles" },
    ],
    [
      "a token from before",
      { ...answer, token: "a" },
      { resumption: "b", placesSeen: ["a", "b"] },
      { step: "stop", problem: "goes_in_circles" },
    ],
    ["nothing new", { ...answer, error: "noRecordsMatch" }, fresh, { step: "end" }],
    [
      "a token that is refused",
      { ...answer, error: "badResumptionToken" },
      { resumption: "a", placesSeen: ["a"] },
      { step: "beginAgain" },
    ],
    [
      "a token refused that we never sent",
      { ...answer, error: "badResumptionToken" },
      fresh,
      { step: "stop", problem: "archive_refuses" },
    ],
    ["another refusal", { ...answer, error: "badArgument" }, fresh, { step: "stop", problem: "archive_refuses" }],
    [
      "a token without end",
      { ...answer, token: "a".repeat(5_000) },
      fresh,
      { step: "stop", problem: "too_many_pages" },
    ],
  ])("%s", (_, given, progress, step) => expect(nextStep(given, progress, same)).toEqual(step));

  test("an archive that fails again and again is left in peace longer each time, and at most six hours", () => {
    expect([1, 2, 3, 20].map(secondsAtRest)).toEqual([300, 600, 1_200, 21_600]);
  });
});

test("an answer is the same in whatever pieces it comes, also within a letter", () => {
  const xml = Buffer.from(
    `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2027-03-18T08:00:00Z</responseDate><ListRecords><record><header><identifier>a</identifier><datestamp>2027-03-18</datestamp></header><metadata><dc xmlns="http://purl.org/dc/elements/1.1/"><title>Åäö &#229; <![CDATA[<&]]></title></dc></metadata></record><record><header status="deleted"><identifier>b</identifier></header></record><resumptionToken>x</resumptionToken></ListRecords></OAI-PMH>`,
  );
  const read = (size: number) => {
    const reader = oaiReader();
    for (let at = 0; at < xml.length; at += size) reader.take(xml.subarray(at, at + size));
    return reader.end();
  };
  expect(read(xml.length)).toMatchObject({
    records: [
      { identifier: "a", isGone: false, told: { titles: ["Åäö å <&"] } },
      { identifier: "b", isGone: true },
    ],
    token: "x",
    stamp: "2027-03-18T08:00:00Z",
  });
  expect(read(1)).toEqual(read(xml.length));
});
