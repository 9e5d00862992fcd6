import { noonOf } from "#kernel/clock.ts";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { giveAssignment } from "#features/circles/assignment/commands.ts";
import { markAttendance, markTheRest } from "#features/circles/attendance/commands.ts";
import { publishProposal, tellOfProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { type ProposalState, ProposalStep, ProposalWords } from "#features/circles/proposal/proposal.ts";
import { loadCountedQuestionnaireDemo } from "#features/circles/questionnaire/demo.ts";
import { participantsOf } from "#features/circles/room/queries.ts";
import { advanceRound } from "#features/circles/round/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId, Session } from "#features/circles/round/round.ts";
import { setSpreadTarget, tellOfSpread } from "#features/circles/spread/commands.ts";
import { Spread } from "#features/circles/spread/spread.ts";

type Ground = {
  readonly planner: Actor;
  readonly participant: { readonly id: PersonId; readonly name: string };
  readonly roundId: RoundId;
};

/** A circle in the middle: the first meeting is noted, the second is not, and something is to be done before the third. */
export async function loadMidwayDemo(db: Database, planner: Actor, now: Clock, roundId: RoundId): Promise<void> {
  await comeAsFarAs(db, planner, now, roundId);
  const sessions = (await roundFacts(db, roundId))?.sessions ?? [];
  const [first, second, third] = sessions;
  if (first) await noteMeeting(db, planner, roundId, first, 1);
  const given = second?.date ? noonOf(second.date) : now();
  await giveAssignment(db, planner, () => given, roundId, {
    givenAt: second?.id ?? null,
    dueBefore: third?.id ?? null,
    title: "Fråga en gång till",
    task: "Fråga någon du redan har beslutat om stöd för: vad är viktigt för dig nu?\n\nSkriv vad du lärde dig av att fråga, utan något om vem det var.",
    visibility: "leaders",
  });
}

/** A circle that was over last year: who came, what lies on its meetings, what was proposed and became of it, and its reach. */
export async function loadFinishedDemo(
  db: Database,
  { planner, participant, roundId }: Ground,
  now: Clock,
): Promise<void> {
  await comeAsFarAs(db, planner, now, roundId);
  const sessions = (await roundFacts(db, roundId))?.sessions ?? [];
  for (const [index, session] of sessions.entries()) await noteMeeting(db, planner, roundId, session, index);
  await layMaterial(db, planner, sessions);
  const own: Actor = { ...nobody, personId: participant.id, name: participant.name, via: "session" };
  const after = (weeks: number): Clock => {
    const last = sessions.findLast(({ kind }) => kind !== "followUp")?.date;
    return last ? () => noonOf(last.add({ weeks })) : now;
  };
  for (const { words, by, became } of proposals) {
    const { id } = await writeProposal(
      db,
      by === "participant" ? own : planner,
      after(0),
      roundId,
      ProposalWords.parse(words),
    );
    for (const [state, weeks, reason] of became)
      await tellOfProposal(db, planner, after(weeks), id, ProposalStep.parse({ state, reason }));
    if (became.some(([state]) => state === "started")) await publishProposal(db, planner, after(20), id, true);
  }
  const [first, last] = [sessions[0]?.date, sessions.findLast(({ kind }) => kind !== "followUp")?.date];
  if (first && last) await loadCountedQuestionnaireDemo(db, planner, roundId, { first, last });
  await setSpreadTarget(db, own, after(0), roundId, { colleagues: 20 });
  const people = await participantsOf(db, roundId);
  for (const [index, { registrationId }] of people.slice(0, told.length).entries())
    await tellOfSpread(db, planner, after(index + 1), roundId, Spread.parse({ ...told[index], registrationId }));
}

/** Lets the round take every step whose day has come. */
async function comeAsFarAs(db: Database, planner: Actor, now: Clock, roundId: RoundId): Promise<void> {
  while (await advanceRound(db, planner, now, roundId));
}

/** Notes who was at a meeting: all but one, who had said so. */
async function noteMeeting(
  db: Database,
  planner: Actor,
  roundId: RoundId,
  session: Session,
  away: number,
): Promise<void> {
  const { date, id: sessionId } = session;
  if (!date) return;
  const at = () => noonOf(date);
  const people = await participantsOf(db, roundId);
  const one = people[away % Math.max(1, people.length)];
  const meeting = { roundId, sessionId };
  if (one) await markAttendance(db, planner, at, meeting, { registrationId: one.registrationId, state: "excused" });
  await markTheRest(db, planner, at, meeting, session.mode === "digital" ? "digital" : "present");
}

async function layMaterial(db: Database, planner: Actor, sessions: readonly Session[]): Promise<void> {
  await change(db, planner, async (tx) => {
    for (const [index, title] of readings.entries()) {
      const session = sessions[index];
      if (!session?.date) break;
      const address = `https://material.example.se/uppfoljning/${index + 1}`;
      const laid = { shown: "before" as const, to_read: true, added_at: noonOf(session.date.subtract({ weeks: 1 })) };
      await tx
        .insertInto("session_material")
        .values({ id: newId<"session_material">(), session_id: session.id, title, address, ...laid })
        .execute();
      await record(tx, { by: planner, what: "circles.demo_loaded", about: session.id });
    }
  });
}

const readings = [
  "Vad är systematisk uppföljning?",
  "Att välja vad man följer",
  "När siffror och berättelser säger olika",
];

const told = [
  { audience: "Arbetslaget på barnenheten", manner: "workplaceMeeting", reached: 12 },
  { audience: "Elevhälsans nätverk", manner: "presentation", reached: 18 },
  { audience: "Kollegor på mottagningen", manner: "conversation", reached: 4 },
  { audience: "Nyanställda i kommunen", manner: "training", reached: 9 },
];

type Become = readonly [state: ProposalState, weeks: number, reason?: string];

// Invented, in the manner of what circles propose.
const proposals: readonly {
  readonly words: object;
  readonly by: "participant" | "circle";
  readonly became: readonly Become[];
}[] = [
  {
    by: "participant",
    words: {
      title: "Tre frågor vid varje avslut",
      kind: "structure",
      problem: "Vi vet när ett stöd slutar, men inte om det hjälpte.",
      content: "Vid varje avslut ställs tre frågor till familjen, och svaren läses tillsammans en gång i kvartalet.",
      parties: "Barnenheten och familjecentralen",
      research: "Korta mått som används ofta ger mer än långa som används sällan.",
      profession: "Vi orkar tre frågor. Vi har prövat tolv, och det gjorde ingen.",
      serviceUser: "Föräldrarna vill bli tillfrågade av någon de känner.",
      asks: "En timme i kvartalet för att läsa svaren tillsammans.",
      owner: "Uppsala kommun",
    },
    became: [
      ["proposedAtHome", 4],
      ["decided", 10],
      ["started", 14],
      ["inUse", 30],
    ],
  },
  {
    by: "circle",
    words: {
      title: "En gemensam bild av väntan",
      kind: "project",
      problem: "Var och en ser sin egen kö, ingen ser hur länge familjen har väntat sammanlagt.",
      content: "Tre verksamheter räknar väntan från samma dag och ser på den tillsammans varje månad.",
      parties: "Barnenheten, elevhälsan och barn- och ungdomshälsan",
      profession: "Vi känner igen samma familjer i våra köer.",
      soughtInVain: ["research"],
      asks: "Någon som sammanställer, två timmar i månaden.",
      owner: "Region Uppsala",
    },
    became: [
      ["proposedAtHome", 6],
      ["started", 18],
    ],
  },
  {
    by: "circle",
    words: {
      title: "Uppföljning som en del av introduktionen",
      problem: "Den som är ny får veta hur man dokumenterar, men inte varför.",
      content: "En halv dag om uppföljning för alla nyanställda.",
    },
    became: [["proposedAtHome", 8]],
  },
  {
    by: "circle",
    words: {
      title: "En enkät till alla som har haft stöd",
      problem: "Vi hör bara av dem som klagar eller tackar.",
    },
    became: [["dropped", 20, "Svaren blev för få för att säga något, och frågorna ställs bättre vid avslutet."]],
  },
];
