import { type AttendanceState, isAttended } from "#features/circles/attendance/attendance.ts";
import { type MeetingTime, timeAt, timeOf } from "#features/circles/attendance/circle-hours.ts";
import { proposalStates } from "#features/circles/proposal/proposal.ts";
import { type RegistrationState, sectors } from "#features/circles/registration/registration.ts";
import type { Home, ReportedApplication, ReportedRound, ReportFacts } from "#features/circles/report/report-facts.ts";
import type { RoundId, SessionId, SessionKind, SessionMode } from "#features/circles/round/round.ts";
import { type Reach, reachOf } from "#features/circles/spread/reach.ts";

export const markedStates = ["present", "digital", "substitute", "excused", "absent", "unmarked"] as const;
export type Marked = (typeof markedStates)[number];
type Marks = Readonly<Record<Marked, number>>;

export type ReportedMeeting = {
  readonly id: SessionId;
  readonly roundId: RoundId;
  readonly date: Temporal.PlainDate | null;
  readonly kind: SessionKind;
  readonly mode: SessionMode | null;
  readonly calledOff: boolean;
  readonly wasHeld: boolean;
  readonly marks: Marks;
};

export type ReachedHome = Home & {
  readonly places: number;
  /** Whether anybody from there has been at a meeting; not known as long as nobody has noted it. */
  readonly wasPresent: boolean | undefined;
};

/** What is told to those who lead and pay for circles, in figures that are about staff and not clients. */
export type Report = ReturnType<typeof reportOf>;

/**
 * What some rounds have come to: meetings, people, municipalities, hours, proposals, reach and costs. Every figure is
 * exact: it is about staff who take part as part of their work, never about clients. A place is counted by its people,
 * people over several rounds apart from places, and municipalities apart from both. What nobody has noted is unknown
 * and never nought. (R008, R102, R124)
 */
export function reportOf(facts: ReportFacts, today: Temporal.PlainDate) {
  const { rounds, applications, proposals } = facts;
  const placed = applications.filter(({ state }) => state === "placed" || state === "completed");
  const atMeetings = applications.filter(({ state }) => isExpected(state));
  const meetings = meetingsOf(facts, atMeetings, today);
  const homes = homesOf(placed, atMeetings, facts);
  const reach = reachOf(
    placed.map(({ id, home }) => ({ registrationId: id, workplace: "", employer: home.name })),
    facts.told,
  );
  return {
    rounds: rounds.map((round) => figuresOf(round, facts, today)),
    meetings,
    sessions: {
      planned: meetings.filter(({ calledOff }) => !calledOff).length,
      held: meetings.filter(({ wasHeld }) => wasHeld).length,
      calledOff: meetings.filter(({ calledOff }) => calledOff).length,
      digital: meetings.filter(({ wasHeld, mode }) => wasHeld && mode === "digital").length,
    },
    attendance: sumOf(meetings.map(({ marks }) => marks)),
    people: {
      applied: applications.length,
      places: seatsOf(placed),
      persons: personsIn(placed),
      completed: seatsIn(applications, "completed"),
      neverCame: seatsIn(applications, "noShow"),
      withdrawn: seatsIn(applications, "withdrawn"),
      leaders: rounds.flatMap(({ leaders }) => leaders).filter(({ part }) => part === "leader").length,
      facilitators: rounds.flatMap(({ leaders }) => leaders).filter(({ part }) => part === "facilitator").length,
      guests: facts.guests,
    },
    homes,
    municipalities: homes.filter(({ code }) => code !== null).length,
    notReached: notReached(homes, facts.territory),
    territory: facts.territory.length,
    sectors: sectors.map((sector) => ({ sector, places: seatsOf(placed.filter((one) => one.sector === sector)) })),
    hours: hoursOf(facts, placed, atMeetings),
    proposals: {
      count: proposals.length,
      participants: new Set(proposals.flatMap(({ registrationId }) => registrationId ?? [])).size,
      byState: proposalStates.map((state) => ({
        state,
        count: proposals.filter((proposal) => proposal.state === state).length,
      })),
      published: proposals.filter(({ isPublic }) => isPublic),
    },
    reach: { ...reach, target: targetOf(placed, facts) } satisfies Reach & { target: number },
    costs: costsOf(facts, seatsOf(placed)),
  };
}

/** Those who had a seat when a meeting was held. */
function isExpected(state: RegistrationState): boolean {
  return state === "placed" || state === "completed" || state === "noShow";
}

function meetingsOf(
  { rounds, marks }: ReportFacts,
  atMeetings: readonly ReportedApplication[],
  today: Temporal.PlainDate,
): ReportedMeeting[] {
  const expected = new Map(atMeetings.map(({ id, roundId }) => [id, roundId]));
  return rounds.flatMap((round) =>
    round.sessions.map(({ id, date, kind, mode, calledOff }) => {
      const wasHeld = !calledOff && date !== null && Temporal.PlainDate.compare(date, today) <= 0;
      const own = wasHeld
        ? marks.filter(({ sessionId, registrationId }) => sessionId === id && expected.has(registrationId))
        : [];
      const count = (state: AttendanceState) => own.filter((mark) => mark.state === state).length;
      const members = atMeetings.filter(({ roundId }) => roundId === round.id).length;
      return {
        id,
        roundId: round.id,
        date,
        kind,
        mode,
        calledOff,
        wasHeld,
        marks: {
          present: count("present"),
          digital: count("digital"),
          substitute: count("substitute"),
          excused: count("excused"),
          absent: count("absent"),
          unmarked: wasHeld ? members - own.length : 0,
        },
      };
    }),
  );
}

function homesOf(
  placed: readonly ReportedApplication[],
  atMeetings: readonly ReportedApplication[],
  { marks }: ReportFacts,
): ReachedHome[] {
  const keyOf = ({ home }: ReportedApplication) => home.code ?? home.name.toLocaleLowerCase("sv");
  const marked = Map.groupBy(marks, ({ registrationId }) => registrationId);
  const everywhere = Map.groupBy(atMeetings, keyOf);
  return [...Map.groupBy(placed, keyOf)]
    .flatMap(([key, members]) => {
      const [first] = members;
      if (!first) return [];
      const own = (everywhere.get(key) ?? []).flatMap(({ id }) => marked.get(id) ?? []);
      // Somebody else from the workplace came instead: the municipality was there.
      const came = own.some(({ state }) => isAttended(state) || state === "substitute");
      return [{ ...first.home, places: seatsOf(members), wasPresent: own.length === 0 ? undefined : came }];
    })
    .toSorted((one, other) => other.places - one.places || one.name.localeCompare(other.name, "sv"));
}

/** The municipalities a circle is for that nobody has come from: without a place, or with one and never at a meeting. */
function notReached(homes: readonly ReachedHome[], territory: ReportFacts["territory"]) {
  const withPlace = new Map(homes.flatMap((home) => (home.code === null ? [] : [[home.code, home] as const])));
  const without = territory
    .filter(({ code }) => !withPlace.has(code))
    .map(({ name }) => ({ name, why: "noPlace" as const }));
  const never = homes
    .filter(({ code, wasPresent }) => code !== null && wasPresent === false)
    .map(({ name }) => ({ name, why: "neverPresent" as const }));
  return [...never, ...without].toSorted((one, other) => one.name.localeCompare(other.name, "sv"));
}

function figuresOf(round: ReportedRound, facts: ReportFacts, today: Temporal.PlainDate) {
  const own = facts.applications.filter(({ roundId }) => roundId === round.id);
  const placed = own.filter(({ state }) => state === "placed" || state === "completed");
  const meetings = meetingsOf({ ...facts, rounds: [round] }, [], today);
  const people = placed.map(({ id }) => ({ registrationId: id, workplace: "", employer: "" }));
  return {
    id: round.id,
    slug: round.slug,
    title: round.title,
    state: round.state,
    planned: meetings.filter(({ calledOff }) => !calledOff).length,
    held: meetings.filter(({ wasHeld }) => wasHeld).length,
    places: seatsOf(placed),
    municipalities: new Set(placed.flatMap(({ home }) => home.code ?? [])).size,
    proposals: facts.proposals.filter(({ roundId }) => roundId === round.id).length,
    colleagues: reachOf(people, facts.told).colleagues,
    cost: amountOf(facts.costs.filter(({ roundId }) => roundId === round.id)),
  };
}

function hoursOf(
  { rounds, marks, between }: ReportFacts,
  placed: readonly ReportedApplication[],
  atMeetings: readonly ReportedApplication[],
) {
  const roundOf = new Map(rounds.map((round) => [round.id, round]));
  const commitments = placed.map(({ roundId, seats }) => {
    const hours = roundOf.get(roundId)?.hours;
    return hours == null ? undefined : hours * seats;
  });
  const at = Map.groupBy(marks, ({ registrationId }) => registrationId);
  const attended = atMeetings.map(({ id, roundId }) => {
    const sessions = new Set((at.get(id) ?? []).filter(({ state }) => isAttended(state)).map((mark) => mark.sessionId));
    return timeAt(roundOf.get(roundId)?.sessions ?? [], sessions);
  });
  return {
    planned: together(rounds.map(({ sessions }) => timeOf(sessions))),
    attended: together(attended),
    /** Assignments and reading, as far as somebody has said what they take. */
    between: {
      minutes: sum(between.flatMap(({ minutes }) => minutes ?? [])),
      unknown: between.filter(({ minutes }) => minutes === null).length,
    },
    /** What all who take part have undertaken; not known when some round does not say. */
    commitment: commitments.includes(undefined) ? undefined : sum(commitments.map((hours) => hours ?? 0)),
  };
}

function together(times: readonly MeetingTime[]): MeetingTime {
  return {
    meetings: sum(times.map(({ meetings }) => meetings)),
    minutes: sum(times.map(({ minutes }) => minutes)),
    unknown: sum(times.map(({ unknown }) => unknown)),
  };
}

function costsOf({ costs }: ReportFacts, places: number) {
  const sources = [...Map.groupBy(costs, ({ funder }) => funder.toLocaleLowerCase("sv"))]
    .map(([, own]) => ({ funder: own[0]?.funder ?? "", amount: sum(own.map(({ amount }) => amount)) }))
    .toSorted((one, other) => other.amount - one.amount || one.funder.localeCompare(other.funder, "sv"));
  const total = amountOf(costs);
  return { rows: costs, sources, total, perPlace: total === null || places === 0 ? undefined : total / places };
}

function targetOf(placed: readonly ReportedApplication[], { targets }: ReportFacts): number {
  const here = new Set(placed.map(({ id }) => id));
  return sum(targets.flatMap(({ registrationId, colleagues }) => (here.has(registrationId) ? colleagues : [])));
}

/** How many different people have a place; not known when a team is counted without its people, or somebody is forgotten. */
function personsIn(placed: readonly ReportedApplication[]): number | undefined {
  if (placed.some(({ person, seats }) => person === null || seats > 1)) return undefined;
  return new Set(placed.map(({ person }) => person)).size;
}

function sumOf(all: readonly Marks[]): Marks {
  const count = (state: Marked) => sum(all.map((marks) => marks[state]));
  return {
    present: count("present"),
    digital: count("digital"),
    substitute: count("substitute"),
    excused: count("excused"),
    absent: count("absent"),
    unmarked: count("unmarked"),
  };
}

function seatsIn(applications: readonly ReportedApplication[], state: RegistrationState): number {
  return seatsOf(applications.filter((one) => one.state === state));
}

function seatsOf(applications: readonly { readonly seats: number }[]): number {
  return sum(applications.map(({ seats }) => seats));
}

/** What has been paid together; not known as long as no cost is written, which is not the same as nothing. */
function amountOf(costs: readonly { readonly amount: number }[]): number | null {
  return costs.length === 0 ? null : sum(costs.map(({ amount }) => amount));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
