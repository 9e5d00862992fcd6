import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

/** What of one meeting is not as it was, and since when. */
export type SessionMark = {
  readonly at: Temporal.Instant;
  readonly things: readonly ChangedThing[];
};

type Noticed = { readonly changedAt: Temporal.Instant; readonly things: readonly ChangedThing[] };

/**
 * What stands beside each meeting about what was changed in it: of each kind what it was at first, and the day of the
 * last change. A meeting that is called off says that alone, and one that was taken up again says what came after. What
 * was moved and moved back is as it was, and says nothing. (Ä-1)
 *
 * The notices come latest first.
 */
export function sessionMarks(
  sessions: readonly Pick<Session, "id" | "calledOff">[],
  notices: readonly Noticed[],
): ReadonlyMap<SessionId, SessionMark> {
  const marks = new Map<SessionId, SessionMark>();
  for (const session of sessions) {
    const told = notices.flatMap(({ changedAt, things }) =>
      things.filter(({ sessionId }) => sessionId === session.id).map((thing) => ({ changedAt, thing })),
    );
    const restart = told.findIndex(({ thing }) => thing.kind === "added" || thing.kind === "calledOff");
    const standing = session.calledOff
      ? told.filter(({ thing }) => thing.kind === "calledOff").slice(0, 1)
      : netOf(restart < 0 ? told : told.slice(0, restart + 1));
    const [last] = standing;
    if (last) marks.set(session.id, { at: last.changedAt, things: standing.map(({ thing }) => thing) });
  }
  return marks;
}

type Told = { readonly changedAt: Temporal.Instant; readonly thing: ChangedThing };

/** Of each kind what it was at first and what it became at last; nothing where the two are the same. */
function netOf(told: readonly Told[]): Told[] {
  const kinds = [...new Set(told.map(({ thing }) => thing.kind))];
  return kinds.flatMap((kind) => {
    const of = told.filter(({ thing }) => thing.kind === kind);
    const [latest] = of;
    const first = of.at(-1);
    if (!latest || !first) return [];
    const isAsItWas = latest.thing.became === first.thing.was && latest.thing.became !== null;
    return isAsItWas ? [] : [{ ...latest, thing: { ...latest.thing, was: first.thing.was } }];
  });
}
