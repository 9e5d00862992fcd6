import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { renameOrganisation } from "#features/organisations/naming/commands.ts";
import { organisationAt } from "#features/organisations/queries.ts";
import { organisationPage } from "#features/organisations/register/queries.ts";
import { pastOf } from "#features/organisations/succession/queries.ts";

const { db } = await testDatabase();
const now = () => someDay.toZonedDateTime("Europe/Stockholm").toInstant();
const day = (written: string) => Temporal.PlainDate.from(written);
const admin = await given(db).someone("administrator");

async function organisation(name: string) {
  const slug = `o-${newId()}`;
  const named = `${name} ${newId().slice(-6)}`;
  return { id: await given(db).organisation({ name: named, slug }), name: named, slug };
}

const rename = (id: OrganisationId, name: string, from?: string) =>
  renameOrganisation(db, admin, now, id, { name, from: from === undefined ? undefined : day(from), source: "Beslut" });

test("a name that is changed from a day answers then and now (R170)", async () => {
  const { id, name: first, slug } = await organisation("Först");
  const [second, third] = [`Sedan ${newId()}`, `Sist ${newId()}`];
  await rename(id, second, "2010-01-01");
  await rename(id, third, "2020-07-01");
  const on = async (written: string) => (await organisationAt(db, id, day(written)))?.name;
  expect([await on("2009-12-31"), await on("2010-01-01"), await on("2020-06-30"), await on("2020-07-01")]).toEqual([
    first,
    second,
    second,
    third,
  ]);
  expect((await organisationPage(db, admin, slug))?.history).toMatchObject([
    { what: "renamed", names: { before: first, after: second }, source: "Beslut" },
    { what: "renamed", names: { before: second, after: third } },
  ]);
});

test("a name that was only written wrong leaves no trace in the history", async () => {
  const { id } = await organisation("Fel");
  await rename(id, `Rätt ${newId()}`);
  expect((await pastOf(db, id)).formerNames).toEqual([]);
});

test("a name cannot change tomorrow, or before it last changed, and then nothing does", async () => {
  const { id } = await organisation("Ett");
  await rename(id, `Två ${newId()}`, "2020-01-01");
  const before = await db.selectFrom("organisation").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
  const problem = (code: string) => ({ problems: [{ path: "from", code }] });
  const tomorrow = someDay.add({ days: 1 }).toString();
  await expect(rename(id, "Tre", tomorrow)).rejects.toMatchObject(problem("organisations.day_to_come"));
  await expect(rename(id, "Tre", "2020-01-01")).rejects.toMatchObject(problem("organisations.renamed_later"));
  await expect(rename(id, "Tre", "2015-01-01")).rejects.toMatchObject(problem("organisations.renamed_later"));
  expect(await db.selectFrom("organisation").where("id", "=", id).selectAll().executeTakeFirst()).toEqual(before);
  expect((await pastOf(db, id)).formerNames).toHaveLength(1);
});
