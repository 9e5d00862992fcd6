import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { calendarFile } from "#platform/calendar/calendar.ts";
import { en } from "#platform/messages.en.ts";
import { sv } from "#platform/messages.sv.ts";
import { retryMail } from "#platform/mail/commands.ts";
import { composeMail, type MailDraft } from "#platform/mail/compose-mail.tsx";
import { deliverMailHandler } from "#platform/mail/jobs.ts";
import { type MailId, post } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { openMailer } from "#platform/mail/mailer.ts";
import { failedMailsAbout } from "#platform/mail/queries.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../test/database.ts";
import { runJobs } from "../../../test/jobs.ts";
import { mailServer, type ReceivedMail } from "../../../test/smtp.ts";

const { db } = await testDatabase();
const server = await mailServer();
const mailer = openMailer(server.url, { name: "Sammanvägt", address: "cirklar@example.se" });
const t = translators({ sv, en }).sv;
const administrator: Actor = {
  ...nobody,
  personId: newId<"person">(),
  via: "session",
  reach: new Map([["outbox:read", { everywhere: true, organisations: new Set(), things: new Set() }]]),
};

const draft: MailDraft = {
  to: "bo@example.se",
  subject: "Du har fått en plats i cirkeln om våld i nära relationer",
  body: <p>Välkommen, Åsa &amp; Örjan</p>,
  t,
};
const compose = (over: Partial<MailDraft> = {}) => composeMail({ ...draft, ...over });
const posted = async (over: Partial<MailDraft> = {}) => (await post(db, compose(over)))!;
const deliver = (wish: Parameters<typeof runJobs>[2] = {}) => runJobs(db, [deliverMailHandler], { mailer, ...wish });
const stored = (id: MailId) => db.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

afterEach(() => {
  server.empty();
  server.refuse(undefined);
});
afterAll(async () => {
  mailer.close();
  await server.close();
});

describe("a posted mail", () => {
  test("arrives whole, in Swedish letters, with an answer address, in both shapes", async () => {
    const id = await posted({ replyTo: { name: "Siv Ålm", address: "siv@example.se" }, from: { name: "FoU i länet" } });
    await deliver();
    expect(await server.received()).toHaveLength(1);
    const [{ mail, to, raw }] = (await server.received()) as [ReceivedMail];
    expect(to).toEqual(["bo@example.se"]);
    expect(mail.subject).toBe("Du har fått en plats i cirkeln om våld i nära relationer");
    expect(mail.from).toMatchObject({ name: "FoU i länet", address: "cirklar@example.se" });
    expect(mail.replyTo).toMatchObject([{ name: "Siv Ålm", address: "siv@example.se" }]);
    expect(mail.text).toContain("Välkommen, Åsa & Örjan");
    expect(mail.html).toContain("Välkommen, Åsa &amp; Örjan");
    expect(mail.messageId).toBe(`<${id}@example.se>`);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(await stored(id)).toMatchObject({ state: "sent", attempts: 1, problem: null });
  });

  test("carries its calendar entry as a part that mail programs understand", async () => {
    const ics = calendarFile({
      name: "Cirkeln",
      method: "REQUEST",
      stamp: Temporal.Instant.from("2026-02-01T10:00:00Z"),
      events: [
        { uid: "a@example.se", sequence: 2, summary: "Träff på Ångström", date: Temporal.PlainDate.from("2026-05-12") },
      ],
    });
    await posted({ calendar: { method: "REQUEST", ics } });
    await deliver();
    const [{ raw, mail }] = (await server.received()) as [ReceivedMail];
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    const attached = mail.attachments.find(({ mimeType }) => mimeType === "application/ics")!;
    const lines = (text: string) => text.trimEnd().split(/\r?\n/);
    expect(lines(Buffer.from(attached.content as ArrayBuffer).toString("utf8"))).toEqual(lines(ics));
  });

  test("is not there when its transaction is rolled back", async () => {
    const failing = db.transaction().execute(async (tx) => {
      await post(tx, compose({ key: "rolled back" }));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await deliver()).toEqual([]);
    expect(await db.selectFrom("mail").where("dedupe_key", "=", "rolled back").selectAll().execute()).toEqual([]);
  });

  test("with the same key is sent once, however often its job posts it", async () => {
    expect(await post(db, compose({ key: "once" }))).toBeDefined();
    expect(await post(db, compose({ key: "once", subject: "Igen" }))).toBeUndefined();
    await deliver();
    expect(await server.received()).toHaveLength(1);
  });

  test("is kept for administrators when there is no mail server, and sent when they ask", async () => {
    const id = await posted();
    await runJobs(db, [deliverMailHandler]);
    expect(await stored(id)).toMatchObject({ state: "kept", attempts: 0 });
    await retryMail(db, administrator, id);
    await deliver();
    expect(await server.received()).toHaveLength(1);
  });

  test("no longer shows its secret links when it is sent", async () => {
    const token = newSecret();
    const id = await posted({
      body: <MailButton href={`https://cirklar.example.se/erbjudande/${token}`}>Svara</MailButton>,
    });
    await deliver();
    expect((await server.received())[0]!.mail.text).toContain(token);
    expect(JSON.stringify(await stored(id))).not.toContain(token);
  });
});

describe("a mail that does not get away", () => {
  const down = openMailer("smtp://127.0.0.1:1", { name: "Sammanvägt", address: "cirklar@example.se" });
  afterAll(() => down.close());

  test("is tried again later, and arrives once when the server is back", async () => {
    const id = await posted();
    const start = Temporal.Now.instant();
    await deliver({ mailer: down, failures: "retry", now: () => start });
    expect(await stored(id)).toMatchObject({
      state: "waiting",
      attempts: 1,
      problem: expect.stringContaining("ECONNREFUSED"),
    });
    await deliver({ now: () => start.add({ minutes: 5 }) });
    expect((await server.received()).map(({ mail }) => mail.messageId)).toEqual([`<${id}@example.se>`]);
    expect(await stored(id)).toMatchObject({ state: "sent", attempts: 2, problem: null });
  });

  test("has failed after about a day, and whoever looks after its subject sees it", async () => {
    const about = newId();
    const id = await posted({ about });
    let hour = 0;
    const start = Temporal.Now.instant();
    while ((await stored(id)).state === "waiting") {
      await deliver({ mailer: down, failures: "retry", now: () => start.add({ hours: hour }) });
      hour += 4;
    }
    expect(await stored(id)).toMatchObject({ state: "failed", attempts: 17 });
    expect(await failedMailsAbout(db, [about, newId()])).toMatchObject([{ id, to: "bo@example.se" }]);
    expect(await failedMailsAbout(db, [])).toEqual([]);
  });

  test("fails at once when the receiver does not exist, and is tried again when the server is only busy", async () => {
    server.refuse(550);
    const unknown = await posted();
    await deliver({ failures: "retry" });
    expect(await stored(unknown)).toMatchObject({
      state: "failed",
      attempts: 1,
      problem: expect.stringContaining("No such mailbox"),
    });
    server.refuse(451);
    const busy = await posted();
    await deliver({ failures: "retry" });
    expect(await stored(busy)).toMatchObject({ state: "waiting", attempts: 1 });
    await db
      .updateTable("mail")
      .set({ state: "kept", settled_at: Temporal.Now.instant() })
      .where("id", "=", busy)
      .execute();
  });

  test("sent twice because the process died in between has the same Message-ID both times", async () => {
    const id = await posted();
    await deliver();
    await db.updateTable("mail").set({ state: "waiting", settled_at: null }).where("id", "=", id).execute();
    await deliverMailHandler.run({ mailId: id }, {
      db,
      mailer,
      now: () => Temporal.Now.instant(),
      isLastAttempt: false,
    } as never);
    expect((await server.received()).map(({ mail }) => mail.messageId)).toEqual([
      `<${id}@example.se>`,
      `<${id}@example.se>`,
    ]);
  });

  test("is not sent again by a job that runs again after it was sent", async () => {
    const id = await posted();
    await deliver();
    await deliverMailHandler.run({ mailId: id }, {
      db,
      mailer,
      now: () => Temporal.Now.instant(),
      isLastAttempt: false,
    } as never);
    expect(await server.received()).toHaveLength(1);
  });
});

describe("a mail's head", () => {
  test.each([
    { what: "two addresses", to: "bo@example.se, eve@example.se" },
    { what: "another header", to: "bo@example.se\r\nBcc: eve@example.se" },
    { what: "a name", to: "Bo <bo@example.se>" },
    { what: "half an address", to: "bo@example" },
    { what: "nothing", to: "" },
    { what: "an endless address", to: `${"x".repeat(250)}@example.se` },
  ])("takes one address and nothing else: $what is refused", async ({ to }) => {
    await expect(posted({ to })).rejects.toMatchObject({ code: "platform.mail.bad_address" });
    await expect(posted({ replyTo: { name: "Bo", address: to } })).rejects.toMatchObject({
      code: "platform.mail.bad_address",
    });
  });

  test("is one line each, whatever the subject and the names hold", async () => {
    const trick = "Hej\r\nBcc: eve@example.se\r\n\r\nKöp nu \u202eres";
    await posted({
      subject: trick,
      replyTo: { name: `Bo" <eve@example.se>, "\r\nCc: eve@example.se`, address: "bo@example.se" },
      from: { name: trick },
    });
    await deliver();
    const [{ mail, to, raw }] = (await server.received()) as [ReceivedMail];
    expect(to).toEqual(["bo@example.se"]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^(Bcc|Cc):/im);
    expect(mail.subject).toBe("Hej Bcc: eve@example.se Köp nu res");
    expect(mail.replyTo).toMatchObject([{ address: "bo@example.se" }]);
    expect(mail.from).toMatchObject({ address: "cirklar@example.se" });
  });
});
