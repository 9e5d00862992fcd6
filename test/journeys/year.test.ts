import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { actorOf } from "../../src/features/organisations/people/queries.ts";
import { markAttendance, markTheRest } from "../../src/features/circles/attendance/commands.ts";
import { settlePlaces } from "../../src/features/circles/certificate/commands.ts";
import { giveAssignment, writeSubmission } from "../../src/features/circles/assignment/commands.ts";
import { AssignmentWish, SubmissionWish } from "../../src/features/circles/assignment/assignment.ts";
import { writeProposal } from "../../src/features/circles/proposal/commands.ts";
import { ProposalWords } from "../../src/features/circles/proposal/proposal.ts";
import type { RegistrationId } from "../../src/features/circles/registration/registration.ts";
import { SessionAnswers } from "../../src/features/circles/round/round-sections.ts";
import { changeSession } from "../../src/features/circles/round/sessions/commands.ts";
import { dateIn } from "../../src/kernel/clock.ts";
import type { Actor } from "../../src/kernel/actor.ts";
import type { RoundId, SessionId } from "../../src/features/circles/round/round.ts";
import type { PersonId } from "../../src/kernel/ids.ts";
import { given as givenPeople } from "../given.ts";
import { givenRegistrations } from "../given-registrations.ts";
import { day, givenRounds } from "../given-rounds.ts";
import { visitor } from "../visitor.ts";
import { calendarIn, journeyGround } from "./ground.ts";

const ground = await journeyGround("2021-06-07T12:00");
const { app, url, db, ownerDb, now, live, linkTo, signedIn } = ground;
const people = givenPeople(ownerDb);
const rounds = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);

const sectors = ["school", "socialServices", "healthCare"] as const;
const days = ["2021-10-01", "2021-10-22", "2021-11-19", "2021-12-10", "2022-01-14", "2022-05-06"] as const;

/** The round as it was announced: six Fridays without times, the first two on line, the last a follow-up in May. */
async function announced() {
  const unit = await people.organisation({ name: "FoU Länet" });
  const leader = await people.person({ name: "Maja Ek", email: "maja.ek@example.se" });
  await people.role(leader, "developmentLeader", { organisation: unit }, { valid_from: day("2021-01-01") });
  const { id, slug } = await rounds.draft(unit, {
    state: "published",
    published_at: now(),
    practice_problem: "Barn möts av många som inte möts.",
    purpose: "Att samordna tidigare.",
    goal: "Ett förslag per arbetsplats.",
    hard_capacity: 12,
    target_capacity: 12,
    capacity_approximate: true,
    hours: 70,
    cost: 0,
    allocation: "firstCome",
    manager_consultation: "confirmed",
    material_by_post: true,
    asks_diet: true,
    deadline: day("2021-09-10"),
  });
  const sessions = [];
  for (const [position, date] of days.entries())
    sessions.push(
      await rounds.session(id, {
        date: day(date),
        kind: position === 5 ? "followUp" : "regular",
        mode: position < 2 ? "digital" : null,
      }),
    );
  await rounds.contact(id, { name: "Maja Ek", email: "maja.ek@example.se" });
  return { unit, leader, id, slug, sessions };
}

const acting = async (personId: PersonId) => (await actorOf(db, personId, dateIn(now())))!.actor;
const stateOf = (id: RegistrationId) => circle.stateOf(id);

/** How many mails with these words in the subject somebody has got. */
async function mailsTo(address: string, subject: RegExp) {
  await ground.work();
  const mails = await ownerDb
    .selectFrom("mail")
    .where("to_address", "=", address)
    .orderBy("created_at")
    .select(["subject"])
    .execute();
  return mails.filter((mail) => subject.test(mail.subject)).length;
}

test("a round lives from applications in June to certificates in May", { timeout: 300_000 }, async () => {
  const { leader, id, slug, sessions } = await announced();

  // Thirteen apply from three sectors; the managers of the first twelve agree, the thirteenth waits (R102, R115, R118).
  const applicants = [];
  for (let number = 1; number <= 13; number += 1) {
    const email = `deltagare.${number}@example.se`;
    const manager = `chef.${number}@example.se`;
    const { id: registration } = await circle.confirmed(
      id,
      {
        name: `Deltagare ${number}`,
        email,
        managerName: `Chef ${number}`,
        managerEmail: manager,
        sector: sectors[number % 3]!,
        workplace: number % 2 ? "Familjeenheten" : "Elevhälsan",
        employer: number % 2 ? "Uppsala kommun" : "Enköpings kommun",
        diet: number === 3 ? "Inga nötter" : undefined,
        postalAddress: `Gatan ${number}, 750 00 Uppsala`,
      },
      now,
    );
    applicants.push({ id: registration, email, manager });
  }
  const [first, second, third] = applicants as [Applicant, Applicant, Applicant];
  const twelfth = applicants[11]!;
  const thirteenth = applicants[12]!;
  for (const { manager } of applicants.slice(0, 12)) await yesFrom(manager);
  expect(await stateOf(first.id)).toBe("placed");
  expect(await stateOf(thirteenth.id)).toBe("waitlisted");

  const given = await ownerDb.selectFrom("registration_extra").select("postal_address").execute();
  expect(given.filter(({ postal_address }) => postal_address !== null)).toHaveLength(13);

  // A withdrawal in August gives the thirteenth the place, once the manager has agreed.
  await live("2021-08-30");
  const own = await circle.link("registration.own", twelfth.id);
  expect((await visitor(app, url).send(`/anmalan/min/${own}/aterbud`)).status).toBe(303);
  expect((await visitor(app, url).send(await linkTo(thirteenth.email), { answer: "yes" })).status).toBe(303);
  await yesFrom(thirteenth.manager);
  expect(await stateOf(thirteenth.id)).toBe("placed");

  // Times are known in September: the entries are the same, and nine o'clock stays nine on both sides of the end of
  // summer time (R111).
  await live("2021-09-13");
  const maja = await acting(leader);
  const before = calendarIn(await feed(slug)).events;
  for (const [position, session] of sessions.entries())
    await changeSession(db, maja, now, id, session, meeting(days[position]!, position));
  await ground.work();
  const after = calendarIn(await feed(slug)).events;
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(after.map(({ starts }) => starts)).toEqual(days.map((date) => `${date}T09:00:00`));
  expect(after.map(({ moment }) => moment)).toEqual([
    "2021-10-01T07:00:00Z",
    "2021-10-22T07:00:00Z",
    "2021-11-19T08:00:00Z",
    "2021-12-10T08:00:00Z",
    "2022-01-14T08:00:00Z",
    "2022-05-06T07:00:00Z",
  ]);

  // The autumn: everybody is reminded once before each meeting, the circle begins by itself, and one never comes.
  for (const [position, session] of sessions.slice(0, 4).entries()) {
    await live(days[position]!);
    expect(await mailsTo(first.email, /^Påminnelse/u), days[position]).toBe(position + 1);
    await attended(maja, { roundId: id, sessionId: session }, [third.id]);
  }
  expect(await roundState(id)).toBe("running");

  // An assignment over Christmas is due before the meeting in January: two working days before, those who have handed
  // nothing in are reminded, and nobody else (R022).
  const asta = await acting(await personOf(first.id));
  const assignment = await giveAssignment(
    db,
    maja,
    now,
    id,
    AssignmentWish.parse({
      givenAt: sessions[3],
      dueBefore: sessions[4],
      title: "Kartlägg era samarbeten",
      task: "Vilka möter barnen hos er?",
      visibility: "group",
      hours: "4",
    }),
  );
  await live("2022-01-10");
  await writeSubmission(
    db,
    asta,
    now,
    assignment,
    SubmissionWish.parse({ text: "Fem parter.", based: 0, deed: "handIn" }),
  );
  await live("2022-01-11");
  expect(await mailsTo(second.email, /Kartlägg era samarbeten/u)).toBe(0);
  await live("2022-01-14");
  expect(await mailsTo(second.email, /Kartlägg era samarbeten/u)).toBe(1);
  expect(await mailsTo(first.email, /Kartlägg era samarbeten/u)).toBe(0);
  await attended(maja, { roundId: id, sessionId: sessions[4]! }, [third.id, second.id]);
  await writeProposal(
    db,
    asta,
    now,
    id,
    ProposalWords.parse({ title: "En väg in", kind: "structure", problem: "Barn skickas runt.", soughtInVain: [] }),
  );

  // The follow-up is moved from May to the week after Easter: managers are asked again, the circle waits for it, and
  // the question about the proposal goes out five working days before, which are counted over Good Friday and Easter
  // Monday (R101).
  await live("2022-02-01");
  expect(await roundState(id)).toBe("followUpPending");
  const sequence = calendarIn(await feed(slug)).events[5]!.sequence;
  await changeSession(db, maja, now, id, sessions[5]!, meeting("2022-04-20", 5));
  await ground.work();
  const moved = calendarIn(await feed(slug)).events[5]!;
  expect(moved).toMatchObject({ uid: after[5]!.uid, starts: "2022-04-20T09:00:00", moment: "2022-04-20T07:00:00Z" });
  expect(moved.sequence).toBeGreaterThan(sequence);
  await yesFrom(first.manager);
  await live("2022-04-08");
  expect(await mailsTo(first.email, /En väg in/u)).toBe(0);
  await live("2022-04-11");
  expect(await mailsTo(first.email, /En väg in/u)).toBe(1);
  await live("2022-04-13");
  expect(await mailsTo(first.email, /^Påminnelse.*20 april/u)).toBe(0);
  await live("2022-04-20");
  expect(await mailsTo(first.email, /^Påminnelse.*20 april/u)).toBe(1);
  expect(await roundState(id)).toBe("followUpPending");
  await expect(settlePlaces(db, maja, now, id)).rejects.toMatchObject({ code: "certificate.not_over" });
  await attended(maja, { roundId: id, sessionId: sessions[5]! }, [third.id]);

  // The day after, the round is over: who took part has a certificate with the hours of the meetings they were at, and
  // who never came has none (R116).
  await live("2022-04-21");
  expect(await roundState(id)).toBe("completed");
  expect(await settlePlaces(db, maja, now, id)).toEqual({ completed: 11, missed: 1, unknown: 0 });
  expect([await stateOf(first.id), await stateOf(third.id)]).toEqual(["completed", "noShow"]);
  const siv = await personOf(second.id);
  const path = `/cirkel/${slug}/intyg/${second.id}/intyg.pdf`;
  const mine = await app.request(path, { headers: { cookie: await signedIn(siv) } });
  expect(mine.status).toBe(200);
  const said = await wordsOf(await mine.arrayBuffer());
  for (const words of ["Deltagare 2", "5 av 6 träffar", "30 timmar", "70 timmar"]) expect(said).toContain(words);
  expect((await app.request(path, { headers: { cookie: await signedIn(await personOf(third.id)) } })).status).toBe(404);

  // Six and twelve months after the last meeting the proposal is asked about once more.
  for (const [date, asked] of [
    ["2022-10-19", 1],
    ["2022-10-20", 2],
    ["2023-04-19", 2],
    ["2023-04-20", 3],
  ] as const) {
    await ground.morning(date);
    expect(await mailsTo(first.email, /En väg in/u), date).toBe(asked);
  }

  // Nobody's diet or address is left (R011, R110).
  const left = await ownerDb.selectFrom("registration_extra").select(["diet", "postal_address"]).execute();
  expect(left.filter(({ diet, postal_address }) => diet ?? postal_address)).toEqual([]);
});

const roundState = async (id: RoundId) =>
  (await ownerDb.selectFrom("round").where("id", "=", id).select("state").executeTakeFirstOrThrow()).state;

const personOf = async (id: RegistrationId) =>
  (await ownerDb.selectFrom("registration").where("id", "=", id).select("person_id").executeTakeFirstOrThrow())
    .person_id!;

async function wordsOf(file: ArrayBuffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const texts = [];
  for (let page = 1; page <= pdf.numPages; page += 1)
    for (const item of (await (await pdf.getPage(page)).getTextContent()).items)
      texts.push("str" in item ? item.str : "");
  return texts.join(" ").replaceAll(/\s+/gu, " ");
}

const feed = async (slug: string) => (await app.request(`/kalender/cirkel/${slug}.ics`)).text();

/** A meeting from nine to three. */
const meeting = (date: string, position: number) =>
  SessionAnswers.parse({
    date,
    starts: "09:00",
    ends: "15:00",
    kind: position === 5 ? "followUp" : "regular",
    mode: position < 2 ? "digital" : "physical",
    venue: position < 2 ? "" : "Stadshuset, Uppsala",
  });

/** All were there, but these. */
async function attended(
  leader: Actor,
  where: { roundId: RoundId; sessionId: SessionId },
  but: readonly RegistrationId[],
) {
  for (const registrationId of but) await markAttendance(db, leader, now, where, { registrationId, state: "absent" });
  await markTheRest(db, leader, now, where, "present");
}

type Applicant = { readonly id: RegistrationId; readonly email: string; readonly manager: string };

async function yesFrom(manager: string): Promise<void> {
  const answer = await visitor(app, url).send(await linkTo(manager), { answer: "yes" });
  expect(answer.status).toBe(303);
}
