import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import type { MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import { isMatterInside } from "#features/meetings/matter/queries.ts";
import { actorOf } from "#features/organisations/people/queries.ts";

export const unfollowPurpose = "matter.unfollow";

/** Whom a link to end it is for, and of which matter. */
export function subjectOf({ matterId, personId }: { matterId: MatterId; personId: PersonId }): string {
  return `${matterId} ${personId}`;
}

export function whoOf(subject: string): { matterId: MatterId; personId: PersonId } {
  const [matterId = "", personId = ""] = subject.split(" ");
  return { matterId: matterId as MatterId, personId: personId as PersonId };
}

/** Whether somebody follows a matter. */
export async function isFollowing(db: Reader, matterId: MatterId, personId: PersonId | undefined): Promise<boolean> {
  if (!personId) return false;
  const row = await db
    .selectFrom("matter_subscription")
    .where("matter_id", "=", matterId)
    .where("person_id", "=", personId)
    .select("since")
    .executeTakeFirst();
  return row !== undefined;
}

/** What a mail to one who follows a matter says. It names nobody: mail is forwarded. */
export type ToldOfMatter = {
  readonly matterId: MatterId;
  readonly slug: string;
  readonly title: string;
  readonly state: MatterState;
  readonly stepNo: number;
  readonly what: string;
  readonly personId: PersonId;
  readonly to: string;
  readonly name: string;
  readonly language: Language;
};

/**
 * Who is to be told of one thing that has happened to a matter: those who follow it, have an address and may still see
 * it, except whoever did it.
 */
export async function followersToTell(
  db: Reader,
  matterId: MatterId,
  stepNo: number,
  today: Temporal.PlainDate,
): Promise<ToldOfMatter[]> {
  const rows = await db
    .selectFrom("matter_subscription as s")
    .innerJoin("matter as m", "m.id", "s.matter_id")
    .innerJoin("matter_step as t", "t.matter_id", "m.id")
    .innerJoin("person as p", "p.id", "s.person_id")
    .where("m.id", "=", matterId)
    .where("t.step_no", "=", stepNo)
    .where("p.merged_into", "is", null)
    .where("p.email", "is not", null)
    .where(sql<SqlBool>`t.told_by is distinct from p.id`)
    .orderBy("p.id")
    .select(["m.slug", "m.title", "m.state", "t.what", "p.id as personId", "p.email as to", "p.name", "p.language"])
    .execute();
  const told: ToldOfMatter[] = [];
  for (const row of rows) {
    const personId = row.personId as PersonId;
    const known = await actorOf(db, personId, today);
    if (!known || !row.to) continue;
    const sees = await db
      .selectFrom("matter as m")
      .where("m.id", "=", matterId)
      .where(isMatterInside(known.actor, today))
      .select("m.id")
      .executeTakeFirst();
    if (sees) told.push({ ...row, matterId, stepNo, personId, to: row.to, state: row.state, language: row.language });
  }
  return told;
}

/** What a link to end it leads to, without using it. */
export async function unfollowAsked(db: Reader, token: string, now: Temporal.Instant) {
  const link = await readLink(db, unfollowPurpose, token, now);
  if (!link) return undefined;
  const { matterId } = whoOf(link.subject);
  const matter = await db.selectFrom("matter").where("id", "=", matterId).select("title").executeTakeFirst();
  return matter && { title: matter.title, state: link.state };
}
