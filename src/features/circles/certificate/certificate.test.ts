import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeEach, describe, expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import { type Actor } from "#kernel/actor.ts";
import { markAttendance } from "#features/circles/attendance/commands.ts";
import { certificateJobs } from "#features/circles/certificate/jobs.ts";
import { settlePlaces } from "#features/circles/certificate/commands.ts";
import { certificateDocument } from "#features/circles/certificate/parts/certificate-document.ts";
import { certificateOf } from "#features/circles/certificate/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundState, SessionId } from "#features/circles/round/round.ts";
import { pdfFile } from "#platform/documents/pdf-file.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { actorWith, day, givenRounds, noon, time } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser({ name: "FoU-enheten i länet" });
const planner = await given.planner(unit);
const now = noon("2028-05-08");
const t = translators(catalogues);

let round: Awaited<ReturnType<typeof given.draft>>;
let sessions: SessionId[];
let people: Record<"came" | "never" | "unclear", RegistrationId>;
let whoCame: Actor;

beforeEach(async () => {
  round = await given.draft(unit, {
    state: "completed",
    hours: 70,
    title: "Tidiga insatser",
    allocation: "firstCome",
    hard_capacity: 12,
    goal: "Ett förslag per arbetsplats.",
  });
  const hours = { starts: time("09:00"), ends: time("13:00") };
  sessions = [
    await given.session(round.id, { date: day("2027-10-01"), ...hours, theme: "Juridik i samverkan" }),
    await given.session(round.id, { date: day("2028-05-05"), ...hours, theme: "Vad blev det av förslagen?" }),
  ];
  const person = await given.person({ name: "Asta Berg" });
  whoCame = actorWith([], {}, person);
  people = {
    came: await given.registration(round.id, { name: "Asta Berg", person_id: person }),
    never: await given.registration(round.id, { name: "Bo Lind" }),
    unclear: await given.registration(round.id, { name: "Cim Ro" }),
  };
  const mark = (who: keyof typeof people, at: number, state: "present" | "absent") =>
    markAttendance(
      db,
      planner,
      now,
      { roundId: round.id, sessionId: sessions[at]! },
      { registrationId: people[who], state },
    );
  await mark("came", 0, "present");
  await mark("never", 0, "absent");
  await mark("never", 1, "absent");
  await mark("unclear", 0, "absent");
});

const standings = async () => {
  const rows = await ownerDb
    .selectFrom("registration")
    .where("round_id", "=", round.id)
    .select(["name", "state"])
    .execute();
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
};
const inState = (state: RoundState) => ownerDb.updateTable("round").set({ state }).where("id", "=", round.id).execute();

describe("when a circle is over", () => {
  test("who attended has completed it, who never came has not, and who is unclear waits", async () => {
    expect(await settlePlaces(db, planner, now, round.id)).toEqual({ completed: 1, missed: 1, unknown: 1 });
    expect(await standings()).toEqual({ "Asta Berg": "completed", "Bo Lind": "noShow", "Cim Ro": "placed" });
  });

  test("who completed it is told by mail, once, and nobody else is", async () => {
    const email = `asta.${round.id}@example.se`;
    await ownerDb.updateTable("registration").set({ email }).where("id", "=", people.came).execute();
    await settlePlaces(db, planner, now, round.id);
    await runJobs(db, certificateJobs, { translate: t });
    await runJobs(db, certificateJobs, { translate: t });
    const mails = await ownerDb
      .selectFrom("mail")
      .where("about", "in", Object.values(people))
      .select(["to_address", "subject", "body_text"])
      .execute();
    expect(mails).toMatchObject([{ to_address: email, subject: "Ditt intyg från Tidiga insatser" }]);
    expect(mails[0]!.body_text).toContain(`/cirkel/${round.slug}/intyg`);
  });

  test("settling again finds nobody, until what was missing is noted", async () => {
    await settlePlaces(db, planner, now, round.id);
    await expect(settlePlaces(db, planner, now, round.id)).rejects.toMatchObject({
      code: "certificate.nobody_to_settle",
    });
    const last = { roundId: round.id, sessionId: sessions[1]! };
    await markAttendance(db, planner, now, last, { registrationId: people.unclear, state: "digital" });
    expect(await settlePlaces(db, planner, now, round.id)).toEqual({ completed: 1, missed: 0, unknown: 0 });
    expect(await standings()).toMatchObject({ "Cim Ro": "completed" });
  });
});

test("nobody's place is settled before the follow-up, by a participant or by a stranger (R101)", async () => {
  await inState("followUpPending");
  await expect(settlePlaces(db, planner, now, round.id)).rejects.toMatchObject({ code: "certificate.not_over" });
  await inState("completed");
  await expect(settlePlaces(db, whoCame, now, round.id)).rejects.toMatchObject({ code: "certificate.leaders_only" });
  const stranger = await given.planner(await given.organiser());
  await expect(settlePlaces(db, stranger, now, round.id)).rejects.toMatchObject({ kind: "not_found" });
  expect(new Set(Object.values(await standings()))).toEqual(new Set(["placed"]));
});

describe("a certificate", () => {
  test("says the meetings somebody was at, their themes and hours, and the whole commitment (R116)", async () => {
    await settlePlaces(db, planner, now, round.id);
    const facts = await certificateOf(db, whoCame, round.slug, people.came);
    const document = certificateDocument(t.sv, facts, day("2028-05-08"));
    expect(document).toMatchObject({ language: "sv", title: "Intyg för Asta Berg", author: "FoU-enheten i länet" });
    const said = JSON.stringify(document);
    for (const words of [
      "Juridik i samverkan",
      "1 av 2 träffar",
      "4 timmar",
      "70 timmar",
      "Ett förslag per arbetsplats.",
    ])
      expect(said).toContain(words);
    expect(said).not.toContain("Vad blev det av förslagen?");
  });

  test("is a tagged PDF with its title and language", async () => {
    await settlePlaces(db, planner, now, round.id);
    const facts = await certificateOf(db, planner, round.slug, people.came);
    const bytes = await pdfFile(certificateDocument(t.sv, facts, day("2028-05-08")));
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    expect([...((await pdf.getMarkInfo()) as unknown as Iterable<unknown>)]).toContainEqual(["Marked", true]);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "Intyg för Asta Berg", Author: "FoU-enheten i länet", Language: "sv-SE" });
  });

  test("is for whoever it is about and those who lead, and is not there before the place is completed", async () => {
    await expect(certificateOf(db, whoCame, round.slug, people.came)).rejects.toMatchObject({
      code: "certificate.not_completed",
    });
    await settlePlaces(db, planner, now, round.id);
    const stranger = await given.planner(await given.organiser());
    await expect(certificateOf(db, stranger, round.slug, people.came)).rejects.toMatchObject({ kind: "not_found" });
    await expect(certificateOf(db, whoCame, round.slug, people.unclear)).rejects.toMatchObject({ kind: "not_found" });
    await expect(certificateOf(db, planner, round.slug, people.never)).rejects.toMatchObject({ kind: "not_found" });
    await expect(certificateOf(db, planner, round.slug, people.unclear)).rejects.toMatchObject({ kind: "conflict" });
  });
});
