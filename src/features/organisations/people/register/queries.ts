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
  const page = wanted
    .$if(after !== undefined, (qb) =>
      qb.where(sql<SqlBool>`(p.name, p.id) > (select name, id from person where id = ${after})`),
    )
    .select(["p.id", "p.name", "p.email", "p.title"])
    .select(sql<number>`row_number() over (order by p.name, p.id)`.as("place"))
    .orderBy("place")
    .limit(limit + 1);
  const { rows } = await sql<Row>`
    with page as materialized (${page}), held as materialized (${rolesOfPage(actor, today)})
    select page.id, page.name, page.email, page.title, held.roles, (${wanted.select(sql`count(*)::int`.as("count"))}) as count
    from page left join held on held.person_id = page.id order by page.place`.execute(db);
  return {
    rows: rows.slice(0, limit).map(({ count: _, roles, ...row }) => ({ ...row, roles: roles ?? [] })),
    count: rows[0]?.count ?? 0,
    after: rows.length > limit ? rows[limit - 1]?.id : undefined,
  };
}

type HeldToday = { readonly role: RoleRow["role"]; readonly place: string | null };
type Row = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly roles: readonly HeldToday[] | null;
  readonly count: number;
};

/** The roles of those on the page, a list for each who has any. */
const rolesOfPage = (actor: Actor, today: Temporal.PlainDate) => sql`
  select r.person_id,
    jsonb_agg(jsonb_build_object('role', r.role, 'place', coalesce(round.title, o.name)) order by r.valid_from) as roles
  from role_assignment r left join organisation o on o.id = r.organisation_id left join round on round.id = r.round_id
  where r.person_id = any (array (select id from page)) and r.ended_at is null and ${validOn(today, "r")} and ${isPlaceManagedBy(actor)}
  group by r.person_id`;

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
