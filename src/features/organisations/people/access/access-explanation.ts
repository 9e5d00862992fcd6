import { type Grant, grants } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { grantsOf, type Role } from "#features/organisations/people/roles.ts";
import type { Scope } from "#features/organisations/people/scope.ts";

/** A role of today with where it is held, in names, and the organisations that lie in or below there. */
export type ExplainedRole = {
  readonly role: Role;
  readonly scope: Scope;
  /** The name of the organisation or the round; null for the whole installation. */
  readonly place: string | null;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly below: readonly OrganisationId[];
};

/** What may be asked: about one right, about one organisation or round, about both, or about everything. */
export type AccessQuestion = {
  readonly grant?: Grant | undefined;
  readonly thing?: { readonly organisationId: OrganisationId; readonly roundId?: string | undefined } | undefined;
};

/** One right that somebody has, and the role that gives it. */
export type AccessReason = { readonly grant: Grant; readonly by: ExplainedRole };

/**
 * Why somebody may do what they may: one reason for each right and each role that gives it, in the order of the
 * rights. A right that comes from two roles has two reasons, because ending one of them does not take it away.
 * Asked about a thing, only the roles that reach it answer; no reason at all means no.
 */
export function explainAccess(held: readonly ExplainedRole[], question: AccessQuestion = {}): AccessReason[] {
  return grants
    .filter((grant) => question.grant === undefined || question.grant === grant)
    .flatMap((grant) =>
      held
        .filter(({ role, scope }) => grantsOf(role, scope).includes(grant))
        .filter((each) => question.thing === undefined || reachesThing(each, question.thing))
        .map((by) => ({ grant, by })),
    );
}

/** Roles that only tell what somebody is. They stand in the explanation, so that nobody looks for what they give. */
export function rolesWithoutRights(held: readonly ExplainedRole[]): ExplainedRole[] {
  return held.filter(({ role, scope }) => grantsOf(role, scope).length === 0);
}

function reachesThing({ scope, below }: ExplainedRole, thing: NonNullable<AccessQuestion["thing"]>): boolean {
  if (scope.kind === "everywhere") return true;
  if (scope.kind === "round") return scope.roundId === thing.roundId;
  return below.includes(thing.organisationId);
}
