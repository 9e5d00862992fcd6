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

/**
 * The next round of a series, begun from an earlier one. (R001)
 *
 * What belongs to the offer is taken along: story, questions, people, rules, frame, and how many meetings of which
 * kind at which hours. What belonged to last time is left open rather than guessed: every day, room, deadline and
 * notice, the go/no-go date, and the links to last year's form.
 */
export function nextRoundFrom(earlier: RoundContent): RoundContent {
  return {
    ...earlier,
    plannedTerm: null,
    goNoGoDate: null,
    externalLink: null,
    externalForm: null,
    deadline: null,
    openUntilFull: false,
    noticeDate: null,
    noticeMonth: null,
    rules: earlier.rules.map(({ text, strength }) => ({ text, strength })),
    sessions: earlier.sessions.map((session) => ({ ...session, date: null, venue: null, provisional: false })),
  };
}
