import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { whatWaitsInCircles } from "#features/today/parts/waiting-in-circles.tsx";
import { translators } from "#platform/web/translate.ts";
import { catalogues } from "../../../catalogues.ts";
import { testDatabase } from "../../../../test/database.ts";
import { given } from "../../../../test/given.ts";
import { day, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const rounds = givenRounds(ownerDb);
const { someone } = given(ownerDb);
const t = translators(catalogues).sv;
const now = noon("2027-09-13");

/** A circle under way: a meeting that has been, one to come, somebody with a place, an assignment due at the second. */
async function stage(over: { state?: "running" | "completed" } = {}) {
  const unit = await rounds.organiser();
  const leader = await someone("developmentLeader", { organisation: unit });
  const asta = await someone("participant", { organisation: unit });
  const round = await rounds.published(unit, { state: "running", title: "Cirkeln", ...over });
  await ownerDb.deleteFrom("session").where("round_id", "=", round.id).execute();
  const been = await rounds.session(round.id, { date: day("2027-09-10") });
  const coming = await rounds.session(round.id, { date: day("2027-09-17"), position: 2 });
  const registration = await rounds.registration(round.id, { state: "placed", person_id: asta.personId });
  const assignment = newId<"assignment">();
  await ownerDb
    .insertInto("assignment")
    .values({
      id: assignment,
      round_id: round.id,
      due_before: coming,
      title: "Läs",
      task: "Läs texten",
      visibility: "group",
      created_at: now(),
    })
    .execute();
  const handIn = () =>
    ownerDb
      .insertInto("assignment_submission")
      .values({
        id: newId<"assignment_submission">(),
        assignment_id: assignment,
        registration_id: registration,
        body: "Så här gör vi",
        version: 1,
        saved_at: now(),
        handed_in_at: now(),
        late: false,
      })
      .execute();
  return { leader, asta, round, been, registration, handIn };
}

const linesFor = async (actor: Actor, at = now) => {
  const lines = await whatWaitsInCircles(db, actor, at());
  return lines({ t, near: (date) => date.toString(), go: (href) => href }).map(({ title, action }) => [title, action]);
};
const titles = async (...asked: Parameters<typeof linesFor>) => (await linesFor(...asked)).map(([title]) => title);

test("a participant is told what to hand in, until it is handed in, and then whoever leads is told to answer", async () => {
  const { leader, asta, handIn } = await stage();
  expect(await titles(asta)).toEqual(["Lämna in 2027-09-17: Läs"]);
  expect(await titles(leader)).not.toContain("En inlämnad text väntar på återkoppling");
  await handIn();
  expect(await titles(asta)).toEqual([]);
  expect(await titles(leader)).toContain("En inlämnad text väntar på återkoppling");
});

test("a meeting that is called off is no deadline", async () => {
  const { asta, round } = await stage();
  await ownerDb
    .updateTable("session")
    .set({ called_off: true })
    .where("round_id", "=", round.id)
    .where("position", "=", 2)
    .execute();
  expect(await titles(asta)).toEqual([]);
});

test("whoever leads is told of attendance and notes that are missing after a meeting, each with its address", async () => {
  const { leader, round, been, registration } = await stage();
  const lines = await linesFor(leader);
  const meeting = `/cirkel/${round.slug}/traff/${been}`;
  expect(lines).toContainEqual(["Närvaron från träffen 2027-09-10 är inte skriven", `${meeting}/narvaro`]);
  expect(lines).toContainEqual(["Träffen 2027-09-10 har inga anteckningar", meeting]);
  await ownerDb
    .insertInto("attendance")
    .values({
      id: newId<"attendance">(),
      session_id: been,
      registration_id: registration,
      state: "present",
      noted_by: "leader",
      noted_at: now(),
    })
    .execute();
  await ownerDb
    .insertInto("session_note_section")
    .values({
      id: newId<"session_note_section">(),
      session_id: been,
      position: 0,
      heading: "Runda",
      body: "Vi talade.",
    })
    .execute();
  expect(await titles(leader)).toEqual(["Beslut om gallring saknas"]);
});

test("after the circle places are to be ended, colleagues told and the certificate fetched", async () => {
  const { leader, asta, registration } = await stage({ state: "completed" });
  const later = noon("2027-10-10");
  expect(await titles(leader, later)).toContain("Intygen väntar på att deltagandet avslutas");
  await ownerDb
    .updateTable("registration")
    .set({ state: "completed", state_since: later() })
    .where("id", "=", registration)
    .execute();
  expect(await titles(leader, later)).toEqual(["Beslut om gallring saknas"]);
  expect(await titles(asta, later)).toEqual(["Vilka har du berättat för hemma?", "Ditt intyg är klart"]);
  expect(await titles(asta, noon("2029-01-10"))).toEqual([]);
});

test("nothing of it waits for a leader of other circles, or for somebody without a part in any", async () => {
  await stage();
  const elsewhere = await someone("developmentLeader", { organisation: await rounds.organiser() });
  const guest = await someone("guest", { organisation: await rounds.organiser() });
  expect([await titles(elsewhere), await titles(guest)]).toEqual([[], []]);
});
