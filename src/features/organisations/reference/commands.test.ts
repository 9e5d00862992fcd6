import { sql } from "kysely";
import { expect, test } from "vitest";
import { statements, testDatabase } from "../../../../test/database.ts";
import { membersOf, organisationsMatching, organisationWritten } from "#features/organisations/queries.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";

const { db, ownerDb } = await testDatabase();
const today = Temporal.PlainDate.from("2027-03-18");

const counted = async () => {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from county) as counties,
      (select count(*)::int from organisation where municipality_code is not null) as municipalities,
      (select count(*)::int from organisation where region_county_code is not null) as regions,
      (select count(*)::int from organisation) as organisations,
      (select count(*)::int from audit_record) as records`.execute(db);
  return rows[0];
};

test("two processes that start at once fill the database once, as the web's role and with one record (R137, R139)", async () => {
  const [one, other] = await Promise.all([loadReferenceData(db), loadReferenceData(db)]);
  expect([one.added, other.added].toSorted((a, b) => a - b)).toEqual([0, 425]);
  expect(await counted()).toEqual({ counties: 21, municipalities: 290, regions: 21, organisations: 425, records: 1 });
});

test("later starts look once, and change nothing", async () => {
  expect(await statements(() => loadReferenceData(db))).toHaveLength(1);
});

test.each([
  ["Göteborgs Stad", "Göteborgs Stad"],
  ["mölndals  stad", "Mölndals stad"],
  ["Kungälv", "Kungälvs kommun"],
  ["Kalixs kommun", "Kalix kommun"],
  ["Gotlands kommun", "Region Gotland"],
  ["Landstinget i Kalmar län", "Region Kalmar län"],
  ["SKL", "Sveriges Kommuner och Regioner"],
  ["GR", "Göteborgsregionens kommunalförbund"],
])("%s is found as %s (R170)", async (written, name) => {
  expect(await organisationWritten(db, written)).toMatchObject({ name });
});

test("nobody is found by what is only like a name", async () => {
  expect(await organisationWritten(db, "Göteburg")).toBeUndefined();
  expect(await organisationWritten(db, "%")).toBeUndefined();
});

test("what has been typed so far suggests the best first, by every name (R170)", async () => {
  const names = async (typed: string) => (await organisationsMatching(db, typed, today)).map(({ name }) => name);
  const gothenburg = ["Göteborgs Stad", "Göteborgs universitet", "Göteborgsregionens kommunalförbund"];
  expect(await names("Göteb")).toEqual(gothenburg);
  expect(await names("göteborgs")).toEqual(gothenburg);
  expect(await names("landst kal")).toEqual([]);
  expect(await names("landstinget kal")).toEqual(["Region Kalmar län"]);
  expect((await names("Göinge"))[0]).toBe("Östra Göinge kommun");
  expect(await names("   ")).toEqual([]);
  expect(await names("_%")).toEqual([]);
});

test("the Gothenburg region's members are written down, with one from Halland (R174)", async () => {
  const { id } = (await organisationWritten(db, "Göteborgsregionen"))!;
  const members = await membersOf(db, id, today);
  expect(members.map(({ shortName }) => shortName)).toEqual([
    "Ale",
    "Alingsås",
    "Göteborg",
    "Härryda",
    "Kungsbacka",
    "Kungälv",
    "Lerum",
    "Lilla Edet",
    "Mölndal",
    "Partille",
    "Stenungsund",
    "Tjörn",
    "Öckerö",
  ]);
  expect(members.filter(({ county }) => county !== "Västra Götalands län")).toMatchObject([
    { municipalityCode: "1384", county: "Hallands län" },
  ]);
});

test("newer files add what is missing and leave what people have changed", async () => {
  await db.updateTable("organisation").set({ name: "Nacka stad" }).where("municipality_code", "=", "0182").execute();
  await db.deleteFrom("organisation_relation").execute();
  const { id: sbu } = (await organisationWritten(db, "SBU"))!;
  await db.deleteFrom("organisation_alias").where("organisation_id", "=", sbu).execute();
  await db.deleteFrom("organisation").where("id", "=", sbu).execute();
  // The record of the files that were loaded, as if they had been other files.
  await ownerDb.updateTable("audit_record").set({ about: "an earlier hash" }).execute();

  expect(await loadReferenceData(db)).toEqual({ added: 1 });
  expect(await organisationWritten(db, "SBU")).toBeDefined();
  expect(await organisationWritten(db, "Nacka")).toMatchObject({ name: "Nacka stad" });
  expect(await db.selectFrom("organisation_relation").selectAll().execute()).toEqual([]);
  expect(await counted()).toMatchObject({ organisations: 425, records: 2 });
});
