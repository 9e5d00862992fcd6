import { sql } from "kysely";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { ProviderProblem, type ProviderProblemCode } from "#platform/openid/provider-problem.ts";
import type { Claims } from "#platform/openid/way-back.ts";
import type { Ties } from "#platform/openid/way-out.ts";
import { secretHash } from "#platform/tokens/secret-token.ts";
import type { ProviderId } from "#features/sign-in/providers/provider.ts";
import type { ActiveProvider } from "#features/sign-in/providers/queries.ts";
import { type Told, toldAddress } from "#features/sign-in/providers/told-address.ts";

/** How long somebody may be at their provider: long enough to find the phone that has the code. */
const minutes = 15;

/** Remembers, as hashes only, that a browser is on its way through a provider. Kept out of the audit trail. */
export async function beginFlow(
  db: Database,
  { state, browser }: Ties,
  { providerId, till }: { providerId: ProviderId; till: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.deleteFrom("sign_in_provider_flow").where("expires_at", "<", now).execute();
  await db
    .insertInto("sign_in_provider_flow")
    .values({
      state_hash: secretHash(state),
      browser_hash: secretHash(browser),
      provider_id: providerId,
      till,
      expires_at: now.add({ minutes }),
    })
    .execute();
}

/**
 * Takes up again what a browser began. Once: a second answer with the same state finds nothing, and neither does one
 * that comes to another browser.
 */
export async function takeFlow(
  db: Database,
  { state, browser }: Ties,
  now: Temporal.Instant,
): Promise<{ providerId: ProviderId; till: string } | undefined> {
  return db
    .deleteFrom("sign_in_provider_flow")
    .where("state_hash", "=", secretHash(state))
    .where("browser_hash", "=", secretHash(browser))
    .where("expires_at", ">=", now)
    .returning(["provider_id as providerId", "till"])
    .executeTakeFirst();
}

/** Keeps why a provider's answer was last refused, for whoever looks after it; nothing about whom. */
export async function noteRefusal(
  db: Database,
  providerId: ProviderId,
  code: ProviderProblemCode,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable("sign_in_provider")
    .set({ refused_for: code, refused_at: now })
    .where("id", "=", providerId)
    .execute();
}

/**
 * Finds whom a provider vouches for.
 *
 * The first time, it is whoever has the address, or somebody new without any role where the organisation wants that.
 * From then on the provider's own name for the person decides, so that a new surname changes nothing. An address that
 * comes back under another name may have been given to a new colleague, and opens nothing of the old one's until it is
 * released. Nobody comes in whose address here lies outside the provider's domains.
 */
export function personThrough(db: Database, provider: ActiveProvider, claims: Claims): Promise<PersonId> {
  return change(db, nobody, async (tx) => {
    await tx.selectFrom("sign_in_provider").where("id", "=", provider.id).forUpdate().select("id").execute();
    const told = toldAddress(claims, provider.addressClaim, provider.domains);
    if (typeof told === "string") throw new ProviderProblem(told);

    const bound = await boundPerson(tx, provider.id, claims.sub);
    if (bound) {
      if (!isWithin(provider, bound.email)) throw new ProviderProblem("foreign_domain");
      await tx
        .updateTable("sign_in_account")
        .set({ updated_at: sql`now()` })
        .where("id", "=", bound.id)
        .execute();
      await recorded(tx, "sign_in.signed_in_by_provider", bound.personId, provider);
      return bound.personId;
    }
    const { personId, isNew } = await personWith(tx, provider, told);
    await tx
      .insertInto("sign_in_account")
      .values({
        id: newId<"sign_in_account">(),
        person_id: personId,
        provider_id: provider.id,
        account_id: claims.sub,
        updated_at: sql`now()`,
      })
      .execute();
    await recorded(tx, "sign_in.provider_linked", personId, provider, { isNew });
    return personId;
  });
}

function isWithin(provider: ActiveProvider, email: string | null): boolean {
  return provider.domains.includes(email?.split("@").at(-1) ?? "");
}

async function boundPerson(tx: Tx, providerId: ProviderId, sub: string) {
  return tx
    .selectFrom("sign_in_account as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .where("a.provider_id", "=", providerId)
    .where("a.account_id", "=", sub)
    .select(["a.id", "a.person_id as personId", "p.email"])
    .executeTakeFirst();
}

async function personWith(
  tx: Tx,
  provider: ActiveProvider,
  { address, name }: Told,
): Promise<{ personId: PersonId; isNew: boolean }> {
  const known = await tx
    .selectFrom("person as written")
    // Somebody who was here twice has two addresses, of which the other may lie outside the provider's domains.
    .innerJoin("person as p", (join) =>
      join.on((eb) => eb("p.id", "=", eb.fn.coalesce("written.merged_into", "written.id"))),
    )
    .where("written.email", "=", address)
    .select((eb) => [
      "p.id",
      "p.email",
      eb
        .exists(
          eb
            .selectFrom("sign_in_account as a")
            .whereRef("a.person_id", "=", "p.id")
            .where("a.provider_id", "=", provider.id)
            .select(sql`1`.as("one")),
        )
        .as("isBound"),
    ])
    .executeTakeFirst();
  if (known && !isWithin(provider, known.email)) throw new ProviderProblem("foreign_domain");
  if (known?.isBound) throw new ProviderProblem("other_identity");
  if (!known && !provider.admitsNew) throw new ProviderProblem("no_account");
  const { rows } = await sql<{ id: PersonId }>`
    select person_with_address(${newId<"person">()}, ${address}, ${name}, 'sv') as id`.execute(tx);
  const personId = rows[0]?.id;
  if (!personId) throw new Error("No person came of an address that was vouched for");
  return { personId, isNew: !known };
}

/** Who came in through which provider: their ids, and nothing else about them. */
async function recorded(
  tx: Tx,
  what: "sign_in.signed_in_by_provider" | "sign_in.provider_linked",
  personId: PersonId,
  { id, organisationId }: ActiveProvider,
  more: object = {},
): Promise<void> {
  const by: Actor = { ...nobody, personId, via: "session" };
  await record(tx, { by, what, about: personId, organisationId, after: { providerId: id, ...more } });
}
