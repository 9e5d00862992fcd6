import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { inSwedishOrder, type Reader } from "#platform/database/database.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { mayManageOrganisation } from "#features/organisations/organisation-policy.ts";
import type { OrganisationKind } from "#features/organisations/organisation.ts";
import { kinds, relationsOf } from "#features/organisations/queries.ts";
import { historyOf } from "#features/organisations/succession/organisation-history.ts";
import { pastOf, roundCounts } from "#features/organisations/succession/queries.ts";
import { maySeeRetention } from "#features/privacy/decisions/retention-decision-policy.ts";
import { mayManageProviders } from "#features/sign-in/providers/provider-policy.ts";

/**
 * What the page of an organisation shows: names, place, relations and what has happened over time, what lies below,
 * mail domains, and how many rounds are counted at it.
 */
export async function organisationPage(db: Reader, actor: Actor, slug: string) {
  const organisation = await db
    .selectFrom("organisation as o")
    .leftJoin("county as c", "c.code", "o.county_code")
    .leftJoin("organisation as parent", "parent.id", "o.parent_id")
    .where("o.slug", "=", slug)
    .select(["o.id", "o.name", "o.short_name as shortName", "o.slug", kinds, "o.municipality_code as municipalityCode"])
    .select([
      "c.name as county",
      "o.valid_from as validFrom",
      "o.valid_to as validTo",
      "o.contact_email as contactEmail",
    ])
    .select(["parent.name as parentName", "parent.slug as parentSlug"])
    .select((eb) => [
      sql<
        string[]
      >`array(${eb.selectFrom("organisation_alias").whereRef("organisation_id", "=", "o.id").orderBy("written").select("written")})`.as(
        "writings",
      ),
      sql<
        string[]
      >`array(${eb.selectFrom("organisation_domain").whereRef("organisation_id", "=", "o.id").orderBy("domain").select("domain")})`.as(
        "domains",
      ),
    ])
    .executeTakeFirst();
  if (!organisation) return undefined;

  const below = await db
    .selectFrom("organisation")
    .where("parent_id", "=", organisation.id)
    .orderBy("name")
    .select(["name", "slug"])
    .execute();
  const relations = await relationsOf(db, organisation.id);
  const past = await pastOf(db, organisation.id);
  const history = historyOf(organisation, past.formerNames, past.successions);
  const rounds = await roundCounts(db, organisation.id);
  const { formerNames } = past;
  return {
    ...organisation,
    below,
    relations,
    formerNames,
    history,
    rounds,
    can: {
      signIn: mayManageProviders(actor, organisation.id),
      manage: mayManageOrganisation(actor, organisation.id),
      seeRetention: maySeeRetention(actor, organisation.id),
    },
  };
}

export type OrganisationPage = NonNullable<Awaited<ReturnType<typeof organisationPage>>>;

/** What a list of organisations is asked for. */
export type OrganisationWish = {
  readonly typed?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly county?: string | undefined;
  /** The id of the last row of the page before. */
  readonly after?: OrganisationId | undefined;
  readonly limit?: number | undefined;
};

/** One page of the register, in Swedish order, with how many there are in all. The register is no secret. */
export async function organisationList(db: Reader, wish: OrganisationWish) {
  const { typed = "", kind, county, after, limit = 50 } = wish;
  const folded = foldName(typed);
  const wanted = db
    .selectFrom("organisation as o")
    .$if(kind !== undefined, (qb) => qb.where(sql<SqlBool>`${kind} = any (o.kinds)`))
    .$if(county !== undefined, (qb) => qb.where("o.county_code", "=", county as string))
    .$if(folded !== "", (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom("organisation_alias as a")
            .whereRef("a.organisation_id", "=", "o.id")
            .where((each) =>
              each.or([each("a.folded", "like", `${folded}%`), each("a.folded", "like", `% ${folded}%`)]),
            )
            .select(sql`1`.as("one")),
        ),
      ),
    );
  const { count } = await wanted.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow();
  const rows = await wanted
    .leftJoin("county as c", "c.code", "o.county_code")
    .leftJoin("organisation as parent", "parent.id", "o.parent_id")
    .$if(after !== undefined, (qb) =>
      qb.where(sql<SqlBool>`(o.name, o.id) > (select name, id from organisation where id = ${after})`),
    )
    .orderBy("o.name")
    .orderBy("o.id")
    .limit(limit + 1)
    .select(["o.id", "o.name", "o.slug", kinds, "o.municipality_code as municipalityCode", "c.name as county"])
    .select(["parent.name as parentName", "o.valid_to as validTo"])
    .execute();
  const page = rows.slice(0, limit);
  return { rows: page, count, after: rows.length > limit ? page.at(-1)?.id : undefined };
}

/** The counties, for a filter. */
export async function counties(db: Reader) {
  return db
    .selectFrom("county")
    .orderBy(inSwedishOrder(sql.ref("name")))
    .select(["code", "name"])
    .execute();
}
