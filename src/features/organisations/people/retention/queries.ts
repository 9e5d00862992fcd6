import { sql } from "kysely";
import type { DueRows } from "#platform/erasures/erasures.ts";

/**
 * People who have had nothing to do here for as long as that is kept: no role, no application that still names them, no seat, meeting or commission,
 * no session, no key that works, and nothing about them changed. Whoever turned out to be somebody else goes after them.
 */
export const peopleDue: DueRows = ({ now, before }) => sql`
  select p.id
  from person p
  where p.erased_at is null and not exists (
      select from person kept where kept.id = p.merged_into and kept.erased_at is null)
    and p.created_at < ${before} and p.updated_at < ${before}
    and not exists (
      select from role_assignment r
      where r.person_id = p.id and coalesce(r.ended_at, (r.valid_to + 1)::timestamptz, 'infinity') >= ${before})
    and not exists (select from registration g where g.person_id = p.id)
    and not exists (
      select from body_seat_holding h
      where h.person_id = p.id and coalesce((h.valid_to + 1)::timestamptz, 'infinity') >= ${before})
    and not exists (
      select from representation n
      where n.person_id = p.id and coalesce((n.valid_to + 1)::timestamptz, 'infinity') >= ${before})
    and not exists (select from attendance_at_meeting a where a.person_id = p.id)
    and not exists (select from commission c where c.owner_person = p.id and c.state <> 'closed')
    and not exists (
      select from workshop_leader l join workshop w on w.id = l.workshop_id
      where l.person_id = p.id and w.state <> 'closed')
    and not exists (
      select from appraisal a
      where a.state in ('weighing', 'proposed') and (a.decider_id = p.id or exists (
        select from appraisal_author au where au.appraisal_id = a.id and au.person_id = p.id)))
    and not exists (select from introduction i where i.responsible_id = p.id and i.phase <> 'phasedOut')
    and not exists (select from sign_in_session s where s.person_id = p.id)
    and not exists (
      select from api_token k where k.person_id = p.id and k.revoked_at is null and k.expires_at > ${now})`;
