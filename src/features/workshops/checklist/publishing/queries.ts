import { sql } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Look } from "#features/organisations/looks/look.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { ChecklistId, ChecklistVersionId } from "#features/workshops/checklist/checklist.ts";

/** Somebody who is told that a version is published, in the bodies they sit in of those that made it. */
export type MemberToTell = {
  readonly versionId: ChecklistVersionId;
  readonly versionNo: number;
  readonly note: string | null;
  readonly checklistId: ChecklistId;
  readonly slug: string;
  readonly title: string;
  readonly organisationId: OrganisationId | null;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly bodies: readonly string[];
};

/**
 * Who is told of a published version: everybody who sits in the bodies that made the checklist and has an address, once,
 * substitutes and service-user representatives too. Not whoever published it, and nobody of a checklist that is used no
 * more. (R209)
 */
export async function membersToTell(
  db: Reader,
  versionId: ChecklistVersionId,
  today: Temporal.PlainDate,
): Promise<MemberToTell[]> {
  const { rows } = await sql<MemberToTell>`
    select v.id as "versionId", v.version_no as "versionNo", v.note, k.id as "checklistId", k.slug, k.title,
      k.organisation_id as "organisationId", p.id as "personId", p.name, p.email, p.language,
      array_agg(distinct b.name order by b.name) as bodies
    from checklist_version v
      join checklist k on k.id = v.checklist_id
      join checklist_body kb on kb.checklist_id = k.id
      join body b on b.id = kb.body_id
      join body_seat s on s.body_id = b.id
      join body_seat_holding h on h.seat_id = s.id
      join person p on p.id = h.person_id
    where v.id = ${versionId} and v.published_at is not null and k.retired_at is null
      and ${validOn(today, "h")} and (s.ended_on is null or ${today}::date <= s.ended_on)
      and p.id is distinct from v.published_by and p.email is not null and p.merged_into is null
    group by v.id, k.id, p.id
    order by p.id`.execute(db);
  return rows;
}

/** What a mail to one of them is made of; nothing if they have left since. */
export async function memberToTell(
  db: Reader,
  versionId: ChecklistVersionId,
  personId: PersonId,
  today: Temporal.PlainDate,
): Promise<(MemberToTell & { readonly look: Look | undefined }) | undefined> {
  const member = (await membersToTell(db, versionId, today)).find((each) => each.personId === personId);
  if (!member) return undefined;
  return { ...member, look: member.organisationId === null ? undefined : await lookOf(db, member.organisationId) };
}
