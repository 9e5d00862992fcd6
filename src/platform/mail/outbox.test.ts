import { describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { mailBodies } from "#platform/erasures/platform-erasures.ts";
import { retryMail } from "#platform/mail/commands.ts";
import { deliverMailHandler } from "#platform/mail/jobs.ts";
import { type Mail, type MailId, post } from "#platform/mail/mail.ts";
import { mailOf, outboxList } from "#platform/mail/queries.ts";
import { testDatabase } from "../../../test/database.ts";
import { runJobs } from "../../../test/jobs.ts";

const { db } = await testDatabase();
const everywhere = { everywhere: true, organisations: new Set<string>(), things: new Set<string>() };
const administrator: Actor = {
  ...nobody,
  personId: newId<"person">(),
  via: "session",
  reach: new Map([["outbox:read", everywhere]]),
};

const mail: Mail = { to: "bo@example.se", subject: "Din plats", text: "Välkommen", html: "<p>Välkommen</p>" };
const posted = async (over: Partial<Mail> = {}) => (await post(db, { ...mail, ...over }))!;
const keep = () => runJobs(db, [deliverMailHandler]);
const stored = (id: MailId) => db.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("the outbox", () => {
  test("is read by whoever looks after the installation, and by nobody else", async () => {
    const id = await posted();
    expect((await outboxList(db, administrator, { states: ["waiting"] })).map((mail) => mail.id)).toContain(id);
    expect(await mailOf(db, administrator, id)).toMatchObject({ subject: "Din plats", can: { retry: false } });
    await expect(outboxList(db, nobody)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(mailOf(db, nobody, id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(retryMail(db, nobody, id)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await mailOf(db, administrator, newId<"mail">())).toBeUndefined();
  });

  test("goes on page by page", async () => {
    const about = newId();
    const ids = [await posted({ about }), await posted({ about }), await posted({ about })];
    const first = await outboxList(db, administrator, { about: [about], limit: 2 });
    const second = await outboxList(db, administrator, { about: [about], limit: 2, after: first.at(-1)!.id });
    expect([...first, ...second].map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test("sends nothing again that is sent or on its way", async () => {
    const id = await posted();
    await expect(retryMail(db, administrator, id)).rejects.toMatchObject({ code: "platform.mail.not_retriable" });
    await db
      .updateTable("mail")
      .set({ state: "sent", settled_at: Temporal.Now.instant() })
      .where("id", "=", id)
      .execute();
    await expect(retryMail(db, administrator, id)).rejects.toMatchObject({ code: "platform.mail.not_retriable" });
    await expect(retryMail(db, administrator, newId<"mail">())).rejects.toMatchObject({ kind: "not_found" });
  });

  test("forgets what a mail said after ninety days, and remembers that it was sent", async () => {
    const [old, young] = [await posted(), await posted()];
    await keep();
    const settled = (await stored(old)).settled_at!;
    await db
      .updateTable("mail")
      .set({ settled_at: settled.subtract({ hours: 24 * 30 }) })
      .where("id", "=", old)
      .execute();
    await eraseDue(db, "mailBody", dueAt(settled.add({ hours: 24 * 61 }), 90), mailBodies.erase);
    expect(await stored(old)).toMatchObject({
      state: "kept",
      body_text: null,
      body_html: null,
      to_address: "bo@example.se",
    });
    expect((await stored(young)).body_text).not.toBeNull();
    expect(await mailOf(db, administrator, old)).toMatchObject({ can: { retry: false } });
    await expect(retryMail(db, administrator, old)).rejects.toMatchObject({ code: "platform.mail.forgotten" });
  });
});
