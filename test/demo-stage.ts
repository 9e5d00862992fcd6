import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, dateIn } from "../src/kernel/clock.ts";
import { newId, type PersonId } from "../src/kernel/ids.ts";
import { sendMessage } from "../src/features/circles/reaching/mailing/commands.ts";
import { Message } from "../src/features/circles/reaching/mailing/mailing.ts";
import { newSecret, secretHash } from "../src/platform/tokens/secret-token.ts";
import { sendApplications } from "../src/features/circles/registration/imports/commands.ts";
import { loadCircleDemo } from "../src/features/circles/demo.ts";
import { loadOrganisationDemo } from "../src/features/organisations/demo.ts";
import { reportHindrance } from "../src/features/site/accessibility/commands.ts";
import { nobody } from "../src/kernel/actor.ts";
import { sendImport } from "../src/features/organisations/imports/commands.ts";
import { registerProvider } from "../src/features/sign-in/providers/commands.ts";
import { NewProvider } from "../src/features/sign-in/providers/provider.ts";
import { giveMark, writeLook } from "../src/features/organisations/looks/commands.ts";
import { lookOf } from "../src/features/organisations/looks/queries.ts";
import { loadReferenceData } from "../src/features/organisations/reference/commands.ts";
import { openFiles } from "../src/platform/files/files.ts";
import { post } from "../src/platform/mail/mail.ts";
import { demoAppraisal } from "./demo-appraisal.ts";
import { demoKnowledgeReading } from "./demo-knowledge-reading.ts";
import { demoKnowledgeFilling } from "./demo-knowledge-filling.ts";
import { demoKnowledgeQuestions } from "./demo-knowledge-questions.ts";
import { demoKnowledgeItems } from "./demo-knowledge-items.ts";
import { demoDecision } from "./demo-decision.ts";
import { demoSources } from "./demo-sources.ts";
import { demoCircle } from "./demo-circle.ts";
import { demoMatter } from "./demo-matter.ts";
import { demoMeeting } from "./demo-meeting.ts";
import { demoRoom } from "./demo-room.ts";
import { demoChecklist } from "./demo-checklist.ts";
import { demoWorkshop } from "./demo-workshop.ts";
import { given } from "./given.ts";
import { givenRegistrations } from "./given-registrations.ts";
import { pngOf } from "./images.ts";
import { givenTwins } from "./given-two-people.ts";
import { testWeb } from "./web.ts";

/** The five who try every door, in the order the tables name them. */
export const visitors = ["nobody", "participant", "stranger", "leader", "administrator"] as const;
export type Visitor = (typeof visitors)[number];

/** Morning of the Monday on which the demo was loaded. */
export const demoMorning: Clock = () => Temporal.ZonedDateTime.from("2027-03-01T08:00[Europe/Stockholm]").toInstant();

const pasted = readFileSync(
  join(import.meta.dirname, "../src/features/circles/invitation/samples/03-list-with-weekdays-and-times.txt"),
  "utf8",
);

/** The whole web with the demo's content, and one example of everything that an address may be about. */
export async function demoStage() {
  const web = await testWeb(demoMorning);
  const { app, db, ownerDb, url, signedIn } = web;
  await loadReferenceData(db);
  const demo = await loadOrganisationDemo(db, demoMorning);
  await loadCircleDemo(db, demo, demoMorning);

  const { organisation, someone } = given(ownerDb);
  const elsewhere = await organisation({ name: "FoU Väst" });
  const stranger = await someone("developmentLeader", { organisation: elsewhere }, { name: "Vera Utberg" });
  const people: Record<Exclude<Visitor, "nobody">, PersonId> = {
    participant: demo.participant.id,
    stranger: stranger.personId,
    leader: demo.leader.id,
    administrator: demo.administrator.id,
  };
  const cookies = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([who, id]) => [who, await signedIn(id)] as const)),
  ) as Record<keyof typeof people, string>;

  /** Asks for a page as one of the five. */
  const ask = (who: Visitor, path: string, init: Pick<RequestInit, "method" | "body"> = {}) =>
    app.request(path, { ...init, headers: { origin: url, ...(who === "nobody" ? {} : { cookie: cookies[who] }) } });

  const read = await ask("leader", "/planera/ny", {
    method: "POST",
    body: pastedForm(pasted, demo.organisationId),
  });
  const reading = read.headers.get("location");
  if (!reading) throw new Error(`The invitation was not read: ${read.status} ${await read.text()}`);

  const { link } = givenRegistrations(db, ownerDb);
  const first = await ownerDb
    .selectFrom("round")
    .where("slug", "like", "tidiga%")
    .selectAll()
    .executeTakeFirstOrThrow();
  const full = await ownerDb.selectFrom("round").where("slug", "like", "vald-i%").selectAll().executeTakeFirstOrThrow();
  const draft = await ownerDb
    .selectFrom("round")
    .where("slug", "like", "barns-%")
    .selectAll()
    .executeTakeFirstOrThrow();
  const selection = await ownerDb
    .selectFrom("round")
    .where("allocation", "=", "selection")
    .where("state", "=", "published")
    .selectAll()
    .executeTakeFirstOrThrow();
  const session = await ownerDb
    .selectFrom("session")
    .where("round_id", "=", first.id)
    .selectAll()
    .executeTakeFirstOrThrow();
  const inState = (state: "unconfirmed" | "placed" | "held" | "offered") =>
    ownerDb
      .selectFrom("registration")
      .where("state", "=", state)
      .orderBy("queue_no")
      .orderBy("id")
      .selectAll()
      .executeTakeFirstOrThrow();
  const [unconfirmed, placed, held, offered] = await Promise.all([
    inState("unconfirmed"),
    inState("placed"),
    inState("held"),
    inState("offered"),
  ]);
  const candidate = await ownerDb
    .selectFrom("registration")
    .where("round_id", "=", selection.id)
    .selectAll()
    .executeTakeFirstOrThrow();
  const unit = await ownerDb
    .selectFrom("organisation")
    .where("id", "=", demo.organisationId)
    .selectAll()
    .executeTakeFirstOrThrow();
  const relation = await ownerDb
    .selectFrom("organisation_relation")
    .where("from_id", "=", unit.id)
    .selectAll()
    .executeTakeFirstOrThrow();
  const colleague = await ownerDb
    .selectFrom("role_assignment")
    .innerJoin("person", "person.id", "role_assignment.person_id")
    .where("person.name", "=", "Tor Hagman")
    .select(["person_id as personId", "role_assignment.id as assignmentId"])
    .executeTakeFirstOrThrow();
  const series = await ownerDb
    .selectFrom("programme")
    .where("id", "=", first.programme_id)
    .selectAll()
    .executeTakeFirstOrThrow();
  const mail = await post(db, {
    to: "asta.berg@example.se",
    subject: "Du har plats",
    text: "Hej Asta.\n\nDu har plats.",
    html: '<!DOCTYPE html><html lang="sv"><head><title>Du har plats</title></head><body><p>Hej Asta.</p></body></html>',
    calendar: { method: "PUBLISH", ics: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n" },
  });
  const told = { hindrance: "Knappen Anmäl dig går inte att nå med tangentbordet", email: "elsa.holm@example.se" };
  const report = await reportHindrance(db, nobody, told, "sv", demoMorning);

  const leading = await given(ownerDb).actor(demo.leader.id, dateIn(demoMorning()));
  await writeLook(db, leading, unit.id, { name: "FoU Mälarbygden" });
  await giveMark(db, openFiles(web.config.dataDir), leading, unit.id, pngOf(64, 48));
  const look = await lookOf(db, unit.id);
  const sentFile = await sendImport(db, leading, demoMorning, {
    name: "enheter.csv",
    bytes: new TextEncoder().encode(`Namn;Slag;Hör till\nMottagningen;Enhet;${unit.name}\nVilse;Klubb;Ingenstans`),
  });

  const passkey = await ownerDb
    .insertInto("sign_in_passkey")
    .values({
      id: newId<"sign_in_passkey">(),
      person_id: demo.leader.id,
      name: "Min telefon",
      public_key: "x",
      credential_id: "x",
      counter: 0,
      device_type: "multiDevice",
      backed_up: true,
      created_at: demoMorning(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const domain = "foumalarbygden.example.se";
  await ownerDb
    .insertInto("organisation_domain")
    .values({ domain, organisation_id: unit.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const provider = await registerProvider(
    db,
    await given(ownerDb).actor(demo.administrator.id, dateIn(demoMorning())),
    unit.id,
    NewProvider.parse({
      issuer: "https://inloggning.example.se/mycket/lang/adress/som/inte/far/plats/pa/en/rad/v2.0",
      clientId: "sammanvagt",
      clientSecret: "hemlig",
      domains: [domain],
    }),
    { key: "a secret of these tests", today: dateIn(demoMorning()) },
  );
  await ownerDb.updateTable("sign_in_provider_domain").set({ approved_at: null }).execute();

  const message = { to: "placed" as const, subject: "Nytt rum", text: "Vi ses i Rådhuset." };
  const contact = await ownerDb
    .selectFrom("round_contact")
    .where("round_id", "=", full.id)
    .where("email", "is not", null)
    .select("email")
    .executeTakeFirstOrThrow();
  const sent = await sendMessage(
    db,
    demo.planner,
    demoMorning,
    full.id,
    Message.parse({ ...message, replyTo: contact.email }),
  );
  const calendar = newSecret();
  await ownerDb
    .insertInto("mailed_link")
    .values({
      token_hash: secretHash(calendar),
      purpose: "calendar.person",
      subject: demo.leader.id,
      expires_at: demoMorning().add({ hours: 24 }),
    })
    .execute();

  const twins = await givenTwins(ownerDb, unit.id);

  const sentAnswers = await sendApplications(
    db,
    leading,
    {
      roundId: first.id,
      file: {
        name: "svar.csv",
        bytes: new TextEncoder().encode(
          "Slutförandetid;Namn;E-post;Kommun;Arbetsplats;Befattning;Verksamhet;Chefens e-post;Målgrupp\n2027-02-26 09:12;Sanna Vik;sanna.vik@example.se;Uppsala kommun;Barnenheten;kurator;Socialtjänst;chef@example.se;0-12\n2027-02-26 10:40;;ingen;;;;;;\n",
        ),
      },
    },
    demoMorning,
  );
  const circle = await demoCircle(web, demo, { now: demoMorning, leading, unit, first, session });
  const meeting = await demoMeeting(web, demo, demoMorning);
  const workshop = await demoWorkshop(web, demo, demoMorning);
  const appraisals = await demoAppraisal(web, demo, demoMorning);
  return {
    ...web,
    first,
    full,
    draft,
    selection,
    session,
    unconfirmed,
    placed,
    held,
    offered,
    candidate,
    unit,
    relation,
    colleague,
    series,
    mail,
    report,
    look,
    sentFile,
    passkey,
    provider,
    sent,
    calendar,
    twins,
    sentAnswers,
    ...circle,
    ...meeting,
    room: await demoRoom(ownerDb, demo.organisationId),
    weighed: await demoSources(web, demo.organisationId, [demo.leader.id, demo.administrator.id]),
    appraisals,
    decisions: await demoDecision(web, { ...demo, ...appraisals }, demoMorning),
    knowledge: await demoKnowledgeItems(web, demo),
    questions: await demoKnowledgeQuestions(web, demo, demoMorning),
    filling: await demoKnowledgeFilling(web, demo),
    readingList: await demoKnowledgeReading(web, demo),
    workshop,
    checklist: await demoChecklist(web, demo, workshop, demoMorning),
    matters: await demoMatter(web, demo.participant),
    reading,
    link,
    demo,
    people,
    cookies,
    ask,
  };
}

function pastedForm(text: string, organisationId: string): FormData {
  const form = new FormData();
  form.set("text", text);
  form.set("organisationId", organisationId);
  return form;
}
