import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { inOneText, rowsIn, type RowsInText } from "#platform/database/rows-in-text.ts";
import { maySpellTheSame } from "#features/organisations/people/name-spelling.ts";
import { isManagedBy, isPlaceManagedBy, type RoleRow } from "#features/organisations/people/queries.ts";
import { validOn } from "#features/organisations/queries.ts";

/** What a list of people is asked for. `after` is the id of the last row of the page before. */
export type PeopleWish = {
  readonly typed?: string | undefined;
  readonly after?: PersonId | undefined;
  readonly limit?: number | undefined;
};

/** Somebody on the list, with the roles of the day in the places that are seen. */
export type ListedPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly roles: readonly { readonly role: RoleRow["role"]; readonly place: string | null }[];
};

/** The people somebody looks after, in Swedish order, each with their roles of today in the places that are seen. */
export async function peoplePage(db: Reader, actor: Actor, wish: PeopleWish, today: Temporal.PlainDate) {
  const { listed, ...rest } = await peopleListed(db, actor, wish, today);
  return { rows: rowsIn(listed), ...rest };
}

/** The same, with the people in the one text that a page is drawn from. */
export async function peopleListed(db: Reader, actor: Actor, wish: PeopleWish, today: Temporal.PlainDate) {
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
    .orderBy("p.name")
    .orderBy("p.id")
    .limit(limit + 1);
  const listed = inOneText<ListedPerson>(sql`
    select page.id, page.name, page.email, page.title, coalesce(held.roles, '[]') as roles
    from page left join held on held.person_id = page.id where page.place <= ${limit} order by page.place`);
  const { rows } = await sql<{ listed: RowsInText<ListedPerson>; count: number; after: PersonId | null }>`
    with page as materialized (
        select id, name, email, title, row_number() over (order by name, id) as place from (${page}) as p),
      held as materialized (${rolesOfPage(actor, today)})
    select ${listed} as listed, (${wanted.select(sql`count(*)::int`.as("count"))}) as count,
      (select id from page where place = ${limit} and exists (select from page where place > ${limit})) as after`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new Error("A list without an answer");
  return { ...found, after: found.after ?? undefined };
}

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
