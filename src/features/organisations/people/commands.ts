import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { type Id, newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { isBefore, overlap } from "#features/organisations/validity.ts";
import { invitationMailJob } from "#features/organisations/people/people-jobs.ts";
import { managesPeopleIn, mayGrantRole, maySeePerson } from "#features/organisations/people/person-policy.ts";
import type {
  Invitation,
  NewAccount,
  NewRole,
  OwnDetails,
  RoleAssignmentId,
} from "#features/organisations/people/person.ts";
import { rolesOf, scopeAt } from "#features/organisations/people/queries.ts";
import { peopleSpelledLike } from "#features/organisations/people/register/queries.ts";
import { mustNotHaveEnded } from "#features/organisations/succession/queries.ts";
import { canBeHeld, type Role } from "#features/organisations/people/roles.ts";
import { everywhere, isSamePlace, organisationOf, type Scope } from "#features/organisations/people/scope.ts";

/**
 * Asks somebody in: gives them a role and mails them how to sign in. Somebody who is known by the address gets the
 * role beside those they have, and keeps the name they go by; the answer is the same, so that nobody learns whether an
 * address was known. Whoever may not invite there is told so before the address is looked up.
 *
 * A name that may be another spelling of somebody the inviter looks after is asked about first (R033).
 */
export function invitePerson(db: Database, actor: Actor, now: Clock, invitation: Invitation) {
  return change(db, actor, async (tx) => {
    const today = dateIn(now());
    const scope = await lockScope(tx, invitation);
    mustGrant(actor, invitation.role, scope);
    const known = await lockPersonWith(tx, invitation.email);
    if (!known && !invitation.anotherPerson) await askAboutSpelling(tx, actor, invitation.name);

    const personId = known?.id ?? (await addPerson(tx, invitation));
    const assignmentId = await addRole(tx, actor, personId, invitation, scope, today);
    await enqueue(tx, invitationMailJob, { assignmentId });
    await record(tx, {
      by: actor,
      what: "organisations.person_invited",
      about: personId,
      ...told(scope, invitation, assignmentId),
    });
    return { personId, assignmentId };
  });
}

/** Gives somebody who is here already another role, and tells them by mail. */
export function grantRole(db: Database, actor: Actor, now: Clock, personId: PersonId, role: NewRole) {
  return change(db, actor, async (tx) => {
    const today = dateIn(now());
    const scope = await lockScope(tx, role);
    await lockVisiblePerson(tx, actor, personId, today);
    mustGrant(actor, role.role, scope);

    const assignmentId = await addRole(tx, actor, personId, role, scope, today);
    await enqueue(tx, invitationMailJob, { assignmentId });
    await record(tx, {
      by: actor,
      what: "organisations.role_granted",
      about: personId,
      ...told(scope, role, assignmentId),
    });
    return { assignmentId };
  });
}

/**
 * Opens an account from the command line, with a role if one is named. The first administrator comes in this way; an
 * address that has an account is told, because whoever runs the command owns the machine.
 */
export function createAccount(db: Database, actor: Actor, now: Clock, account: NewAccount) {
  return change(db, actor, async (tx) => {
    const today = dateIn(now());
    if (!managesPeopleIn(actor, everywhere)) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
    if (await lockPersonWith(tx, account.email))
      throw new Refusal("conflict", "organisations.address_taken", { email: account.email });

    const personId = await addPerson(tx, account);
    if (account.role === undefined) {
      await record(tx, { by: actor, what: "organisations.account_created", about: personId });
      return { personId };
    }
    const role = { ...account, role: account.role };
    const scope = await lockScope(tx, role);
    mustGrant(actor, role.role, scope);
    const assignmentId = await addRole(tx, actor, personId, role, scope, today);
    await record(tx, {
      by: actor,
      what: "organisations.account_created",
      about: personId,
      ...told(scope, role, assignmentId),
    });
    return { personId };
  });
}

/** Changes what a person says about themselves. Somebody else's details are theirs. */
export function changeOwnDetails(db: Database, actor: Actor, details: OwnDetails) {
  return change(db, actor, async (tx) => {
    const { personId } = actor;
    if (personId === undefined) throw new Refusal("forbidden", "organisations.nobody_in_particular");
    const before = await tx
      .selectFrom("person")
      .where("id", "=", personId)
      .forUpdate()
      .select(["language"])
      .executeTakeFirst();
    if (!before) throw new Refusal("not_found", "organisations.no_such_person");

    const { name, phone, title, language } = details;
    await tx
      .updateTable("person")
      .set({ name, phone: phone ?? null, title: title ?? null, language, updated_at: sql`now()` })
      .where("id", "=", personId)
      .execute();
    await record(tx, {
      by: actor,
      what: "organisations.details_changed",
      about: personId,
      before,
      after: { language },
    });
  });
}

async function lockScope(
  tx: Tx,
  place: { organisationId?: OrganisationId | undefined; roundId?: Id<"round"> | undefined },
): Promise<Scope> {
  const scope = await scopeAt(tx, place);
  if (!scope) throw new Refusal("not_found", "organisations.no_such_organisation");
  return scope;
}

function mustGrant(actor: Actor, role: Role, scope: Scope): void {
  if (!managesPeopleIn(actor, scope)) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
  if (!canBeHeld(role, scope))
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "role", code: "organisations.role_not_there" },
    ]);
  if (!mayGrantRole(actor, role, scope)) throw new Refusal("forbidden", "organisations.more_than_you_hold");
}

async function lockPersonWith(tx: Tx, email: string): Promise<{ id: PersonId } | undefined> {
  return tx
    .selectFrom("person")
    .where("email", "=", email)
    .forUpdate()
    .select((eb) => eb.fn.coalesce("merged_into", "id").as("id"))
    .executeTakeFirst();
}

async function lockVisiblePerson(tx: Tx, actor: Actor, personId: PersonId, today: Temporal.PlainDate): Promise<void> {
  const person = await tx
    .selectFrom("person")
    .where("id", "=", personId)
    .where("merged_into", "is", null)
    .forUpdate()
    .select("id")
    .executeTakeFirst();
  const scopes = person ? (await rolesOf(tx, personId, today)).map(({ scope }) => scope) : [];
  if (!person || !maySeePerson(actor, personId, scopes)) throw new Refusal("not_found", "organisations.no_such_person");
}

async function askAboutSpelling(tx: Tx, actor: Actor, name: string): Promise<void> {
  const alike = await peopleSpelledLike(tx, actor, name);
  if (alike.length === 0) return;
  const names = alike.map((person) => `${person.name} (${person.email ?? "–"})`).join(", ");
  throw new Refusal("conflict", "organisations.spelled_alike", { names });
}

/** Two invitations to the same new address at once: the second finds the person the first has added. */
async function addPerson(
  tx: Tx,
  { name, email, title }: { name: string; email: string; title?: string | undefined },
): Promise<PersonId> {
  const added = await tx
    .insertInto("person")
    .values({ id: newId<"person">(), name, email, title: title ?? null })
    .onConflict((conflict) => conflict.column("email").doUpdateSet({ updated_at: sql`now()` }))
    .returning((eb) => eb.fn.coalesce("merged_into", "id").as("id"))
    .executeTakeFirstOrThrow();
  return added.id;
}

async function addRole(
  tx: Tx,
  actor: Actor,
  personId: PersonId,
  role: NewRole,
  scope: Scope,
  today: Temporal.PlainDate,
): Promise<RoleAssignmentId> {
  const { validFrom = today, validTo = null } = role;
  if (scope.kind === "organisation") await mustNotHaveEnded(tx, scope.organisationId, validTo ?? today);
  if (isBefore(validTo, validFrom))
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "validTo", code: "organisations.ends_before_it_begins" },
    ]);
  const held = await rolesOf(tx, personId, today);
  const twice = held.some(
    (each) =>
      each.role === role.role &&
      each.tense !== "past" &&
      isSamePlace(each.scope, scope) &&
      overlap(each, { validFrom, validTo }),
  );
  if (twice) throw new Refusal("conflict", "organisations.role_held");
  if (role.hostOrganisationId && !(await scopeAt(tx, { organisationId: role.hostOrganisationId }))) {
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "hostOrganisationId", code: "organisations.no_such_organisation" },
    ]);
  }
  const id = newId<"role_assignment">();
  await tx
    .insertInto("role_assignment")
    .values({
      id,
      person_id: personId,
      role: role.role,
      organisation_id: scope.kind === "organisation" ? scope.organisationId : null,
      round_id: scope.kind === "round" ? scope.roundId : null,
      host_organisation_id: role.hostOrganisationId ?? null,
      fte: role.fte ?? null,
      valid_from: validFrom,
      valid_to: validTo,
      granted_by: actor.personId ?? null,
    })
    .execute();
  return id;
}

function told(
  scope: Scope,
  { role, validFrom, validTo }: Pick<NewRole, "role" | "validFrom" | "validTo">,
  assignmentId: RoleAssignmentId,
) {
  const after = { assignmentId, role, scope, validFrom: validFrom?.toString(), validTo: validTo?.toString() };
  return { organisationId: organisationOf(scope), after };
}
