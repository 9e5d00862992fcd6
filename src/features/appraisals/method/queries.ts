import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { mayKeepMethods } from "#features/appraisals/method/method-policy.ts";
import type { Basis, CoreComponentId, MethodId, MethodKind } from "#features/appraisals/method/method.ts";

/** What must be there for it to be this method. One that has ended is no longer, and what was followed of it stays. */
export type CoreComponent = {
  readonly id: CoreComponentId;
  readonly text: string;
  readonly endedOn: Temporal.PlainDate | null;
};

/** What the register says of a method. What nobody has written is null, and shown as not known. */
export type MethodFacts = {
  readonly id: MethodId;
  readonly slug: string;
  readonly kind: MethodKind;
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly targetGroup: string | null;
  readonly purpose: string | null;
  readonly use: string | null;
  readonly training: string | null;
  readonly licence: string | null;
  readonly cost: string | null;
  readonly why: string | null;
  readonly basis: Basis | null;
  readonly replaces: string | null;
  readonly link: string | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
};

/** A method as somebody who is signed in sees it, and what they may do with it. */
export type MethodInside = {
  readonly method: MethodFacts;
  /** In order, those that have ended last. */
  readonly components: readonly CoreComponent[];
  readonly can: { readonly change: boolean };
};

/**
 * One method by its address, for anybody who is signed in.
 *
 * @throws Refusal `not_found` when there is none.
 */
export async function methodInside(db: Reader, actor: Actor, slug: string): Promise<MethodInside> {
  const method = await db
    .selectFrom("method as m")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .where("m.slug", "=", slug)
    .select(["m.id", "m.slug", "m.kind", "m.name", "m.also_called as alsoCalled", "m.target_group as targetGroup"])
    .select(["m.organisation_id as organisationId", "o.name as organisation", "m.purpose", "m.use_of_it as use"])
    .select(["m.training", "m.licence", "m.cost", "m.why", "m.basis", "m.replaces", "m.link", "m.version"])
    .select(["m.withdrawn_at as withdrawnAt", "m.withdrawn_reason as withdrawnReason"])
    .executeTakeFirst();
  if (!method) throw new Refusal("not_found", "method.no_such_method");
  return {
    method,
    components: await componentsOf(db, method.id),
    can: { change: mayKeepMethods(actor, method.organisationId) },
  };
}

/** The core components of a method in order, those that have ended last. */
export function componentsOf(db: Reader, id: MethodId): Promise<CoreComponent[]> {
  return db
    .selectFrom("core_component")
    .where("method_id", "=", id)
    .orderBy("ended_on", (order) => order.desc().nullsFirst())
    .orderBy("position")
    .select(["id", "text", "ended_on as endedOn"])
    .execute();
}
