import { sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";

/** The municipalities that some organisers' circles are for, and what that rests on. */
export type Territory = {
  readonly basis: "members" | "county" | "unknown";
  readonly municipalities: readonly Municipality[];
};

type Municipality = { readonly code: string; readonly name: string; readonly fullName: string };

/**
 * The municipalities that organisers are there for on a day: those that are members of them, own them or get their
 * support, of an organisation above them, or of a body they support. Where nothing is written down about that, the
 * municipalities of the county they lie in, and the report says so. A municipality that holds circles of its own is
 * there for itself. (R174)
 */
export async function territoryOf(
  db: Reader,
  organisers: readonly OrganisationId[],
  day: Temporal.PlainDate,
): Promise<Territory> {
  const related = await sql<Municipality>`
    with recursive up(id, parent_id) as (
      select id, parent_id from organisation where id = any (${[...organisers]}::uuid[])
      union
      select a.id, a.parent_id from up join organisation a on a.id = up.parent_id),
    relation as (
      select from_id, to_id, kind from organisation_relation
      where (valid_from is null or valid_from <= ${day}) and (valid_to is null or valid_to >= ${day})),
    body(id) as (
      select id from up
      union select to_id from relation join up on up.id = from_id where kind = 'serves'),
    around(id) as (
      select id from body
      union select from_id from relation join body on body.id = to_id where kind in ('memberOf', 'owns'))
    select distinct o.municipality_code as code, o.short_name as name, o.name as "fullName" from around
    join organisation o on o.id = around.id
    where o.municipality_code is not null and (o.valid_to is null or o.valid_to >= ${day})
    order by o.short_name`.execute(db);
  if (related.rows.length > 0) return { basis: "members", municipalities: related.rows };
  const inCounty = await sql<Municipality>`
    with recursive up(id, parent_id, county_code) as (
      select id, parent_id, county_code from organisation where id = any (${[...organisers]}::uuid[])
      union
      select a.id, a.parent_id, a.county_code from up join organisation a on a.id = up.parent_id)
    select o.municipality_code as code, o.short_name as name, o.name as "fullName" from organisation o
    where o.municipality_code is not null and o.county_code in (select county_code from up)
      and (o.valid_to is null or o.valid_to >= ${day})
    order by o.short_name`.execute(db);
  return { basis: inCounty.rows.length > 0 ? "county" : "unknown", municipalities: inCounty.rows };
}
