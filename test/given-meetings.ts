import type { Insertable } from "kysely";
import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { BodyId, BodySeatId, SeatKind } from "../src/features/meetings/body/body.ts";
import type { MatterId } from "../src/features/meetings/matter/matter.ts";
import type { MeetingId } from "../src/features/meetings/meeting/meeting.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";
import { someDay } from "./given.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

const at = noon("2027-03-18")();

/**
 * Sentences about networks and councils:
 *
 *     const network = await meetings.body(unit, { name: "Nätverket för funktionsstöd" });
 *     const rut = await meetings.sits(network, await person(), "secretary");
 *     const met = await meetings.meeting(unit, [network], { state: "held" });
 */
export function givenMeetings(db: Database) {
  const body = async (organisation_id: OrganisationId, over: Over<"body"> = {}): Promise<BodyId> => {
    const id = newId<"body">();
    const said = { kind: "network" as const, name: `Nätverket ${id}`, slug: `n-${id}`, created_at: at };
    await db
      .insertInto("body")
      .values({ ...said, organisation_id, ...over, id })
      .execute();
    return id;
  };

  let position = 0;
  const seat = async (body_id: BodyId, over: Over<"body_seat"> = {}): Promise<BodySeatId> => {
    const id = newId<"body_seat">();
    position += 1;
    await db
      .insertInto("body_seat")
      .values({ kind: "member", function: "Verksamhetsutvecklare", position, ...over, body_id, id })
      .execute();
    return id;
  };

  /** Somebody takes a seat of their own, since New Year. */
  const sits = async (
    body_id: BodyId,
    person_id: PersonId,
    kind: SeatKind = "member",
    over: Over<"body_seat_holding"> = {},
  ): Promise<BodySeatId> => {
    const seat_id = await seat(body_id, { kind });
    const valid_from = someDay.with({ month: 1, day: 1 });
    await db
      .insertInto("body_seat_holding")
      .values({ valid_from, ...over, id: newId(), seat_id, person_id })
      .execute();
    return seat_id;
  };

  /** A municipality or another organisation is a member, since always. */
  const member = async (body_id: BodyId, organisation_id: OrganisationId, over: Over<"body_member"> = {}) => {
    await db
      .insertInto("body_member")
      .values({ ...over, id: newId(), body_id, organisation_id })
      .execute();
  };

  const meeting = async (
    organisation_id: OrganisationId,
    bodies: readonly BodyId[],
    over: Over<"meeting"> = {},
  ): Promise<{ id: MeetingId; slug: string }> => {
    const id = newId<"meeting">();
    const slug = over.slug ?? `m-${id}`;
    const said = { title: "Gemensamt möte", day: someDay, state: "planned" as const, created_at: at };
    await db
      .insertInto("meeting")
      .values({ ...said, organisation_id, ...over, id, slug })
      .execute();
    for (const [order, body_id] of bodies.entries())
      await db.insertInto("meeting_body").values({ meeting_id: id, body_id, position: order }).execute();
    return { id, slug };
  };

  const matter = async (
    body_id: BodyId,
    over: Over<"matter"> = {},
    concerns: readonly BodyId[] = [],
  ): Promise<{ id: MatterId; slug: string }> => {
    const id = newId<"matter">();
    const slug = `f-${id}`;
    const said = { title: "Projektledare för yrkesresan", state: "raised" as const, since: someDay, created_at: at };
    await db
      .insertInto("matter")
      .values({ ...said, body_id, ...over, id, slug })
      .execute();
    for (const each of new Set([body_id, ...concerns]))
      await db.insertInto("matter_body").values({ matter_id: id, body_id: each, since: someDay }).execute();
    return { id, slug };
  };

  return { body, seat, sits, member, meeting, matter };
}
