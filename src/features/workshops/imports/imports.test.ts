import { beforeAll, describe, expect, test } from "vitest";
import { given } from "../../../../test/given.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import { formsIn } from "../../../../test/forms-in.ts";
import { testWeb } from "../../../../test/web.ts";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { spreadsheetFile } from "#platform/documents/spreadsheet-file.ts";
import { bringInAnswers } from "#features/workshops/imports/commands.ts";
import { BroughtIn } from "#features/workshops/imports/imports.ts";
import {
  answersIn,
  columnsOf,
  isHardlyGroups,
  pollFromLines,
  proposedChoice,
} from "#features/workshops/imports/poll-file.ts";
import { pollFromFile, pollFromText } from "#features/workshops/imports/queries.ts";
import { mergingOf } from "#features/workshops/merging/queries.ts";

const now = noon("2027-03-18");
const { app, db, url, ownerDb, signedIn } = await testWeb(now);
const workshops = givenWorkshops(ownerDb);
let unit: OrganisationId;
let leader: Actor & { personId: PersonId };

beforeAll(async () => {
  const { organisation, someone } = given(ownerDb);
  unit = await organisation();
  leader = await someone("developmentLeader", { organisation: unit });
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const said = (poll: Awaited<ReturnType<typeof pollFromFile>>) =>
  answersIn(poll, proposedChoice(poll)).map(({ text, group }) => [text, group]);

describe("answers are read from what another tool saved", () => {
  test("lines, with marks of a list taken away and groups as headings", () => {
    const poll = pollFromLines("Grupp 1:\r\n- Vad kostar det?\r\n\r\n2) Vem ansvarar?\r\nGrupp 2\r\n• Risker: vilka?");
    expect(said(poll)).toEqual([
      ["Vad kostar det?", "Grupp 1"],
      ["Vem ansvarar?", "Grupp 1"],
      ["Risker: vilka?", "Grupp 2"],
    ]);
  });

  const forms = [
    "ID;Starttid;Slutförandetid;E-post;Namn;Vilken grupp?;Vad behöver vi ta reda på?",
    '1;2027-03-18 09:01;2027-03-18 09:02;anonymous;;Grupp "A";Vad kostar det för oss, och hur länge?',
    "2;2027-03-18 09:01;2027-03-18 09:03;anonymous;;;Hur påverkas personalen?",
  ];
  test.each([
    ["Forms' CSV with semicolons and byte order mark", "svar.csv", utf8(`\uFEFF${forms.join("\r\n")}`)],
    ["in Latin-1", "svar.csv", latin1(forms.join("\n"))],
    [
      "with commas",
      "svar.csv",
      utf8(
        forms
          .map((row) =>
            row
              .split(";")
              .map((cell) => `"${cell.replaceAll('"', '""')}"`)
              .join(","),
          )
          .join("\n"),
      ),
    ],
  ])("%s: the column with words is proposed, and no column with people", async (_, name, bytes) => {
    const poll = await pollFromFile({ name, bytes });
    expect(said(poll).map(([text]) => text)).toEqual([
      "Vad kostar det för oss, och hur länge?",
      "Hur påverkas personalen?",
    ]);
    expect(columnsOf(poll.sheets[0]!, true).map(({ heading }) => heading)).not.toEqual(
      expect.arrayContaining(["E-post"]),
    );
    expect(columnsOf(poll.sheets[0]!, true).map(({ heading }) => heading)).not.toContain("Namn");
  });

  test("a spreadsheet with several sheets: the one with words", async () => {
    const bytes = await spreadsheetFile([
      { name: "Sammanfattning", columns: [{ label: "Votes", numeric: true }], rows: [[3]] },
      {
        name: "Röster",
        columns: [{ label: "Group" }, { label: "Vad behöver vi veta?" }],
        rows: [
          ["Norr", "=1+1 är ingen formel"],
          ["Söder", "Vad kostar det?"],
        ],
      },
    ]);
    expect(said(await pollFromFile({ name: "menti.xlsx", bytes: new Uint8Array(bytes) }))).toEqual([
      ["=1+1 är ingen formel", "Norr"],
      ["Vad kostar det?", "Söder"],
    ]);
  });

  test("rows pasted from a spreadsheet", () => {
    expect(said(pollFromText("Grupp\tSvar\nNorr\tVad kostar det?\nSöder\tFinns risker?"))).toEqual([
      ["Vad kostar det?", "Norr"],
      ["Finns risker?", "Söder"],
    ]);
  });

  test("a row with a personal number is refused and told by its row, and what is too long too", () => {
    const poll = pollFromLines(`Bra fråga\nOm 121212-1212 säger nej\n${"x".repeat(10_001)}`);
    expect(answersIn(poll, proposedChoice(poll)).map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, "personalNumber"],
      [3, "tooLong"],
    ]);
  });

  test("a column that tells each apart is hardly groups", () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ line: at + 1, cells: ["svar", `Person ${at}`] }));
    const answers = answersIn(
      { isLines: false, sheets: [{ name: "", rows }] },
      { sheet: 0, columns: [0], groupColumn: 1, hasHeader: false },
    );
    expect([isHardlyGroups(answers), isHardlyGroups(answers.slice(0, 10))]).toEqual([true, false]);
  });

  test.each([
    ["nothing", "svar.txt", utf8(" \n")],
    ["a picture", "svar.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
  ])("%s is refused", async (_, name, bytes) => {
    await expect(pollFromFile({ name, bytes })).rejects.toMatchObject({ kind: "invalid" });
  });
});

const wish = (said: object) => BroughtIn.parse(said);

describe("answers are brought in", () => {
  test("word for word, with a question and groups that were not there, and merged as others (R209)", async () => {
    const { id, slug } = await workshops.workshop(unit, { state: "draft" });
    await workshops.group(id, "Norr");
    const question = "Vad behöver vi ta reda på?";
    const answers = [
      { text: "Vad kostar det?", group: "norr" },
      { text: "=HYPERLINK(1)", group: "Väster" },
      { text: "Vad kostar det?" },
    ];
    expect(await bringInAnswers(db, leader, now, slug, wish({ question, answers }))).toEqual({ added: 3, known: 0 });
    expect((await mergingOf(db, id)).waiting.map(({ text, group }) => [text, group])).toEqual([
      ["Vad kostar det?", "Norr"],
      ["=HYPERLINK(1)", "Väster"],
      ["Vad kostar det?", null],
    ]);
  });

  test("the same file comes in once, and what has been added to it since comes too", async () => {
    const { id, slug } = await workshops.workshop(unit, { state: "closed" });
    const asked = await workshops.question(id, "open", "Vad?");
    const send = (texts: readonly string[]) =>
      bringInAnswers(db, leader, now, slug, wish({ questionId: asked.id, answers: texts.map((text) => ({ text })) }));
    expect(await send(["A", "B", "A"])).toEqual({ added: 3, known: 0 });
    expect(await send(["A", "B", "A"])).toEqual({ added: 0, known: 3 });
    expect(await send(["A", "B", "A", "A", "C"])).toEqual({ added: 2, known: 3 });
    const both = await Promise.all([send(["D"]), send(["D"])]);
    expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(1);
  });

  test("an anonymous workshop learns no groups", async () => {
    const { id, slug } = await workshops.workshop(unit, { state: "closed", is_anonymous: true });
    await bringInAnswers(db, leader, now, slug, wish({ question: "Vad?", answers: [{ text: "A", group: "Norr" }] }));
    const groups = await ownerDb.selectFrom("workshop_group").where("workshop_id", "=", id).select("id").execute();
    expect(groups).toEqual([]);
  });

  test("not with so many groups that they are people, not to a question of choices, and not by a stranger", async () => {
    const { id, slug } = await workshops.workshop(unit, { state: "closed" });
    const choice = await workshops.question(id, "single", "Vilken?", ["A", "B"]);
    const many = Array.from({ length: 41 }, (_, at) => ({ text: "svar", group: `Person ${at}` }));
    const send = (said: object, who: Actor = leader) => bringInAnswers(db, who, now, slug, wish(said));
    await expect(send({ question: "Vad?", answers: many })).rejects.toMatchObject({
      code: "bringing_in.hardly_groups",
    });
    await expect(send({ questionId: choice.id, answers: [{ text: "A" }] })).rejects.toMatchObject({
      code: "bringing_in.not_in_words",
    });
    const { organisation, someone } = given(ownerDb);
    const stranger = await someone("developmentLeader", { organisation: await organisation() });
    await expect(send({ question: "Vad?", answers: [{ text: "A" }] }, stranger)).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await mergingOf(db, id)).waiting).toEqual([]);
  });

  test("a personal number is refused with the answer it stands in", () => {
    const problem = BroughtIn.safeParse({
      question: "Vad?",
      answers: [{ text: "A" }, { text: "Om 121212-1212" }],
    }).error;
    expect(problem?.issues[0]?.path).toEqual(["answers", 1, "text"]);
  });
});

test("without script: a file is chosen, its rows are shown and nothing is written, and what is ticked comes in", async () => {
  const cookie = await signedIn(leader.personId);
  const { id, slug } = await workshops.workshop(unit, { state: "draft" });
  const at = `/workshop/${slug}/klistra-in`;
  const send = async (values: Record<string, string | readonly string[] | File>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(values))
      for (const one of value instanceof File ? [value] : [value].flat()) body.append(name, one);
    return app.request(at, { method: "POST", headers: { cookie, origin: url }, body });
  };
  const file = new File([utf8("Grupp;Svar\nNorr;Vad kostar det?\nSöder;Om 121212-1212\nSöder;Fika")], "svar.csv");
  const shown = await (await send({ question: "Vad behöver vi veta?", file })).text();
  expect(shown).toContain("Inget är sparat än");
  expect(shown).toContain("Rad 3: innehåller ett personnummer");
  expect(shown).not.toContain(">Om 121212-1212<");
  expect((await mergingOf(db, id)).waiting).toEqual([]);
  const form = formsIn(shown, at).find(({ fields }) => fields.some(({ name }) => name === "content"));
  const fields = Object.fromEntries(form!.fields.map(({ name, values }) => [name, values]));
  expect(fields["rows"]).toHaveLength(2);
  const sent = await send({
    ...fields,
    content: unescaped(fields["content"]![0]!),
    rows: [fields["rows"]![0]!],
    deed: "take",
  });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `/workshop/${slug}/sla-ihop?klart=intagna`]);
  expect((await mergingOf(db, id)).waiting).toMatchObject([{ text: "Vad kostar det?", group: "Norr" }]);
  const nothing = await send({ question: "Vad?" });
  expect([nothing.status, await nothing.text()]).toEqual([
    422,
    expect.stringContaining("Klistra in svar eller välj en fil"),
  ]);
});

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
