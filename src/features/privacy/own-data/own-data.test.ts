import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { leftOut, ownSectionNames, ownSections, type Whose } from "#features/privacy/own-data/own-data.ts";
import { ownDataFile } from "#features/privacy/own-data/own-data-file.ts";
import { ownDataOf } from "#features/privacy/own-data/queries.ts";
import { nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import { post } from "#platform/mail/mail.ts";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { givenKnowledge } from "../../../../test/given-knowledge.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import { givenRegistrations } from "../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const { person, role, organisation } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const meetings = givenMeetings(ownerDb);

const known: readonly string[] = [...Object.values(ownSections).flat(), ...Object.keys(leftOut)];

/** Every column that may tell who somebody is: those that refer to a person, and those that hold an address. */
async function columnsAboutPeople(): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select distinct on (t.relname, a.attname) t.relname || '.' || a.attname as column
    from pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relkind in ('r', 'p') and (
      a.attname ~ '(e_?mail|address|person_id)' or (t.relname = 'person' and a.attname = 'id')
      or exists (select from pg_constraint c
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid = 'person'::regclass and a.attnum = any (c.conkey)))
    order by t.relname, a.attname`.execute(ownerDb);
  return rows.map(({ column }) => column).filter((column) => !notAboutPeople.includes(column));
}

/** Columns whose names say address and mean something else. */
const notAboutPeople: readonly string[] = [
  "registration_extra.postal_address",
  "sign_in_session.ip_address",
  "harvest_source.address",
];

test("every column that may name somebody is handed out, or left out with a reason", async () => {
  const found = await columnsAboutPeople();
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((column) => !known.includes(column))).toEqual([]);
  expect(known.filter((column) => !found.includes(column) && column !== "mailed_link.subject")).toEqual([]);
});

test("a new column about somebody is noticed", async () => {
  await sql`create table planted_note (id uuid primary key, written_by uuid references person, reply_email text)`.execute(
    ownerDb,
  );
  try {
    const unknown = (await columnsAboutPeople()).filter((column) => !known.includes(column));
    expect(unknown).toEqual(["planted_note.reply_email", "planted_note.written_by"]);
  } finally {
    await sql`drop table planted_note`.execute(ownerDb);
  }
});

const email = "signe.spar@example.se";
let signe: Whose;

describe("what is held about somebody", () => {
  beforeAll(async () => {
    const personId = await person({ name: "Signe Spår", email });
    signe = { personId, email };
    const unit = await organisation({ name: "FoU Spår", contact_email: email });
    await role(personId, "developmentLeader", { organisation: unit });
    const asks = { asks_diet: true, manager_consultation: "confirmed" as const };
    const round = await rounds.published(unit, asks);
    await circle.confirmed(round.id, {
      email,
      name: "Signe Spår",
      diet: "spårbar kost",
      managerEmail: "bo@example.se",
    });
    const other = await circle.confirmed(round.id, {
      email: "annan@example.se",
      name: "Annan Sökande",
      managerEmail: email,
    });
    await ownerDb
      .insertInto("team_member")
      .values({ id: newId<"team_member">(), registration_id: other.id, position: 1, name: "Signe Spår", email })
      .execute();
    const listed = { name: "Signe Spår", email, added_at: noon("2027-06-01")() };
    await ownerDb
      .insertInto("dispatch_contact")
      .values({ id: newId<"dispatch_contact">(), organisation_id: unit, ...listed })
      .execute();
    await rounds.contact(round.id, { name: "Signe Spår", email, position: 9 });
    await ownerDb
      .insertInto("sign_in_session")
      .values({
        id: newId<"sign_in_session">(),
        person_id: personId,
        token: "t",
        expires_at: noon("2027-07-01")(),
        updated_at: noon("2027-06-01")(),
      })
      .execute();
    await ownerDb
      .insertInto("sign_in_account")
      .values({
        id: newId<"sign_in_account">(),
        person_id: personId,
        account_id: personId,
        provider_id: "credential",
        password: "hashed-secret",
        updated_at: noon("2027-06-01")(),
      })
      .execute();
    await ownerDb
      .insertInto("api_token")
      .values({
        id: newId<"api_token">(),
        person_id: personId,
        name: "Kalendern",
        token_hash: Buffer.alloc(32, 7),
        scopes: ["circles:read"],
        expires_at: noon("2027-12-01")(),
      })
      .execute();
    const own = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", round.id)
      .where("email", "=", email)
      .select("id")
      .executeTakeFirstOrThrow();
    const assignment_id = newId<"assignment">();
    const created_at = noon("2027-06-01")();
    await ownerDb
      .insertInto("assignment")
      .values({ id: assignment_id, round_id: round.id, title: "Läs", task: "Läs", visibility: "leaders", created_at })
      .execute();
    const kept = { body: "Spårbart utkast", version: 1, saved_at: created_at, late: false };
    await ownerDb
      .insertInto("assignment_submission")
      .values({ id: newId<"assignment_submission">(), assignment_id, registration_id: own.id, ...kept })
      .execute();
    const made = { created_at, updated_at: created_at, state: "idea" as const, title: "Timmen", round_id: round.id };
    await ownerDb
      .insertInto("proposal")
      .values({ id: newId<"proposal">(), registration_id: own.id, problem: "Spårbart problem", ...made })
      .execute();
    const told = { told_on: Temporal.PlainDate.from("2027-06-01"), manner: "other" as const, reached: 7, created_at };
    await ownerDb
      .insertInto("spread")
      .values({ id: newId<"spread">(), registration_id: own.id, audience: "Spårbar arbetsgrupp", ...told })
      .execute();
    const noted = { day: told.told_on, minutes: 90, purpose: "reading" as const, words: "Spårbar läsning" };
    await ownerDb
      .insertInto("noted_time")
      .values({ id: newId<"noted_time">(), registration_id: own.id, noted_at: created_at, ...noted })
      .execute();
    const asked = { round_id: round.id, occasion: "before" as const };
    const days = { opens_on: told.told_on, closes_on: told.told_on };
    await ownerDb
      .insertInto("questionnaire_occasion")
      .values({ ...asked, ...days })
      .execute();
    await ownerDb
      .insertInto("questionnaire_answered")
      .values({ ...asked, registration_id: own.id })
      .execute();
    const session_id = await rounds.session(round.id);
    const heading = "Runda";
    await ownerDb
      .insertInto("session_note_section")
      .values({ id: newId(), session_id, position: 0, heading, body: "Spårbar anteckning", saved_by: personId })
      .execute();
    const network = await meetings.body(unit, { name: "Spårbart nätverk" });
    await meetings.sits(network, personId);
    const met = await meetings.meeting(unit, [network], { title: "Spårbart möte" });
    await ownerDb
      .insertInto("attendance_at_meeting")
      .values({
        id: newId(),
        meeting_id: met.id,
        body_id: network,
        person_id: personId,
        role: "member",
        state: "present",
        noted_at: created_at,
      })
      .execute();
    const part_id = newId<"minutes_part">();
    await ownerDb
      .insertInto("minutes_part")
      .values({ id: part_id, meeting_id: met.id, body_id: network, state: "working" })
      .execute();
    await ownerDb
      .insertInto("minutes_item")
      .values({
        id: newId(),
        part_id,
        position: 0,
        heading: "Punkt",
        body: "Spårbar punkt",
        saved_by: personId,
        saved_at: created_at,
      })
      .execute();
    const commission = { title: "Spårbart uppdrag", requester: "Region Uppsala", origin: "regional" as const };
    await ownerDb
      .insertInto("commission")
      .values({
        id: newId(),
        organisation_id: unit,
        ...commission,
        owner_person: personId,
        state: "accepted",
        since: someDay,
        created_at,
      })
      .execute();
    const workshops = givenWorkshops(ownerDb);
    await workshops.leader((await workshops.workshop(unit, { title: "Spårbar workshop" })).id, personId);
    const appraised = givenAppraisals(ownerDb);
    await appraised.appraisal(unit, { title: "Spårbar metodbedömning" }, { authors: [personId] });
    await givenKnowledge(ownerDb).item(unit, {}, { title: "Spårbar text", written_by: personId });
    await post(db, { to: email, subject: "Spårbart ämne", text: "Hej Signe", html: "<p>Hej</p>" });
    await ownerDb
      .insertInto("accessibility_report")
      .values({
        id: newId<"accessibility_report">(),
        hindrance: "Spårbart hinder",
        email,
        reported_at: noon("2027-06-01")(),
        answer_by: Temporal.PlainDate.from("2027-06-15"),
      })
      .execute();
    const actor = { ...nobody, personId };
    await change(db, actor, (tx) => record(tx, { by: actor, what: "test.done", about: "något" }));
  });

  test("comes from every part of the product", async () => {
    const sections = await ownDataOf(db, signe);
    expect(sections.map(({ section }) => section)).toEqual(ownSectionNames);
    expect(sections.filter(({ rows }) => rows.length === 0)).toEqual([]);
  });

  test("holds what they wrote, and nobody else who applied", async () => {
    const text = JSON.stringify(ownDataFile(await ownDataOf(db, signe), noon("2027-06-08")()));
    for (const own of [
      "spårbar kost",
      "bo@example.se",
      "Spårbart ämne",
      "Spårbart utkast",
      "Spårbart hinder",
      "Spårbar anteckning",
      "Spårbart problem",
      "Spårbart nätverk",
      "Spårbart möte",
      "Spårbar punkt",
      "Spårbart uppdrag",
      "Spårbar metodbedömning",
      "Spårbar arbetsgrupp",
      "Kalendern",
      "test.done",
    ])
      expect(text).toContain(own);
    expect(text).not.toContain("Annan Sökande");
    expect(text).not.toContain("annan@example.se");
    expect(text).not.toMatch(/hashed-secret/);
  });

  test("of somebody else is not among it", async () => {
    const other = {
      personId: await person({ name: "Bo Lind", email: "bo.lind@example.se" }),
      email: "bo.lind@example.se",
    };
    const text = JSON.stringify(await ownDataOf(db, other));
    expect(text).toContain("Bo Lind");
    expect(text).not.toMatch(/Signe|spår/iu);
  });

  test("is empty for an address nobody knows, and for nobody", async () => {
    for (const whose of [
      { personId: undefined, email: "ingen@example.se" },
      { personId: undefined, email: undefined },
    ])
      expect((await ownDataOf(db, whose)).filter(({ rows }) => rows.length > 0)).toEqual([]);
  });
});
