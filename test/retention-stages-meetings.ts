import type { RetentionKind } from "../src/features/privacy/retention.ts";
import { dateIn } from "../src/kernel/clock.ts";
import { newId, type OrganisationId } from "../src/kernel/ids.ts";
import { json } from "../src/platform/database/json.ts";
import type { TestDatabase } from "./database.ts";
import { given } from "./given.ts";
import { givenMeetings } from "./given-meetings.ts";
import { givenWorkshops } from "./given-workshops.ts";

type Given = Pick<TestDatabase, "ownerDb"> & {
  readonly organiser: OrganisationId;
  readonly since: (days: number) => Temporal.Instant;
};

/** Something that is kept for a time, and how much of it is left. */
export type Stage = { readonly left: () => Promise<number> };

/** Of what `retentionStages` holds: what is kept from meetings. */
export function meetingStages({ ownerDb, organiser, since }: Given) {
  const { person } = given(ownerDb);
  const meetings = givenMeetings(ownerDb);
  const workshops = givenWorkshops(ownerDb);

  async function met(days: number) {
    const body = await meetings.body(organiser);
    const { id } = await meetings.meeting(organiser, [body], { day: dateIn(since(days)), state: "held" });
    return { body, meeting: id };
  }

  const counted = async (rows: Promise<unknown[]>) => (await rows).length;

  return {
    meetingAttendance: async (days) => {
      const { body, meeting } = await met(days);
      const said = { role: "member", state: "present", noted_at: since(days) } as const;
      await ownerDb
        .insertInto("attendance_at_meeting")
        .values({ id: newId(), meeting_id: meeting, body_id: body, person_id: await person(), ...said })
        .execute();
      const kept = () => ownerDb.selectFrom("attendance_at_meeting").where("meeting_id", "=", meeting);
      return { left: () => counted(kept().where("person_id", "is not", null).selectAll().execute()) };
    },
    minutesWriter: async (days) => {
      const { body, meeting } = await met(days);
      const part = newId<"minutes_part">();
      const final = { state: "final" as const, finished_at: since(days) };
      await ownerDb
        .insertInto("minutes_part")
        .values({ id: part, meeting_id: meeting, body_id: body, ...final })
        .execute();
      const item = { part_id: part, position: 0, heading: "Yrkesresan", body: "Vi talade.", saved_by: await person() };
      await ownerDb
        .insertInto("minutes_item")
        .values({ id: newId(), ...item })
        .execute();
      const kept = () => ownerDb.selectFrom("minutes_item").where("part_id", "=", part);
      return { left: () => counted(kept().where("saved_by", "is not", null).selectAll().execute()) };
    },
    minutesReceiver: async (days) => {
      const { meeting } = await met(days);
      const added = { name: "Bo Lind", email: "bo@example.se", added_at: since(days) };
      await ownerDb
        .insertInto("minutes_receiver")
        .values({ id: newId(), meeting_id: meeting, ...added })
        .execute();
      const kept = () => ownerDb.selectFrom("minutes_receiver").where("meeting_id", "=", meeting);
      return { left: () => counted(kept().where("email", "is not", null).selectAll().execute()) };
    },
    commissionContact: async (days) => {
      const id = newId<"commission">();
      const asked = { title: "Hjälp att följa upp", requester: "Kommunen", requester_email: "kommunen@example.se" };
      const closed = { origin: "local", state: "closed", since: dateIn(since(days)), created_at: since(days) } as const;
      await ownerDb
        .insertInto("commission")
        .values({ id, organisation_id: organiser, ...asked, owner_name: "Bo Lind", ...closed })
        .execute();
      const kept = ownerDb.selectFrom("commission").where("id", "=", id);
      const tells = kept.where((eb) =>
        eb.or([eb("requester_email", "is not", null), eb("owner_name", "is not", null)]),
      );
      return { left: () => counted(tells.selectAll().execute()) };
    },
    workshopDevice: async (days) => {
      const { id } = await workshops.workshop(organiser, { state: "open" });
      await workshops.device(id, null, { joined_at: since(days) });
      const kept = () => ownerDb.selectFrom("workshop_device").where("workshop_id", "=", id);
      return { left: () => counted(kept().selectAll().execute()) };
    },
    workshopLeader: async (days) => {
      const { id } = await workshops.workshop(organiser, { state: "closed", closed_at: since(days) });
      await workshops.leader(id, await person());
      const kept = () => ownerDb.selectFrom("workshop_leader").where("workshop_id", "=", id);
      return { left: () => counted(kept().selectAll().execute()) };
    },
    pastedMinutes: async (days) => {
      const id = newId<"pasted_minutes">();
      const pasted = { text: "Minnesanteckningar", digest: Buffer.alloc(32, 1), read: json({}) };
      await ownerDb
        .insertInto("pasted_minutes")
        .values({ id, ...pasted, pasted_by: await person(), pasted_at: since(days) })
        .execute();
      return { left: () => counted(ownerDb.selectFrom("pasted_minutes").where("id", "=", id).selectAll().execute()) };
    },
  } satisfies Partial<Record<RetentionKind, (days: number) => Promise<Stage>>>;
}
