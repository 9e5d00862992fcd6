import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor, Grant } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { domainOf, parentsOf } from "#features/organisations/mail-domain.ts";
import { foldName, nameInPlace } from "#features/organisations/organisation-name.ts";
import type { OrganisationKind } from "#features/organisations/organisation.ts";
import { endOf, pastOf } from "#features/organisations/succession/queries.ts";
import { nameOn } from "#features/organisations/succession/succession.ts";

/** In SQL what `isValidOn` says: both the first and the last day count, and an open end holds for ever. */
export function validOn(day: Temporal.PlainDate, table: string): RawBuilder<SqlBool> {
  const [first, last] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)];
  return sql<SqlBool>`((${first} is null or ${first} <= ${day}::date) and (${last} is null or ${day}::date <= ${last}))`;
}

/** The short names from the top down to an organisation: {Mölndal, Socialförvaltningen, Mottagningen}. */
export function pathOf(organisationId: Expression<unknown>): RawBuilder<string[]> {
  return sql<string[]>`(
    with recursive up(parent_id, short_name, step) as (
      select parent_id, short_name, 1 from organisation where id = ${organisationId}
      union all
      select o.parent_id, o.short_name, up.step + 1 from up join organisation o on o.id = up.parent_id)
    select array_agg(short_name order by step desc) from up)`;
}

/** The short names from the top down to one organisation; nothing when it is not there. */
export async function pathTo(db: Reader, id: OrganisationId): Promise<string[] | undefined> {
  const row = await db
    .selectFrom("organisation as o")
    .where("o.id", "=", id)
    .select(pathOf(sql.ref("o.id")).as("path"))
    .executeTakeFirst();
  return row?.path;
}

/** An organisation somebody may have meant. */
export type Suggestion = { readonly id: OrganisationId; readonly name: string; readonly path: readonly string[] };

/**
 * The organisations somebody may mean by what they have typed of a name, best first: those written exactly so, those
 * that begin so, those with a word that begins so. Found by every name they go by; none twice, none that has ended.
 */
export async function organisationsMatching(
  db: Reader,
  typed: string,
  today: Temporal.PlainDate,
  limit = 8,
): Promise<Suggestion[]> {
  const folded = foldName(typed);
  if (folded === "") return [];
  return (
    db
      .selectFrom("organisation_alias as a")
      .innerJoin("organisation as o", "o.id", "a.organisation_id")
      .where(validOn(today, "o"))
      // A folded name holds no sign that `like` would read as a pattern.
      .where((eb) => eb.or([eb("a.folded", "like", `${folded}%`), eb("a.folded", "like", `% ${folded}%`)]))
      .groupBy("o.id")
      .orderBy(sql`min(case when a.folded = ${folded} then 0 when a.folded like ${`${folded}%`} then 1 else 2 end)`)
      .orderBy("o.name")
      .limit(limit)
      .select(["o.id", "o.name", pathOf(sql.ref("o.id")).as("path")])
      .execute()
  );
}

/** The organisation that is written so, in any of its ways; nothing when none is. */
export async function organisationWritten(
  db: Reader,
  written: string,
): Promise<{ id: OrganisationId; name: string } | undefined> {
  return db
    .selectFrom("organisation_alias as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where("a.folded", "=", foldName(written))
    .select(["o.id", "o.name"])
    .executeTakeFirst();
}

/**
 * The organisation that somebody wrote in a field, by any of its names. What is written like none is refused at the
 * field, with the names that may be meant; one that has ended, with what it became. Where it is history that is
 * written down, one that has ended may be meant.
 */
export async function meantOrganisation(
  db: Reader,
  written: string,
  path: string,
  now: Clock,
  { endedToo = false } = {},
): Promise<OrganisationId> {
  if (written.trim() === "")
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code: "web.field_missing" }]);
  const organisation = await organisationWritten(db, written);
  const ended = organisation && !endedToo ? await endOf(db, organisation.id, dateIn(now())) : undefined;
  if (ended) throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, ...ended }]);
  if (organisation) return organisation.id;
  const near = await organisationsMatching(db, written, dateIn(now()), 3);
  const names = near.map((each) => (each.path.length > 1 ? nameInPlace(each.path) : each.name)).join(", ");
  const code = names === "" ? "organisations.not_written" : "organisations.did_you_mean";
  throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
    { path, code, values: { written: written.slice(0, 100), names } },
  ]);
}

/** The organisation that somebody at a command line means by "1480", "14", "goteborg" or "Göteborgs Stad". */
export async function organisationCalled(
  db: Reader,
  code: string,
): Promise<{ id: OrganisationId; name: string } | undefined> {
  const byCode = await db
    .selectFrom("organisation")
    .where((eb) =>
      eb.or([eb("municipality_code", "=", code), eb("region_county_code", "=", code), eb("slug", "=", code)]),
    )
    .select(["id", "name"])
    .executeTakeFirst();
  return byCode ?? organisationWritten(db, code);
}

/** An organisation as it was, is or will be on a day, by the name it had then; nothing when it was not there. */
export async function organisationAt(db: Reader, id: OrganisationId, day: Temporal.PlainDate) {
  const organisation = await db
    .selectFrom("organisation as o")
    .leftJoin("county as c", "c.code", "o.county_code")
    .where("o.id", "=", id)
    .where(validOn(day, "o"))
    .select(["o.id", "o.name", "o.short_name as shortName", "o.slug", kinds, "o.municipality_code as municipalityCode"])
    .select(["c.name as county", "o.valid_from as validFrom", "o.valid_to as validTo"])
    .executeTakeFirst();
  if (!organisation) return undefined;
  const { formerNames } = await pastOf(db, id);
  return { ...organisation, ...nameOn(day, organisation, formerNames), relations: await relationsOf(db, id, day) };
}

/**
 * Who is a member of a body on a day, in Swedish order. Read from what is written down about membership, never worked
 * out from where the members lie (R174). An absence is a member who is not among those who came (R173).
 */
export async function membersOf(db: Reader, bodyId: OrganisationId, day: Temporal.PlainDate) {
  return db
    .selectFrom("organisation_relation as r")
    .innerJoin("organisation as o", "o.id", "r.from_id")
    .leftJoin("county as c", "c.code", "o.county_code")
    .where("r.to_id", "=", bodyId)
    .where("r.kind", "=", "memberOf")
    .where(validOn(day, "r"))
    .where(validOn(day, "o"))
    .orderBy("o.name")
    .select([
      "o.id",
      "o.name",
      "o.short_name as shortName",
      "o.slug",
      "o.municipality_code as municipalityCode",
      "c.name as county",
    ])
    .execute();
}

/** How an organisation stands to others; on a day, or over all time. `out` tells that it is the one that is a member. */
export async function relationsOf(db: Reader, id: OrganisationId, day?: Temporal.PlainDate) {
  return db
    .selectFrom("organisation_relation as r")
    .innerJoin("organisation as o", (join) =>
      join.on((eb) =>
        eb("o.id", "=", eb.case().when("r.from_id", "=", id).then(eb.ref("r.to_id")).else(eb.ref("r.from_id")).end()),
      ),
    )
    .where((eb) => eb.or([eb("r.from_id", "=", id), eb("r.to_id", "=", id)]))
    .$if(day !== undefined, (qb) => qb.where(validOn(day as Temporal.PlainDate, "r")))
    .orderBy("r.kind")
    .orderBy("o.name")
    .orderBy("r.valid_from")
    .select((eb) => [
      "r.id",
      "r.kind",
      eb("r.from_id", "=", id).as("out"),
      "o.id as otherId",
      "o.name as other",
      "o.slug as otherSlug",
    ])
    .select(["r.valid_from as validFrom", "r.valid_to as validTo", "r.source"])
    .execute();
}

/**
 * Whether a mail address belongs to an organisation: it lies in a domain registered for it, for one above it or for
 * the one that has taken it over, or under such a domain. Decides whether a manager's word counts as confirmed.
 */
export async function isAddressOf(db: Reader, address: string, organisationId: OrganisationId): Promise<boolean> {
  const domain = domainOf(address);
  if (domain === undefined) return false;
  const row = await db
    .withRecursive("up(id)", (qb) =>
      qb
        .selectFrom("organisation as o")
        .where("o.id", "=", organisationId)
        .select("o.id")
        .union((eb) => eb.selectFrom("up").crossJoinLateral(aboveOrAfter).select("next.id")),
    )
    .selectFrom("organisation_domain as d")
    .innerJoin("up", "up.id", "d.organisation_id")
    .where("d.domain", "in", parentsOf(domain))
    .select("d.domain")
    .executeTakeFirst();
  return row !== undefined;
}

/** The one above, and the one that has taken over. */
const aboveOrAfter = () =>
  sql<{ id: OrganisationId }>`(
    select parent_id as id from organisation where id = up.id and parent_id is not null
    union all
    select to_id from organisation_succession where from_id = up.id and inherits)`.as("next");

/** An organisation in a list to choose from. */
export type Choice = { readonly id: OrganisationId; readonly path: readonly string[] };

/** In SQL what `reaches` says of the organisation in a column, so that lists, counts and deeds agree. */
export function reachedIn(actor: Actor, grant: Grant, column: string): RawBuilder<SqlBool> {
  const reach = actor.reach.get(grant);
  return sql<SqlBool>`(${reach?.everywhere ?? false}::boolean
    or ${sql.ref(column)} = any(${[...(reach?.organisations ?? [])]}::uuid[]))`;
}

/** The organisations that a grant reaches, for a field where one is chosen. None that has ended; at most two hundred. */
export async function organisationsReached(
  db: Reader,
  actor: Actor,
  grant:
    | "circles:manage"
    | "people:manage"
    | "organisations:manage"
    | "bodies:manage"
    | "workshops:lead"
    | "appraisals:write"
    | "knowledge:write"
    | "knowledge:publish",
): Promise<Choice[]> {
  const reach = actor.reach.get(grant);
  if (!reach) return [];
  return db
    .selectFrom("organisation as o")
    .where("o.valid_to", "is", null)
    .$if(!reach.everywhere, (qb) => qb.where(sql<SqlBool>`o.id = any (${[...reach.organisations]}::uuid[])`))
    .orderBy("o.name")
    .limit(200)
    .select(["o.id", pathOf(sql.ref("o.id")).as("path")])
    .execute();
}

// The column is a text array with a checked list, which the compiler does not see.
export const kinds = sql<OrganisationKind[]>`o.kinds`.as("kinds");
