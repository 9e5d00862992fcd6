import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Invitation } from "./invitation.ts";
import { parseInvitation, readInvitation } from "./queries.ts";

const today = Temporal.PlainDate.from("2026-11-22");
const codes = (text: string) => parseInvitation(text, { today }).warnings.map(({ code }) => code);
const sample = readFileSync(new URL("./samples/02-slash-dates-over-new-year.txt", import.meta.url), "utf8");

const nothing = {
  kind: "invitation",
  title: null,
  theme: null,
  purpose: null,
  goal: null,
  sessions: [],
  year: { stated: false, proposed: null, candidates: [], why: null },
  capacity: null,
  allocation: null,
  noticeDate: null,
  deadline: null,
  deadlineExtended: false,
  managerConsultation: null,
  hours: null,
  cost: null,
  funder: null,
  materialByPost: null,
  eligibility: [],
  leaders: [],
  contacts: [],
  link: null,
};

describe("a text that says nothing gives nothing, and says what is missing", () => {
  test.each([
    ["empty", ""],
    ["white space", " \n\t\u00A0\n"],
    ["emoji", "🎉🎉🎉"],
    [
      "page furniture only",
      "Hoppa till innehåll\nMeny\nVi använder kakor på webbplatsen\nGodkänn alla\nDela på Facebook\nSkriv ut\nLoading…\nSimilar presentations",
    ],
    ["empty HTML", "<html><head><script>var d = '1/10 2021'</script></head><body></body></html>"],
    ["invisible characters", "\u200B\u202E\uFEFF\u00AD"],
  ])("%s", (_, text) => {
    const { warnings, ...read } = parseInvitation(text);
    expect(read).toEqual(nothing);
    expect(warnings.map(({ code }) => code)).toEqual([
      "no_dates",
      "deadline_missing",
      "capacity_missing",
      "no_contact_channel",
    ]);
  });
});

describe("a hostile text is read in time that grows with its length", () => {
  const long = 200_000;
  test.each([
    ["one letter", "a"],
    ["digits", "1"],
    ["dates in a row", "1/10, "],
    ["days in a row", "1, "],
    ["times in a row", "kl 9-12 "],
    ["capitals", "Anna Ek "],
    ["titles", "fil. dr "],
    ["addresses", "a@b.se "],
    ["half addresses", "a.a.a@"],
    ["open tags", "<div "],
    ["open scripts", "<script>"],
    ["links", "https://a.se/"],
    ["colons", "Tid: "],
    ["labels on lines", "Plats:\n"],
    ["line breaks", "\n"],
    ["spaces", " "],
    ["tabs", "1\t"],
    ["phone digits", "070-123 45 67 "],
    ["dashes", "- "],
    ["weekdays", "fredagar "],
    ["words of selection", "urval besked plats senast "],
    ["terms", "hösten 2021 "],
    ["weeks", "vecka 40, "],
    ["brackets", "((("],
    ["quotation marks", '"""'],
    ["entities", "&#229;"],
    ["combining marks", "a\u030A"],
    ["right-to-left", "\u05D0\u202E "],
    ["prose", "Cirkeln riktar sig till dig som arbetar med barn och chefen ska godkänna att du deltar i träffarna "],
    ["a whole invitation", sample],
  ])("%s", { timeout: 20_000 }, (_, piece) => {
    const text = piece.repeat(Math.ceil(long / piece.length));
    expect(Invitation.safeParse(parseInvitation(text, { today })).success).toBe(true);
  });
});

test("any text gives valid JSON whose places lie in the text", () => {
  const word = fc.constantFrom(
    "1/10",
    "27 januari",
    "kl 9-12",
    "max ca 12",
    "senast",
    "fredag",
    "Anna Ek",
    "a@b.se",
    "070-123 45 67",
    "\n",
    "Plats:",
    "<b>",
    "&nbsp;",
    "å",
    "a\u030A",
    "2021",
    "vecka 40",
    "besked",
    "december",
    "–",
    "(",
    "🎉",
    "\u202E",
    "30 februari",
    "chef",
    "kr",
    "500",
  );
  const texts = fc
    .array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 40 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      const { invitation, readFrom } = readInvitation(text, { today });
      expect(Invitation.parse(invitation)).toEqual(invitation);
      const places = [...Object.values(readFrom), ...invitation.warnings.flatMap(({ at }) => (at ? [at] : []))];
      for (const [start, end] of places) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeLessThanOrEqual(end);
      }
    }),
    { numRuns: 150 },
  );
});

test("furniture around an invitation changes no value (R037)", () => {
  const before =
    "Hoppa till innehåll\nMeny\nVi använder kakor (cookies) för att förbättra webbplatsen.\nGodkänn alla\nHem > Aktuellt > Cirklar\nLyssna\n";
  const after =
    "\nDela på Facebook\nDela på LinkedIn\nSkriv ut\nLoading…\nSimilar presentations\n© Exempelkommun\nVäxel: 010-000 00 00\nkommun@example.se\n";
  const plain = parseInvitation(sample, { today });
  const wrapped = parseInvitation(before + sample + after, { today });
  expect({ ...wrapped, warnings: [] }).toEqual({ ...plain, warnings: [] });
  expect(wrapped.warnings.map(({ code }) => code)).toEqual(plain.warnings.map(({ code }) => code));
});

test("letters made of two characters, odd spaces and line breaks change no value", () => {
  const odd = sample.normalize("NFD").replaceAll("\n", "\r\n").replaceAll(" och ", "\u00A0och ");
  expect({ ...parseInvitation(odd, { today }), warnings: [] }).toEqual({
    ...parseInvitation(sample, { today }),
    warnings: [],
  });
});

test("five Fridays without a year are 2017: in 2023 one of them is Good Friday (R009, R010)", () => {
  const { year, sessions, warnings } = parseInvitation(
    "Träffar: 27 januari, 17 februari, 17 mars, 7 april och 12 maj. Alla dagar är fredagar.",
    { today },
  );
  expect(year).toMatchObject({ stated: false, proposed: 2017, candidates: [2017, 2023] });
  expect(year.why).toBe("Veckodagarna stämmer 2017 och 2023. 7 april 2023 var långfredagen. Därför föreslås 2017.");
  expect(sessions.map(({ date }) => date)).toEqual([
    "2017-01-27",
    "2017-02-17",
    "2017-03-17",
    "2017-04-07",
    "2017-05-12",
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["year_missing", "public_holiday"]));
});

test("the same five days without their weekday propose no year", () => {
  const { year, sessions } = parseInvitation("Träffar: 27 januari, 17 februari, 17 mars, 7 april och 12 maj.", {
    today,
  });
  expect(year.proposed).toBeNull();
  expect(year.why).toBeNull();
  expect(sessions.every(({ date }) => date === null)).toBe(true);
  expect(codes("Träffar: 27 januari, 17 februari, 17 mars, 7 april och 12 maj.")).toContain("year_missing");
});

test("six slash dates carry their year backwards and over New Year; without times there are none (R101, R111)", () => {
  const { sessions, year } = parseInvitation(
    "Fem träffar och en uppföljande träff i maj: 1/10, 22/10, 19/11 och 10/12 2021 samt 14/1 och 6/5 2022.",
    { today },
  );
  expect(year.stated).toBe(true);
  expect(sessions.map(({ date }) => date)).toEqual([
    "2021-10-01",
    "2021-10-22",
    "2021-11-19",
    "2021-12-10",
    "2022-01-14",
    "2022-05-06",
  ]);
  expect(sessions.every(({ start, end, mode }) => start === null && end === null && mode === null)).toBe(true);
  expect(sessions.map(({ kind }) => kind)).toEqual(["regular", "regular", "regular", "regular", "regular", "followUp"]);
});

test("a weekday that contradicts a stated year is told, and the date is kept", () => {
  const { sessions, warnings } = parseInvitation("Träff fredag 18 mars 2026 kl 9-12", { today });
  expect(sessions[0]?.date).toBe("2026-03-18");
  expect(warnings.find(({ code }) => code === "weekday_mismatch")?.message).toBe(
    "18 mars 2026 är en onsdag, men texten säger fredag.",
  );
});

test("a day that does not exist becomes no session", () => {
  const { sessions, warnings } = parseInvitation("Träffar den 30 februari och den 3 mars 2027", { today });
  expect(sessions.map(({ date }) => date)).toEqual(["2027-03-03"]);
  expect(warnings.find(({ code }) => code === "unread_text")?.message).toContain("30 februari");
});
