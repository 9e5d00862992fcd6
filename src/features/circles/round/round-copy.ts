import { firstDayOf, shiftedDay } from "#features/circles/round/date-shift.ts";
import type { SessionPlan } from "#features/circles/round/round.ts";
import type {
  Audience,
  Basics,
  Frame,
  People,
  Questions,
  Story,
  WayIn,
} from "#features/circles/round/round-sections.ts";

/** Everything a round says, without where it stands in time: what a new round starts from. */
export type RoundContent = Basics &
  Story &
  Questions &
  People &
  Audience &
  Frame &
  WayIn & { readonly plannedTerm: string | null; readonly sessions: readonly SessionPlan[] };

type Earlier = Omit<RoundContent, "sessions"> & {
  readonly sessions: readonly (SessionPlan & { readonly calledOff?: boolean })[];
};

/** When the next round begins, if that is known: its other days follow. */
export type NewStart = { readonly firstDay: Temporal.PlainDate; readonly today: Temporal.PlainDate };

/** How far ahead a round is planned at most: anything further is a slip of the finger. */
const mostYearsAhead = 5;

/** Why a round cannot begin on a day, if it cannot: it has been, or lies too far ahead to be meant. */
export function startProblem({
  firstDay,
  today,
}: NewStart): "round.copy.in_the_past" | "round.copy.too_far" | undefined {
  if (Temporal.PlainDate.compare(firstDay, today) <= 0) return "round.copy.in_the_past";
  const furthest = today.add({ years: mostYearsAhead });
  return Temporal.PlainDate.compare(firstDay, furthest) > 0 ? "round.copy.too_far" : undefined;
}

/**
 * The next round of a series, begun from an earlier one. (R001, P-6 in docs/rules.md)
 *
 * What belongs to the offer is taken along: story, questions, people, rules, frame, and how many meetings of which
 * kind at which hours; a meeting that was called off belongs to last time. Without a new first day every day is left
 * open rather than guessed. With one, all days are moved by as much, the last day to apply, the notice and go/no-go
 * days too; one of these that would have passed already is left open. Rooms and the links to last year's form are
 * always left open, and nobody who applied is taken along.
 */
export function nextRoundFrom(earlier: Earlier, start?: NewStart): RoundContent {
  const moved = movedDay(earlier, start);
  const ahead = (day: Temporal.PlainDate | null) => {
    const to = moved(day);
    return start && to && Temporal.PlainDate.compare(to, start.today) > 0 ? to : null;
  };
  return {
    ...earlier,
    plannedTerm: null,
    goNoGoDate: ahead(earlier.goNoGoDate),
    externalLink: null,
    externalForm: null,
    deadline: ahead(earlier.deadline),
    openUntilFull: false,
    noticeDate: ahead(earlier.noticeDate),
    noticeMonth: null,
    rules: earlier.rules.map(({ text, strength }) => ({ text, strength })),
    sessions: earlier.sessions
      .filter(({ calledOff }) => !calledOff)
      .map((session) => ({ ...session, date: moved(session.date), venue: null, provisional: false })),
  };
}

function movedDay(earlier: Earlier, start: NewStart | undefined) {
  const from = firstDayOf(earlier.sessions);
  return (day: Temporal.PlainDate | null) => (start && from ? shiftedDay(day, { from, to: start.firstDay }) : null);
}
