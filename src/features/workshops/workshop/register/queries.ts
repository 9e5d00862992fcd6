import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { ledBy, readBy } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId, WorkshopState } from "#features/workshops/workshop/workshop.ts";

/** A workshop in the list. */
export type ListedWorkshop = {
  readonly id: WorkshopId;
  readonly slug: string;
  readonly title: string;
  readonly organisation: string;
  readonly heldOn: Temporal.PlainDate | null;
  readonly state: WorkshopState;
  readonly answers: number;
  readonly leads: boolean;
};

export type WorkshopWish = {
  readonly typed?: string | undefined;
  readonly state?: WorkshopState | undefined;
  /** The list goes on after this workshop. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** The workshops somebody leads or may read what was answered in, the latest first, and how many there are in all. */
export async function workshopsListed(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  { typed = "", state, after, limit }: WorkshopWish,
): Promise<{ readonly workshops: ListedWorkshop[]; readonly count: number; readonly after: WorkshopId | undefined }> {
  const pattern = `%${typed.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wished = db
    .selectFrom("workshop as w")
    .where(readBy(actor, today))
    .where("w.title", "ilike", pattern)
    .$if(state !== undefined, (qb) => qb.where("w.state", "=", state as WorkshopState));
  const [{ count }, rows] = await Promise.all([
    wished.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow(),
    wished
      .innerJoin("organisation as o", "o.id", "w.organisation_id")
      .$if(after !== undefined, (qb) =>
        qb.where(
          sql<SqlBool>`(w.created_at, w.id) < (select created_at, id from workshop where id = ${after ?? null}::uuid)`,
        ),
      )
      .orderBy("w.created_at", "desc")
      .orderBy("w.id", "desc")
      .limit(limit + 1)
      .select(["w.id", "w.slug", "w.title", "o.name as organisation", "w.held_on as heldOn", "w.state"])
      .select([
        sql<boolean>`${ledBy(actor)}`.as("leads"),
        sql<number>`(select count(*)::int from workshop_answer a where a.workshop_id = w.id and a.hidden_at is null)`.as(
          "answers",
        ),
      ])
      .execute(),
  ]);
  const workshops = rows.slice(0, limit);
  return { workshops, count, after: rows.length > limit ? workshops.at(-1)?.id : undefined };
}
