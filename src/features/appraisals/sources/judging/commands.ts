import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { lockAppraisalToWrite, recordAppraisal, wrongAt } from "#features/appraisals/appraisal/locking/commands.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { sourcesOf } from "#features/appraisals/sources/queries.ts";
import type { ExperienceWish, OutcomeWish } from "#features/appraisals/sources/source-words.ts";
import { criteria, type OutcomeId } from "#features/appraisals/sources/sources.ts";

/**
 * Writes how sure one can be of one outcome, or changes it: a level that a person has set, with the reason, who and when.
 * That GRADE's steps lead to the level has been checked already, and is the database's own constraint as well; neither of
 * them sets it. (concepts 2.6)
 */
export function judgeOutcome(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  wish: OutcomeWish,
  existing?: OutcomeId,
): Promise<OutcomeId> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const appraisalId = inside.appraisal.id;
    if (Temporal.PlainDate.compare(wish.judgedOn, dateIn(now())) > 0) throw wrongAt("judgedOn", "source.day_ahead");
    const [research] = await sourcesOf(tx, appraisalId);
    if (research.standing !== "found") throw new Refusal("conflict", "source.say_first");
    const before = existing && (await judgeBefore(tx, inside, existing));
    const words = {
      outcome: wish.outcome,
      result: wish.result,
      level: wish.level,
      reason: wish.reason,
      judged_on: wish.judgedOn,
      ...judgeOf(actor, wish.judgedByName, before),
      ...basisOf(wish),
    };
    const id = existing ?? newId<"appraisal_outcome">();
    if (existing) await tx.updateTable("appraisal_outcome").set(words).where("id", "=", existing).execute();
    else {
      const position = research.outcomes.length;
      await tx
        .insertInto("appraisal_outcome")
        .values({ id, appraisal_id: appraisalId, position, ...words })
        .execute();
    }
    const after = { outcome: id, approach: wish.approach, level: wish.level };
    await recordAppraisal(tx, actor, inside, "appraisals.outcome_judged", after);
    return id;
  });
}

/** Takes an outcome away. */
export function removeOutcome(db: Database, actor: Actor, now: Clock, slug: string, id: OutcomeId): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const gone = await tx
      .deleteFrom("appraisal_outcome")
      .where("id", "=", id)
      .where("appraisal_id", "=", inside.appraisal.id)
      .returning("id")
      .executeTakeFirst();
    if (!gone) throw new Refusal("not_found", "source.no_such_outcome");
    await recordAppraisal(tx, actor, inside, "appraisals.outcome_removed", { outcome: id });
  });
}

/**
 * Writes how proven the professional experience is, criterion by criterion, each with what shows it. They are shown beside
 * each other and never added up: whether the experience is enough is for those who weigh. (concepts 2.3)
 */
export function judgeExperience(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, ...told }: ExperienceWish,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const { id } = inside.appraisal;
    const [, profession] = await sourcesOf(tx, id);
    if (profession.version !== version) throw new Refusal("conflict", "source.changed_meanwhile");
    if (profession.standing !== "found") throw new Refusal("conflict", "source.say_first");
    await tx.deleteFrom("appraisal_experience").where("appraisal_id", "=", id).execute();
    const rows = criteria.flatMap((criterion) => {
      const { score, evidence } = told[criterion];
      return score === null ? [] : [{ appraisal_id: id, criterion, score, evidence }];
    });
    if (rows.length > 0) await tx.insertInto("appraisal_experience").values(rows).execute();
    await tx
      .updateTable("appraisal_source")
      .set({ version: version + 1 })
      .where("appraisal_id", "=", id)
      .where("source", "=", "profession")
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.experience_judged", { criteria: rows.length });
  });
}

type Judge = { readonly judged_by: PersonId | null; readonly judged_by_name: string | null };

async function judgeBefore(tx: Tx, { appraisal }: AppraisalInside, id: OutcomeId) {
  const row = await tx
    .selectFrom("appraisal_outcome as u")
    .leftJoin("person as p", "p.id", "u.judged_by")
    .where("u.id", "=", id)
    .where("u.appraisal_id", "=", appraisal.id)
    .select(["u.judged_by", "u.judged_by_name", "p.name"])
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", "source.no_such_outcome");
  return row;
}

/** Who stands behind a judgement: whoever writes it, or somebody they name. Naming who it was before changes nothing. */
function judgeOf(actor: Actor, name: string | null, before?: Judge & { readonly name: string | null }): Judge {
  if (name === null) return { judged_by: actor.personId ?? null, judged_by_name: actor.personId ? null : actor.name };
  if (before && before.name === name) return { judged_by: before.judged_by, judged_by_name: before.judged_by_name };
  return { judged_by: null, judged_by_name: name };
}

const noGrade = {
  starts: null,
  risk_of_bias: null,
  inconsistency: null,
  indirectness: null,
  imprecision: null,
  publication_bias: null,
  large_effect: null,
  dose_response: null,
  opposing_confounding: null,
};
const noConcerns = { methodology: null, coherence: null, adequacy: null, relevance: null };

function basisOf(wish: OutcomeWish) {
  if (wish.approach === "cerqual") {
    const { approach, methodology, coherence, adequacy, relevance } = wish;
    return { approach, ...noGrade, methodology, coherence, adequacy, relevance };
  }
  return {
    approach: wish.approach,
    ...noConcerns,
    starts: wish.start,
    risk_of_bias: wish.riskOfBias,
    inconsistency: wish.inconsistency,
    indirectness: wish.indirectness,
    imprecision: wish.imprecision,
    publication_bias: wish.publicationBias,
    large_effect: wish.largeEffect,
    dose_response: wish.doseResponse,
    opposing_confounding: wish.opposingConfounding,
  };
}
