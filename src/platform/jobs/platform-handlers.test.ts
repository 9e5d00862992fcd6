import { afterEach, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { record } from "#platform/audit/record.ts";
import { sealAudit } from "#platform/audit/sealer.ts";
import { readHead } from "#platform/audit/seal.ts";
import { verifyAudit } from "#platform/audit/verify.ts";
import { change } from "#platform/database/change.ts";
import { platformHandlers } from "#platform/jobs/platform-handlers.ts";
import { en } from "#platform/messages.en.ts";
import { sv } from "#platform/messages.sv.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../test/database.ts";
import { runRecurring } from "../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const deed = (about: string) => change(db, nobody, (tx) => record(tx, { by: nobody, what: "test.done", about }));

afterEach(async () => {
  for (const table of ["audit_record", "audit_seal", "mail", "mailed_link"] as const)
    await ownerDb.deleteFrom(table).execute();
});

test("the keepers get the log's head by mail, once a head, and can check the log against it", async () => {
  const mailHead = platformHandlers(async () => [{ email: "asta@example.se", language: "sv" }]).find(
    ({ kind }) => kind.name === "platform.mail_audit_head",
  )!;
  const mails = () => db.selectFrom("mail").select(["to_address", "subject", "body_text"]).orderBy("id").execute();
  const run = () => runRecurring(db, mailHead, { translate: translators({ sv, en }) });
  await run();
  expect(await mails()).toEqual([]);
  await deed("a");
  await sealAudit(db);
  await run();
  await run();
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to_address: "asta@example.se", subject: "Loggens sigill 1" });
  const kept = readHead(/--head\s+(\S+)/.exec(mail!.body_text!)![1]!)!;
  expect(await verifyAudit(db, kept)).toMatchObject({ ok: true, head: kept });
});
