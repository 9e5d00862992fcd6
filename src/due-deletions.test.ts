import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { decidedKinds, retention, retentionKinds } from "#features/privacy/retention.ts";
import { clockwork, nobody } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { verifyAudit } from "#platform/audit/verify.ts";
import { change } from "#platform/database/change.ts";
import type { Log } from "#platform/web/log.ts";
import { testDatabase } from "../test/database.ts";
import { runRecurring } from "../test/jobs.ts";
import { retentionStages } from "../test/retention-stages.ts";
import { eraseDueHandler, eraseWhatIsDue } from "./due-deletions.ts";

const database = await testDatabase();
const { db, ownerDb } = database;

// The real time: the database lets nobody erase the audit trail of the last thirty days, whatever clock they bring.
const now = Temporal.Now.instant();
const clock = () => now;
const { stages, decide, organiser } = await retentionStages(database, now);

test("every kind on the list has something to try it on, and nothing else has", () => {
  expect(Object.keys(stages).toSorted()).toEqual(retentionKinds.toSorted());
});

describe("is kept, however old, until the organisation that holds it has decided", () => {
  test.each(decidedKinds)("%s", async (kind) => {
    const old = await stages[kind](retention[kind].days + 400);
    await eraseWhatIsDue(db, clock);
    expect(await old.left()).toBe(1);
    // Nothing but the decision of another organisation, which is none of this one's business.
    const elsewhere = await retentionStages(database, now);
    await elsewhere.decide(kind);
    await eraseWhatIsDue(db, clock);
    expect(await old.left()).toBe(1);
  });

  test("and what waits for it is told, in counts", async () => {
    const lines: object[] = [];
    const log = { info: (line: object) => lines.push(line), error: () => undefined } as unknown as Log;
    await stages.registration(retention.registration.days + 2);
    await eraseWhatIsDue(db, clock, log);
    expect(lines).toContainEqual({ organisationId: organiser, kind: "registration", count: expect.any(Number) });
  });
});

describe("is kept for as long as the list says and no longer (R011, R110)", () => {
  test.each(retentionKinds)("%s", async (kind) => {
    const { days } = retention[kind];
    await decide(kind);
    const [young, old] = [await stages[kind](days - 1), await stages[kind](days + 2)];
    const before = [await young.left(), await old.left()];
    await eraseWhatIsDue(db, clock);
    expect([...before, await young.left(), await old.left()]).toEqual([1, 1, 1, 0]);
  });
});

describe("the night's erasing", () => {
  test("done again finds nothing, and remembers how much it was", async () => {
    const day = dateIn(now);
    await stages.mailedLink(31);
    await runRecurring(db, eraseDueHandler, { now: clock });
    const kept = () =>
      ownerDb
        .selectFrom("erasure")
        .where("day", "=", day)
        .orderBy("kind")
        .orderBy("erased")
        .select(["kind", "erased"])
        .execute();
    const first = await kept();
    expect(first.find(({ kind }) => kind === "mailedLink")?.erased).toBeGreaterThan(0);
    const again = await eraseWhatIsDue(db, clock);
    expect(again.map(({ erased }) => erased)).toEqual(again.map(() => 0));
    expect(await kept()).toEqual(first);
  });

  test("is in the audit trail as counts, and the chain still holds", async () => {
    await stages.mailedLink(31);
    await stages.auditPayload(retention.auditPayload.days - 1);
    await sealAudit(db);
    await eraseWhatIsDue(db, clock);
    await sealAudit(db);
    const deeds = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "platform.erased")
      .where("about", "=", "mailedLink")
      .select(["via", "payload"])
      .execute();
    expect(deeds.at(-1)).toEqual({ via: clockwork.via, payload: { after: { erased: 1 } } });
  });

  test("goes on when one kind cannot be erased, and tells of it", async () => {
    const link = await stages.mailedLink(31);
    await sql`alter table import_file rename to import_file_gone`.execute(ownerDb);
    try {
      await expect(eraseWhatIsDue(db, clock)).rejects.toThrow("1 kinds of data could not be erased");
    } finally {
      await sql`alter table import_file_gone rename to import_file`.execute(ownerDb);
    }
    expect(await link.left()).toBe(0);
  });
});

test("a verified chain tells how many records were erased, and keeps what is younger than thirty days", async () => {
  const before = await verifyAudit(db);
  expect(before).toMatchObject({ ok: true });
  expect(before.erased).toBeGreaterThan(0);
  await change(db, nobody, (tx) => record(tx, { by: nobody, what: "test.done", about: "a", after: { name: "Elsa" } }));
  await sealAudit(db);
  await eraseWhatIsDue(db, () => now.add({ hours: 24 * (retention.auditPayload.days + 1) }));
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
  const young = ownerDb.selectFrom("audit_record").where("about", "=", "a").select("payload");
  expect(await young.executeTakeFirst()).toEqual({ payload: { after: { name: "Elsa" } } });
});
