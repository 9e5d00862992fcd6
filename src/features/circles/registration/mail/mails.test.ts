import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { linkHolder, nobody } from "#kernel/actor.ts";
import { translators } from "#platform/web/translate.ts";
import { catalogues } from "#catalogues.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { confirmApplication } from "#features/circles/registration/confirmation/commands.ts";
import { denyEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { answerManager } from "#features/circles/registration/manager/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { mailPreviews } from "#features/circles/registration/mail/preview-mail.tsx";
import { decideSelection, sendNotices } from "#features/circles/registration/selection/commands.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { roundCancelled, roundChanged } from "#features/circles/round/round-jobs.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { JobKind } from "#platform/jobs/job.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { runJobs, runRecurring } from "../../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const translate = translators(catalogues);
const few = (seats: number) => ({ hard_capacity: seats, target_capacity: seats });

/** Does what is left to do, and gives the mails written since the last time, oldest first. */
async function mailsNow(now = monday) {
  await runJobs(db, registrationJobs, { now, translate });
  const mails = await ownerDb.selectFrom("mail").orderBy("created_at").selectAll().execute();
  await ownerDb.deleteFrom("mail").execute();
  return mails.map(
    ({
      to_address: to,
      subject,
      body_text: text,
      body_html: html,
      calendar_method: method,
      calendar_file: file,
      reply_to_address: replyTo,
    }) => ({
      to,
      subject,
      text: text ?? "",
      html: html ?? "",
      method,
      file,
      replyTo,
    }),
  );
}
const linkIn = (text: string, path: string) =>
  new RegExp(`https://cirklar\\.example\\.se/${path}/([\\w-]{43})`).exec(text)![1]!;
const eventsIn = (file: string | null) =>
  new ICAL.Component(ICAL.parse(file!)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));

describe("the whole way by mail", () => {
  test("confirm, wait, be offered, accept: every link leads on (R012, R117)", async () => {
    const round = await given.published(organiser, few(1));
    const first = await circle.confirmed(round.id);
    const second = await circle.applied(round.id, { name: "Cim Ås" });
    const asked = (await mailsNow()).find(({ to }) => to === second.email)!;
    expect(asked.subject).toBe("Bekräfta din anmälan till Tidiga samordnade insatser");
    expect(asked.text).toContain("senast ons 9 juni");
    expect(asked.replyTo).toBe("siv.alm@example.se");

    await confirmApplication(db, linkHolder, linkIn(asked.text, "anmalan/bekrafta"), monday);
    const [waiting] = await mailsNow();
    expect(waiting!.subject).toBe("Du har reservplats 1 i Tidiga samordnade insatser");
    const ownToken = linkIn(waiting!.text, "anmalan/min");

    await withdraw(db, planner, { registrationId: first.id }, monday);
    const mails = await mailsNow();
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      "Din anmälan till Tidiga samordnade insatser är återtagen",
      "En plats är ledig åt dig i Tidiga samordnade insatser",
    ]);
    const offer = mails.find(({ to }) => to === second.email);
    expect(offer!.text).toContain("Svara senast tors 10 juni");
    await answerOffer(db, linkHolder, { offerToken: linkIn(offer!.text, "erbjudande") }, "yes", monday);
    const [place] = await mailsNow();
    expect(place!.subject).toBe("Du har en plats i Tidiga samordnade insatser");
    await withdraw(db, nobody, { ownToken }, monday);
  });

  test("the manager's mail shows what a yes says yes to, and its link answers (R115)", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed" });
    await circle.confirmed(round.id, { name: "Cim Ås", managerEmail: "bo.lind@example.se" });
    const mails = await mailsNow();
    const toManager = mails.find(({ to }) => to === "bo.lind@example.se")!;
    expect(toManager.subject).toBe("Cim Ås vill delta i Tidiga samordnade insatser: ditt svar behövs");
    for (const words of [
      "70 timmar",
      "Att samordna tidigare.",
      "mandat att arbeta med utveckling",
      "fre 1 oktober",
      "till och med mån 14 juni",
    ]) {
      expect(toManager.text).toContain(words);
    }
    const token = linkIn(toManager.text, "chef");
    await answerManager(db, linkHolder, token, { answer: "ask", question: "Går det att dela på platsen?" }, monday);
    const [question] = await mailsNow();
    expect(question).toMatchObject({ to: "siv.alm@example.se", replyTo: "bo.lind@example.se" });
    expect(question!.text).toContain("Går det att dela på platsen?");

    await answerManager(db, linkHolder, token, { answer: "yes" }, monday);
    expect((await mailsNow()).map(({ subject }) => subject)).toEqual(["Du har en plats i Tidiga samordnade insatser"]);
  });
});

describe("the calendar in a mail", () => {
  test("a place puts every session in, under addresses that never change (R012)", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    const place = (await mailsNow()).find(({ method }) => method === "REQUEST")!;
    const events = eventsIn(place.file);
    const sessions = await ownerDb
      .selectFrom("session")
      .where("round_id", "=", round.id)
      .orderBy("position")
      .select("id")
      .execute();
    expect(events.map(({ uid }) => uid)).toEqual(sessions.map((session) => `session-${session.id}@sammanvagt`));
    expect(events[0]!.startDate.toString()).toBe("2027-10-01T09:00:00");

    await withdraw(db, planner, { registrationId: id }, monday);
    const [gone] = await mailsNow();
    expect(gone!.method).toBe("CANCEL");
    expect(eventsIn(gone!.file).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
  });

  test("somebody who only waited gets no calendar to clear", async () => {
    const round = await given.published(organiser, few(1));
    const [, second] = await circle.queue(round.id, 2);
    await mailsNow();
    await withdraw(db, planner, { registrationId: second! }, monday);
    expect((await mailsNow()).map(({ method }) => method)).toEqual([null]);
  });
});

describe("news about a round", () => {
  const leave = <Payload>(kind: JobKind<Payload>, payload: Payload) =>
    db.transaction().execute((tx) => enqueue(tx, kind, payload));
  const changed = (roundId: RoundId) =>
    leave(roundChanged, {
      roundId,
      version: 2,
      told: ["date", "venue"],
      sessionIds: [],
      asksManagersAgain: false,
      occasion: "2",
    });

  test("a change is told to everyone in the running, once, with the calendar for those who have a place (R109)", async () => {
    const round = await given.published(organiser, few(1));
    await circle.queue(round.id, 2);
    await circle.applied(round.id);
    await mailsNow();
    await changed(round.id);
    await changed(round.id);
    const mails = await mailsNow();
    expect(mails.map(({ subject, method }) => `${subject}: ${method}`).toSorted()).toEqual([
      "Ändrat i Tidiga samordnade insatser: REQUEST",
      "Ändrat i Tidiga samordnade insatser: null",
    ]);
    expect(mails[0]!.text).toContain("Något har ändrats i Tidiga samordnade insatser: en dag, platsen.");
  });

  test("a cancelled round says why and clears calendars", async () => {
    const round = await given.published(organiser);
    await circle.queue(round.id, 1);
    await mailsNow();
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få anmälda." })
      .where("id", "=", round.id)
      .execute();
    await leave(roundCancelled, { roundId: round.id });
    const [mail] = await mailsNow();
    expect(mail).toMatchObject({ subject: "Tidiga samordnade insatser är inställd", method: "CANCEL" });
    expect(mail!.text).toContain("För få anmälda.");
  });
});

describe("what a mail says", () => {
  test("a denial gives the reason and whom to ask (R119)", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await mailsNow();
    await denyEligibility(db, planner, id, "Du arbetar inte i länet.", monday);
    const [mail] = await mailsNow();
    expect(mail!.text).toContain("Skälet: Du arbetar inte i länet.");
    expect(mail!.text).toMatch(/Fråga Siv\s+Alm, siv\.alm@example\.se/);
  });

  test("the notices of a selection, with the reason of a no (R026)", async () => {
    const round = await given.published(organiser, {
      allocation: "selection",
      notice_date: day("2027-09-20"),
      ...few(1),
    });
    const [a, b] = await circle.queue(round.id, 2);
    await mailsNow();
    const reason = "Andra kommuner hade ingen plats.";
    await decideSelection(
      db,
      planner,
      round.id,
      [
        { registrationId: a!, outcome: "decline", reason },
        { registrationId: b!, outcome: "place", reason: "Spridning" },
      ],
      monday,
    );
    expect(await mailsNow()).toEqual([]);
    await sendNotices(db, planner, round.id, noon("2027-09-20"));
    const mails = await mailsNow(noon("2027-09-20"));
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      "Besked om Tidiga samordnade insatser",
      "Du har en plats i Tidiga samordnade insatser",
    ]);
    expect(mails.find(({ subject }) => subject.startsWith("Besked"))!.text).toContain(`Skälet: ${reason}`);
  });

  test("nothing about anybody else, and before the address is proved nothing the applicant typed", async () => {
    const round = await given.published(organiser);
    await circle.confirmed(round.id, { name: "Alva Ek" });
    const other = await circle.applied(round.id, { name: "Bo <b>Lind</b>", workplace: "Grannkommunen" });
    const mails = await mailsNow();
    const ask = mails.find(({ to }) => to === other.email)!;
    expect(ask.html).not.toMatch(/Bo|Grannkommunen|Alva/);
    expect(
      mails
        .filter(({ to }) => to !== other.email)
        .map(({ html }) => html)
        .join(),
    ).not.toMatch(/Grannkommunen/);
  });

  test("English to those who applied in English", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    await ownerDb.updateTable("registration").set({ language: "en" }).where("id", "=", id).execute();
    const [mail] = await mailsNow();
    expect(mail!.subject).toBe("Confirm your application to Tidiga samordnade insatser");
    expect(mail!.html).toContain('<html lang="en">');
  });

  test("what has moved on since is not told any more", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    await circle.confirm(id);
    await withdraw(db, planner, { registrationId: id }, monday);
    expect((await mailsNow()).map(({ subject }) => subject)).toEqual([
      "Din anmälan till Tidiga samordnade insatser är återtagen",
    ]);
  });

  test("time that runs out is noticed by the clock's own job", async () => {
    const round = await given.published(organiser);
    await circle.applied(round.id);
    const clock = registrationJobs.find(({ kind }) => kind.name === "circles.let_time_run_out")!;
    await runRecurring(db, clock, { now: noon("2027-06-10"), translate });
    expect(await circle.roster(round.id)).toEqual(["1 lapsed"]);
  });
});

describe("previews", () => {
  const around = { t: translate.sv, baseUrl: "https://cirklar.example.se", now: monday() };

  test("show every mail a round sends, to nobody, before anybody gets one", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed" });
    const shown = await mailPreviews(db, planner, round.slug, around);
    const kinds = shown!.previews.map(({ kind }) => kind).join(" ");
    expect(kinds).toBe(
      "confirmAddress held managerSaidYes holdReleased placed waitlisted offer offerLapsed ineligible merged added ownLink corrected withdrawn changed cancelled sessionReminder request reminder again",
    );
    expect(shown!.previews.every(({ subject, text }) => subject.length > 0 && text.length > 0)).toBe(true);
    expect(await ownerDb.selectFrom("mail").selectAll().execute()).toEqual([]);
    expect(await mailPreviews(db, nobody, round.slug, around)).toBeUndefined();
  });

  test("say everything in English too, with no gap left open", async () => {
    const round = await given.published(organiser, {
      allocation: "selection",
      notice_date: day("2027-09-20"),
      manager_consultation: "confirmed",
    });
    for (const t of [translate.sv, translate.en]) {
      const shown = await mailPreviews(db, planner, round.slug, { ...around, t });
      for (const { subject, text } of shown!.previews) expect(subject + text).not.toMatch(/[{}]|undefined|null/);
    }
  });
});
