import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { notify } from "#platform/database/notices.ts";
import type { Files } from "#platform/files/files.ts";
import type { LookWish } from "#features/organisations/looks/look.ts";
import { readMark } from "#features/organisations/looks/mark-image.ts";
import { lockOrganisation } from "#features/organisations/naming/commands.ts";
import { mayManageOrganisation } from "#features/organisations/organisation-policy.ts";

/** Says how an organisation shows itself on its public pages and in its mail. What is left out is inherited. */
export function writeLook(db: Database, actor: Actor, id: OrganisationId, wish: LookWish): Promise<void> {
  return change(db, actor, async (tx) => {
    await lockOrganisation(tx, actor, id);
    const { name = null, senderName = null, replyAddress = null, contactEmail = null } = wish;
    const look = { name, sender_name: senderName, reply_address: replyAddress };
    await tx
      .insertInto("organisation_look")
      .values({ organisation_id: id, ...look })
      .onConflict((conflict) => conflict.column("organisation_id").doUpdateSet(look))
      .execute();
    await tx.updateTable("organisation").set({ contact_email: contactEmail }).where("id", "=", id).execute();
    await notify(tx, "public_content");
    await record(tx, {
      by: actor,
      what: "organisations.look_written",
      about: id,
      organisationId: id,
      after: { name, senderName, replyAddress },
    });
  });
}

/**
 * Gives an organisation a mark: an image that has been looked into. The file is kept before the change, because that
 * cannot be rolled back; a file that nothing refers to, as the old one afterwards, is thrown away by itself.
 */
export async function giveMark(
  db: Database,
  files: Files,
  actor: Actor,
  id: OrganisationId,
  bytes: Uint8Array,
): Promise<void> {
  // Asked here as well: nobody else's file is kept.
  if (!mayManageOrganisation(actor, id)) throw new Refusal("forbidden", "organisations.not_yours");
  const image = readMark(bytes);
  if ("problem" in image)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "mark", code: image.problem }]);
  const key = await files.keep(bytes);
  const { type, width, height } = image;
  await changeMark(db, actor, id, { mark_key: key, mark_type: type, mark_width: width, mark_height: height });
}

/** Takes an organisation's own mark away. It then carries the one of the organisation above it, if that has any. */
export function removeMark(db: Database, actor: Actor, id: OrganisationId): Promise<void> {
  return changeMark(db, actor, id, { mark_key: null, mark_type: null, mark_width: null, mark_height: null });
}

type MarkColumns = {
  readonly mark_key: string | null;
  readonly mark_type: "image/png" | "image/jpeg" | "image/webp" | null;
  readonly mark_width: number | null;
  readonly mark_height: number | null;
};

async function changeMark(db: Database, actor: Actor, id: OrganisationId, mark: MarkColumns): Promise<void> {
  await change(db, actor, async (tx) => {
    await lockOrganisation(tx, actor, id);
    const before = await tx
      .selectFrom("organisation_look")
      .where("organisation_id", "=", id)
      .select("mark_key as key")
      .executeTakeFirst();
    await tx
      .insertInto("organisation_look")
      .values({ organisation_id: id, ...mark })
      .onConflict((conflict) => conflict.column("organisation_id").doUpdateSet(mark))
      .execute();
    await notify(tx, "public_content");
    await record(tx, {
      by: actor,
      what: mark.mark_key === null ? "organisations.mark_removed" : "organisations.mark_given",
      about: id,
      organisationId: id,
      before: { key: before?.key },
      after: { key: mark.mark_key },
    });
  });
}
