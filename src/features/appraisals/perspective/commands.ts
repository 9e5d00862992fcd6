import { randomUUID } from "node:crypto";
import { type Actor, nobody } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { newSecret, secretHash } from "#platform/tokens/secret-token.ts";
import { lockAppraisal, recordAppraisal, wrongAt } from "#features/appraisals/appraisal/locking/commands.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import {
  isLinkOpen,
  longestOpenDays,
  type PerspectiveId,
  PerspectiveLinkId,
} from "#features/appraisals/perspective/perspective.ts";
import type { NewPerspectiveLink, Said } from "#features/appraisals/perspective/perspective-words.ts";

/**
 * Makes a link by which staff or service users say what they think, without an account, until a day. The address is shown
 * this once: we keep what it can be recognised by, and not the address itself. (R065, R181)
 */
export function openPerspectiveLink(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { audience, question, openUntil }: NewPerspectiveLink,
): Promise<{ readonly id: PerspectiveLinkId; readonly secret: string }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const inside = await lockToAskAround(tx, actor, slug, at);
    if (Temporal.PlainDate.compare(openUntil, today) < 0) throw wrongAt("openUntil", "perspective.day_has_been");
    if (Temporal.PlainDate.compare(openUntil, today.add({ days: longestOpenDays })) > 0)
      throw wrongAt("openUntil", "perspective.open_too_long");
    const id = newId<"perspective_link">();
    const secret = newSecret();
    await tx
      .insertInto("perspective_link")
      .values({
        id,
        appraisal_id: inside.appraisal.id,
        audience,
        question,
        secret_hash: secretHash(secret),
        open_until: openUntil,
        created_at: at,
      })
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.perspective_link_opened", { linkId: id, audience });
    return { id, secret };
  });
}

/** Closes a link before its day. What was said stands, and what was decided can still be read there. */
export function closePerspectiveLink(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  link: string,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToAskAround(tx, actor, slug, at);
    const id = PerspectiveLinkId.safeParse(link).data;
    const found =
      id &&
      (await tx
        .selectFrom("perspective_link")
        .where("id", "=", id)
        .where("appraisal_id", "=", inside.appraisal.id)
        .select(["id", "open_until as openUntil", "closed_at as closedAt"])
        .executeTakeFirst());
    if (!found) throw new Refusal("not_found", "perspective.no_such_link");
    if (!isLinkOpen(found, dateIn(at))) throw new Refusal("conflict", "perspective.closed_already");
    await tx.updateTable("perspective_link").set({ closed_at: at }).where("id", "=", found.id).execute();
    await recordAppraisal(tx, actor, inside, "appraisals.perspective_link_closed", { linkId: found.id });
  });
}

/**
 * Takes in what somebody says by a link. Nothing is kept of who or from where, and of when only the day: even the row's
 * identity is drawn by lot, as one that tells the moment would. Sent twice with the same mark it came once.
 */
export function givePerspective(
  db: Database,
  actor: Actor,
  now: Clock,
  secret: string,
  { mark, stance, text }: Said,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const today = dateIn(now());
    const link = await tx
      .selectFrom("perspective_link as l")
      .innerJoin("appraisal as a", "a.id", "l.appraisal_id")
      .where("l.secret_hash", "=", secretHash(secret))
      .select(["l.id", "l.open_until as openUntil", "l.closed_at as closedAt", "a.id as appraisalId", "a.state"])
      .select("a.organisation_id as organisationId")
      .executeTakeFirst();
    if (!link) throw new Refusal("not_found", "perspective.no_such_link");
    const isKnown = await tx
      .selectFrom("perspective")
      .where("link_id", "=", link.id)
      .where("sent_mark", "=", mark)
      .select("id")
      .executeTakeFirst();
    // It came in the first time, even if the link was closed since.
    if (isKnown) return;
    if (!isLinkOpen(link, today) || link.state === "withdrawn") throw new Refusal("conflict", "perspective.closed");
    await tx
      .insertInto("perspective")
      .values({
        id: randomUUID() as PerspectiveId,
        link_id: link.id,
        sent_mark: mark,
        stance,
        text,
        received_on: today,
      })
      .onConflict((conflict) => conflict.columns(["link_id", "sent_mark"]).doNothing())
      .execute();
    const by = { ...nobody, via: actor.via };
    const { organisationId } = link;
    await record(tx, { by, what: "appraisals.perspective_given", about: link.id, organisationId });
  });
}

/** Hides what somebody wrote that should not be read, such as about a single person, or shows it again. */
export function hidePerspective(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  perspective: string,
  { hidden }: { readonly hidden: boolean },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToAskAround(tx, actor, slug, at);
    const found = await tx
      .selectFrom("perspective as s")
      .innerJoin("perspective_link as l", "l.id", "s.link_id")
      .where((eb) => eb(eb.cast<string>("s.id", "text"), "=", perspective))
      .where("l.appraisal_id", "=", inside.appraisal.id)
      .select("s.id")
      .executeTakeFirst();
    if (!found) throw new Refusal("not_found", "perspective.no_such_perspective");
    await tx
      .updateTable("perspective")
      .set({ hidden_at: hidden ? at : null })
      .where("id", "=", found.id)
      .execute();
    const what = hidden ? "appraisals.perspective_hidden" : "appraisals.perspective_shown";
    await recordAppraisal(tx, actor, inside, what);
  });
}

/** Takes an appraisal's lock for those who ask around in it: its authors and whoever decides. */
async function lockToAskAround(tx: Tx, actor: Actor, slug: string, at: Temporal.Instant): Promise<AppraisalInside> {
  const inside = await lockAppraisal(tx, actor, slug, at);
  if (inside.appraisal.state === "withdrawn") throw new Refusal("conflict", "appraisal.step_not_possible");
  if (!inside.can.tell) throw new Refusal("forbidden", "perspective.not_yours_to_ask");
  return inside;
}
