import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { lockBodyToRun, recordOf, wrongAt } from "#features/meetings/body/commands.ts";
import type { MemberId, NewMembers } from "#features/meetings/body/members/member.ts";
import type { LastDay } from "#features/meetings/body/seats/seat.ts";

/**
 * Makes organisations members of a body, since a day if it is known. Those who are members already stay as they are. Who
 * was absent from a meeting is worked out from here, never from where somebody lies. (R173, R174)
 */
export function addMembers(
  db: Database,
  actor: Actor,
  now: Clock,
  bodyId: BodyId,
  { organisationIds, validFrom, source }: NewMembers,
): Promise<{ readonly added: number }> {
  return change(db, actor, async (tx) => {
    const body = await lockBodyToRun(tx, actor, bodyId, now);
    const wanted = [...new Set(organisationIds)];
    const there = await tx.selectFrom("organisation").where("id", "in", wanted).select("id").execute();
    if (there.length < wanted.length) throw new Refusal("not_found", "organisations.no_such_organisation");
    const known = await tx
      .selectFrom("body_member")
      .where("body_id", "=", bodyId)
      .where("organisation_id", "in", wanted)
      .select(["organisation_id as id", "valid_to as validTo"])
      .execute();
    // A time that is over is no hindrance, unless the new one would begin within it.
    const holds = (validTo: Temporal.PlainDate | null) =>
      validTo === null || validFrom === null || Temporal.PlainDate.compare(validFrom, validTo) <= 0;
    const members = new Set<string>(known.filter(({ validTo }) => holds(validTo)).map(({ id }) => id));
    const added = wanted.filter((id) => !members.has(id));
    if (added.length === 0) throw new Refusal("conflict", "body.members_already");
    const rows = added.map((organisation_id) => {
      return { id: newId<"body_member">(), body_id: bodyId, organisation_id, valid_from: validFrom, source };
    });
    await tx.insertInto("body_member").values(rows).execute();
    await recordOf(tx, actor, body, "meetings.members_added", { after: { organisationIds: added } });
    return { added: added.length };
  });
}

/** Ends a membership after a last day. It stays as history, so that absence before that day is still told. */
export function endMember(db: Database, actor: Actor, now: Clock, id: MemberId, { lastDay }: LastDay): Promise<void> {
  return change(db, actor, async (tx) => {
    const member = await tx
      .selectFrom("body_member")
      .where("id", "=", id)
      .select(["body_id as bodyId", "organisation_id as organisationId", "valid_from as validFrom"])
      .executeTakeFirst();
    if (!member) throw new Refusal("not_found", "body.no_such_member");
    const body = await lockBodyToRun(tx, actor, member.bodyId, now);
    const day = lastDay ?? dateIn(now());
    if (member.validFrom && Temporal.PlainDate.compare(day, member.validFrom) < 0)
      throw wrongAt("lastDay", "body.ends_before_it_begins");
    const { numUpdatedRows } = await tx
      .updateTable("body_member")
      .set({ valid_to: day })
      .where("id", "=", id)
      .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">=", dateIn(now()))]))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal("conflict", "body.has_left_already");
    const after = { organisationId: member.organisationId, lastDay: day.toString() };
    await recordOf(tx, actor, body, "meetings.member_left", { after });
  });
}
