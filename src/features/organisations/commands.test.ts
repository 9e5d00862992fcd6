import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { given, someDay } from "../../../test/given.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import {
  addRelation,
  createOrganisation,
  endRelation,
  registerDomain,
  removeDomain,
} from "#features/organisations/commands.ts";
import { addAlias, renameOrganisation } from "#features/organisations/naming/commands.ts";
import {
  isAddressOf,
  membersOf,
  organisationAt,
  organisationsMatching,
  organisationWritten,
  relationsOf,
} from "#features/organisations/queries.ts";

const { db } = await testDatabase();
const now = () => someDay.toZonedDateTime("Europe/Stockholm").toInstant();
const day = (written: string) => Temporal.PlainDate.from(written);

/** A leader of an R&D unit, and a neighbour they have nothing to do with. */
async function stage() {
  const name = `FoU ${newId().slice(-6)}`;
  const unit = await given(db).organisation({ name });
  const neighbour = await given(db).organisation({ name: `Grann ${newId().slice(-6)}` });
  return { name, unit, neighbour, leader: await given(db).someone("developmentLeader", { organisation: unit }) };
}

const administrator = () => given(db).someone("administrator");
const recorded = async (about: string) =>
  (await db.selectFrom("audit_record").where("about", "=", about).select("what").orderBy("id").execute()).map(
    ({ what }) => what,
  );
const everything = async () => ({
  organisations: await db.selectFrom("organisation").selectAll().orderBy("id").execute(),
  aliases: await db.selectFrom("organisation_alias").selectAll().orderBy("folded").execute(),
  relations: await db.selectFrom("organisation_relation").selectAll().orderBy("id").execute(),
  domains: await db.selectFrom("organisation_domain").selectAll().orderBy("domain").execute(),
  records: await db.selectFrom("audit_record").select("id").orderBy("id").execute(),
});

/** A refusal with its code, after which nothing is different. */
async function refused(work: () => Promise<unknown>, code: string, kind?: string) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject({ code, ...(kind ? { kind } : {}) });
  expect(await everything()).toEqual(before);
}

test("an organisation that is added is found by its name, its short name and where it lies", async () => {
  const { name, unit, leader } = await stage();
  const { id, slug } = await createOrganisation(db, leader, {
    kind: "administration",
    name: "Socialförvaltningen",
    parentId: unit,
  });
  expect(await organisationWritten(db, `${name} socialförvaltningen`)).toEqual({ id, name: "Socialförvaltningen" });
  expect(await organisationWritten(db, `Socialförvaltningen, ${name}`)).toMatchObject({ id });
  expect(slug).toBe("socialforvaltningen");
  expect(await recorded(id)).toEqual(["organisations.organisation_added"]);
});

test("two municipalities may each have their Socialförvaltningen, with an address of its own", async () => {
  const [here, there] = [await stage(), await stage()];
  const one = await createOrganisation(db, here.leader, {
    kind: "administration",
    name: "Kulturförvaltningen",
    parentId: here.unit,
  });
  const other = await createOrganisation(db, there.leader, {
    kind: "administration",
    name: "Kulturförvaltningen",
    parentId: there.unit,
  });
  expect(new Set([one.slug, other.slug]).size).toBe(2);
  await refused(
    () => createOrganisation(db, here.leader, { kind: "unit", name: "KULTURFÖRVALTNINGEN", parentId: here.unit }),
    "organisations.name_taken",
    "conflict",
  );
});

test("two who add the same name at once get one organisation and one refusal", async () => {
  const admin = await administrator();
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(() => createOrganisation(db, admin, { kind: "rdUnit", name: "FoU Samtidigt" })),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await organisationsMatching(db, "FoU Samtidigt", someDay)).toHaveLength(1);
});

test("nobody adds an organisation below one they do not look after, or at the top", async () => {
  const { leader, neighbour } = await stage();
  await refused(
    () => createOrganisation(db, leader, { kind: "unit", name: "Enheten", parentId: neighbour }),
    "organisations.not_yours",
    "forbidden",
  );
  await refused(
    () => createOrganisation(db, leader, { kind: "rdUnit", name: "FoU Egen" }),
    "organisations.not_yours",
    "forbidden",
  );
  await refused(
    () => createOrganisation(db, leader, { kind: "unit", name: "Enheten", parentId: newId<"organisation">() }),
    "organisations.no_such_organisation",
    "not_found",
  );
  const admin = await administrator();
  await refused(
    () => createOrganisation(db, admin, { kind: "rdUnit", name: "—" }),
    "organisations.name_without_letters",
    "invalid",
  );
});

test("an organisation that changes its name is still found by the old one, at the same address", async () => {
  const { name, unit, leader } = await stage();
  const [{ slug: before } = { slug: "" }] = await db
    .selectFrom("organisation")
    .where("id", "=", unit)
    .select("slug")
    .execute();
  await renameOrganisation(db, leader, now, unit, { name: `${name} i länet`, shortName: `${name} L` });
  expect(await organisationWritten(db, name)).toEqual({ id: unit, name: `${name} i länet` });
  expect(await organisationWritten(db, `${name} i länet`)).toMatchObject({ id: unit });
  expect(await db.selectFrom("organisation").where("id", "=", unit).select("slug").execute()).toEqual([
    { slug: before },
  ]);
  expect(await recorded(unit)).toEqual(["organisations.organisation_renamed"]);
});

test("a name that means somebody else is refused, and so is a renaming by a stranger", async () => {
  const { name, unit, neighbour, leader } = await stage();
  const other = await stage();
  await refused(() => renameOrganisation(db, leader, now, unit, { name: other.name }), "organisations.name_taken");
  await refused(
    () => renameOrganisation(db, leader, now, neighbour, { name: "Mitt" }),
    "organisations.not_yours",
    "forbidden",
  );
  await refused(() => addAlias(db, leader, unit, { written: other.name.toUpperCase() }), "organisations.name_taken");
  await refused(() => addAlias(db, leader, unit, { written: `${name}s` }), "organisations.written_already", "conflict");
});

test("one more way to write an organisation leads to it (R170)", async () => {
  const { unit, leader, name } = await stage();
  await addAlias(db, leader, unit, { written: `Gamla ${name}` });
  expect(await organisationWritten(db, `gamla ${name}`)).toMatchObject({ id: unit });
  expect(await recorded(unit)).toEqual(["organisations.writing_added"]);
});

/** A municipality in one county that is for a time a member of a body in another, as Kungsbacka is (R174). */
async function membership(leader: Actor, body: OrganisationId, member: OrganisationId, from: string, to?: string) {
  return addRelation(db, leader, {
    fromId: member,
    toId: body,
    kind: "memberOf",
    validFrom: day(from),
    validTo: to ? day(to) : undefined,
    source: "Förbundsordningen",
  });
}

test("membership is told as of a day: both its first and its last day count (R174)", async () => {
  const { unit, neighbour, leader } = await stage();
  await membership(leader, unit, neighbour, "2020-01-01", "2026-12-31");
  const members = async (on: string) => (await membersOf(db, unit, day(on))).map(({ id }) => id);
  expect(await members("2019-12-31")).toEqual([]);
  expect(await members("2020-01-01")).toEqual([neighbour]);
  expect(await members("2026-12-31")).toEqual([neighbour]);
  expect(await members("2027-01-01")).toEqual([]);
  expect((await organisationAt(db, neighbour, day("2023-05-05")))?.relations).toMatchObject([
    { kind: "memberOf", out: true, otherId: unit, source: "Förbundsordningen" },
  ]);
  expect((await organisationAt(db, neighbour, day("2027-05-05")))?.relations).toEqual([]);
});

test("an organisation is not there before it began", async () => {
  const { unit, leader } = await stage();
  const { id } = await createOrganisation(db, leader, {
    kind: "unit",
    name: "Ny enhet",
    parentId: unit,
    validFrom: day("2027-01-01"),
  });
  expect(await organisationAt(db, id, day("2026-12-31"))).toBeUndefined();
  expect(await organisationAt(db, id, day("2027-01-01"))).toMatchObject({ name: "Ny enhet" });
});

test("somebody may leave and come back, but not be a member twice on one day", async () => {
  const { unit, neighbour, leader } = await stage();
  const { id } = await membership(leader, unit, neighbour, "2020-01-01");
  await refused(() => membership(leader, unit, neighbour, "2026-01-01"), "organisations.related_already", "conflict");
  await refused(() => endRelation(db, leader, id, { lastDay: day("2019-12-31") }), "web.form_invalid", "invalid");
  await endRelation(db, leader, id, { lastDay: day("2025-12-31") });
  await membership(leader, unit, neighbour, "2026-01-01");
  expect((await relationsOf(db, neighbour)).map(({ validFrom }) => validFrom?.year)).toEqual([2020, 2026]);
  expect(await recorded(id)).toEqual(["organisations.relation_added", "organisations.relation_ended"]);
});

test("nobody relates organisations they do not look after, or ends what is not there", async () => {
  const { unit, neighbour, leader } = await stage();
  const third = await given(db).organisation({ name: `Tredje ${newId().slice(-6)}` });
  const stranger = await given(db).someone("developmentLeader", { organisation: third });
  const { id } = await membership(leader, unit, neighbour, "2020-01-01");
  await refused(
    () => membership(stranger, unit, neighbour, "2010-01-01", "2011-01-01"),
    "organisations.not_yours",
    "forbidden",
  );
  await refused(
    () => endRelation(db, stranger, id, { lastDay: day("2027-01-01") }),
    "organisations.not_yours",
    "forbidden",
  );
  await refused(
    () => endRelation(db, leader, newId<"organisation_relation">(), { lastDay: day("2027-01-01") }),
    "organisations.no_such_relation",
    "not_found",
  );
  await refused(
    () => membership(leader, unit, newId<"organisation">(), "2020-01-01"),
    "organisations.no_such_organisation",
    "not_found",
  );
});

test("an address is an organisation's when its domain is registered for it or for one above it", async () => {
  const { unit, neighbour, leader } = await stage();
  const { id: below } = await createOrganisation(db, leader, { kind: "unit", name: "Mottagningen", parentId: unit });
  await registerDomain(db, leader, unit, { domain: "fou.example.se" });
  expect(await isAddressOf(db, "Chef@FoU.example.se", below)).toBe(true);
  expect(await isAddressOf(db, "chef@skola.fou.example.se", unit)).toBe(true);
  expect(await isAddressOf(db, "chef@annanfou.example.se", unit)).toBe(false);
  expect(await isAddressOf(db, "chef@example.se", unit)).toBe(false);
  expect(await isAddressOf(db, "chef@fou.example.se", neighbour)).toBe(false);
  expect(await isAddressOf(db, "chef", unit)).toBe(false);

  await removeDomain(db, leader, unit, { domain: "fou.example.se" });
  expect(await isAddressOf(db, "chef@fou.example.se", unit)).toBe(false);
  expect(await recorded(unit)).toEqual(["organisations.domain_registered", "organisations.domain_removed"]);
});

test("a domain that anybody has, or somebody else, is refused", async () => {
  const { unit, leader } = await stage();
  const other = await stage();
  await registerDomain(db, other.leader, other.unit, { domain: "tagen.example.se" });
  await refused(
    () => registerDomain(db, leader, unit, { domain: "gmail.com" }),
    "organisations.anybodys_domain",
    "invalid",
  );
  await refused(
    () => registerDomain(db, leader, unit, { domain: "tagen.example.se" }),
    "organisations.domain_taken",
    "conflict",
  );
  await refused(
    () => registerDomain(db, leader, other.unit, { domain: "min.example.se" }),
    "organisations.not_yours",
    "forbidden",
  );
  await refused(
    () => removeDomain(db, leader, unit, { domain: "tagen.example.se" }),
    "organisations.no_such_domain",
    "not_found",
  );
});
