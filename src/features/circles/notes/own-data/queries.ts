import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/**
 * What somebody has written in the notes of their circles: sections they wrote last, texts of theirs that stand beside
 * or stood there before, and contributions with their name. One without a name is nobody's, theirs neither.
 */
export async function ownData(db: Reader, { personId }: Whose): Promise<readonly OwnSection[]> {
  const whose = personId ?? null;
  const sections = await inCircles(db)
    .where("n.saved_by", "=", whose)
    .select(["n.body as text", "n.saved_at as at"])
    .execute();
  const texts = await inCircles(db)
    .innerJoin("session_note_text as x", "x.section_id", "n.id")
    .where("x.written_by", "=", whose)
    .orderBy("x.written_at")
    .select(["x.body as text", "x.written_at as at"])
    .execute();
  const contributions = await inCircles(db)
    .innerJoin("session_note_contribution as b", "b.section_id", "n.id")
    .where("b.written_by", "=", whose)
    .orderBy("b.written_on")
    .select(["b.body as text", "b.written_on as at"])
    .execute();
  return [{ section: "notes", rows: [...sections, ...texts, ...contributions] }];
}

function inCircles(db: Reader) {
  return db
    .selectFrom("session_note_section as n")
    .innerJoin("session as s", "s.id", "n.session_id")
    .innerJoin("round as c", "c.id", "s.round_id")
    .orderBy("s.date")
    .orderBy("n.position")
    .select(["c.title as round", "n.heading as subject"]);
}
