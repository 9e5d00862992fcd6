import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { isBefore } from "#features/organisations/validity.ts";
import { leavesAnAdministrator, managesPeopleIn, mayEndRole } from "#features/organisations/people/person-policy.ts";
import type { RoleAssignmentId, RoleEnd } from "#features/organisations/people/person.ts";
import { scopeAt } from "#features/organisations/people/queries.ts";
import { administratorships } from "#features/organisations/people/role-end/queries.ts";
import type { Role } from "#features/organisations/people/roles.ts";
import { organisationOf, type Scope } from "#features/organisations/people/scope.ts";

/**
 * Ends a role, at once or after a last day. It stays as history. The last administrator of the installation cannot be
 * ended: somebody must be left who can let others in.
 */
export function endRole(db: Database, actor: Actor, now: Clock, assignmentId: RoleAssignmentId, { lastDay }: RoleEnd) {
  return change(db, actor, async (tx) => {
    const today = dateIn(now());
    const held = await lockRole(tx, assignmentId);
    if (!held || !(held.personId === actor.personId || managesPeopleIn(actor, held.scope)))
      throw new Refusal("not_found", "organisations.no_such_role");
    if (!mayEndRole(actor, held)) throw new Refusal("forbidden", "organisations.not_yours_to_end");
    if (held.endedAt || isBefore(held.validTo, today)) throw new Refusal("conflict", "organisations.role_over");
    if (lastDay && (isBefore(lastDay, today) || isBefore(lastDay, held.validFrom))) {
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "lastDay", code: "organisations.last_day_past" },
      ]);
    }
    await mustLeaveAnAdministrator(tx, held, assignmentId, today);

    const soonest = isBefore(held.validFrom, today) ? today : held.validFrom;
    await tx
      .updateTable("role_assignment")
      .set(
        lastDay
          ? { valid_to: lastDay, ended_by: actor.personId ?? null }
          : { valid_to: soonest, ended_at: now(), ended_by: actor.personId ?? null },
      )
      .where("id", "=", assignmentId)
      .execute();
    await record(tx, {
      by: actor,
      what: "organisations.role_ended",
      about: held.personId,
      organisationId: organisationOf(held.scope),
      before: { assignmentId, role: held.role, validTo: held.validTo?.toString() ?? null },
      after: { lastDay: lastDay?.toString() ?? "at once" },
    });
  });
}

async function lockRole(tx: Tx, id: RoleAssignmentId) {
  const row = await tx.selectFrom("role_assignment").where("id", "=", id).forUpdate().selectAll().executeTakeFirst();
  if (!row) return undefined;
  const scope = await scopeAt(tx, {
    organisationId: row.organisation_id ?? undefined,
    roundId: row.round_id ?? undefined,
  });
  return (
    scope && {
      personId: row.person_id,
      role: row.role,
      scope,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      endedAt: row.ended_at,
    }
  );
}

/** Administrators are ended one at a time, or two could end each other in the same moment. */
async function mustLeaveAnAdministrator(
  tx: Tx,
  held: { role: Role; scope: Scope },
  assignmentId: RoleAssignmentId,
  today: Temporal.PlainDate,
) {
  if (held.role !== "administrator" || held.scope.kind !== "everywhere") return;
  await sql`select pg_advisory_xact_lock(hashtext('organisations.administrators'))`.execute(tx);
  if (leavesAnAdministrator(await administratorships(tx, today), assignmentId)) return;
  throw new Refusal("conflict", "organisations.last_administrator");
}
