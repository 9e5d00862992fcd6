import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { providerProblems } from "#platform/openid/provider-problem.ts";
import { mayApproveDomains, mayManageProviders } from "#features/sign-in/providers/provider-policy.ts";
import { standingOf } from "#features/sign-in/providers/provider-standing.ts";
import type { ProviderId } from "#features/sign-in/providers/provider.ts";

type Domain = { readonly domain: string; readonly approved: boolean };

/** The organisation whose sign-in somebody looks after, with the mail domains it has; refused to everybody else. */
export async function managedOrganisation(db: Reader, actor: Actor, place: { slug: string } | { id: OrganisationId }) {
  const organisation = await db
    .selectFrom("organisation as o")
    .$if("slug" in place, (qb) => qb.where("o.slug", "=", (place as { slug: string }).slug))
    .$if("id" in place, (qb) => qb.where("o.id", "=", (place as { id: OrganisationId }).id))
    .select(["o.id", "o.name", "o.slug"])
    .select(
      sql<string[]>`array(select domain from organisation_domain where organisation_id = o.id order by domain)`.as(
        "domains",
      ),
    )
    .executeTakeFirst();
  if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
  if (!mayManageProviders(actor, organisation.id)) throw new Refusal("forbidden", "sign_in.provider.not_yours");
  return organisation;
}

/** The providers of an organisation, those that are or will be in use first. Never a secret. */
export async function providersOf(db: Reader, organisationId: OrganisationId, today: Temporal.PlainDate) {
  const rows = await providers(db).where("p.organisation_id", "=", organisationId).execute();
  return rows.map((row) => shown(row, today)).toSorted((a, b) => order[a.standing] - order[b.standing]);
}

/** One provider of an organisation, for whoever looks after it. */
export async function providerPage(
  db: Reader,
  organisationId: OrganisationId,
  providerId: ProviderId,
  today: Temporal.PlainDate,
) {
  const row = await providers(db)
    .where("p.organisation_id", "=", organisationId)
    .where("p.id", "=", providerId)
    .executeTakeFirst();
  return row && shown(row, today);
}

/** The provider with an id, for whoever looks after it; refused to everybody else. */
export async function managedProvider(db: Reader, actor: Actor, providerId: ProviderId, today: Temporal.PlainDate) {
  const row = await providers(db).where("p.id", "=", providerId).executeTakeFirst();
  if (!row || !mayManageProviders(actor, row.organisationId))
    throw new Refusal("not_found", "sign_in.provider.no_such");
  return shown(row, today);
}

/** What is needed to ask the provider itself. The secret is sealed. */
export async function sealedClient(db: Reader, providerId: ProviderId) {
  return db
    .selectFrom("sign_in_provider")
    .where("id", "=", providerId)
    .select(["id", "issuer", "client_id as clientId", "client_secret as box"])
    .executeTakeFirstOrThrow();
}

export type ProviderShown = Awaited<ReturnType<typeof providersOf>>[number];

/** The domains that wait for somebody who answers for the whole installation, with whose they are said to be. */
export async function domainsWaiting(db: Reader, actor: Actor, today: Temporal.PlainDate) {
  if (!mayApproveDomains(actor)) throw new Refusal("forbidden", "sign_in.provider.not_yours_to_approve");
  return db
    .selectFrom("sign_in_provider_domain as d")
    .innerJoin("sign_in_provider as p", "p.id", "d.provider_id")
    .innerJoin("organisation as o", "o.id", "p.organisation_id")
    .where("d.approved_at", "is", null)
    .where((eb) => eb.or([eb("p.valid_to", "is", null), eb("p.valid_to", ">=", today)]))
    .orderBy("o.name")
    .orderBy("d.domain")
    .select(["p.id as providerId", "d.domain", "o.name as organisation", "o.slug", "p.issuer"])
    .select(sql<number>`(select count(*)::int from person where split_part(email, '@', 2) = d.domain)`.as("people"))
    .execute();
}

/** Whose domains wait at a provider, and which; nothing when none does. */
export async function waitingAt(db: Reader, providerId: ProviderId) {
  const rows = await db
    .selectFrom("sign_in_provider_domain as d")
    .innerJoin("sign_in_provider as p", "p.id", "d.provider_id")
    .innerJoin("organisation as o", "o.id", "p.organisation_id")
    .where("p.id", "=", providerId)
    .where("d.approved_at", "is", null)
    .orderBy("d.domain")
    .select(["o.name as organisation", "d.domain"])
    .execute();
  const [first] = rows;
  return first && { organisation: first.organisation, domains: rows.map(({ domain }) => domain) };
}

export type ActiveProvider = NonNullable<Awaited<ReturnType<typeof providerFor>>>;

/**
 * The provider that answers for an address today: turned on, not ended, and approved for the domain. Asks about the
 * domain alone, so the answer is the same whether anybody has the address.
 */
export async function providerFor(db: Reader, address: string, today: Temporal.PlainDate) {
  return activeProviders(db, today)
    .innerJoin("sign_in_provider_domain as d", "d.provider_id", "p.id")
    .where("d.domain", "=", address.split("@").at(-1) ?? "")
    .where("d.approved_at", "is not", null)
    .executeTakeFirst();
}

/** A provider by its id, if it is in use today. */
export async function activeProvider(db: Reader, id: ProviderId, today: Temporal.PlainDate) {
  return activeProviders(db, today).where("p.id", "=", id).executeTakeFirst();
}

/** Whether anybody at all signs in through an organisation, so that the sign-in page speaks of it. */
export async function anyProvider(db: Reader, today: Temporal.PlainDate): Promise<boolean> {
  return (await activeProviders(db, today).limit(1).executeTakeFirst()) !== undefined;
}

/** Whether a person may come in through their organisation only. */
export async function isKeptToProvider(db: Reader, personId: PersonId, today: Temporal.PlainDate): Promise<boolean> {
  const person = await db.selectFrom("person").where("id", "=", personId).select("email").executeTakeFirst();
  const provider = person?.email ? await providerFor(db, person.email, today) : undefined;
  return provider?.onlyWay === true;
}

function activeProviders(db: Reader, today: Temporal.PlainDate) {
  return db
    .selectFrom("sign_in_provider as p")
    .innerJoin("organisation as o", "o.id", "p.organisation_id")
    .where("p.enabled", "=", true)
    .where((eb) => eb.or([eb("p.valid_to", "is", null), eb("p.valid_to", ">=", today)]))
    .select(["p.id", "p.organisation_id as organisationId", "o.name as organisation", "p.issuer"])
    .select(["p.client_id as clientId", "p.client_secret as box", "p.address_claim as addressClaim"])
    .select(["p.admits_new as admitsNew", "p.only_way as onlyWay"])
    .select(
      sql<string[]>`array(select domain from sign_in_provider_domain
        where provider_id = p.id and approved_at is not null order by domain)`.as("domains"),
    );
}

function providers(db: Reader) {
  return db
    .selectFrom("sign_in_provider as p")
    .innerJoin("organisation as o", "o.id", "p.organisation_id")
    .orderBy("p.created_at", "desc")
    .select(["p.id", "p.organisation_id as organisationId", "o.slug", "o.name as organisation", "p.issuer"])
    .select(["p.client_id as clientId", "p.address_claim as addressClaim", "p.admits_new as admitsNew"])
    .select(["p.only_way as onlyWay", "p.enabled", "p.created_at as createdAt", "p.valid_to as validTo"])
    .select(["p.refused_for as refusedFor", "p.refused_at as refusedAt"])
    .select(
      sql<Domain[]>`coalesce((
        select jsonb_agg(jsonb_build_object('domain', d.domain, 'approved', d.approved_at is not null) order by d.domain)
        from sign_in_provider_domain d where d.provider_id = p.id), '[]')`.as("domains"),
    )
    .select(sql<number>`(select count(*)::int from sign_in_account a where a.provider_id = p.id::text)`.as("people"));
}

type Row = Awaited<ReturnType<ReturnType<typeof providers>["executeTakeFirstOrThrow"]>>;

function shown({ refusedFor, ...row }: Row, today: Temporal.PlainDate) {
  return {
    ...row,
    refusedFor: providerProblems.find((code) => code === refusedFor),
    standing: standingOf(row, today),
  };
}

const order = { on: 0, waiting: 1, off: 2, ended: 3 };
