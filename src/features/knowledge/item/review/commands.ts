import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { lockItem, nextVersionOf, recordItem, workingAsRead } from "#features/knowledge/item/locking/commands.ts";
import type { ItemInside, VersionFacts } from "#features/knowledge/item/queries.ts";
import { reviewAskedMailJob, versionMailJob } from "#features/knowledge/item/review/item-review-jobs.ts";
import { restingMailJob } from "#features/knowledge/lineage/lineage-jobs.ts";
import { reviewersFor, writerOf } from "#features/knowledge/item/review/queries.ts";
import {
  type ForReview,
  isReviewDay,
  type MoreReviewers,
  type Publishing,
  type ReviewAnswer,
  type SendingBack,
} from "#features/knowledge/item/review/review-words.ts";
import { type VersionStep, versionSteps } from "#features/knowledge/item/version-lifecycle.ts";

/**
 * Sends a draft for review. It must say in plain words what it says: nothing is published without, and reviewers read that
 * first. Whoever is asked is mailed; when nobody is, those who publish for the organisation see it all the same.
 */
export function sendForReview(db: Database, actor: Actor, now: Clock, slug: string, wish: ForReview): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "write");
    const working = workingAsRead(inside, wish);
    if (!working.says) throw new Refusal("conflict", "item_review.says_nothing");
    await step(tx, working, "sendForReview");
    const asked = await ask(tx, actor, now, inside, working, wish.reviewers);
    await recordItem(tx, actor, inside, "knowledge.sent_for_review", {
      after: { version: working.versionNo, reviewers: asked.length },
    });
  });
}

/** Asks more people to review what is reviewed. */
export function askReviewers(db: Database, actor: Actor, now: Clock, slug: string, wish: MoreReviewers): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug);
    if (!inside.can.write && !inside.can.publish) throw new Refusal("forbidden", "item.may_not.write");
    const { working } = inside;
    if (working?.state !== "inReview") throw new Refusal("conflict", "item_review.not_in_review");
    const asked = await ask(tx, actor, now, inside, working, wish.reviewers);
    await recordItem(tx, actor, inside, "knowledge.reviewers_asked", {
      after: { version: working.versionNo, reviewers: asked.length },
    });
  });
}

/** Says what one thinks of a version one is asked to review. It publishes nothing and stops nothing by itself. */
export function answerReview(db: Database, actor: Actor, now: Clock, slug: string, wish: ReviewAnswer): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "review");
    const working = workingAsRead(inside, wish);
    await tx
      .updateTable("knowledge_review")
      .set({ verdict: wish.verdict, said: wish.said, answered_at: now() })
      .where("version_id", "=", working.id)
      .where("reviewer_id", "=", actor.personId ?? null)
      .where("verdict", "is", null)
      .execute();
    await tell(tx, actor, working, wish.verdict);
    await recordItem(tx, actor, inside, "knowledge.reviewed", {
      after: { version: working.versionNo, verdict: wish.verdict },
    });
  });
}

/** Sends what is reviewed back to whoever writes it, with what is to be done. It is a draft again. */
export function sendBack(db: Database, actor: Actor, now: Clock, slug: string, wish: SendingBack): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "publish");
    const working = workingAsRead(inside, wish);
    await step(tx, working, "sendBack");
    const at = now();
    const by = actor.personId ?? null;
    // What one was asked and answers now is that answer, and not one more beside it.
    await tx
      .deleteFrom("knowledge_review")
      .where("version_id", "=", working.id)
      .where("reviewer_id", "=", by)
      .where("verdict", "is", null)
      .execute();
    await tx
      .insertInto("knowledge_review")
      .values({
        id: newId<"knowledge_review">(),
        version_id: working.id,
        reviewer_id: by,
        asked_by: by,
        asked_at: at,
        verdict: "changesWanted",
        said: wish.said,
        answered_at: at,
      })
      .execute();
    await tell(tx, actor, working, "sentBack");
    await recordItem(tx, actor, inside, "knowledge.sent_back", { after: { version: working.versionNo } });
  });
}

/**
 * Publishes what is reviewed: it stands for all to read, and what was published before is kept as an earlier version.
 * Whoever wrote it alone may publish it too, and it shows: units are small.
 */
export function publishItem(db: Database, actor: Actor, now: Clock, slug: string, wish: Publishing): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "publish");
    const working = workingAsRead(inside, wish);
    mustBeReviewDay(wish.reviewDue, now);
    const { item, version } = inside;
    if (version.state === "published") await step(tx, version, "replace");
    await tx
      .updateTable("knowledge_version")
      .set({
        state: versionSteps.publish.to,
        published_at: now(),
        published_by: actor.personId ?? null,
        row_version: working.rowVersion + 1,
      })
      .where("id", "=", working.id)
      .where("state", "in", versionSteps.publish.from)
      .execute();
    await nextVersionOf(tx, item.id, { review_due: wish.reviewDue });
    await tell(tx, actor, working, "published");
    if (version.state === "published")
      await enqueue(tx, restingMailJob, {
        itemId: item.id,
        what: "changed",
        time: working.versionNo,
        byId: actor.personId ?? null,
      });
    await recordItem(tx, actor, inside, "knowledge.item_published", {
      before: { version: version.state === "published" ? version.versionNo : null },
      after: { version: working.versionNo, reviewDue: wish.reviewDue.toString() },
    });
  });
}

/** A day when something is to be looked over is one to come, and not further off than anybody can promise. */
export function mustBeReviewDay(day: Temporal.PlainDate, now: Clock): void {
  if (!isReviewDay(day, dateIn(now())))
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "reviewDue", code: "item_review.day_not_ahead" },
    ]);
}

async function step(tx: Tx, { id, state, rowVersion }: VersionFacts, name: VersionStep): Promise<void> {
  const { from, to } = versionSteps[name];
  if (!from.includes(state)) throw new Refusal("conflict", "item_review.is_not_so_far");
  await tx
    .updateTable("knowledge_version")
    .set({ state: to, row_version: rowVersion + 1 })
    .where("id", "=", id)
    .execute();
}

async function ask(
  tx: Tx,
  actor: Actor,
  now: Clock,
  { item }: ItemInside,
  working: VersionFacts,
  wanted: readonly PersonId[],
): Promise<PersonId[]> {
  if (wanted.length === 0) return [];
  const writer = await writerOf(tx, working.id);
  const choices = await reviewersFor(tx, item.organisationId, writer, dateIn(now()));
  const people = new Set(wanted);
  if ([...people].some((id) => !choices.some((choice) => choice.id === id)))
    throw new Refusal("not_found", "item_review.no_such_reviewer");
  const open = await tx
    .selectFrom("knowledge_review")
    .where("version_id", "=", working.id)
    .where("verdict", "is", null)
    .select("reviewer_id as id")
    .execute();
  const asked = [...people].filter((id) => !open.some((each) => each.id === id));
  for (const personId of asked) {
    const id = newId<"knowledge_review">();
    await tx
      .insertInto("knowledge_review")
      .values({ id, version_id: working.id, reviewer_id: personId, asked_by: actor.personId ?? null, asked_at: now() })
      .execute();
    if (personId !== actor.personId) await enqueue(tx, reviewAskedMailJob, { reviewId: id });
  }
  return asked;
}

/** Tells whoever wrote it, unless it is they who do it. */
async function tell(
  tx: Tx,
  actor: Actor,
  { id }: VersionFacts,
  what: "approved" | "changesWanted" | "sentBack" | "published",
): Promise<void> {
  const writer = await writerOf(tx, id);
  if (writer && writer !== actor.personId) await enqueue(tx, versionMailJob, { versionId: id, personId: writer, what });
}
