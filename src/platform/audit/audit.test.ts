import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { record, withoutFields } from "#platform/audit/record.ts";
import { readHead, writtenHead } from "#platform/audit/seal.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { verifyAudit } from "#platform/audit/verify.ts";
import { change } from "#platform/database/change.ts";
import { testDatabase } from "../../../test/database.ts";

const { db, ownerDb } = await testDatabase();
const asta: Actor = { ...nobody, personId: newId<"person">(), name: "Asta Ek", via: "session" };

const deed = (about: string, after?: object) =>
  change(db, asta, (tx) => record(tx, { by: asta, what: "circles.round_published", about, after }));

/** Three seals over two records each. */
async function sealedLog() {
  for (const batch of ["a", "b", "c"]) {
    await deed(`${batch}1`, { title: `Cirkel ${batch}`, places: 12 });
    await deed(`${batch}2`);
    await sealAudit(db);
  }
}
const recordAbout = async (about: string) =>
  (await db.selectFrom("audit_record").select("id").where("about", "=", about).executeTakeFirstOrThrow()).id;

beforeEach(sealedLog);
afterEach(async () => {
  await sql`truncate audit_record, audit_seal restart identity`.execute(ownerDb);
});

describe("a record", () => {
  test("tells who did what about what, and never a name", async () => {
    const row = await db.selectFrom("audit_record").selectAll().where("about", "=", "a1").executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      person_id: asta.personId,
      via: "session",
      what: "circles.round_published",
      payload: { after: { title: "Cirkel a" } },
    });
    expect(JSON.stringify(row)).not.toContain("Asta");
  });

  test("is not there when the change was rolled back", async () => {
    const failing = change(db, asta, async (tx) => {
      await record(tx, { by: asta, what: "circles.round_published", about: "gone" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db.selectFrom("audit_record").where("about", "=", "gone").selectAll().execute()).toEqual([]);
  });

  test("can hold an object without the fields that are to be deleted", () => {
    expect(withoutFields({ places: 12, dietaryNeed: "nötter" }, ["dietaryNeed"])).toEqual({ places: 12 });
  });

  test("cannot be changed or removed by the web, nor can a seal", async () => {
    await expect(sql`update audit_record set what = 'circles.nothing'`.execute(db)).rejects.toMatchObject({
      code: "42501",
    });
    await expect(sql`delete from audit_record`.execute(db)).rejects.toMatchObject({ code: "42501" });
    await expect(sql`truncate audit_record`.execute(db)).rejects.toMatchObject({ code: "42501" });
    await expect(sql`update audit_seal set hash = ''`.execute(db)).rejects.toMatchObject({ code: "42501" });
    await expect(sql`delete from audit_seal`.execute(db)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("sealing", () => {
  test("chains every committed record, batch by batch", async () => {
    const verdict = await verifyAudit(db);
    expect(verdict).toMatchObject({ ok: true, sealed: 6, unsealed: 0, erased: 0, head: { no: 3 } });
  });

  test("makes no seal over nothing", async () => {
    expect(await sealAudit(db)).toBeUndefined();
    expect((await verifyAudit(db)).head?.no).toBe(3);
  });

  test("counts what is not sealed yet", async () => {
    await deed("d");
    expect(await verifyAudit(db)).toMatchObject({ ok: true, sealed: 6, unsealed: 1 });
  });

  test("takes what a slow transaction recorded when it is committed, and lets nobody wait for it", async () => {
    const held = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const slow = change(db, asta, async (tx) => {
      await record(tx, { by: asta, what: "circles.round_published", about: "slow" });
      written.resolve();
      await held.promise;
    });
    await written.promise;
    for (const quick of ["quick", "quicker"]) {
      await deed(quick); // a later number, committed first
      await sealAudit(db);
    }
    const before = await verifyAudit(db);
    held.resolve();
    await slow;
    await sealAudit(db);
    expect(before).toMatchObject({ ok: true, sealed: 8, unsealed: 0, head: { no: 5 } });
    expect(await verifyAudit(db)).toMatchObject({ ok: true, sealed: 9, unsealed: 0, head: { no: 6 } });
  });

  test("is done by one process at a time, and nothing is sealed twice", async () => {
    for (let n = 0; n < 20; n += 1) await deed(`many ${n}`);
    const heads = await Promise.all(Array.from({ length: 6 }, () => sealAudit(db)));
    expect(heads.filter(Boolean).length).toBeGreaterThanOrEqual(1);
    expect(await verifyAudit(db)).toMatchObject({ ok: true, sealed: 26, unsealed: 0 });
  });

  test("goes on in a restored database, whose transactions are numbered anew", async () => {
    await sql`update audit_seal set below = '18446744073709551000'`.execute(ownerDb);
    await deed("after the restore");
    expect((await sealAudit(db))?.no).toBe(4);
    await deed("and on");
    expect((await sealAudit(db))?.no).toBe(5);
    expect(await verifyAudit(db)).toMatchObject({ ok: true, sealed: 8, unsealed: 0 });
  });
});

describe("tampering by somebody who owns the tables is found:", () => {
  test.each([
    {
      what: "what a record held is changed",
      by: sql`update audit_record set payload = jsonb_set(payload, '{after,places}', '99') where about = 'b1'`,
      why: "content_changed",
      record: "b1",
    },
    {
      what: "what a record held is changed and its digest with it",
      by: sql`update audit_record set payload = '{}', digest = sha256(salt || convert_to('{}', 'UTF8')) where about = 'b1'`,
      why: "record_changed",
      seal: 2,
    },
    {
      what: "who did it is changed",
      by: sql`update audit_record set person_id = null where about = 'b2'`,
      why: "record_changed",
      seal: 2,
    },
    {
      what: "a record is moved to another time",
      by: sql`update audit_record set at = at + interval '1 microsecond' where about = 'c2'`,
      why: "record_changed",
      seal: 3,
    },
    {
      what: "two records change places",
      by: sql`update audit_record r set about = case about when 'a1' then 'a2' else 'a1' end where about in ('a1', 'a2')`,
      why: "record_changed",
      seal: 1,
    },
    {
      what: "a record is taken away",
      by: sql`delete from audit_record where about = 'a2'`,
      why: "record_missing",
      seal: 1,
      record: "a2",
    },
    { what: "a seal is taken away", by: sql`delete from audit_seal where no = 2`, why: "seal_missing", seal: 2 },
    {
      what: "the first seal is taken away",
      by: sql`delete from audit_seal where no = 1`,
      why: "seal_missing",
      seal: 1,
    },
    {
      what: "a seal's hash is changed",
      by: sql`update audit_seal set hash = sha256('') where no = 2`,
      why: "record_changed",
      seal: 2,
    },
    {
      what: "two seals change places",
      by: sql`update audit_seal s set records = o.records, hash = o.hash, previous_hash = o.previous_hash from audit_seal o where s.no + o.no = 5 and s.no in (2, 3)`,
      why: "seal_moved",
      seal: 2,
    },
  ])("$what", async ({ by, why, seal, record: about }) => {
    const id = about && (await recordAbout(about));
    await by.execute(ownerDb);
    const verdict = await verifyAudit(db);
    expect(verdict.ok).toBe(false);
    expect(verdict.firstBroken).toMatchObject({ why, ...(seal && { seal }), ...(id && { record: id }) });
  });

  test("a record is slipped in as if it were old, before and after the sealer took it for a new one", async () => {
    await sql`insert into audit_record (at, via, what, about, payload, salt, digest)
      values (now() - interval '2 days', 'session', 'circles.round_published', 'forged', '{}', '', sha256(convert_to('{}', 'UTF8')))`.execute(
      ownerDb,
    );
    expect((await verifyAudit(db)).firstBroken).toMatchObject({
      why: "record_backdated",
      record: await recordAbout("forged"),
    });
    await sealAudit(db);
    expect((await verifyAudit(db)).firstBroken).toMatchObject({ why: "record_backdated", seal: 4 });
  });

  test("the whole chain is written anew, when a head was kept outside", async () => {
    const kept = (await verifyAudit(db)).head!;
    await sql`update audit_record set person_id = null where about = 'b2'`.execute(ownerDb);
    await sql`delete from audit_seal`.execute(ownerDb);
    await sealAudit(db);
    expect(await verifyAudit(db)).toMatchObject({ ok: true }); // the negative control: the chain alone says nothing
    expect((await verifyAudit(db, kept)).firstBroken).toEqual({ why: "head_differs", seal: 3 });
  });
});

test("retention erases what old records held, and the chain still holds", async () => {
  await sql`select erase_audit_payloads(now() + interval '1 day')`.execute(db);
  expect(await verifyAudit(db)).toMatchObject({ ok: true, erased: 0 }); // never the young ones
  await sql`truncate audit_record, audit_seal restart identity`.execute(ownerDb);
  await sql`alter table audit_record alter column at set default clock_timestamp() - interval '40 days'`.execute(
    ownerDb,
  );
  await deed("old", { title: "Cirkel" });
  await sql`alter table audit_record alter column at set default clock_timestamp()`.execute(ownerDb);
  await sealAudit(db);
  await sql`select erase_audit_payloads(now() - interval '35 days')`.execute(db);
  expect(await verifyAudit(db)).toMatchObject({ ok: true, sealed: 1, erased: 1 });
  expect(await db.selectFrom("audit_record").select(["payload", "salt"]).executeTakeFirst()).toEqual({
    payload: null,
    salt: null,
  });
});

test("a head is read back as it was written", () => {
  const head = { no: 12, hash: "9f".repeat(32) };
  expect(readHead(` ${writtenHead(head)}\n`)).toEqual(head);
  expect(readHead("12")).toBeUndefined();
});
