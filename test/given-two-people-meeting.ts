import type { Insertable } from "kysely";
import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { json } from "../src/platform/database/json.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { givenMeetings } from "./given-meetings.ts";
import { noon } from "./given-rounds.ts";
import { given, someDay } from "./given.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;
type Who = PersonId | null;

const at = noon("2027-03-18")();

/** Rows of networks and councils that name a person, keyed by the column that names them. */
export function givenMeetingRowsAbout(ownerDb: Database) {
  const meetings = givenMeetings(ownerDb);
  const { person: someone } = given(ownerDb);
  type On = { readonly unit: OrganisationId };

  const add = async <Table extends keyof Schema>(table: Table, values: Insertable<Schema[Table]>) => {
    await ownerDb.insertInto(table).values(values).execute();
  };

  async function met(unit: OrganisationId) {
    const body = await meetings.body(unit);
    return { body, meeting: await meetings.meeting(unit, [body]) };
  }
  async function representation(unit: OrganisationId, over: Over<"representation">) {
    const id = newId<"representation">();
    const { person_id = await someone(), ...rest } = over;
    const said = {
      organisation_id: unit,
      kept_by: unit,
      place: "Partnerskapet",
      level: "national" as const,
      valid_from: someDay,
    };
    await add("representation", { ...said, ...rest, person_id, id });
    return id;
  }
  async function receives(unit: OrganisationId, over: Over<"minutes_receiver">) {
    const { meeting } = await met(unit);
    await add("minutes_receiver", { meeting_id: meeting.id, added_at: at, ...over, id: newId() });
  }
  async function attends(unit: OrganisationId, over: Over<"attendance_at_meeting">) {
    const { body, meeting } = await met(unit);
    const said = {
      meeting_id: meeting.id,
      body_id: body,
      role: "member" as const,
      state: "present" as const,
      noted_at: at,
    };
    await add("attendance_at_meeting", { ...said, ...over, id: newId() });
  }
  async function part(unit: OrganisationId, over: Over<"minutes_part">) {
    const id = newId<"minutes_part">();
    const { body, meeting } = await met(unit);
    const said = { meeting_id: meeting.id, body_id: body, state: "working" as const };
    await add("minutes_part", { ...said, ...over, id });
    return id;
  }
  async function item(unit: OrganisationId, over: Over<"minutes_item">) {
    const id = newId<"minutes_item">();
    await add("minutes_item", { part_id: await part(unit, {}), position: 0, heading: "Yrkesresan", ...over, id });
    return id;
  }

  const put: Record<string, (on: On, person: Who) => Promise<void>> = {
    "body_seat_holding.person_id": async ({ unit }, person) =>
      void (person && (await meetings.sits(await meetings.body(unit), person))),
    "representation.person_id": async ({ unit }, person) =>
      void (person && (await representation(unit, { person_id: person }))),
    "representation_report.written_by": async ({ unit }, person) => {
      if (!person) return;
      const representation_id = await representation(unit, {});
      const said = { day: someDay, text: "Vi enades.", written_at: at };
      await add("representation_report", { id: newId(), representation_id, written_by: person, ...said });
    },
    "attendance_at_meeting.person_id": async ({ unit }, person) =>
      attends(unit, person ? { person_id: person } : { name: "Bo Ek" }),
    "attendance_at_meeting.substitutes_for": ({ unit }, substitutes_for) =>
      attends(unit, { name: "Bo Ek", role: "substitute", substitutes_for }),
    "meeting_reply.person_id": async ({ unit }, person) => {
      if (!person) return;
      const { meeting } = await met(unit);
      await add("meeting_reply", { meeting_id: meeting.id, person_id: person, answer: "inPlace", answered_at: at });
    },
    "matter_step.told_by": async ({ unit }, told_by) => {
      const matter = await meetings.matter(await meetings.body(unit));
      await add("matter_step", { id: newId(), matter_id: matter.id, step_no: 1, what: "raised", told_by, told_at: at });
    },
    "matter_subscription.person_id": async ({ unit }, person) => {
      if (!person) return;
      const matter = await meetings.matter(await meetings.body(unit));
      await add("matter_subscription", { matter_id: matter.id, person_id: person, since: at });
    },
    "commission.owner_person": ({ unit }, owner_person) =>
      add("commission", {
        id: newId(),
        organisation_id: unit,
        requester: "Region Uppsala",
        origin: "regional",
        title: "Föreslå en projektledare",
        owner_person,
        state: "received",
        since: someDay,
        created_at: at,
      }),
    "minutes_part.finished_by": async ({ unit }, finished_by) =>
      void (await part(unit, { state: "final", finished_at: at, finished_by })),
    "minutes_part.secrecy_checked_by": async ({ unit }, secrecy_checked_by) =>
      void (await part(unit, secrecy_checked_by ? { secrecy_checked_at: at, secrecy_checked_by } : {})),
    "minutes_item.saved_by": async ({ unit }, saved_by) => void (await item(unit, { saved_by })),
    "minutes_item.writer_id": async ({ unit }, writer_id) => void (await item(unit, { writer_id, writing_until: at })),
    "minutes_item.owner_person": async ({ unit }, owner_person) =>
      void (await item(unit, { kind: "commission", owner_person })),
    "minutes_other_text.written_by": async ({ unit }, written_by) => {
      const item_id = await item(unit, {});
      await add("minutes_other_text", { id: newId(), item_id, body: "Vi provade.", written_by, written_at: at });
    },
    "minutes_note_taker.person_id": async ({ unit }, person) =>
      void (person && (await add("minutes_note_taker", { part_id: await part(unit, {}), person_id: person }))),
    "minutes_adjuster.person_id": async ({ unit }, person) =>
      void (person && (await add("minutes_adjuster", { part_id: await part(unit, {}), person_id: person }))),
    "minutes_receiver.person_id": async ({ unit }, person) =>
      void (person && (await receives(unit, { person_id: person }))),
    "minutes_receiver.added_by": ({ unit }, added_by) =>
      receives(unit, { name: "Bo Ek", email: "bo@example.se", added_by }),
    "minutes_dispatch.sent_by": async ({ unit }, sent_by) => {
      if (!sent_by) return;
      const { meeting } = await met(unit);
      await add("minutes_dispatch", { id: newId(), meeting_id: meeting.id, sent_by, sent_at: at });
    },
    "minutes_release.checked_by": async ({ unit }, checked_by) => {
      if (!checked_by) return;
      const part_id = await part(unit, { state: "final", finished_at: at });
      await add("minutes_release", { id: newId(), part_id, reason: "Inget hemligt", checked_by, checked_at: at });
    },
    "pasted_minutes.pasted_by": async (_, pasted_by) => {
      if (!pasted_by) return;
      const text = { text: "Minnesanteckningar", digest: Buffer.alloc(32, 1), read: json({}) };
      await add("pasted_minutes", { id: newId(), ...text, pasted_by, pasted_at: at });
    },
    "body_feed.person_id": async ({ unit }, person) =>
      void (
        person &&
        (await add("body_feed", { id: newId(), person_id: person, body_id: await meetings.body(unit), made_at: at }))
      ),
    "minutes_addition.written_by": async ({ unit }, person) => {
      if (!person) return;
      const part_id = await part(unit, { state: "final", finished_at: at });
      await add("minutes_addition", {
        id: newId(),
        part_id,
        text: "Det gällde 2027.",
        written_by: person,
        written_at: at,
      });
    },
  };
  return put;
}
