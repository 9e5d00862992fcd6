import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import type { Actor } from "#kernel/actor.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { newId } from "#kernel/ids.ts";
import { addRelation } from "#features/organisations/commands.ts";
import { carryOutImport, importFile, sendImport, throwAwayImport } from "#features/organisations/imports/commands.ts";
import { eraseSentFiles } from "#features/organisations/imports/retention/commands.ts";
import { importPlan, importSent } from "#features/organisations/imports/queries.ts";
import { membersOf, organisationWritten, relationsOf } from "#features/organisations/queries.ts";
import { mergeOrganisations } from "#features/organisations/succession/commands.ts";

const { db, ownerDb } = await testDatabase();
const now = () => someDay.toZonedDateTime("Europe/Stockholm").toInstant();
const day = (written: string) => Temporal.PlainDate.from(written);
const admin = await given(db).someone("administrator");
/** Letters only: random digits could make a personal number. */
const word = () =>
  newId()
    .slice(-8)
    .replaceAll(/\d/gu, (digit) => "ghijklmnop"[Number(digit)]!);

const file = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));
const everything = async () => ({
  organisations: await db.selectFrom("organisation").selectAll().orderBy("id").execute(),
  aliases: await db.selectFrom("organisation_alias").selectAll().orderBy("folded").execute(),
  relations: await db.selectFrom("organisation_relation").selectAll().orderBy("id").execute(),
  domains: await db.selectFrom("organisation_domain").selectAll().orderBy("domain").execute(),
  records: await db.selectFrom("audit_record").select("id").orderBy("id").execute(),
});

/** What each row would do, by its line, with what is wrong at which column. */
async function planned(bytes: Uint8Array, actor: Actor = admin) {
  const { rows } = await importPlan(db, actor, bytes);
  return rows.map(({ line, outcome, problems, changes }) => {
    const told = problems.map(({ path, code }) => `${path} ${code}`);
    return [line, outcome, ...told, ...changes].join(" ");
  });
}

describe("a file of organisations", () => {
  test("says what each row would do, and changes nothing by that", async () => {
    const [unit, other] = [`FoU ${word()}`, `FoU ${word()}`];
    const id = await given(db).organisation({ name: unit });
    await given(db).organisation({ name: other });
    const before = await everything();
    expect(
      await planned(
        file(
          "Namn;Kort namn;Slag;Hör till;E-post;Skrivs också;E-postdomäner;Finns sedan",
          `${unit};;;;;;;`,
          `${unit.toUpperCase()};;FoU-enhet;;;Gamla ${unit}|Äldre ${unit};;`,
          `Mottagningen;;enhet;${unit};m@example.se;;${word()}.example.se;2020-01-01`,
          `FoU Ny ${unit};;fou;;;;;`,
          `Team ${unit};;Enhet;FoU Ny ${unit};;;;`,
          `Fel ${unit};;Klubb;;inte-en-adress;;;2020-13-45`,
          `Utan slag ${unit};;;;;;;`,
          `Annan ${unit};;fou;;;${other};gmail.com;`,
          `Vilse ${unit};;enhet;Finns inte ${unit};;;;`,
          `Under fel;;enhet;Utan slag ${unit};;;;`,
          `FoU Ny ${unit};;fou;;;;;`,
          `Glidit ${unit};;fou;;;;;;för mycket`,
          `Klient 191212121212;;fou;;;;;`,
          `;;fou;;;;;`,
        ),
      ),
    ).toEqual([
      "2 same",
      `3 wrong name organisations.import.twice`,
      "4 new",
      "5 new",
      "6 new",
      "7 wrong kind organisations.import.kind_unknown contactEmail web.field_email validFrom web.field_date",
      "8 wrong kind organisations.import.kind_missing",
      "9 wrong writings organisations.name_taken domains organisations.anybodys_domain",
      "10 wrong parent organisations.import.parent_unknown",
      "11 wrong parent organisations.import.parent_wrong",
      "12 wrong name organisations.import.twice",
      "13 wrong  organisations.import.slipped",
      "14 wrong name kernel.personal_number",
      "15 wrong name web.field_missing",
    ]);
    expect(await everything()).toEqual(before);
    expect(await planned(file("Namn,Skrivs också", `"${unit}","Gamla ${unit}"`))).toEqual(["2 changes writings"]);
    expect(id).toBeDefined();
  });

  test("may name what lies above on a later line, and makes the tree whole", async () => {
    const mark = word();
    const rows = [
      `Enhet ${mark};Enhet;Förvaltningen, Förbundet ${mark}`,
      `Förvaltningen;Förvaltning;Förbundet ${mark}`,
      `Förbundet ${mark};Kommunalförbund;`,
    ];
    expect(await importFile(db, admin, file("Namn;Slag;Hör till", ...rows))).toEqual({
      added: 3,
      changed: 0,
      wrong: 0,
    });
    expect(await organisationWritten(db, `Enhet ${mark}, Förvaltningen, Förbundet ${mark}`)).toMatchObject({
      name: `Enhet ${mark}`,
    });
    // Taken in once more, it does nothing.
    await expect(importFile(db, admin, file("Namn;Slag;Hör till", ...rows))).rejects.toMatchObject({
      code: "organisations.import.nothing_to_do",
    });
  });

  test("that goes in a ring is told so", async () => {
    const mark = word();
    expect(await planned(file("Namn;Slag;Hör till", `A ${mark};enhet;B ${mark}`, `B ${mark};enhet;A ${mark}`))).toEqual(
      ["2 wrong parent organisations.import.parent_unknown", "3 wrong parent organisations.import.parent_unknown"],
    );
  });

  test("gives a leader what lies below their own, and no more", async () => {
    const [unit, other] = [`FoU ${word()}`, `FoU ${word()}`];
    const [id] = [await given(db).organisation({ name: unit }), await given(db).organisation({ name: other })];
    const leader = await given(db).someone("developmentLeader", { organisation: id });
    const rows = [`Ny enhet;enhet;${unit}`, `Ny enhet;enhet;${other}`, `Ny på toppen ${unit};fou;`, `${other};;`];
    expect(await planned(file("Namn;Slag;Hör till", ...rows), leader)).toEqual([
      "2 new",
      "3 wrong parent organisations.import.not_yours_there",
      "4 wrong parent organisations.import.not_yours_there",
      "5 wrong name organisations.import.not_yours",
    ]);
    const guest = await given(db).someone("guest", { organisation: id });
    await expect(sendImport(db, guest, now, { name: "a.csv", bytes: file("Namn", unit) })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("puts nothing below what was merged yesterday", async () => {
    const [one, two] = [`FoU ${word()}`, `FoU ${word()}`];
    const [from, into] = [await given(db).organisation({ name: one }), await given(db).organisation({ name: two })];
    await mergeOrganisations(db, admin, now, { fromIds: [from], into: { organisationId: into }, day: someDay });
    expect(await planned(file("Namn;Slag;Hör till", `Ny;enhet;${one}`, `${one};;`))).toEqual([
      "2 wrong parent organisations.ended_without_successor",
      "3 wrong name organisations.ended_without_successor",
    ]);
  });
});

describe("a file of memberships", () => {
  test("adds, fills in and tells what it cannot", async () => {
    const [body, one, two, three] = [`Förbund ${word()}`, `Ett ${word()}`, `Två ${word()}`, `Tre ${word()}`];
    const [bodyId, oneId, twoId] = [
      await given(db).organisation({ name: body }),
      await given(db).organisation({ name: one }),
      await given(db).organisation({ name: two }),
      await given(db).organisation({ name: three }),
    ];
    const relation = { toId: bodyId, kind: "memberOf" as const };
    await addRelation(db, admin, { ...relation, fromId: oneId });
    await addRelation(db, admin, { ...relation, fromId: twoId, validFrom: day("2015-01-01") });
    const bytes = file(
      "Medlem;Organisation;Från;Till;Källa;Samband",
      `${one};${body};2010-01-01;;Förbundsordningen;`,
      `${two};${body};2015-01-01;;;`,
      `${two};${body};2016-01-01;;;medlem i`,
      `${three};${body};2012-01-01;2014-12-31;;`,
      `${three};${body};2014-06-01;;;`,
      `${three};${body};2015-01-01;;;`,
      `Finns inte;${body};;;;`,
      `${one};${one};;;;`,
      `${one};${two};2020-02-02;2019-01-01;;granne till`,
    );
    expect(await planned(bytes)).toEqual([
      "2 changes validFrom source",
      "3 same",
      "4 wrong validFrom organisations.related_already",
      "5 new",
      "6 wrong validFrom organisations.related_already",
      "7 new",
      "8 wrong member organisations.not_written",
      "9 wrong member organisations.related_to_itself",
      "10 wrong validTo organisations.ends_before_it_begins relation organisations.import.relation_unknown",
    ]);
    expect(await importFile(db, admin, bytes)).toEqual({ added: 2, changed: 1, wrong: 5 });
    expect((await membersOf(db, bodyId, day("2011-01-01"))).map(({ name }) => name)).toEqual([one]);
    expect(await relationsOf(db, oneId)).toMatchObject([{ source: "Förbundsordningen", validFrom: day("2010-01-01") }]);
  });

  test("names members by their code", async () => {
    await ownerDb
      .insertInto("county")
      .values({ code: "14", name: "Västra Götalands län", short_name: "Västra Götaland" })
      .execute();
    const id = await given(db).organisation({
      name: "Kungälvs kommun",
      kinds: ["municipality"],
      municipality_code: "1482",
      county_code: "14",
    });
    const body = `Förbund ${word()}`;
    const bodyId = await given(db).organisation({ name: body });
    await importFile(db, admin, file("Kommunkod;Medlem i", `1482;${body}`));
    expect((await membersOf(db, bodyId, someDay)).map((each) => each.id)).toEqual([id]);
  });
});

describe("a file that was sent", () => {
  const send = async (...lines: string[]) =>
    (await sendImport(db, admin, now, { name: "fil.csv", bytes: file(...lines) })).id;

  test("is taken in by chosen rows, then by the rest, with one record each that tells its hash", async () => {
    const mark = word();
    const id = await send("Namn;Slag", `Ett ${mark};fou`, `Två ${mark};fou`, `Tre ${mark};fel`);
    const sent = await importSent(db, admin, id);
    expect(await carryOutImport(db, admin, id, { lines: [3, 4] })).toEqual({ added: 1, changed: 0, wrong: 1 });
    expect(await organisationWritten(db, `Ett ${mark}`)).toBeUndefined();
    expect(await carryOutImport(db, admin, id, {})).toEqual({ added: 1, changed: 0, wrong: 1 });
    await expect(carryOutImport(db, admin, id, {})).rejects.toMatchObject({
      code: "organisations.import.nothing_to_do",
    });
    const records = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", id)
      .where("what", "=", "organisations.imported")
      .select("payload")
      .execute();
    expect(records.map(({ payload }) => payload)).toMatchObject([
      { after: { hash: sent?.hash } },
      { after: { added: 1 } },
    ]);
  });

  test("by a row whose parent was not chosen adds nothing loose", async () => {
    const mark = word();
    const id = await send("Namn;Slag;Hör till", `Ett ${mark};fou;`, `Under;enhet;Ett ${mark}`);
    await expect(carryOutImport(db, admin, id, { lines: [3] })).rejects.toMatchObject({
      code: "organisations.import.nothing_to_do",
    });
  });

  test("pressed twice at once is taken in once", async () => {
    const mark = word();
    const id = await send("Namn;Slag", `Ett ${mark};fou`);
    const outcomes = await Promise.allSettled([carryOutImport(db, admin, id, {}), carryOutImport(db, admin, id, {})]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("is nobody else's, and gone when it is thrown away or its days are over", async () => {
    const other = await given(db).someone("administrator");
    const [one, two] = [await send("Namn;Slag", `${word()};fou`), await send("Namn;Slag", `${word()};fou`)];
    expect(await importSent(db, other, one)).toBeUndefined();
    await expect(carryOutImport(db, other, one, {})).rejects.toMatchObject({ kind: "not_found" });
    await expect(throwAwayImport(db, other, one)).rejects.toMatchObject({ kind: "not_found" });
    await throwAwayImport(db, admin, one);
    expect(await importSent(db, admin, one)).toBeUndefined();
    expect(await importSent(db, admin, two)).toBeDefined();
    const later = () => now().add({ hours: 24 * 3 });
    await eraseDue(db, "sentFile", dueAt(later(), 3), eraseSentFiles);
    expect(await importSent(db, admin, two)).toBeUndefined();
  });

  test("that is no file of ours is refused where it was chosen, and not kept", async () => {
    const before = await everything();
    await expect(send("Adress;Telefon", "a;b")).rejects.toMatchObject({ code: "platform.csv.column_missing" });
    await expect(
      sendImport(db, admin, now, { name: "a.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4]) }),
    ).rejects.toMatchObject({ code: "platform.csv.spreadsheet" });
    expect(await everything()).toEqual(before);
  });
});
