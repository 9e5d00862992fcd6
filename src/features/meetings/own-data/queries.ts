import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnRow, OwnSection, OwnSectionName, Whose } from "#features/privacy/own-data/own-data.ts";

/** What is held about somebody in networks and councils: where they sit, which meetings they came to, what they wrote. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const id = sql`${personId ?? null}::uuid`;
  const address = sql`${email ?? null}::text`;
  const section = async (name: OwnSectionName, rows: ReturnType<typeof sql<OwnRow>>): Promise<OwnSection> => ({
    section: name,
    rows: (await rows.execute(db)).rows,
  });
  return [
    await section(
      "bodies",
      sql<OwnRow>`
        select b.name as place, s.function as role, h.valid_from as "from", h.valid_to as "to", null as text
        from body_seat_holding h join body_seat s on s.id = h.seat_id join body b on b.id = s.body_id
        where h.person_id = ${id}
        union all
        select coalesce(b.name, r.place), r.mandate, r.valid_from, r.valid_to, t.text
        from representation r left join body b on b.id = r.body_id
          left join representation_report t on t.representation_id = r.id and t.written_by = ${id}
        where r.person_id = ${id} or t.written_by = ${id}
        union all
        select b.name, null, (f.made_at at time zone 'Europe/Stockholm')::date, null, null
        from body_feed f join body b on b.id = f.body_id where f.person_id = ${id}
        order by "from"`,
    ),
    await section(
      "meetings",
      sql<OwnRow>`
        select m.title as name, m.day as "from", b.name as about, a.state as attendance, null as answer, null as email
        from attendance_at_meeting a join meeting m on m.id = a.meeting_id left join body b on b.id = a.body_id
        where a.person_id = ${id}
        union all
        select m.title, m.day, null, null, r.answer, null
        from meeting_reply r join meeting m on m.id = r.meeting_id where r.person_id = ${id}
        union all
        select m.title, m.day, null, null, null, r.email
        from minutes_receiver r join meeting m on m.id = r.meeting_id
        where r.person_id = ${id} or r.email = ${address}
        order by "from"`,
    ),
    await section(
      "minutes",
      sql<OwnRow>`
        select m.title as name, i.heading as about, i.body as text, i.saved_at as at, null as part
        from minutes_item i join minutes_part p on p.id = i.part_id join meeting m on m.id = p.meeting_id
        where i.saved_by = ${id}
        union all
        select m.title, i.heading, t.body, t.written_at, null
        from minutes_other_text t join minutes_item i on i.id = t.item_id
          join minutes_part p on p.id = i.part_id join meeting m on m.id = p.meeting_id
        where t.written_by = ${id}
        union all
        select m.title, null, a.text, a.written_at, null
        from minutes_addition a join minutes_part p on p.id = a.part_id join meeting m on m.id = p.meeting_id
        where a.written_by = ${id}
        union all
        select m.title, null, null, null, 'noteTaker'
        from minutes_part p join meeting m on m.id = p.meeting_id
        where exists (select from minutes_note_taker n where n.part_id = p.id and n.person_id = ${id})
        union all
        select m.title, null, null, null, 'adjuster'
        from minutes_part p join meeting m on m.id = p.meeting_id
        where exists (select from minutes_adjuster j where j.part_id = p.id and j.person_id = ${id})
        order by at`,
    ),
    await section(
      "commissions",
      sql<OwnRow>`
        select c.title as name, c.state, c.given_on as "from", c.due_on as "to", c.requester_email as email
        from commission c where c.owner_person = ${id} or c.requester_email = ${address}
        union all
        select m.title, null, null, null, null
        from matter_subscription f join matter m on m.id = f.matter_id where f.person_id = ${id}
        order by "from"`,
    ),
  ];
}
