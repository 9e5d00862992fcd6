import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MinutesWarningCode } from "./minutes.ts";
import { parseMinutes, readMinutes } from "./queries.ts";

const sample = readFileSync(new URL("./samples/01-two-networks-bullets.txt", import.meta.url), "utf8");
const codes = (text: string): MinutesWarningCode[] => parseMinutes(text).warnings.map(({ code }) => code);
const kindOf = (text: string) => parseMinutes(`Mötesanteckningar\n\n- ${text}`).items[0]?.kind;
const rows = (text: string) =>
  parseMinutes(`Närvarande:\n${text}`).attendance.map(({ name, organisation, municipality }) => [
    name,
    organisation,
    municipality,
  ]);

describe("a text that says nothing gives nothing, and says what is missing", () => {
  test.each([
    ["empty", ""],
    ["white space", " \n\t\u00A0\n"],
    ["invisible characters", "\u200B\u202E\uFEFF\u00AD"],
    ["lines only", "-----\n=====\n____\n***"],
  ])("%s", (_, text) => {
    const { warnings, ...read } = parseMinutes(text);
    expect(read).toEqual({
      kind: "minutes",
      title: null,
      date: null,
      attendance: [],
      persons: 0,
      municipalities: 0,
      approximatePersons: null,
      questions: [],
      items: [],
      attachments: [],
      noteTakers: [],
      next: [],
    });
    expect(warnings.map(({ code }) => code)).toEqual(["date_missing", "no_attendance", "no_items"]);
  });

  test("what is no text is said to be none", () => {
    expect(codes("\u0001\u0002ÿþ¤¤%&#@{}<>~^¨¨¨¨===%%%%¤¤¤¤####||||\\\\\\\\¬¬¬¬".repeat(20))).toContain("not_minutes");
  });

  test("an invitation is said to be one", () => {
    const invitation =
      "Inbjudan till forskningscirkel om delaktighet\nVälkommen till fem träffar.\nAnmäl dig senast 3 maj. Max 12 deltagare. Kostnadsfritt.";
    expect(codes(invitation)).toContain("not_minutes");
    expect(codes(sample)).not.toContain("not_minutes");
  });
});

describe("the day of the meeting", () => {
  test("is not taken from a matter (R167)", () => {
    const { date, items, warnings } = parseMinutes(
      "Minnesanteckningar nätverket IFO\n\n- Rådet godkändes av chefsnätverket den 3 mars.\n- Utbildningen startar 12 maj.",
    );
    expect(date).toBeNull();
    expect(items[0]).toMatchObject({ kind: "decision", decidedBy: "chefsnätverket", decidedOn: "--03-03" });
    expect(warnings.map(({ code }) => code)).toContain("date_missing");
  });

  test.each([
    ["Minnesanteckningar 2025-03-04", "2025-03-04"],
    ["Minnesanteckningar nätverksmöte den 4 mars", "--03-04"],
    ["Protokoll\nDatum: 4 mars 2025\nNästa möte: 6 maj 2025", "2025-03-04"],
    ["Minnesanteckningar\nSkickat: 7 mars 2025", null],
    ["Minnesanteckningar\nNästa möte: 6 maj 2025", null],
    ["Möte 30 februari 2025", null],
    ["Möte 4 mars 2025\nDatum: 5 mars 2025", "2025-03-05"],
  ])("%s", (text, date) => {
    expect(parseMinutes(text).date).toBe(date);
  });
});

describe("who was there (R168-R172)", () => {
  test.each([
    ["Anna Ek, Göteborg", [["Anna Ek", "Göteborg", "1480"]]],
    ["Anna Ek, enhetschef, Göteborgs Stad", [["Anna Ek", "Göteborgs Stad", "1480"]]],
    ["Anna Ek (Mölndals stad)", [["Anna Ek", "Mölndals stad", "1481"]]],
    ["Anna Ek - Ale kommun", [["Anna Ek", "Ale kommun", "1440"]]],
    ["Anna Ek Göteborgs Stad", [["Anna Ek", "Göteborgs Stad", "1480"]]],
    [
      "Lerum: Anna Ek och Bo Al",
      [
        ["Anna Ek", "Lerum", "1441"],
        ["Bo Al", "Lerum", "1441"],
      ],
    ],
    [
      "Anna Ek, Bo Al och Cia Dahl, GR",
      [
        ["Anna Ek", "GR", null],
        ["Bo Al", "GR", null],
        ["Cia Dahl", "GR", null],
      ],
    ],
    [
      "Anna Ek (Ale), Bo Al (Lerum)",
      [
        ["Anna Ek", "Ale", "1440"],
        ["Bo Al", "Lerum", "1441"],
      ],
    ],
    ["Anna Ek, Socialförvaltningen Kungälv", [["Anna Ek", "Socialförvaltningen Kungälv", "1482"]]],
    ["Bo Lund, Ale", [["Bo Lund", "Ale", "1440"]]],
    ["José Núñez, Tjörns kommun", [["José Núñez", "Tjörns kommun", "1419"]]],
    ["Jan van der Berg, Öckerö", [["Jan van der Berg", "Öckerö", "1407"]]],
  ])("%s", (line, expected) => {
    expect(rows(line)).toEqual(expected);
  });

  test("an organisation nobody knows is asked about, never made one of those we know", () => {
    const { attendance, warnings } = parseMinutes(
      "Närvarande:\nAnna Ek, Ale\nBo Al, Storby kommun\nCia Dahl, FoU Malmö",
    );
    expect(attendance.map(({ municipality }) => municipality)).toEqual(["1440", null, null]);
    expect(warnings.filter(({ code }) => code === "unknown_organisation")).toHaveLength(2);
  });

  test("somebody in two bodies has two rows and is one person; the absent are rows and not counted", () => {
    const { attendance, persons, municipalities, warnings } = parseMinutes(
      "Närvarande\n\nNätverk IFO\nAnna Ek, Ale\nBo Al, Lerum\n\nNätverk ÄO\nAnna Ek, Ale kommun\n\nFrånvarande: Cia Dahl, Kungälv",
    );
    expect(attendance).toHaveLength(4);
    expect([persons, municipalities]).toEqual([2, 2]);
    expect(attendance.map(({ excused }) => excused)).toEqual([false, false, false, true]);
    expect(warnings.filter(({ code }) => code === "duplicate_person")).toHaveLength(1);
  });

  test.each([
    ["tabs", "Namn\tOrganisation\tNärvaro\nAnna Ek\tAle\tJa\nBo Al\t\tNej"],
    ["bars", "| Namn | Organisation | Närvaro |\n|---|---|---|\n| Anna Ek | Ale | Ja |\n| Bo Al |  | Nej |"],
    ["gaps", "Namn      Organisation   Närvaro\nAnna Ek   Ale            Ja\nBo Al                    Nej"],
  ])("an empty cell of a table with %s is a cell", (_, table) => {
    const { attendance } = parseMinutes(`Närvarande\n${table}`);
    expect(attendance[0]).toMatchObject({ name: "Anna Ek", organisation: "Ale", excused: false });
    expect(attendance[1]).toMatchObject({ name: "Bo Al", organisation: null, excused: true });
  });

  test("several tabs between columns hold no empty cells when the head has them too", () => {
    const { attendance } = parseMinutes("Närvarande\nNamn\t\tOrganisation\tNärvaro\nAnna Ek\t\tAle\t\tNej");
    expect(attendance).toMatchObject([{ name: "Anna Ek", organisation: "Ale", excused: true }]);
  });

  test.each([
    ["Närvarande: Anna Ek, Ale. På länk: Bo Al, Lerum. Partille hade förhinder.", ["Anna Ek", "Bo Al"]],
    ["Närvarande: Anna Ek Ale, Bo Al Lerum\nFrånvarande kommuner: Partille, Tjörn", ["Anna Ek", "Bo Al"]],
    ["Vi som var med:\nAnna Ek från Ale var med på punkt 2\nBo hade fått förhinder", ["Anna Ek", "Bo"]],
    ["Från kommunen: Anna Ek (direktör)\nFrån föreningarna: Bo Al (FUB Ale)", ["Anna Ek", "Bo Al"]],
  ])("%j has people, and municipalities that were not there are none of them", (text, names) => {
    const { attendance, warnings } = parseMinutes(text);
    expect(attendance.map(({ name }) => name)).toEqual(names);
    expect(attendance.map(({ organisation }) => organisation).filter((each) => each?.includes(" var "))).toEqual([]);
    expect(warnings.map(({ code }) => code)).not.toContain("unread_text");
  });

  test("a number instead of names makes no rows", () => {
    const { attendance, approximatePersons } = parseMinutes("Deltagare: cirka 30 deltagare från länets kommuner");
    expect(attendance).toEqual([]);
    expect(approximatePersons).toBe(30);
  });

  test("a service user's representative is told of, so that the name is shown only with consent", () => {
    expect(codes("Närvarande:\nAnna Ek, Ale\nBo Al, brukarrepresentant, FUB")).toContain("user_representative");
    expect(codes("Närvarande:\nAnna Ek, Ale\nBo Al, RSMH Ale")).toContain("user_representative");
    expect(codes("Närvarande:\nAnna Ek, Ale\nBo Al, Polisen")).not.toContain("user_representative");
  });

  test("an installation's own organisations are known too", () => {
    const { warnings } = readMinutes("Närvarande:\nAnna Ek, Bräcke diakoni", {
      organisations: [{ writings: ["Bräcke diakoni"], municipalityCode: null }],
    }).minutes;
    expect(warnings.map(({ code }) => code)).not.toContain("unknown_organisation");
  });
});

describe("what became of a matter (R211-R215, R218)", () => {
  test.each([
    ["Anna Ek informerade om den nya lagen.", "information"],
    ["Ansökan till ESF är inskickad och alla kommuner är med.", "information"],
    ["Nätverket diskuterade bemanningen inför sommaren.", "discussion"],
    ["Nätverket beslutade att anta handlingsplanen.", "decision"],
    ["Inga beslut fattades om planen.", "information"],
    ["Beslut fattas på nämndens möte i juni.", "information"],
    ["GR får i uppdrag att återkomma med ett förslag.", "commission"],
    ["Frågan parkeras tills vidare.", "parked"],
    ["Punkten bordläggs till nästa möte.", "continued"],
    ["Dialogen om målgruppen får fortsätta.", "continued"],
    ["Frågan hänskjuts till socialchefsnätverket.", "referred"],
    ["Styrgruppen beslutar att ge Anna Ek i uppdrag att utreda frågan.", "commission"],
    ["Vad behöver vi ta reda på?", "discussion"],
  ])("%s", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test("a commission has its owner and each thing to deliver, and a missing due date is told (R212)", () => {
    const { items, warnings } = parseMinutes(
      "Anteckningar\n\n- GR får i uppdrag att återkomma med förslag på projektledare och kostnad för denne.\n- Bo Al tar fram en lista senast den 3 maj 2027.",
    );
    expect(items[0]).toMatchObject({
      owner: "GR",
      deliverables: ["förslag på projektledare", "kostnad för denne"],
      due: null,
    });
    expect(items[1]).toMatchObject({ owner: "Bo Al", deliverables: ["en lista"], due: "2027-05-03" });
    expect(warnings.filter(({ code }) => code === "no_due_date")).toHaveLength(1);
  });

  test("the meeting's own decision has nobody else behind it", () => {
    const { items } = parseMinutes("Protokoll styrgruppen\n\n- Styrgruppen fastställde budgeten den 3 maj.");
    expect(items[0]).toMatchObject({ kind: "decision", decidedBy: null, decidedOn: null });
  });

  test("a body without items is told when another has some (R216)", () => {
    const text = "Närvarande\n\nIFO\nAnna Ek, Ale\n\nFunktionsstöd\nBo Al, Lerum\n\nIFO\n- Frågan parkeras.\n";
    expect(codes(text)).toContain("no_items_for_group");
    expect(codes(`${text}\nFunktionsstöd\n- Anna informerade.\n`)).not.toContain("no_items_for_group");
  });
});

test("twenty-six questions are twenty-six, also when two are nearly the same (R182, R183)", () => {
  const asked = Array.from({ length: 24 }, (_, at) => `Hur gör vi i fall ${at + 1}?`);
  const { questions } = parseMinutes(
    `Grupperna föreslog\n${[...asked, "Vilka risker finns?", "Vilka risker finns det?"].map((each) => `• ${each}`).join("\n")}`,
  );
  expect(questions).toHaveLength(26);
  expect(questions.slice(-2)).toEqual(["Vilka risker finns?", "Vilka risker finns det?"]);
});

test("an identity number is not read, and its place is told", () => {
  const text = "Anteckningar\n\n- Ärendet 191212121212 togs upp.\n- Frågan parkeras.";
  const { minutes } = readMinutes(text);
  expect(JSON.stringify(minutes)).not.toContain("191212121212");
  const warning = minutes.warnings.find(({ code }) => code === "personal_number");
  expect(warning?.at && text.slice(...warning.at)).toBe("191212121212");
});

test("Windows line ends, odd spaces and letters made of two characters change no value", () => {
  const odd = sample.normalize("NFD").replaceAll("\n", "\r\n").replaceAll(" och ", "\u00A0och ");
  expect({ ...parseMinutes(odd), warnings: [] }).toEqual({ ...parseMinutes(sample), warnings: [] });
});
