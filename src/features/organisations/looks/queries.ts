import { type RawBuilder, sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { FileKey } from "#platform/files/files.ts";
import { inheritedLook, type Look, type LookStep, type MarkType } from "#features/organisations/looks/look.ts";
import { nowOf } from "#features/organisations/succession/queries.ts";

/**
 * How the public pages and the mail of organisations look: their own way, or the nearest above them. What has gone into
 * another looks as that one does. One statement, however many are asked about.
 *
 * @param which a question that answers with the ids of organisations
 */
export async function looksOf(
  db: Reader,
  which: RawBuilder<OrganisationId>,
): Promise<ReadonlyMap<OrganisationId, Look>> {
  const steps = Map.groupBy(await stepsUpFrom(db, which), ({ startId }) => startId);
  return new Map([...steps].map(([id, upwards]) => [id, inheritedLook(upwards)]));
}

/** How one organisation looks. */
export async function lookOf(db: Reader, organisationId: OrganisationId): Promise<Look> {
  return (await looksOf(db, sql`select ${organisationId}::uuid`)).get(organisationId) ?? inheritedLook([]);
}

/** What an organisation says itself of its look, and what it has from above where it says nothing. */
export async function lookPage(db: Reader, organisationId: OrganisationId) {
  const [own, ...above] = await stepsUpFrom(db, sql`select ${organisationId}::uuid`);
  return { own, ownLook: inheritedLook(own ? [own] : []), inherited: inheritedLook(above) };
}

type StepFrom = LookStep & { readonly startId: OrganisationId };

async function stepsUpFrom(db: Reader, which: RawBuilder<OrganisationId>): Promise<StepFrom[]> {
  const { rows } = await sql<StepFrom>`
    with recursive up(start, id, step) as (
      select o.id, ${nowOf(sql.ref("o.id"))}, 0 from organisation o where o.id in (${which})
      union all
      select up.start, o.parent_id, up.step + 1 from up join organisation o on o.id = up.id where o.parent_id is not null)
    select up.start as "startId", o.name as organisation, l.name, l.mark_key as "markKey", l.mark_type as "markType",
      l.mark_width as "markWidth", l.mark_height as "markHeight", l.sender_name as "senderName",
      l.reply_address as "replyAddress", o.contact_email as "contactEmail"
    from up join organisation o on o.id = up.id left join organisation_look l on l.organisation_id = o.id
    order by up.start, up.step`.execute(db);
  return rows;
}

/** What kind of image a mark is. Nothing for a file that is no organisation's mark: no other file is given away. */
export async function markKind(db: Reader, key: string): Promise<{ key: FileKey; type: MarkType } | undefined> {
  const row = await db
    .selectFrom("organisation_look")
    .where("mark_key", "=", key)
    .where("mark_type", "is not", null)
    .select(["mark_key as key", "mark_type as type"])
    .executeTakeFirst();
  return row?.type ? { key: row.key as FileKey, type: row.type } : undefined;
}
