import type { Said } from "#features/circles/question/answer.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

type Meeting = Pick<Session, "id" | "date" | "calledOff">;

/** What an answer was at one meeting. */
export type SaidAt = Said & { readonly sessionId: SessionId };

/**
 * The meeting an answer is written at: the last one that has come, and before the first of them the first. So what is
 * written between two meetings belongs to the earlier, and from the day of the next a new text stands beside it. A
 * meeting that was called off is none. (Rule Q-2 in docs/rules.md.)
 */
export function meetingToAnswerAt(sessions: readonly Meeting[], today: Temporal.PlainDate): SessionId | undefined {
  const held = sessions.filter(({ calledOff }) => !calledOff);
  const come = held.filter(({ date }) => date !== null && Temporal.PlainDate.compare(date, today) <= 0);
  return (come.at(-1) ?? held[0])?.id;
}

/** The texts of an answer in the order of the meetings, the first that was written first. */
export function inOrder<Text extends SaidAt>(texts: readonly Text[], sessions: readonly Pick<Session, "id">[]): Text[] {
  const place = new Map(sessions.map(({ id }, index) => [id, index]));
  return texts.toSorted((a, b) => (place.get(a.sessionId) ?? 0) - (place.get(b.sessionId) ?? 0));
}

/** How far a workplace had come the first time it was judged, and how far it has come now. */
export type Growth = { readonly was: number | null; readonly now: number | null };

/**
 * Then and now of an answer, from its texts in order. Judged once, there is a now and no then. That it was not judged
 * the last time is not the same as before, so the now is unknown.
 */
export function growthOf(texts: readonly Pick<SaidAt, "level">[]): Growth {
  const first = texts.find(({ level }) => level !== null);
  const last = texts.at(-1);
  return { was: first && first !== last ? first.level : null, now: last?.level ?? null };
}
