import type { Theme } from "#features/circles/session-plan/session-plan.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

type Meeting = Pick<Session, "id" | "date" | "calledOff">;

/** Whether a theme has had its meeting, is to have it, or has none. */
export const coverages = ["held", "planned", "none"] as const;
export type Coverage = (typeof coverages)[number];

/** A theme with the meetings it is taken up at. */
export type CoveredTheme<Each extends Meeting = Meeting> = {
  readonly theme: Theme;
  readonly sessions: readonly Each[];
  readonly coverage: Coverage;
};

/**
 * Which themes of a circle have their meeting. A meeting that is called off takes up nothing, and one without a day is
 * still to come. (R105)
 */
export function coverThemes<Each extends Meeting>(
  themes: readonly (Theme & { readonly sessionIds: readonly SessionId[] })[],
  meetings: readonly Each[],
  today: Temporal.PlainDate,
): CoveredTheme<Each>[] {
  return themes.map(({ id, name, sessionIds }) => {
    const sessions = meetings.filter((meeting) => sessionIds.includes(meeting.id) && !meeting.calledOff);
    const isHeld = sessions.some(({ date }) => date !== null && Temporal.PlainDate.compare(date, today) <= 0);
    return { theme: { id, name }, sessions, coverage: sessions.length === 0 ? "none" : isHeld ? "held" : "planned" };
  });
}
