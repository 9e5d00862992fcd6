import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { maySpellTheSame } from "#features/organisations/people/name-spelling.ts";
import { isManagedBy, isPlaceManagedBy, type RoleRow } from "#features/organisations/people/queries.ts";
import { validOn } from "#features/organisations/queries.ts";

/** What a list of people is asked for. `after` is the id of the last row of the page before. */
export type PeopleWish = {
  readonly typed?: string | undefined;
  readonly after?: PersonId | undefined;
  readonly limit?: number | undefined;
};

/** The people somebody looks after, in Swedish order, each with their roles of today in the places that are seen. */
export async function peoplePage(db: Reader, actor: Actor, wish: PeopleWish, today: Temporal.PlainDate) {
  const { typed = "", after, limit = 200 } = wish;
  const pattern = `%${typed.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const wanted = db
    .selectFrom("person as p")
    .where("p.merged_into", "is", null)
    .where(isManagedBy(actor))
    .$if(typed.trim() !== "", (qb) =>
      qb.where((eb) => eb.or([eb("p.name", "ilike", pattern), eb("p.email", "ilike", pattern)])),
    );
  const rows = await wanted
    .$if(after !== undefined, (qb) =>
      qb.where(sql<SqlBool>`(p.name, p.id) > (select name, id from person where id = ${after})`),
    )
    .orderBy("p.name")
    .orderBy("p.id")
    .limit(limit + 1)
    .select(["p.id", "p.name", "p.email", "p.title"])
    .select(wanted.select(sql<number>`count(*)::int`.as("count")).as("count"))
    .execute();
  const page = rows.slice(0, limit);
  const roles = await rolesToday(
    db,
    actor,
    page.map(({ id }) => id),
    today,
  );
  return {
    rows: page.map(({ count: _, ...row }) => ({
      ...row,
      roles: (roles.get(row.id) ?? []).map(({ role, place }) => ({ role, place })),
    })),
    count: rows[0]?.count ?? 0,
    after: rows.length > limit ? page.at(-1)?.id : undefined,
  };
}

type HeldToday = { readonly personId: PersonId; readonly role: RoleRow["role"]; readonly place: string | null };

/** The roles of several people. Asked for apart: as a part of the list, they cost more than all the rest of it. */
async function rolesToday(db: Reader, actor: Actor, ids: readonly PersonId[], today: Temporal.PlainDate) {
  const { rows } = await sql<HeldToday>`
    select r.person_id as "personId", r.role, coalesce(round.title, o.name) as place
    from role_assignment r left join organisation o on o.id = r.organisation_id left join round on round.id = r.round_id
    where r.person_id = any (${[...ids]}::uuid[]) and r.ended_at is null and ${validOn(today, "r")} and ${isPlaceManagedBy(actor)}
    order by r.valid_from`.execute(db);
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** People the reader looks after whose name may be another spelling of this one (R033). */
export async function peopleSpelledLike(db: Reader, actor: Actor, name: string) {
  const rows = await db
    .selectFrom("person as p")
    .where("p.merged_into", "is", null)
    .where(isManagedBy(actor))
    .orderBy("p.name")
    .select(["p.id", "p.name", "p.email"])
    .execute();
  return rows.filter((person) => maySpellTheSame(person.name, name));
}
