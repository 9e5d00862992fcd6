import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { criteria } from "#features/appraisals/sources/sources.ts";
import { type ExperienceStage, experienceSteps } from "#features/knowledge/item/experience-lifecycle.ts";
import type { ExperienceProfile, ExperienceStep } from "#features/knowledge/item/experience/experience-words.ts";
import { bodiesThatProve, stepsOf } from "#features/knowledge/item/experience/queries.ts";
import { mayPublishFor } from "#features/knowledge/item/item-policy.ts";
import { lockItem, nextVersionOf, recordItem } from "#features/knowledge/item/locking/commands.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";

/** What only those who publish say: that colleagues have examined it, that a body has proven it, and that it has not. */
const saidByPublishers: readonly ExperienceStage[] = ["examined", "proven"];

/**
 * Takes an experience one step on its way, with the reason and the day: further, back when it does not hold, or withdrawn.
 * Nothing is skipped, and the machine never says that something is proven. (R133, concepts 2.3)
 */
export function stepExperience(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  wish: ExperienceStep,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockExperience(tx, actor, now, slug, wish.version);
    const { item, stage } = inside;
    const isTheirs = saidByPublishers.includes(wish.stage) || saidByPublishers.includes(stage);
    if (isTheirs && !mayPublishFor(actor, item.organisationId))
      throw new Refusal("forbidden", "item_experience.said_by_publishers");
    if (!experienceSteps[stage].includes(wish.stage)) throw new Refusal("conflict", "item_experience.not_so_far");
    const today = dateIn(now());
    const [last] = await stepsOf(tx, item.id);
    if (Temporal.PlainDate.compare(wish.saidOn, today) > 0) throw atField("saidOn", "item_experience.day_to_come");
    if (last && Temporal.PlainDate.compare(wish.saidOn, last.saidOn) < 0)
      throw atField("saidOn", "item_experience.before_the_last");
    if (wish.stage === "proven" && wish.reviewOn && Temporal.PlainDate.compare(wish.reviewOn, today) <= 0)
      throw atField("reviewOn", "item_review.day_not_ahead");
    const isProven = wish.stage === "proven";
    const body = isProven ? (await bodiesThatProve(tx)).find(({ id }) => id === wish.bodyId) : undefined;
    if (isProven && !body) throw new Refusal("not_found", "item_experience.no_such_body");
    await tx
      .insertInto("experience_step")
      .values({
        id: newId<"experience_step">(),
        item_id: item.id,
        stage: wish.stage,
        said_on: wish.saidOn,
        reason: wish.reason,
        body_id: body?.id ?? null,
        review_on: isProven ? wish.reviewOn : null,
        said_by: actor.personId ?? null,
        recorded_at: now(),
      })
      .execute();
    // What is to be examined again is to be looked over by then, if not before.
    const due = isProven ? { review_due: sql`least(review_due, ${wish.reviewOn}::date)` } : {};
    await nextVersionOf(tx, item.id, { stage: wish.stage, ...due });
    await recordItem(tx, actor, inside, "knowledge.experience_stepped", {
      before: { stage },
      after: { stage: wish.stage, bodyId: body?.id ?? null, reviewOn: wish.reviewOn?.toString() ?? null },
    });
  });
}

/** Says how far an experience meets each criterion, and what shows it. People judge; no sum is made of it. */
export function judgeExperienceItem(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, ...judged }: ExperienceProfile,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockExperience(tx, actor, now, slug, version);
    const { item } = inside;
    await tx.deleteFrom("experience_profile").where("item_id", "=", item.id).execute();
    const rows = criteria.flatMap((criterion) => {
      const { score = null, evidence = null } = judged[criterion] ?? {};
      return score === null ? [] : [{ item_id: item.id, criterion, score, evidence }];
    });
    if (rows.length > 0) await tx.insertInto("experience_profile").values(rows).execute();
    await nextVersionOf(tx, item.id);
    await recordItem(tx, actor, inside, "knowledge.experience_judged", { after: { criteria: rows.length } });
  });
}

async function lockExperience(
  tx: Tx,
  actor: Actor,
  now: Clock,
  slug: string,
  version: number,
): Promise<ItemInside & { readonly stage: ExperienceStage }> {
  const inside = await lockItem(tx, actor, now, slug, "write");
  const { stage } = inside.item;
  if (!stage) throw new Refusal("conflict", "item_experience.is_none");
  if (inside.item.version !== version) throw new Refusal("conflict", "item.changed_meanwhile");
  return { ...inside, stage };
}

function atField(path: string, code: MessageKey): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}
