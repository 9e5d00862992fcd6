import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { catalogues } from "../../../../catalogues.ts";
import { statements, testDatabase } from "../../../../../test/database.ts";
import { monday } from "../../../../../test/given-registrations.ts";
import { actorWith, givenRounds } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { newId } from "#kernel/ids.ts";
import { translators } from "#platform/web/translate.ts";
import { reachingJobs } from "#features/circles/reaching/jobs.ts";
import { sendMessage } from "#features/circles/reaching/mailing/commands.ts";
import { Message } from "#features/circles/reaching/mailing/mailing.ts";
import { groupSizes, mailingOf, mailingsOf } from "#features/circles/reaching/mailing/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const translate = translators(catalogues);

const wrote = (over: object = {}) =>
  Message.parse({
    to: "everyone",
    subject: "Nytt rum",
    text: "Hej.\n\nVi ses i Rådhuset. Läs mer på https://example.se/rum.",
    replyTo: "siv.alm@example.se",
    ...over,
  });
const mails = () =>
  ownerDb
    .selectFrom("mail")
    .orderBy("id")
    .select(["to_address as to", "subject", "body_text as text", "body_html as html", "reply_to_address as replyTo"])
    .select(["reply_to_name as replyToName", "about"])
    .execute();
/** Does what is left until nothing is, however late it was left for. */
const sendAll = async (minutes = 0) => runJobs(db, reachingJobs, { now: () => monday().add({ minutes }), translate });

beforeEach(async () => {
  await ownerDb.deleteFrom("mail").execute();
});

/** Four who stand differently, and one who is out. */
async function fourAndOne(): Promise<RoundId> {
  const { id } = await given.published(organiser);
  for (const state of ["placed", "waitlisted", "offered", "held", "withdrawn"] as const)
    await given.registration(id, { state, email: `${state}@example.se` });
  await given.registration(id, { state: "unconfirmed", email: "unconfirmed@example.se" });
  return id;
}

describe("a message", () => {
  test.each([
    ["everyone", ["placed", "waitlisted", "offered", "held"]],
    ["placed", ["placed"]],
    ["waiting", ["waitlisted", "offered"]],
  ] as const)("to %s reaches %j, one mail each, and nobody else", async (to, reached) => {
    const roundId = await fourAndOne();
    const { receivers } = await sendMessage(db, planner, monday, roundId, wrote({ to }));
    expect(receivers).toBe(reached.length);
    await sendAll();
    const sent = await mails();
    expect(sent.map((mail) => mail.to)).toEqual(reached.map((state) => `${state}@example.se`));
    for (const mail of sent) {
      expect(mail).toMatchObject({ subject: "Nytt rum", replyTo: "siv.alm@example.se", replyToName: "Siv Alm" });
      expect(mail.text).toContain("Vi ses i Rådhuset.");
      expect(mail.html).toContain('<a href="https://example.se/rum">https://example.se/rum</a>.');
      const others = reached.filter((state) => !mail.to.startsWith(state));
      for (const other of others) expect(mail.text).not.toContain(`${other}@example.se`);
    }
  });

  test("to one person reaches that person alone, also when they were refused a place", async () => {
    const { id } = await given.published(organiser);
    await given.registration(id, { email: "annan@example.se" });
    const registrationId = await given.registration(id, { state: "declined", email: "nekad@example.se" });
    await sendMessage(db, planner, monday, id, wrote({ to: "person", registrationId }));
    await sendAll();
    expect(await mails()).toMatchObject([{ to: "nekad@example.se", about: registrationId }]);
  });

  test("pressed twice, and at the same moment, it is sent once", async () => {
    const roundId = await fourAndOne();
    const message = wrote({ id: newId() });
    const sent = await Promise.all([1, 2, 3].map(() => sendMessage(db, planner, monday, roundId, message)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    await sendAll();
    await sendMessage(db, planner, monday, roundId, message);
    await sendAll();
    expect(await mails()).toHaveLength(4);
    expect(await mailingsOf(db, roundId)).toHaveLength(1);
  });

  test("stands in the round's history: who wrote, when, to how many, what", async () => {
    const roundId = await fourAndOne();
    const { id } = await sendMessage(db, planner, monday, roundId, wrote());
    expect(await mailingsOf(db, roundId)).toMatchObject([
      { id, kind: "message", audience: "everyone", subject: "Nytt rum", count: 4, waiting: 4, writtenBy: "Maja Ek" },
    ]);
    await sendAll();
    const mailing = await mailingOf(db, roundId, id);
    expect(mailing).toMatchObject({ waiting: 0, text: wrote().text, writtenAt: monday() });
    expect(mailing!.receivers.map(({ email }) => email)).toContain("placed@example.se");
    const deed = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", roundId)
      .where("what", "=", "circles.message_sent")
      .select("payload")
      .executeTakeFirstOrThrow();
    expect(deed.payload).toEqual({ after: { mailing: id, to: "everyone", receivers: 4 } });
  });

  test("to somebody without an address waits on the list of calls, with its words", async () => {
    const { id } = await given.published(organiser);
    const registrationId = await given.registration(id, {
      email: null,
      phone: "070-123 45 67",
      way: "phone",
      reached_at: monday(),
    });
    await sendMessage(db, planner, monday, id, wrote());
    await sendAll();
    expect(await mails()).toEqual([]);
    const call = await ownerDb
      .selectFrom("phone_call")
      .where("registration_id", "=", registrationId)
      .select(["kind", "words"])
      .executeTakeFirstOrThrow();
    expect(call).toEqual({ kind: "message", words: `Nytt rum\n\n${wrote().text}` });
  });

  test("reaches the people of a team too, and each address once", async () => {
    const { id } = await given.published(organiser, { allocation: "teamByPrincipal", notice_date: null });
    const registrationId = await given.registration(id, { email: "chef@example.se", seats: 2 });
    const member = (position: number, email: string) => ({
      id: newId<"team_member">(),
      registration_id: registrationId,
      position,
      name: `Medlem ${position}`,
      email,
    });
    await ownerDb
      .insertInto("team_member")
      .values([member(0, "chef@example.se"), member(1, "elsa@example.se")])
      .execute();
    await sendMessage(db, planner, monday, id, wrote({ to: "placed" }));
    await sendAll();
    expect((await mails()).map(({ to }) => to)).toEqual(["chef@example.se", "elsa@example.se"]);
  });

  test("has no duplicate when the job is done twice after a crash", async () => {
    const roundId = await fourAndOne();
    const { id } = await sendMessage(db, planner, monday, roundId, wrote());
    await sendAll();
    await ownerDb.updateTable("round_mailing_receiver").set({ posted_at: null }).where("mailing_id", "=", id).execute();
    await sql`update pgboss.job set state = 'created' where name = 'circles.post_mailing'`.execute(ownerDb);
    await sendAll(1);
    expect(await mails()).toHaveLength(4);
  });

  test(
    "to five thousand is written down in a few statements and sent a hundred at a time",
    { timeout: 60_000 },
    async () => {
      const { id } = await given.published(organiser, { hard_capacity: 1_000, target_capacity: null });
      await given.registration(id, { email: "forst@example.se" });
      await sql`
      insert into registration (id, round_id, queue_no, applied_at, state, confirm_by, confirmed_at, name, email,
        workplace, employer, sector, profession, round_version, state_since)
      select gen_random_uuid(), round_id, n, applied_at, 'waitlisted', confirm_by, confirmed_at, 'Sökande ' || n,
        'sokande' || n || '@example.se', workplace, employer, sector, profession, 1, state_since
      from registration, generate_series(2, 5000) n where round_id = ${id}`.execute(ownerDb);
      const asked = await statements(async () =>
        expect(await sendMessage(db, planner, monday, id, wrote())).toMatchObject({ receivers: 5_000 }),
      );
      expect(asked.length).toBeLessThan(20);
      const count = async () => (await mails()).length;
      await sendAll();
      expect(await count()).toBe(100);
      await sendAll();
      expect(await count()).toBe(100);
      await markPosted(4_700);
      for (let minute = 1; (await mailingsOf(db, id))[0]!.waiting > 0; minute += 1) await sendAll(minute);
      const addresses = (await mails()).map(({ to }) => to);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses.slice(-1)).toEqual(["sokande5000@example.se"]);
    },
  );
});

/** As if so many of the next had gone already. */
async function markPosted(count: number): Promise<void> {
  await sql`update round_mailing_receiver set posted_at = now() where (mailing_id, position) in (
    select mailing_id, position from round_mailing_receiver where posted_at is null order by position limit ${count})`.execute(
    ownerDb,
  );
}

describe("is refused, and nothing is written", () => {
  const refused = async (sending: Promise<unknown>, code: string) => {
    await expect(sending).rejects.toMatchObject({ code });
    expect(await mails()).toEqual([]);
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int from round_mailing where subject = 'Aldrig'`.execute(ownerDb);
    expect(rows[0]!.count).toBe(0);
  };
  const never = (over: object = {}) => wrote({ subject: "Aldrig", ...over });

  test("when there is nobody to send to", async () => {
    const { id } = await given.published(organiser);
    await refused(sendMessage(db, planner, monday, id, never()), "reaching.message.nobody");
  });

  test("when the answers would go to somebody who is no contact of the round", async () => {
    const roundId = await fourAndOne();
    await refused(
      sendMessage(db, planner, monday, roundId, never({ replyTo: "annan@example.se" })),
      "web.form_invalid",
    );
  });

  test("when somebody who only reads the roster writes, and when a stranger does", async () => {
    const roundId = await fourAndOne();
    const reader = actorWith(["circles:read"], { things: new Set([roundId]) });
    await refused(sendMessage(db, reader, monday, roundId, never()), "registration.not_yours");
    await refused(sendMessage(db, actorWith([]), monday, roundId, never()), "registration.no_such_round");
  });

  test.each([
    ["a personal identity number in the text", { text: "Ring 19121212-1212 i dag" }, "text"],
    ["a personal identity number in the subject", { subject: "Om 191212121212" }, "subject"],
    ["a line break in the subject", { subject: "Hej\r\nBcc: alla@example.se" }, "subject"],
    ["no text", { text: "  " }, "text"],
    ["too long a text", { text: "a".repeat(10_001) }, "text"],
    ["one person who is not said", { to: "person" }, "registrationId"],
  ])("for %s", (_what, over, path) => {
    const result = Message.safeParse({
      to: "placed",
      subject: "Hej",
      text: "Hej",
      replyTo: "siv.alm@example.se",
      ...over,
    });
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });
});

test("the groups are counted as they will be reached", async () => {
  const roundId = await fourAndOne();
  expect(await groupSizes(db, roundId)).toEqual({ everyone: 4, placed: 1, waiting: 2 });
});
