import { sql } from "kysely";
import type { Database } from "../src/platform/database/database.ts";
import type { OrganisationId } from "../src/kernel/ids.ts";

/** How much a whole region may have after some years: one row in four of the matters lives. Items are of each meeting. */
export type Amounts = {
  readonly bodies: number;
  readonly meetings: number;
  readonly matters: number;
  readonly items: number;
};

const wholeRegion: Amounts = { bodies: 200, meetings: 5_000, matters: 50_000, items: 6 };

/**
 * Bodies with meetings behind and ahead of them, and matters in every state with commissions and parts, in a handful of
 * statements. The same amounts always give the same rows, save their ids.
 */
export async function seedMeetings(
  ownerDb: Database,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
  { bodies, meetings, matters, items }: Amounts = wholeRegion,
): Promise<void> {
  // A version 7 id that sorts by its number, as the app's own sort by time.
  const id = (kind: string, n: string) =>
    sql.raw(`('01890${kind}00-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`);
  await sql`
    insert into body (id, kind, name, slug, organisation_id, created_at)
    select ${id("b", "n")}, 'network', 'Grupp ' || n, 'grupp-' || n, ${organisationId}, now()
    from generate_series(0, ${bodies}::int - 1) n`.execute(ownerDb);
  await sql`
    insert into meeting (id, slug, organisation_id, title, day, state, created_at)
    select ${id("a", "n")}, 'mote-' || n, ${organisationId}, 'Möte ' || n,
      ${today}::date + ((n / ${bodies}::int) - (${meetings}::int / ${bodies}::int) + 2) * 30 + n % 28,
      case when n / ${bodies}::int >= ${meetings}::int / ${bodies}::int - 2 then 'planned' else 'held' end, now()
    from generate_series(0, ${meetings}::int - 1) n`.execute(ownerDb);
  await sql`
    insert into meeting_body (meeting_id, body_id, position)
    select ${id("a", "n")}, ${id("b", `n % ${bodies}`)}, 0 from generate_series(0, ${meetings}::int - 1) n`.execute(
    ownerDb,
  );
  await sql`
    insert into minutes_part (id, meeting_id, body_id, state, finished_at)
    select ${id("1", "row_number() over (order by m.id)")}, m.id, b.body_id, case when m.day < ${today}::date - 60 then 'final' else 'working' end,
      case when m.day < ${today}::date - 60 then now() end
    from meeting m join meeting_body b on b.meeting_id = m.id where m.state = 'held'`.execute(ownerDb);
  await sql`
    insert into minutes_item (id, part_id, position, heading, body, kind)
    select ${id("2", "row_number() over (order by p.id, n)")}, p.id, n, 'Punkt ' || n || ' om samverkan',
      'Vi talade om hur arbetet går i länets kommuner, vad som väntar och vem som tar det vidare till nästa gång.',
      'discussion'
    from minutes_part p cross join generate_series(0, ${items}::int - 1) n`.execute(ownerDb);
  await sql`
    insert into matter (id, slug, title, about, body_id, state, since, parked_until, remind_on, reason, outcome, created_at)
    select ${id("c", "n")}, 'fraga-' || n, 'Fråga ' || n || ' om samverkan', 'Vad som gäller i länet',
      ${id("b", `n % ${bodies}`)}, state, ${today}::date - n % 900,
      case when state = 'parked' and n % 2 = 0 then ${today}::date + n % 300 - 100 end,
      case when state = 'parked' and n % 2 = 1 then ${today}::date + n % 90 - 30 end,
      case when state in ('parked', 'dropped') then 'Väntar på annat' end,
      case when state = 'decided' then 'Vi gör så' end, now()
    from (select n, (array['raised', 'continued', 'commissioned', 'parked'])[1 + (n / ${bodies}::int / 4) % 4] as alive, n % 4 as fate
      from generate_series(0, ${matters}::int - 1) n) as drawn,
      lateral (select case when (n / ${bodies}::int) % 4 = 0 then alive
        when (n / ${bodies}::int) % 4 = 1 then 'dropped' else 'decided' end as state) as said`.execute(ownerDb);
  await sql`insert into matter_body (matter_id, body_id, since) select id, body_id, since from matter
    on conflict do nothing`.execute(ownerDb);
  await sql`
    insert into matter_step (id, matter_id, step_no, what, day, body_id, told_at)
    select ${id("d", "row_number() over (order by id)")}, id, 1, 'raised', since, body_id, now() from matter`.execute(
    ownerDb,
  );
  await sql`
    insert into commission (id, matter_id, organisation_id, from_body, origin, title, owner_name, given_on, due_on, state,
      since, created_at)
    select ${id("e", "n")}, id, ${organisationId}, body_id, 'regional', 'Uppdrag ' || n, 'Kansliet', since,
      case when n % 3 > 0 then ${today}::date + (n % 200)::int - 60 end,
      case when is_closed then 'closed' else 'inProgress' end, since, now()
    from (select m.*, row_number() over (order by m.id) as n from matter m where state in ('commissioned', 'decided')) as m
    where state = 'commissioned' or n % 4 = 0`.execute(ownerDb);
  await sql`
    insert into deliverable (id, commission_id, position, text, due_on, state)
    select ${id("f", "row_number() over (order by c.id, part)")}, c.id, part, 'Del ' || part, null, 'waiting'
    from commission c cross join generate_series(0, 1) part where not exists (
      select from deliverable d where d.commission_id = c.id)`.execute(ownerDb);
  await sql`analyze body, meeting, meeting_body, minutes_part, minutes_item, matter, matter_body, matter_step, commission, deliverable`.execute(
    ownerDb,
  );
}
