import { randomUUID } from "node:crypto";
import { isDecided, retention, type RetentionKind } from "../src/features/privacy/retention.ts";
import { nobody } from "../src/kernel/actor.ts";
import { dateIn } from "../src/kernel/clock.ts";
import { newId } from "../src/kernel/ids.ts";
import { record } from "../src/platform/audit/record.ts";
import { change } from "../src/platform/database/change.ts";
import { json } from "../src/platform/database/json.ts";
import { issueLink } from "../src/platform/links/mailed-link.ts";
import { post } from "../src/platform/mail/mail.ts";
import type { TestDatabase } from "./database.ts";
import { given } from "./given.ts";
import { givenRounds } from "./given-rounds.ts";
import { appraisalStages } from "./retention-stages-appraisals.ts";
import { knowledgeStages } from "./retention-stages-knowledge.ts";
import { meetingStages, type Stage } from "./retention-stages-meetings.ts";

/**
 * For each kind of data that is erased: something whose days began so many days before `now`. `decide` lets the
 * organisation decide what is proposed about a kind, where it has to.
 */
export async function retentionStages({ db, ownerDb }: Pick<TestDatabase, "db" | "ownerDb">, now: Temporal.Instant) {
  const { person } = given(ownerDb);
  const rounds = givenRounds(ownerDb);
  const organiser = await rounds.organiser();

  async function decide(kind: RetentionKind) {
    if (!isDecided(kind)) return;
    const kept = { kept_count: retention[kind].days, kept_unit: "days" as const };
    const said = { number: "Dnr 2027/12", decided_on: dateIn(now), recorded_at: now };
    await ownerDb
      .insertInto("retention_decision")
      .values({ id: newId<"retention_decision">(), organisation_id: organiser, kind, ...kept, ...said })
      .execute();
  }
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

  const stages: Readonly<Record<RetentionKind, (days: number) => Promise<Stage>>> = {
    postalAddress: async (days) => {
      const round = await rounds.published(organiser);
      const id = await rounds.registration(round.id, { state: "placed" });
      const extra = { registration_id: id, postal_address: "Ekvägen 1", delete_after: dateIn(now).add({ years: 1 }) };
      await ownerDb.insertInto("registration_extra").values(extra).execute();
      const dispatch = { contents: "Boken", sent_on: dateIn(since(days)), is_last: true, created_at: now };
      await ownerDb
        .insertInto("postal_dispatch")
        .values({ id: newId<"postal_dispatch">(), round_id: round.id, ...dispatch })
        .execute();
      const kept = () => ownerDb.selectFrom("registration_extra").where("registration_id", "=", id);
      return { left: () => counted(kept().where("postal_address", "is not", null).selectAll().execute()) };
    },
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
    questionnaireAnswer: async (days) => {
      const round = await rounds.published(organiser);
      const registration_id = await rounds.registration(round.id);
      const asked = { round_id: round.id, occasion: "before" as const };
      const closes_on = dateIn(since(days));
      await ownerDb
        .insertInto("questionnaire_occasion")
        .values({ ...asked, opens_on: closes_on, closes_on, salt: "salt" })
        .execute();
      await ownerDb
        .insertInto("questionnaire_answered")
        .values({ ...asked, registration_id })
        .execute();
      const kept = () => ownerDb.selectFrom("questionnaire_answered").where("round_id", "=", round.id);
      return { left: () => counted(kept().selectAll().execute()) };
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
    noteWriter: async (days) => {
      const round = await roundOver(days);
      const session_id = await rounds.session(round.id, { date: dateIn(since(days)) });
      const id = newId<"session_note_section">();
      const note = { session_id, position: 0, heading: "Runda", body: "Vi provade.", saved_by: await person() };
      await ownerDb
        .insertInto("session_note_section")
        .values({ id, ...note })
        .execute();
      const kept = () => ownerDb.selectFrom("session_note_section").where("id", "=", id);
      return { left: () => counted(kept().where("saved_by", "is not", null).selectAll().execute()) };
    },
    ...meetingStages({ ownerDb, organiser, since }),
    ...appraisalStages({ ownerDb, organiser, since }),
    ...knowledgeStages({ ownerDb, organiser, since }),
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
      return {
        left: () => counted(ownerDb.selectFrom("idempotency_key").where("key", "=", key).selectAll().execute()),
      };
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

  return { stages, decide, organiser };
}
