import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { calendarFile } from "#platform/calendar/calendar.ts";
import { en } from "#platform/messages.en.ts";
import { sv } from "#platform/messages.sv.ts";
import { retryMail } from "#platform/mail/commands.ts";
import { composeMail, type MailDraft } from "#platform/mail/compose-mail.tsx";
import { deliverMailHandler, forgetMailsHandler } from "#platform/mail/jobs.ts";
import { type MailId, post } from "#platform/mail/mail.ts";
import { MailButton, MailFacts } from "#platform/mail/mail-parts.tsx";
import { openMailer } from "#platform/mail/mailer.ts";
import { failedMailsAbout, mailOf, outboxList } from "#platform/mail/queries.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../test/database.ts";
import { runJobs, runRecurring } from "../../../test/jobs.ts";
import { mailServer } from "../../../test/smtp.ts";

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
  server.received.length = 0;
  server.refuse(undefined);
});
afterAll(async () => {
  mailer.close();
  await server.close();
});

describe("a composed mail", () => {
  test("says the same as HTML and as plain text, with its links written out", () => {
    const { html, text } = compose({
      body: (
        <>
          <h1>Du har fått en plats</h1>
          <p>
            Läs mer på <a href="https://cirklar.example.se/c/vald">cirkelns sida</a>.
          </p>
          <MailFacts
            facts={[
              { name: "När", value: "tis 17 mars 9.00–11.30" },
              { name: "Var", value: "Rådhuset, Ånge" },
            ]}
          />
          <MailButton href="https://cirklar.example.se/erbjudande/x">Svara</MailButton>
        </>
      ),
    });
    expect(text).toBe(
      [
        "Sammanvägt",
        "",
        "Du har fått en plats",
        "",
        "Läs mer på cirkelns sida <https://cirklar.example.se/c/vald>.",
        "",
        "När: tis 17 mars 9.00–11.30",
        "Var: Rådhuset, Ånge",
        "",
        "Svara:",
        "https://cirklar.example.se/erbjudande/x",
        "",
        "Det går inte att svara på det här mejlet.",
      ].join("\n"),
    );
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('href="https://cirklar.example.se/erbjudande/x"');
    expect(html).not.toMatch(/<(script|img|link)\b/);
  });

  test("never breaks a long address in the plain text", () => {
    const href = `https://cirklar.example.se/erbjudande/${newSecret()}?lang=sv&x=${"y".repeat(80)}`;
    expect(compose({ body: <MailButton href={href}>Svara</MailButton> }).text.split("\n")).toContain(href);
    expect(
      compose({
        body: (
          <p>
            Se <a href={href}>sidan</a>
          </p>
        ),
      }).text,
    ).toContain(`<${href}>`);
  });

  test("shows what somebody wrote as text, never as HTML", () => {
    const { html, text } = compose({ body: <p>{"<script>alert(1)</script> & \u202eåäö"}</p> });
    expect(html).toContain("&lt;script&gt;");
    expect(text).toContain("<script>alert(1)</script>");
  });

  test("says who gets the answer", () => {
    expect(compose({ replyTo: { name: "Siv Alm", address: "siv@example.se" } }).text).toContain(
      "kommer svaret till Siv Alm.",
    );
  });

  test("is drawn at once: a body that has to wait is a bug", () => {
    const Later = async () => <p>senare</p>;
    expect(() => compose({ body: <Later /> })).toThrow("drawn at once");
  });
});

describe("a posted mail", () => {
  test("arrives whole, in Swedish letters, with an answer address, in both shapes", async () => {
    const id = await posted({ replyTo: { name: "Siv Ålm", address: "siv@example.se" }, from: { name: "FoU i länet" } });
    await deliver();
    expect(server.received).toHaveLength(1);
    const [{ mail, to, raw }] = server.received as [(typeof server.received)[0]];
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
    const [{ raw, mail }] = server.received as [(typeof server.received)[0]];
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
    expect(server.received).toHaveLength(1);
  });

  test("is kept for administrators when there is no mail server, and sent when they ask", async () => {
    const id = await posted();
    await runJobs(db, [deliverMailHandler]);
    expect(await stored(id)).toMatchObject({ state: "kept", attempts: 0 });
    await retryMail(db, administrator, id);
    await deliver();
    expect(server.received).toHaveLength(1);
  });

  test("no longer shows its secret links when it is sent", async () => {
    const token = newSecret();
    const id = await posted({
      body: <MailButton href={`https://cirklar.example.se/erbjudande/${token}`}>Svara</MailButton>,
    });
    await deliver();
    expect(server.received[0]!.mail.text).toContain(token);
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
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@example.se>`]);
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
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@example.se>`, `<${id}@example.se>`]);
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
    expect(server.received).toHaveLength(1);
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
    const [{ mail, to, raw }] = server.received as [(typeof server.received)[0]];
    expect(to).toEqual(["bo@example.se"]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^(Bcc|Cc):/im);
    expect(mail.subject).toBe("Hej Bcc: eve@example.se Köp nu res");
    expect(mail.replyTo).toMatchObject([{ address: "bo@example.se" }]);
    expect(mail.from).toMatchObject({ address: "cirklar@example.se" });
  });
});

describe("the outbox", () => {
  test("is read by whoever looks after the installation, and by nobody else", async () => {
    const id = await posted();
    expect((await outboxList(db, administrator, { states: ["waiting"] })).map((mail) => mail.id)).toContain(id);
    expect(await mailOf(db, administrator, id)).toMatchObject({ subject: draft.subject, can: { retry: false } });
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
    await deliver();
    await expect(retryMail(db, administrator, id)).rejects.toMatchObject({ code: "platform.mail.not_retriable" });
    await expect(retryMail(db, administrator, newId<"mail">())).rejects.toMatchObject({ kind: "not_found" });
  });

  test("forgets what a mail said after ninety days, and remembers that it was sent", async () => {
    const [old, young] = [await posted(), await posted()];
    await runJobs(db, [deliverMailHandler]);
    const settled = (await stored(old)).settled_at!;
    await db
      .updateTable("mail")
      .set({ settled_at: settled.subtract({ hours: 24 * 30 }) })
      .where("id", "=", old)
      .execute();
    await runRecurring(db, forgetMailsHandler, { now: () => settled.add({ hours: 24 * 61 }) });
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
