import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { retention, type RetentionKind, retentionKinds } from "#features/privacy/retention.ts";
import { clockwork, nobody } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { verifyAudit } from "#platform/audit/verify.ts";
import { change } from "#platform/database/change.ts";
import { json } from "#platform/database/json.ts";
import { issueLink } from "#platform/links/mailed-link.ts";
import { post } from "#platform/mail/mail.ts";
import { testDatabase } from "../test/database.ts";
import { given } from "../test/given.ts";
import { givenRounds } from "../test/given-rounds.ts";
import { runRecurring } from "../test/jobs.ts";
import { dueDeletions, eraseDueHandler, eraseWhatIsDue } from "./due-deletions.ts";

const { db, ownerDb } = await testDatabase();
const { person } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const organiser = await rounds.organiser();

// The real time: the database lets nobody erase the audit trail of the last thirty days, whatever clock they bring.
const now = Temporal.Now.instant();
const clock = () => now;
const since = (days: number) => now.subtract({ hours: 24 * days });

async function roundOver(days: number) {
  const round = await rounds.published(organiser);
  await ownerDb.deleteFrom("session").where("round_id", "=", round.id).execute();
  await rounds.session(round.id, { date: dateIn(since(days)) });
  return round;
}

async function report(answered: Temporal.Instant) {
  const id = newId<"accessibility_report">();
  const reported = { hindrance: "Knappen går inte att nå", email: "elsa@example.se", reported_at: answered };
  const answer = { answer: "Rättat", answered_at: answered, answer_by: dateIn(answered) };
  await ownerDb
    .insertInto("accessibility_report")
    .values({ id, ...reported, ...answer })
    .execute();
  return id;
}

async function mailing(
  roundId: Awaited<ReturnType<typeof rounds.published>>["id"],
  at: Temporal.Instant,
  email: string,
) {
  const id = newId<"round_mailing">();
  const said = {
    kind: "invitation" as const,
    subject: "Inbjudan",
    body: "Kom",
    reply_to_name: "A",
    reply_to_address: "a@example.se",
  };
  await ownerDb
    .insertInto("round_mailing")
    .values({ id, round_id: roundId, ...said, receivers: 1, written_at: at })
    .execute();
  await ownerDb
    .insertInto("round_mailing_receiver")
    .values({ mailing_id: id, position: 1, name: "Bo Lind", email, posted_at: at })
    .execute();
  return id;
}

const counted = async (rows: Promise<unknown[]>) => (await rows).length;

type Stage = { readonly left: () => Promise<number> };

/** For each kind: something whose days began so many days ago, and how much of it is left. */
const stages: Readonly<Record<RetentionKind, (days: number) => Promise<Stage>>> = {
  registrationExtra: async (days) => {
    const round = await roundOver(days);
    const id = await rounds.registration(round.id, { state: "placed" });
    const deleteAfter = dateIn(since(days)).add({ days: retention.registrationExtra.days });
    const extra = { registration_id: id, diet: "vegetariskt", delete_after: deleteAfter };
    await ownerDb.insertInto("registration_extra").values(extra).execute();
    return {
      left: () =>
        counted(ownerDb.selectFrom("registration_extra").where("registration_id", "=", id).selectAll().execute()),
    };
  },
  unconfirmedRegistration: async (days) => {
    const round = await rounds.published(organiser);
    const id = await rounds.registration(round.id, { state: "lapsed", confirmed_at: null, state_since: since(days) });
    return { left: () => named(id) };
  },
  registration: async (days) => {
    const id = await rounds.registration((await roundOver(days)).id, { state: "completed" });
    return { left: () => named(id) };
  },
  mailing: async (days) => {
    const round = await rounds.published(organiser);
    const id = await mailing(round.id, since(days), "bo@example.se");
    return {
      left: () =>
        counted(ownerDb.selectFrom("round_mailing_receiver").where("mailing_id", "=", id).selectAll().execute()),
    };
  },
  contactPerson: async (days) => {
    const id = newId<"dispatch_contact">();
    const contact = { name: "Bo Lind", email: `${id}@example.se`, added_at: since(days + 300) };
    await ownerDb
      .insertInto("dispatch_contact")
      .values({ id, organisation_id: organiser, ...contact })
      .execute();
    await mailing((await rounds.published(organiser)).id, since(days), contact.email);
    return { left: () => counted(ownerDb.selectFrom("dispatch_contact").where("id", "=", id).selectAll().execute()) };
  },
  sentFile: async (days) => {
    const round = await rounds.published(organiser);
    const id = newId<"import_file">();
    const sent = { sent_at: since(days), delete_after: since(days).add({ hours: 24 * retention.sentFile.days }) };
    const file = { name: "svar.csv", hash: "a", content: Buffer.from("Elsa"), mapping: json({}), ...sent };
    await ownerDb
      .insertInto("import_file")
      .values({ id, round_id: round.id, ...file })
      .execute();
    const kept = () => ownerDb.selectFrom("import_file").where("id", "=", id).where("content", "is not", null);
    return { left: () => counted(kept().selectAll().execute()) };
  },
  personMerge: async (days) => {
    const id = newId<"person_merge">();
    const [from_id, to_id] = [await person({ name: "Bo" }), await person({ name: "Bo" })];
    await ownerDb
      .insertInto("person_merge")
      .values({ id, from_id, to_id, merged_at: since(days) })
      .execute();
    const was = { occasion: id, table_name: "person", key: json({ id: from_id }), before: json({ phone: "1" }) };
    await ownerDb
      .insertInto("remembered_row")
      .values({ ...was, after: json({ phone: null }) })
      .execute();
    return {
      left: () => counted(ownerDb.selectFrom("remembered_row").where("occasion", "=", id).selectAll().execute()),
    };
  },
  person: async (days) => {
    const id = await person({ name: "Elsa Ek", created_at: since(days), updated_at: since(days) });
    const kept = () => ownerDb.selectFrom("person").where("id", "=", id).where("name", "=", "Elsa Ek");
    return { left: () => counted(kept().selectAll().execute()) };
  },
  signIn: async (days) => {
    const id = newId<"sign_in_session">();
    const person_id = await person({ name: "Bo" });
    await ownerDb
      .insertInto("sign_in_session")
      .values({ id, person_id, token: id, expires_at: since(days), updated_at: now })
      .execute();
    return { left: () => counted(ownerDb.selectFrom("sign_in_session").where("id", "=", id).selectAll().execute()) };
  },
  mailedLink: async (days) => {
    const subject = randomUUID();
    await db.transaction().execute((tx) => issueLink(tx, { purpose: "test.link", subject, expiresAt: since(days) }));
    return {
      left: () => counted(ownerDb.selectFrom("mailed_link").where("subject", "=", subject).selectAll().execute()),
    };
  },
  mailBody: async (days) => {
    const id = await mailSent(days);
    return {
      left: () =>
        counted(
          ownerDb.selectFrom("mail").where("id", "=", id).where("body_text", "is not", null).selectAll().execute(),
        ),
    };
  },
  mail: async (days) => {
    const id = await mailSent(days);
    return { left: () => counted(ownerDb.selectFrom("mail").where("id", "=", id).selectAll().execute()) };
  },
  auditPayload: async (days) => {
    const about = randomUUID();
    await change(db, nobody, (tx) => record(tx, { by: nobody, what: "test.done", about, after: { name: "Elsa" } }));
    await ownerDb
      .updateTable("audit_record")
      .set({ at: since(days) })
      .where("about", "=", about)
      .execute();
    return {
      left: () =>
        counted(
          ownerDb
            .selectFrom("audit_record")
            .where("about", "=", about)
            .where("payload", "is not", null)
            .selectAll()
            .execute(),
        ),
    };
  },
  repeatedCall: async (days) => {
    const key = randomUUID();
    await ownerDb
      .insertInto("idempotency_key")
      .values({ actor_id: "a", operation: "b", key, body_hash: "c", created_at: since(days) })
      .execute();
    return { left: () => counted(ownerDb.selectFrom("idempotency_key").where("key", "=", key).selectAll().execute()) };
  },
  reporterAddress: async (days) => {
    const id = await report(since(days));
    return {
      left: () =>
        counted(
          ownerDb
            .selectFrom("accessibility_report")
            .where("id", "=", id)
            .where("email", "is not", null)
            .selectAll()
            .execute(),
        ),
    };
  },
  accessibilityReport: async (days) => {
    const id = await report(since(days));
    return {
      left: () => counted(ownerDb.selectFrom("accessibility_report").where("id", "=", id).selectAll().execute()),
    };
  },
};

const named = (id: Parameters<typeof byId>[0]) =>
  counted(byId(id).where("email", "is not", null).selectAll().execute());
const byId = (id: Awaited<ReturnType<typeof rounds.registration>>) =>
  ownerDb.selectFrom("registration").where("id", "=", id);

async function mailSent(days: number) {
  const id = (await post(db, { to: "elsa@example.se", subject: "Hej", text: "Hej", html: "<p>Hej</p>" }))!;
  await ownerDb
    .updateTable("mail")
    .set({ state: "sent", settled_at: since(days) })
    .where("id", "=", id)
    .execute();
  return id;
}

test("every kind on the list is erased by a job, and nothing else is", () => {
  expect(dueDeletions.map(({ kind }) => kind)).toEqual(retentionKinds);
  expect(Object.keys(stages)).toEqual(retentionKinds);
});

describe("is kept for as long as the list says and no longer (R011, R110)", () => {
  test.each(retentionKinds)("%s", async (kind) => {
    const { days } = retention[kind];
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
      ownerDb.selectFrom("erasure").where("day", "=", day).orderBy("kind").select(["kind", "erased"]).execute();
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
    await sql`alter table registration_extra rename to registration_extra_gone`.execute(ownerDb);
    try {
      await expect(eraseWhatIsDue(db, clock)).rejects.toThrow("1 kinds of data could not be erased");
    } finally {
      await sql`alter table registration_extra_gone rename to registration_extra`.execute(ownerDb);
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
