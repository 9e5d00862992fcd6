import type { Reader } from "#platform/database/database.ts";
import type { JoinLinks } from "#features/circles/round/join-links/join-links.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Where the digital meetings of a round are joined. Whoever asks has seen to it that the answer goes to somebody with a
 * place or somebody who leads, and to nobody else. A meeting that was made one on site is not joined; its address waits
 * for it to be made digital again.
 */
export async function joinLinksOf(db: Reader, roundId: RoundId): Promise<JoinLinks> {
  const rows = await db
    .selectFrom("session_join_link as l")
    .innerJoin("session as s", "s.id", "l.session_id")
    .where("s.round_id", "=", roundId)
    .where("s.called_off", "=", false)
    .where("s.mode", "is distinct from", "physical")
    .select(["s.id", "l.address"])
    .execute();
  return new Map(rows.map(({ id, address }) => [id, address]));
}
