import { sql } from "kysely";
import { expect, test } from "vitest";
import { loadCircleDemo } from "../src/features/circles/demo.ts";
import { loadOrganisationDemo } from "../src/features/organisations/demo.ts";
import { loadReferenceData } from "../src/features/organisations/reference/commands.ts";
import { recordDecision } from "../src/features/privacy/decisions/commands.ts";
import { retentionPage } from "../src/features/privacy/decisions/queries.ts";
import { RetentionWish } from "../src/features/privacy/decisions/retention-decision.ts";
import { decidedKinds, isDecided, type RetentionKind } from "../src/features/privacy/retention.ts";
import { type Erased, eraseWhatIsDue } from "../src/due-deletions.ts";
import { sealAudit } from "../src/platform/audit/sealer.ts";
import { verifyAudit } from "../src/platform/audit/verify.ts";
import { testDatabase } from "./database.ts";
import { given } from "./given.ts";
import { day } from "./given-rounds.ts";
import { demoMorning } from "./demo-stage.ts";

const { db, ownerDb } = await testDatabase();
await loadReferenceData(db);
const demo = await loadOrganisationDemo(db, demoMorning);
await loadCircleDemo(db, demo, demoMorning);
// Over a year after the last follow-up of the demo.
const later = () => demoMorning().add({ hours: 24 * 900 });
const leader = await given(ownerDb).actor(demo.leader.id, day("2027-03-01"));
const { slug } = await ownerDb
  .selectFrom("organisation")
  .where("id", "=", demo.organisationId)
  .select("slug")
  .executeTakeFirstOrThrow();

const diet = "glutenfritt, som ingen annan får veta";
const street = "Spårbara gatan 12, 753 20 Uppsala";
await sql`
  insert into registration_extra (registration_id, diet, postal_address, delete_after)
  select g.id, ${diet}, ${street}, (select max(s.date) + 30 from session s where s.round_id = g.round_id)
  from registration g where g.state in ('placed', 'completed')
  on conflict (registration_id) do update set diet = excluded.diet, postal_address = excluded.postal_address`.execute(
  ownerDb,
);

const rows = async (query: ReturnType<typeof sql>) => (await query.execute(ownerDb)).rows;
/** What is reported: how many there were of everything. */
const counts = async () => ({
  registrations: await rows(
    sql`select round_id, state, sector, organisation_id, sum(seats)::int as seats, count(*)::int
        from registration group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  ),
  attendance: await rows(sql`select session_id, state, count(*)::int from attendance group by 1, 2 order by 1, 2`),
  visitors: await rows(sql`select session_id, part, count(*)::int from attendance_visitor group by 1, 2 order by 1, 2`),
  proposals: await rows(sql`select round_id, state, count(*)::int from proposal group by 1, 2 order by 1, 2`),
  spread: await rows(sql`select count(*)::int, sum(reached)::int from spread`),
  targets: await rows(sql`select count(*)::int, sum(colleagues)::int from spread_target`),
});
const extras = () => rows(sql`select 1 from registration_extra`);
const named = () => rows(sql`select 1 from registration where email is not null`);
const sumOf = (erased: readonly Erased[], kinds: (kind: RetentionKind) => boolean) =>
  erased.filter(({ kind }) => kinds(kind)).reduce((sum, each) => sum + each.erased, 0);
const before = await counts();

test("without a decision addresses and diets go, and of everything else it is only told what would go (R011, R110)", async () => {
  const many = (await extras()).length;
  expect(many).toBeGreaterThan(10);
  const people = (await named()).length;
  const dryRun = await retentionPage(db, leader, slug, later());
  const waiting = dryRun.kinds.reduce((sum, each) => sum + each.waiting, 0);
  expect(waiting).toBeGreaterThan(20);

  const erased = await eraseWhatIsDue(db, later);
  expect(erased.find(({ kind }) => kind === "registrationExtra")?.erased).toBe(many);
  expect(sumOf(erased, isDecided)).toBe(0);
  expect(await extras()).toEqual([]);
  expect((await named()).length).toBe(people);
  expect(await counts()).toEqual(before);
});

test("with its decisions exactly what the dry run told goes, and every count stays as it was", async () => {
  const wish = { outcome: "erase", count: 1, unit: "years", number: "Dnr 2029/7", decidedOn: "2029-02-01" };
  for (const kind of decidedKinds)
    await recordDecision(db, leader, later, demo.organisationId, kind, RetentionWish.parse(wish));
  const told = async () =>
    Object.fromEntries((await retentionPage(db, leader, slug, later())).kinds.map((each) => [each.kind, each.waiting]));
  const dryRun = await told();
  const erased = await eraseWhatIsDue(db, later);
  expect(
    Object.fromEntries(erased.filter(({ kind }) => isDecided(kind)).map((each) => [each.kind, each.erased])),
  ).toEqual(dryRun);
  expect(Object.values(await told())).toEqual(decidedKinds.map(() => 0));
  expect(await named()).toEqual([]);
  expect(await counts()).toEqual(before);
});

test("the trail is whole: it tells that and by which decision, in counts, and never what it was", async () => {
  await sealAudit(db);
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
  const deeds = await ownerDb
    .selectFrom("audit_record")
    .where("what", "=", "platform.erased")
    .where("organisation_id", "=", demo.organisationId)
    .select(["about", "payload"])
    .execute();
  expect(deeds.map(({ about }) => about)).toContain("registration");
  for (const { payload } of deeds) expect(payload).toMatchObject({ after: { number: "Dnr 2029/7" } });
  const trail = JSON.stringify(await rows(sql`select what, payload from audit_record`));
  expect(trail).toContain("circles.extras_erased");
  for (const secret of [diet, street]) expect(trail).not.toContain(secret);
  expect(JSON.stringify(await rows(sql`select * from erasure`))).not.toMatch(/Asta|Berg|@example/u);
});
