import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { noon } from "../../../test/given-rounds.ts";
import { reaches } from "#kernel/actor.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { membersOf, organisationWritten } from "#features/organisations/queries.ts";
import { peoplePage } from "#features/organisations/people/register/queries.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";

const { db } = await testDatabase();
const now = noon("2027-03-18");
const today = Temporal.PlainDate.from("2027-03-18");

test("the demo needs the reference data, and says so", async () => {
  await expect(loadOrganisationDemo(db, now)).rejects.toThrow("load the reference data first");
  expect(await db.selectFrom("organisation").select("id").execute()).toEqual([]);
});

test("the demo's leader plans for an invented unit in a structure of real municipalities, and stands on it once", async () => {
  await loadReferenceData(db);
  const { organisationId, planner, leader, participant, administrator } = await loadOrganisationDemo(db, now);
  expect(reaches(planner, "circles:manage", { organisationId })).toBe(true);
  expect([leader, participant, administrator].map(({ email }) => email)).toEqual([
    "maja.ek@example.se",
    "noor.haddad@example.se",
    "alva.lind@example.se",
  ]);
  const { id: structure } = (await organisationWritten(db, "Mälarbygdens samverkan"))!;
  expect(await membersOf(db, structure, today)).toHaveLength(9);
  expect((await peoplePage(db, planner, {}, today)).rows.map(({ name }) => name)).toEqual([
    "Maja Ek",
    "Ove Frisk",
    "Siv Alm",
    "Tor Hagman",
    "Ylva Sand",
  ]);

  const before = await db.selectFrom("audit_record").select("id").execute();
  expect(await loadOrganisationDemo(db, now)).toMatchObject({ organisationId, leader });
  expect(await db.selectFrom("audit_record").select("id").execute()).toHaveLength(before.length);
});
