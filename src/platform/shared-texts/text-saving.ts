import type { PersonId } from "#kernel/ids.ts";

/** A section as it stands when something new comes to it. */
export type Standing = {
  readonly body: string;
  readonly version: number;
  /** The sitting that wrote what stands there. */
  readonly hand: string | null;
  readonly writerId: PersonId | null;
  readonly writingUntil: Temporal.Instant | null;
};

/** What somebody sends to a section. */
export type Sent = {
  readonly by: PersonId;
  readonly body: string;
  readonly basedOn: number;
  readonly hand?: string | undefined;
  readonly turn?: number | undefined;
};

/**
 * What becomes of a text: it is written, it was there already, or it is laid beside what stands there, where a person
 * will compare the two. Nothing is ever thrown away.
 */
export type Fate = "written" | "already" | "beside";

/** Whoever writes in a section just now. */
export function writerOf({ writerId, writingUntil }: Standing, now: Temporal.Instant): PersonId | undefined {
  if (!writerId || !writingUntil) return undefined;
  return Temporal.Instant.compare(writingUntil, now) > 0 ? writerId : undefined;
}

/**
 * Decides what becomes of a text that comes to a section. It replaces what stands there only if the writer has seen
 * that: they began from this very version, or it is their own sitting that wrote it. While somebody else has the
 * section, it never does. What a sitting has sent before is known by its turn, so that a text whose answer was lost on
 * the way is not taken for another one. (Rule T-1 in docs/rules.md.)
 *
 * @param known the highest turn that has come from this sitting, if any has
 */
export function fateOf(standing: Standing, sent: Sent, known: number | undefined, now: Temporal.Instant): Fate {
  if (sent.turn !== undefined && known !== undefined && sent.turn <= known) return "already";
  if (sent.body === standing.body) return "already";
  const writer = writerOf(standing, now);
  if (writer !== undefined && writer !== sent.by) return "beside";
  if (sent.turn !== undefined && sent.hand === standing.hand) return "written";
  return sent.basedOn === standing.version ? "written" : "beside";
}
