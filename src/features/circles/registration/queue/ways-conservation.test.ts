import fc from "fast-check";
import { expect, test } from "vitest";
import { addApplication } from "#features/circles/registration/added/commands.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { importApplications, sendApplications } from "#features/circles/registration/imports/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { letTimeRunOut } from "#features/circles/registration/queue/commands.ts";
import { WrittenDown } from "#features/circles/registration/registration.ts";
import { type Entry, hasFreeSeat, isSeated, seatsOf } from "#features/circles/registration/seat-claims.ts";
import { decideSelection, sendNotices } from "#features/circles/registration/selection/commands.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { application, givenRegistrations } from "../../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);

async function rosterOf(roundId: RoundId) {
  const rows = await ownerDb
    .selectFrom("registration as r")
    .where("r.round_id", "=", roundId)
    .orderBy("r.queue_no")
    .select(["r.id", "r.queue_no as queueNo", "r.state", "r.confirm_by as confirmBy", "r.seats"])
    .execute();
  return rows.map((row) => ({ ...row, passedOver: false }));
}

/** Numbers without gaps, no place given twice, and none free while somebody waits for whom there is room. */
function check(roster: readonly Entry[], seats: number, now: Temporal.Instant) {
  expect(roster.map(({ queueNo }) => queueNo)).toEqual(roster.map((_, index) => index + 1));
  expect(seatsOf(roster.filter(({ state }) => isSeated(state)))).toBeLessThanOrEqual(seats);
  const inVain = roster.filter((entry) => entry.state === "waitlisted" && hasFreeSeat(roster, entry, seats, now));
  expect(inVain.map(({ queueNo }) => queueNo)).toEqual([]);
}

/** A refusal is an answer here; anything else is a bug. */
const settled = (work: Promise<unknown>) =>
  work.catch((problem: unknown) => expect(problem).toHaveProperty("code", expect.stringMatching(/^registration\./)));

test("by whatever way they come in: seats are never given twice and nobody is lost (C-3, C-16, C-19)", async () => {
  const deed = fc.constantFrom("form", "form", "staff", "import", "import", "withdraw", "yes", "no", "wait");
  const story = fc.array(fc.record({ deed, who: fc.nat(20), many: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 6,
    maxLength: 14,
  });
  let mark = 0;
  await fc.assert(
    fc.asyncProperty(story, fc.integer({ min: 1, max: 5 }), async (happenings, seats) => {
      const over = { hard_capacity: seats, target_capacity: seats, manager_consultation: "none" as const, hours: null };
      const round = await given.published(organiser, over);
      let today = Temporal.PlainDate.from("2027-06-07");
      for (const { deed: what, who, many } of happenings) {
        const now = noon(today.toString());
        const before = await rosterOf(round.id);
        const meant = before[who % Math.max(1, before.length)];
        if (what === "form") await circle.confirmed(round.id, {}, now);
        if (what === "staff") {
          const reached = { way: "phone", reachedDate: "2027-06-01", reachedTime: "08:00" };
          await addApplication(
            db,
            planner,
            { roundId: round.id, written: WrittenDown.parse({ ...application(), ...reached }) },
            now,
          );
        }
        if (what === "import") {
          const lines = Array.from({ length: many }, () => {
            mark += 1;
            return `2027-06-0${1 + (mark % 4)} 09:00;Fil ${mark};fil${mark}@example.se;Enheten;Mölndal;kurator;skola`;
          });
          const text = ["Tid;Namn;E-post;Arbetsplats;Kommun;Yrke;Verksamhet", ...lines].join("\n");
          const file = { name: "svar.csv", bytes: new TextEncoder().encode(text) };
          const { id } = await sendApplications(db, planner, { roundId: round.id, file }, now);
          await settled(importApplications(db, planner, { roundId: round.id, id, choice: {} }, now));
        }
        if (what === "withdraw" && meant) await settled(withdraw(db, planner, { registrationId: meant.id }, now));
        if ((what === "yes" || what === "no") && meant)
          await settled(answerOffer(db, planner, { registrationId: meant.id }, what, now));
        if (what === "wait") {
          today = today.add({ days: 2 });
          await letTimeRunOut(db, round.id, noon(today.toString()));
        }
        const after = await rosterOf(round.id);
        expect(after.length).toBeGreaterThanOrEqual(before.length);
        check(after, seats, noon(today.toString())());
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

test("teams get all their seats or none, whatever happens on the waiting list (C-14, C-15)", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 });
  const after = fc.array(fc.record({ deed: fc.constantFrom("withdraw", "yes", "no"), who: fc.nat(20) }), {
    maxLength: 10,
  });
  let person = 0;
  await fc.assert(
    fc.asyncProperty(sizes, after, fc.integer({ min: 5, max: 9 }), async (teams, happenings, seats) => {
      const round = await given.published(organiser, {
        allocation: "teamByPrincipal",
        notice_date: Temporal.PlainDate.from("2027-09-20"),
        hard_capacity: seats,
        target_capacity: seats,
        hours: null,
      });
      const noticeDay = noon("2027-09-20");
      for (const size of teams) {
        const members = Array.from({ length: size }, () => ({
          name: "Medlem",
          email: `lag${(person += 1)}@example.se`,
        }));
        await circle.confirmed(round.id, { members });
      }
      let left = seats;
      const decisions = (await rosterOf(round.id)).map(({ id, seats: size }) => {
        const fits = size <= left;
        if (fits) left -= size;
        return { registrationId: id, outcome: fits ? ("place" as const) : ("wait" as const), reason: "Temat passar." };
      });
      await decideSelection(db, planner, round.id, decisions, noticeDay);
      await sendNotices(db, planner, round.id, noticeDay);
      check(await rosterOf(round.id), seats, noticeDay());
      for (const { deed: what, who } of happenings) {
        const before = await rosterOf(round.id);
        const { id } = before[who % before.length]!;
        if (what === "withdraw") await settled(withdraw(db, planner, { registrationId: id }, noticeDay));
        else await settled(answerOffer(db, planner, { registrationId: id }, what, noticeDay));
        const now = await rosterOf(round.id);
        check(now, seats, noticeDay());
        expect(now.map(({ seats: size }) => size)).toEqual(teams);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
