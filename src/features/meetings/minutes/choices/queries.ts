import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { PersonShown } from "#features/meetings/minutes/minutes.ts";
import { byName, shownInMeeting } from "#features/meetings/minutes/queries.ts";

/** Those who sit in some bodies today, by name; without a name who has not agreed to be named. */
export async function seatedIn(
  db: Reader,
  { meeting, bodyIds }: { readonly meeting: { readonly id: MeetingId }; readonly bodyIds: readonly BodyId[] },
  today: Temporal.PlainDate,
): Promise<PersonShown[]> {
  const shown = await shownInMeeting(
    db,
    meeting.id,
    sql`(
      select h.person_id from body_seat_holding h join body_seat s on s.id = h.seat_id
      where s.body_id = any(${[...bodyIds]}::uuid[]) and ${validOn(today, "h")}
        and (s.ended_on is null or ${today}::date <= s.ended_on))`,
  );
  return [...shown.values()].toSorted(byName);
}

/** The open matters of some bodies, by title: what an item may be about. */
export async function openMattersOf(db: Reader, bodyIds: readonly BodyId[]) {
  return db
    .selectFrom("matter as m")
    .where("m.is_closed", "=", false)
    .where("m.id", "in", (eb) =>
      eb.selectFrom("matter_body as b").where("b.body_id", "in", bodyIds).select("b.matter_id"),
    )
    .orderBy("m.title")
    .orderBy("m.id")
    .limit(500)
    .select(["m.id", "m.title"])
    .execute();
}

/** Other bodies, by name: what another body has decided is a reference to it, and what it is asked comes to it. */
export async function bodiesBeside(db: Reader, bodyIds: readonly BodyId[]) {
  return db
    .selectFrom("body as b")
    .where("b.id", "not in", bodyIds)
    .orderBy("b.name")
    .orderBy("b.id")
    .select(["b.id", "b.name"])
    .execute();
}

/** Organisations that may be given a commission: the members of some bodies and the structures that keep them, by name. */
export async function organisationsNear(db: Reader, bodyIds: readonly BodyId[]) {
  return db
    .selectFrom("organisation as o")
    .where((eb) =>
      eb.or([
        eb(
          "o.id",
          "in",
          eb.selectFrom("body_member as m").where("m.body_id", "in", bodyIds).select("m.organisation_id"),
        ),
        eb("o.id", "in", eb.selectFrom("body as b").where("b.id", "in", bodyIds).select("b.organisation_id")),
      ]),
    )
    .orderBy("o.name")
    .orderBy("o.id")
    .select(["o.id", "o.name"])
    .execute();
}
