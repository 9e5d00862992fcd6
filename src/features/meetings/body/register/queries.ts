import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { BodyId, BodyKind } from "#features/meetings/body/body.ts";
import { keptBy, seatedBodies } from "#features/meetings/body/queries.ts";

/** What the list of bodies is narrowed to. */
export type BodyWish = {
  readonly typed?: string | undefined;
  readonly kind?: BodyKind | undefined;
  readonly keptBy?: OrganisationId | undefined;
  /** One's own, those others sit in, or those that rest. */
  readonly which?: "own" | "others" | "dormant" | undefined;
  /** The list goes on after this body. */
  readonly after?: BodyId | undefined;
  readonly limit: number;
};

/** A body in the list: anybody who is signed in may see which there are. */
export type ListedBody = {
  readonly id: BodyId;
  readonly kind: BodyKind;
  readonly name: string;
  readonly slug: string;
  readonly organisation: string;
  readonly isOwn: boolean;
  readonly dormantSince: Temporal.PlainDate | null;
  readonly seats: number;
  /** How many of the seats somebody sits in today. */
  readonly filled: number;
  readonly members: number;
};

/** The bodies there are, by name, and how many there are in all that are wished for. */
export async function bodiesListed(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
  wish: BodyWish,
): Promise<{ readonly bodies: ListedBody[]; readonly count: number; readonly after: BodyId | undefined }> {
  const isOwn = sql<boolean>`(b.id in ${seatedBodies(actor, today)})`;
  const rests = sql<SqlBool>`exists (select from body_dormancy d where d.body_id = b.id and d.to_day is null)`;
  const pattern = `%${(wish.typed ?? "").trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wished = db
    .selectFrom("body as b")
    .innerJoin("organisation as o", "o.id", "b.organisation_id")
    .where("b.name", "ilike", pattern)
    .$if(wish.kind !== undefined, (qb) => qb.where("b.kind", "=", wish.kind as BodyKind))
    .$if(wish.keptBy !== undefined, (qb) => qb.where("b.organisation_id", "=", wish.keptBy as OrganisationId))
    .$if(wish.which === "dormant", (qb) => qb.where(rests))
    .$if(wish.which === "own" || wish.which === "others", (qb) => qb.where(sql<SqlBool>`not ${rests}`))
    .$if(wish.which === "own", (qb) => qb.where(sql<SqlBool>`${isOwn}`))
    .$if(wish.which === "others", (qb) => qb.where(sql<SqlBool>`not ${isOwn}`));
  const [{ count }, rows] = await Promise.all([
    wished.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow(),
    wished
      .$if(wish.after !== undefined, (qb) =>
        qb.where(sql<SqlBool>`(b.name, b.id) > (select name, id from body where id = ${wish.after ?? null}::uuid)`),
      )
      .orderBy("b.name")
      .orderBy("b.id")
      .limit(wish.limit + 1)
      .select(["b.id", "b.kind", "b.name", "b.slug", "o.name as organisation", isOwn.as("isOwn")])
      .select([
        sql<Temporal.PlainDate | null>`(
          select from_day from body_dormancy d where d.body_id = b.id and d.to_day is null)`.as("dormantSince"),
        sql<number>`(select count(*)::int from body_seat s where s.body_id = b.id and ${isThere(today)})`.as("seats"),
        sql<number>`(select count(*)::int from body_seat s where s.body_id = b.id and ${isThere(today)}
          and exists (select from body_seat_holding h
            where h.seat_id = s.id and not h.is_substitute and ${validOn(today, "h")}))`.as("filled"),
        sql<number>`(select count(*)::int from body_member m where m.body_id = b.id and ${validOn(today, "m")})`.as(
          "members",
        ),
      ])
      .execute(),
  ]);
  const bodies = rows.slice(0, wish.limit).map((row) => ({ ...row, id: row.id as BodyId, kind: row.kind }));
  return { bodies, count, after: rows.length > wish.limit ? bodies.at(-1)?.id : undefined };
}

/** The organisations that keep a body, to choose among. */
export async function keepers(db: Reader): Promise<{ readonly id: OrganisationId; readonly name: string }[]> {
  return db
    .selectFrom("organisation as o")
    .where(sql<SqlBool>`exists (select from body b where b.organisation_id = o.id)`)
    .orderBy("o.name")
    .select(["o.id", "o.name"])
    .execute();
}

/** The bodies whoever asks sits in or keeps, to choose among. */
export async function bodiesInside(
  db: Reader,
  actor: Actor,
  today: Temporal.PlainDate,
): Promise<{ readonly id: BodyId; readonly name: string; readonly slug: string }[]> {
  const rows = await db
    .selectFrom("body as b")
    .where(sql<SqlBool>`(${keptBy(actor)} or b.id in ${seatedBodies(actor, today)})`)
    .orderBy("b.name")
    .limit(500)
    .select(["b.id", "b.name", "b.slug"])
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as BodyId }));
}

const isThere = (today: Temporal.PlainDate) => sql<SqlBool>`(s.ended_on is null or ${today}::date <= s.ended_on)`;
