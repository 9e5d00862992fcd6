import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { ProviderProblemCode } from "#platform/openid/provider-problem.ts";
import { sealed } from "#platform/openid/sealed-secret.ts";
import { approvalMailJob } from "#features/sign-in/providers/provider-jobs.ts";
import { mayApproveDomains, mayManageProviders } from "#features/sign-in/providers/provider-policy.ts";
import { hasEnded } from "#features/sign-in/providers/provider-standing.ts";
import type { NewProvider, ProviderChange, ProviderId } from "#features/sign-in/providers/provider.ts";

/**
 * Registers the directory through which an organisation's people may sign in. It is off, and each of its domains waits
 * to be approved, unless whoever registers it may approve them.
 *
 * @param key what the client secret is sealed with
 */
export function registerProvider(
  db: Database,
  actor: Actor,
  organisationId: OrganisationId,
  { clientSecret, domains, ...wish }: NewProvider,
  { key, today }: { key: string; today: Temporal.PlainDate },
): Promise<{ id: ProviderId }> {
  return change(db, actor, async (tx) => {
    await lockDomains(tx);
    const organisation = await tx
      .selectFrom("organisation")
      .where("id", "=", organisationId)
      .select("id")
      .executeTakeFirst();
    if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
    if (!mayManageProviders(actor, organisationId)) throw new Refusal("forbidden", "sign_in.provider.not_yours");

    const id = newId<"sign_in_provider">();
    await mustBeFree(tx, organisationId, id, domains, today);
    await tx
      .insertInto("sign_in_provider")
      .values({
        id,
        organisation_id: organisationId,
        ...columnsOf(wish),
        client_secret: sealed(clientSecret, key, id),
      })
      .execute();
    await answerFor(tx, actor, id, domains);
    const after = { ...wish, domains };
    await record(tx, { by: actor, what: "sign_in.provider_registered", about: id, organisationId, after });
    return { id };
  });
}

/**
 * Sets a provider up in another way. Where it leads or who we are to it is not changed while it is on: whoever is about
 * to sign in would be sent somewhere that nobody has tried.
 */
export function changeProvider(
  db: Database,
  actor: Actor,
  id: ProviderId,
  { clientSecret, domains, ...wish }: ProviderChange,
  { key, today }: { key: string; today: Temporal.PlainDate },
): Promise<void> {
  return change(db, actor, async (tx) => {
    await lockDomains(tx);
    const provider = await lockProvider(tx, actor, id, today);
    const moved = provider.issuer !== wish.issuer || provider.client_id !== wish.clientId;
    if (provider.enabled && (moved || clientSecret !== undefined))
      throw new Refusal("conflict", "sign_in.provider.turn_off_first");
    await mustBeFree(tx, provider.organisation_id, id, domains, today);

    await tx
      .updateTable("sign_in_provider")
      .set({
        ...columnsOf(wish),
        ...(clientSecret === undefined ? {} : { client_secret: sealed(clientSecret, key, id) }),
      })
      .where("id", "=", id)
      .execute();
    // Another provider, or another client of it, knows the same people by other names.
    if (moved) await tx.deleteFrom("sign_in_account").where("provider_id", "=", id).execute();
    await tx
      .deleteFrom("sign_in_provider_domain")
      .where("provider_id", "=", id)
      .where("domain", "not in", domains)
      .execute();
    await answerFor(tx, actor, id, domains);
    await record(tx, {
      by: actor,
      what: "sign_in.provider_changed",
      about: id,
      organisationId: provider.organisation_id,
      before: {
        issuer: provider.issuer,
        clientId: provider.client_id,
        addressClaim: provider.address_claim,
        admitsNew: provider.admits_new,
        onlyWay: provider.only_way,
      },
      after: { ...wish, domains, newSecret: clientSecret !== undefined },
    });
  });
}

/**
 * Lets people sign in through a provider, in its approved domains.
 *
 * @param problem what was wrong when its connection was just tried: nobody is led to what does not answer
 */
export function turnOnProvider(
  db: Database,
  actor: Actor,
  id: ProviderId,
  { problem, today }: { problem: ProviderProblemCode | undefined; today: Temporal.PlainDate },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisation_id: organisationId } = await lockProvider(tx, actor, id, today);
    if (problem) throw new Refusal("conflict", `sign_in.problem.${problem}`, { organisation: "" });
    await tx.updateTable("sign_in_provider").set({ enabled: true }).where("id", "=", id).execute();
    await record(tx, { by: actor, what: "sign_in.provider_turned_on", about: id, organisationId });
  });
}

/** Leads nobody to a provider any more, until it is turned on again. Whoever is signed in stays so. */
export function turnOffProvider(
  db: Database,
  actor: Actor,
  id: ProviderId,
  { today }: { today: Temporal.PlainDate },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisation_id: organisationId } = await lockProvider(tx, actor, id, today);
    await tx.updateTable("sign_in_provider").set({ enabled: false }).where("id", "=", id).execute();
    await record(tx, { by: actor, what: "sign_in.provider_turned_off", about: id, organisationId });
  });
}

/** Ends a provider after a last day. It stays as history, and its domains are free for another from the day after. */
export function endProvider(
  db: Database,
  actor: Actor,
  id: ProviderId,
  { lastDay, today }: { lastDay: Temporal.PlainDate; today: Temporal.PlainDate },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisation_id: organisationId, valid_to: before } = await lockProvider(tx, actor, id, today);
    // Yesterday is the earliest: it then ends at once.
    if (Temporal.PlainDate.compare(lastDay, today.subtract({ days: 1 })) < 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "lastDay", code: "sign_in.provider.ends_in_the_past" },
      ]);
    await tx.updateTable("sign_in_provider").set({ valid_to: lastDay }).where("id", "=", id).execute();
    await record(tx, {
      by: actor,
      what: "sign_in.provider_ended",
      about: id,
      organisationId,
      before: { validTo: before?.toString() },
      after: { validTo: lastDay.toString() },
    });
  });
}

/**
 * Forgets which identity at the provider a person has, so that the next one with their address takes its place. For
 * somebody who was taken out of the directory and put in again; never by itself, because an address may have been given
 * to a new colleague.
 */
export function releaseIdentity(
  db: Database,
  actor: Actor,
  id: ProviderId,
  { email, today }: { email: string; today: Temporal.PlainDate },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { organisation_id: organisationId } = await lockProvider(tx, actor, id, today);
    const released = await tx
      .deleteFrom("sign_in_account")
      .where("provider_id", "=", id)
      .where("person_id", "in", (eb) =>
        eb
          .selectFrom("person")
          .where("email", "=", email)
          .select((of) => of.fn.coalesce("merged_into", "person.id").as("id")),
      )
      .returning("person_id")
      .executeTakeFirst();
    if (!released)
      throw new Refusal("not_found", "sign_in.provider.nobody_bound", { email }, [
        { path: "email", code: "sign_in.provider.nobody_bound", values: { email } },
      ]);
    await record(tx, {
      by: actor,
      what: "sign_in.provider_identity_released",
      about: released.person_id,
      organisationId,
      after: { providerId: id },
    });
  });
}

type Settings = Omit<ProviderChange, "clientSecret" | "domains">;

function columnsOf({ issuer, clientId, addressClaim, admitsNew, onlyWay }: Settings) {
  return {
    issuer,
    client_id: clientId,
    address_claim: addressClaim,
    admits_new: admitsNew,
    only_way: onlyWay,
  };
}

/** One at a time among all who say which provider answers for a domain. */
async function lockDomains(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sign_in.provider_domains'))`.execute(tx);
}

async function lockProvider(tx: Tx, actor: Actor, id: ProviderId, today: Temporal.PlainDate) {
  const provider = await tx
    .selectFrom("sign_in_provider")
    .where("id", "=", id)
    .forUpdate()
    .select(["organisation_id", "issuer", "client_id", "address_claim", "admits_new", "only_way", "enabled"])
    .select("valid_to")
    .executeTakeFirst();
  if (!provider || !mayManageProviders(actor, provider.organisation_id))
    throw new Refusal("not_found", "sign_in.provider.no_such");
  if (hasEnded({ validTo: provider.valid_to }, today)) throw new Refusal("conflict", "sign_in.provider.has_ended");
  return provider;
}

/** The domains are the organisation's own, and no other provider that is not over answers for them. */
async function mustBeFree(
  tx: Tx,
  organisationId: OrganisationId,
  own: ProviderId,
  domains: readonly string[],
  today: Temporal.PlainDate,
): Promise<void> {
  const rows = await tx
    .selectFrom("organisation_domain as od")
    .where("od.organisation_id", "=", organisationId)
    .where("od.domain", "in", domains)
    .select((eb) => [
      "od.domain",
      eb
        .exists(
          eb
            .selectFrom("sign_in_provider_domain as d")
            .innerJoin("sign_in_provider as p", "p.id", "d.provider_id")
            .whereRef("d.domain", "=", "od.domain")
            .where("p.id", "<>", own)
            .where((each) => each.or([each("p.valid_to", "is", null), each("p.valid_to", ">=", today)]))
            .select(sql`1`.as("one")),
        )
        .as("taken"),
    ])
    .execute();
  const foreign = domains.find((domain) => !rows.some((row) => row.domain === domain));
  if (foreign !== undefined) throw atDomains("sign_in.provider.foreign_domain", foreign);
  const taken = rows.find((row) => row.taken);
  if (taken) throw atDomains("sign_in.provider.domain_taken", taken.domain);
}

function atDomains(code: "sign_in.provider.foreign_domain" | "sign_in.provider.domain_taken", domain: string) {
  return new Refusal("invalid", code, { domain }, [{ path: "domains", code, values: { domain } }]);
}

/** New domains wait; those that a provider has had, and that are approved, stay approved. */
async function answerFor(tx: Tx, actor: Actor, id: ProviderId, domains: readonly string[]): Promise<void> {
  const approved = mayApproveDomains(actor) ? sql<Temporal.Instant>`clock_timestamp()` : null;
  const added = await tx
    .insertInto("sign_in_provider_domain")
    .values([...new Set(domains)].map((domain) => ({ provider_id: id, domain, approved_at: approved })))
    .onConflict((conflict) => conflict.columns(["provider_id", "domain"]).doNothing())
    .returning("domain")
    .execute();
  if (added.length > 0 && !mayApproveDomains(actor)) await enqueue(tx, approvalMailJob, { providerId: id });
}
