import type { Insertable } from "kysely";
import { newId, type PersonId } from "../src/kernel/ids.ts";
import type { BodyId } from "../src/features/meetings/body/body.ts";
import type { MeetingId } from "../src/features/meetings/meeting/meeting.ts";
import type { MinutesItemId, MinutesPartId, MinutesState } from "../src/features/meetings/minutes/minutes.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { givenMeetings } from "./given-meetings.ts";
import { day, noon } from "./given-rounds.ts";
import { given as sentences } from "./given.ts";

type Item = Partial<Insertable<Schema["minutes_item"]>> & { readonly heading: string };

/** Minutes as they stand when somebody has written them. */
export function givenMinutes(db: Database) {
  const part = async (
    meetingId: MeetingId,
    bodyId: BodyId | null,
    items: readonly Item[] = [],
    over: Partial<Insertable<Schema["minutes_part"]>> = {},
  ): Promise<MinutesPartId> => {
    const id = newId<"minutes_part">();
    const state: MinutesState = over.state ?? "final";
    await db
      .insertInto("minutes_part")
      .values({
        finished_at: state === "final" ? noon("2027-03-20")() : null,
        ...over,
        id,
        meeting_id: meetingId,
        body_id: bodyId,
        state,
      })
      .execute();
    for (const [position, item] of items.entries())
      await db
        .insertInto("minutes_item")
        .values({ ...item, id: newId<"minutes_item">(), part_id: id, position })
        .execute();
    return id;
  };

  const addition = async (partId: MinutesPartId, text: string, writtenBy: PersonId, itemId?: MinutesItemId) => {
    const id = newId<"minutes_addition">();
    await db
      .insertInto("minutes_addition")
      .values({
        id,
        part_id: partId,
        item_id: itemId ?? null,
        text,
        written_by: writtenBy,
        written_at: noon("2027-03-22")(),
      })
      .execute();
    return id;
  };

  const finish = async (partId: MinutesPartId) => {
    const finished_at = noon("2027-03-23")();
    await db.updateTable("minutes_part").set({ state: "final", finished_at }).where("id", "=", partId).execute();
  };

  return { part, addition, finish };
}

/**
 * A joint meeting of two networks with final minutes in all three parts, and everybody who asks for them: members of one
 * and of both, a user representative who is not named, who has left, who keeps the networks, an administrator.
 */
export async function jointMeetingWithMinutes(ownerDb: Database) {
  const given = sentences(ownerDb);
  const meetings = givenMeetings(ownerDb);
  const minutes = givenMinutes(ownerDb);
  const unit = await given.organisation();
  const elsewhere = await given.organisation({ name: "FoU Norr" });
  const users = await given.organisation({ name: "Brukarföreningen", kinds: ["userOrganisation"] });
  const first = await meetings.body(unit, { name: "Nätverk IFO" });
  const second = await meetings.body(unit, {
    name: "Nätverk Funktionsstöd",
    mandate: "Beslutar om gemensamma kurser.",
  });
  const joint = await meetings.meeting(unit, [first, second], {
    title: "Vårmötet",
    state: "held",
    day: day("2027-03-18"),
  });

  const named = async (name: string) =>
    given.person({ name, email: `${name.toLowerCase().replaceAll(" ", ".")}@example.se` });
  const [asta, bo, cim, doris, eva, rut] = (await Promise.all(
    ["Asta Berg", "Bo Lind", "Cim Dahl", "Doris Hellgren", "Eva Strand", "Rut Ek"].map(named),
  )) as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId];
  await meetings.sits(first, rut, "secretary");
  await meetings.sits(first, asta);
  await meetings.sits(second, bo);
  await meetings.sits(first, cim);
  await meetings.sits(second, cim);
  const seat = await meetings.sits(first, doris, "userRepresentative");
  await ownerDb.updateTable("body_seat").set({ organisation_id: users }).where("id", "=", seat).execute();
  await meetings.sits(first, eva, "member", { valid_to: day("2027-03-01") });
  const keeper = await given.someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
  const administrator = await given.someone("administrator", {}, { name: "Alva Lind" });
  const registrar = await given.someone("registrar", { organisation: unit }, { name: "Siv Alm" });
  const stranger = await given.someone("developmentLeader", { organisation: elsewhere }, { name: "Nils Nord" });

  const common = await minutes.part(
    joint.id,
    null,
    [
      { heading: "Gemensam punkt", body: "Doris Hellgren berättade om boendet.", kind: "information" },
      {
        heading: "Kunskapsråd",
        kind: "decision",
        outcome: "Rådet inrättas",
        decided_by_name: "Chefsnätverket",
        decided_day: "--03-03",
      },
    ],
    { diary_number: "2027/14" },
  );
  const own = await minutes.part(joint.id, first, [
    {
      heading: "Projektledare för yrkesresan",
      kind: "commission",
      outcome: "Återkomma med förslag",
      owner_name: "FoU-enheten",
    },
    { heading: "Uppföljning av familjehem", kind: "parked", reason: "Väntar på utredningen" },
  ]);
  const other = await minutes.part(joint.id, second, [
    { heading: "Daglig verksamhet", kind: "decision", outcome: "Gemensam kurs i höst" },
  ]);
  const actor = given.actor;
  return {
    given,
    meetings,
    minutes,
    unit,
    elsewhere,
    first,
    second,
    joint,
    people: { asta, bo, cim, doris, eva, rut },
    keeper,
    administrator,
    registrar,
    stranger,
    actor,
    parts: { common, own, other },
  };
}
