import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenRounds } from "../../../../test/given-rounds.ts";
import { copyRound, createRound } from "#features/circles/round/draft/commands.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { addRelation, createOrganisation, registerDomain } from "#features/organisations/commands.ts";
import { grantRole } from "#features/organisations/people/commands.ts";
import {
  isAddressOf,
  meantOrganisation,
  membersOf,
  organisationAt,
  organisationsMatching,
  organisationsReached,
} from "#features/organisations/queries.ts";
import { organisationPage } from "#features/organisations/register/queries.ts";
import { mergeOrganisations, splitOrganisation } from "#features/organisations/succession/commands.ts";
import { leadsOnTo } from "#features/organisations/succession/queries.ts";
import type { Split } from "#features/organisations/succession/succession.ts";

const { db, ownerDb } = await testDatabase();
const now = () => someDay.toZonedDateTime("Europe/Stockholm").toInstant();
const day = (written: string) => Temporal.PlainDate.from(written);
const yesterday = someDay.subtract({ days: 1 });
const organisation = (name: string, over = {}) =>
  given(db).organisation({ name: `${name} ${newId().slice(-6)}`, ...over });
const admin = await given(db).someone("administrator");

const everything = async () => ({
  organisations: await db.selectFrom("organisation").selectAll().orderBy("id").execute(),
  aliases: await db.selectFrom("organisation_alias").selectAll().orderBy("folded").execute(),
  relations: await db.selectFrom("organisation_relation").selectAll().orderBy("id").execute(),
  domains: await db.selectFrom("organisation_domain").selectAll().orderBy("domain").execute(),
  formerNames: await db.selectFrom("organisation_former_name").selectAll().orderBy("last_day").execute(),
  successions: await db.selectFrom("organisation_succession").selectAll().orderBy("from_id").execute(),
  records: await db.selectFrom("audit_record").select("id").orderBy("id").execute(),
});

async function refused(work: () => Promise<unknown>, expected: Record<string, unknown>) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await everything()).toEqual(before);
}

const nameOf = (id: OrganisationId) =>
  db.selectFrom("organisation").where("id", "=", id).select(["name", "slug"]).executeTakeFirstOrThrow();
const merge = (fromIds: OrganisationId[], into: OrganisationId, on = yesterday) =>
  mergeOrganisations(db, admin, now, { fromIds, into: { organisationId: into }, day: on, source: "Fullmäktige" });
const split = (id: OrganisationId, over: Partial<Split> & Pick<Split, "parts">) =>
  splitOrganisation(db, admin, now, id, { ends: true, day: yesterday, ...over });
const part = (organisationId: OrganisationId, inherits = false) => ({ successor: { organisationId }, inherits });

describe("a merger", () => {
  test("ends those that went in and leads their addresses on, however many mergers follow", async () => {
    const [one, two, three] = [await organisation("Ett"), await organisation("Två"), await organisation("Tre")];
    await merge([one], two, day("2020-01-01"));
    await merge([two], three, day("2024-01-01"));
    const [before, after] = [await nameOf(one), await nameOf(three)];
    expect(await leadsOnTo(db, before.slug)).toMatchObject({ ...after, old: before });
    expect(await leadsOnTo(db, after.slug)).toBeUndefined();
    expect(await organisationAt(db, one, day("2019-12-31"))).toMatchObject({ name: before.name });
    expect(await organisationAt(db, one, day("2020-01-01"))).toBeUndefined();
  });

  test("may make a new organisation, of the same kind and beside those it came from", async () => {
    const above = await organisation("Ovan");
    const [one, two] = [
      await organisation("Nord", { parent_id: above }),
      await organisation("Syd", { parent_id: above }),
    ];
    const name = `FoU Mitt ${newId().slice(-6)}`;
    const made = await mergeOrganisations(db, admin, now, { fromIds: [one, two], into: { name }, day: yesterday });
    expect(await organisationPage(db, admin, made.slug)).toMatchObject({
      name,
      kinds: ["rdUnit"],
      validFrom: yesterday,
      parentName: (await nameOf(above)).name,
      history: [{ what: "tookOver", day: yesterday, others: [{}, {}] }],
    });
  });

  test("of a municipality into a new one needs a code that is free", async () => {
    await db
      .insertInto("county")
      .values({ code: "14", name: "Västra Götalands län", short_name: "Västra Götaland" })
      .execute();
    const old = await organisation("Gamla", { kinds: ["municipality"], municipality_code: "1497", county_code: "14" });
    const into = (municipalityCode?: string) => ({
      fromIds: [old],
      into: { name: `Nya ${newId().slice(-6)}`, municipalityCode },
      day: yesterday,
    });
    const at = { problems: [{ path: "municipalityCode" }] };
    await refused(() => mergeOrganisations(db, admin, now, into()), at);
    await refused(() => mergeOrganisations(db, admin, now, into("1497")), at);
    await refused(() => mergeOrganisations(db, admin, now, into("9900")), at);
    const { id } = await mergeOrganisations(db, admin, now, into("1498"));
    expect(await organisationAt(db, id, someDay)).toMatchObject({ municipalityCode: "1498", kinds: ["municipality"] });
  });

  test("ends the relations that still held, keeps those that were over, and moves the mail domains", async () => {
    const [body, one, two] = [await organisation("Förbund"), await organisation("Ett"), await organisation("Två")];
    const relate = (validFrom: string, validTo?: string) =>
      addRelation(db, admin, {
        fromId: one,
        toId: body,
        kind: "memberOf",
        validFrom: day(validFrom),
        validTo: validTo === undefined ? undefined : day(validTo),
      });
    await relate("2010-01-01", "2015-12-31");
    await relate("2020-01-01");
    const domain = `d${newId().slice(-6)}.example.se`;
    await registerDomain(db, admin, one, { domain });
    await merge([one], two);
    const members = async (on: Temporal.PlainDate) => (await membersOf(db, body, on)).map(({ id }) => id);
    expect(await members(day("2012-01-01"))).toEqual([one]);
    expect(await members(day("2021-01-01"))).toEqual([one]);
    expect(await members(someDay)).toEqual([]);
    expect(await isAddressOf(db, `chef@${domain}`, two)).toBe(true);
    // A round of the old one still asks managers of the old one.
    expect(await isAddressOf(db, `chef@${domain}`, one)).toBe(true);
  });

  test("gives those who look after the successor what it took over, and nobody else anything", async () => {
    const [one, two] = [await organisation("Ett"), await organisation("Två")];
    const below = await given(db).organisation({ name: "Enheten", parent_id: one });
    const [leader, old] = [
      await given(db).someone("developmentLeader", { organisation: two }),
      await given(db).someone("developmentLeader", { organisation: one }),
    ];
    const reach = async (personId: typeof leader.personId) =>
      (await given(db).actor(personId)).reach.get("circles:manage")?.organisations;
    expect(await reach(leader.personId)).toEqual(new Set([two]));
    await merge([one], two);
    expect(await reach(leader.personId)).toEqual(new Set([two, one, below]));
    expect(await reach(old.personId)).toEqual(new Set([one, below]));
    const choices = await organisationsReached(db, await given(db).actor(leader.personId), "circles:manage");
    expect(choices.map(({ id }) => id).toSorted()).toEqual([two, below].toSorted());
  });

  test("is refused on a wrong day, into itself, into what lies below it, and twice", async () => {
    const [one, two] = [await organisation("Ett", { valid_from: day("2020-01-01") }), await organisation("Två")];
    const below = await given(db).organisation({ name: "Under", parent_id: one });
    const problem = (code: string) => ({ kind: "invalid", problems: [{ path: "day", code }] });
    await refused(() => merge([one], two, someDay.add({ days: 1 })), problem("organisations.day_to_come"));
    await refused(() => merge([one], two, day("2020-01-01")), problem("organisations.before_it_began"));
    await refused(() => merge([two], one, day("2019-01-01")), problem("organisations.before_it_began"));
    await refused(() => merge([one], one), { code: "organisations.becomes_itself" });
    await refused(() => merge([one], below), { code: "organisations.below_itself" });
    await refused(() => merge([one], newId<"organisation">()), { kind: "not_found" });
    await merge([one], two);
    const { name } = await nameOf(one);
    await refused(() => merge([one], two), {
      code: "organisations.ended_merged",
      details: { name, names: expect.anything() },
    });
    await refused(() => merge([two], one, someDay), { code: "organisations.ended_merged" });
    const three = await organisation("Tre");
    await refused(() => merge([two], three), problem("organisations.changed_later"));
  });

  test("is for whoever looks after all of them", async () => {
    const [one, two] = [await organisation("Ett"), await organisation("Två")];
    const leader = await given(db).someone("developmentLeader", { organisation: one });
    const attempt = (fromIds: OrganisationId[], into: OrganisationId) => () =>
      mergeOrganisations(db, leader, now, { fromIds, into: { organisationId: into }, day: yesterday });
    await refused(attempt([one], two), { kind: "forbidden" });
    await refused(attempt([two], one), { kind: "forbidden" });
    const top = { fromIds: [one], into: { name: `Topp ${newId()}` }, day: yesterday };
    await refused(() => mergeOrganisations(db, leader, now, top), { kind: "forbidden" });
  });

  test("of two at once happens once", async () => {
    const [one, two, three] = [await organisation("Ett"), await organisation("Två"), await organisation("Tre")];
    const outcomes = await Promise.allSettled([merge([one], two), merge([one], three), merge([two], one)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  });
});

describe("a form that names an organisation merged yesterday", () => {
  const meant = (written: string) => meantOrganisation(db, written, "place", now);

  test("gets a sentence that points to the successor; before that day it did not", async () => {
    const [one, two] = [await organisation("Ett"), await organisation("Två")];
    const [{ name }, { name: successor }] = [await nameOf(one), await nameOf(two)];
    expect(await meant(name)).toBe(one);
    await merge([one], two);
    const values = { name, successor, day: yesterday.toString() };
    await expect(meant(name)).rejects.toMatchObject({
      problems: [{ path: "place", code: "organisations.ended_merged", values }],
    });
    expect(await organisationsMatching(db, name, someDay)).toEqual([]);
    expect(await meantOrganisation(db, name, "other", now, { endedToo: true })).toBe(one);
  });

  test("puts nothing new on it, but may still write down how it was", async () => {
    const [one, two, body] = [await organisation("Ett"), await organisation("Två"), await organisation("Förbund")];
    await merge([one], two);
    const child = { kind: "unit" as const, name: "Ny enhet", parentId: one };
    await refused(() => createOrganisation(db, admin, child), { code: "organisations.ended_merged" });
    const relation = { fromId: one, toId: body, kind: "memberOf" as const, validFrom: day("2001-01-01") };
    await refused(() => addRelation(db, admin, relation), { code: "organisations.ended_merged" });
    await addRelation(db, admin, { ...relation, validTo: day("2005-12-31") });
  });

  test("starts no round there and gives no role; a round of its own goes on at the successor", async () => {
    const { draft } = givenRounds(ownerDb);
    const [one, two] = [await organisation("Ett"), await organisation("Två")];
    const earlier = await draft(one);
    await merge([one], two);
    const round = { organisationId: one, programmeId: null, kind: "researchCircle", title: "Ny omgång" };
    await refused(() => createRound(db, admin, round), { code: "organisations.ended_merged" });
    const someone = await given(db).person({ name: "Ny" });
    const role = { role: "guest" as const, organisationId: one };
    await refused(() => grantRole(db, admin, now, someone, role), { code: "organisations.ended_merged" });
    const past = { validFrom: day("2020-01-01"), validTo: day("2020-12-31") };
    await grantRole(db, admin, now, someone, { ...role, ...past });

    const { id } = await copyRound(db, admin, earlier.id);
    const copied = await db
      .selectFrom("round")
      .where("id", "=", id)
      .select("organisation_id")
      .executeTakeFirstOrThrow();
    expect(copied.organisation_id).toBe(two);
  });

  test("that was split names its parts", async () => {
    const [one, two, three] = [await organisation("Ett"), await organisation("A-del"), await organisation("B-del")];
    await split(one, { parts: [part(two), part(three)] });
    const names = `${(await nameOf(two)).name}, ${(await nameOf(three)).name}`;
    await expect(meant((await nameOf(one)).name)).rejects.toMatchObject({
      problems: [{ code: "organisations.ended_split", values: { names } }],
    });
  });
});

describe("a split", () => {
  test("ends the old one and tells where its parts came from", async () => {
    const one = await organisation("Hela");
    const name = `Halva ${newId().slice(-6)}`;
    const other = await organisation("Andra");
    const { parts } = await split(one, { parts: [{ successor: { name }, inherits: true }, part(other)] });
    const old = await organisationPage(db, admin, (await nameOf(one)).slug);
    expect(old?.history).toMatchObject([{ what: "split", heir: { name }, others: [{}, {}] }]);
    expect(await organisationPage(db, admin, parts[0]!.slug)).toMatchObject({
      validFrom: yesterday,
      history: [{ what: "cameFrom", day: yesterday }],
    });
    expect(await leadsOnTo(db, (await nameOf(one)).slug)).toMatchObject({ name });
  });

  test("without an heir leaves the old one's address where it was", async () => {
    const [one, two, three] = [await organisation("Ett"), await organisation("Två"), await organisation("Tre")];
    await split(one, { parts: [part(two), part(three)] });
    expect(await leadsOnTo(db, (await nameOf(one)).slug)).toBeUndefined();
  });

  test("may leave the old one going on, smaller", async () => {
    const [one, two] = [await organisation("Stora"), await organisation("Avknoppad")];
    await split(one, { ends: false, parts: [part(two)] });
    expect(await organisationAt(db, one, someDay)).toBeDefined();
    expect((await organisationPage(db, admin, (await nameOf(one)).slug))?.history).toMatchObject([
      { what: "gaveAway" },
    ]);
  });

  test("may give a part away that takes over the rest one day", async () => {
    const [one, two] = [await organisation("Stora"), await organisation("Avknoppad")];
    await split(one, { ends: false, parts: [part(two)], day: day("2010-01-01") });
    await merge([one], two);
    expect((await organisationPage(db, admin, (await nameOf(two)).slug))?.history).toMatchObject([
      { what: "cameFrom" },
      { what: "tookOver" },
    ]);
  });

  test("into itself or twice the same is refused", async () => {
    const [one, two] = [await organisation("Ett"), await organisation("Två")];
    await refused(() => split(one, { parts: [part(one), part(two)] }), { code: "organisations.becomes_itself" });
    await refused(() => split(one, { parts: [part(two), part(two)] }), { code: "organisations.same_part_twice" });
  });
});
