import { sql, type Updateable } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";
import { notify } from "#platform/database/notices.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { changedThings } from "#features/circles/change-notice/changed-things.ts";
import { noteChange } from "#features/circles/change-notice/commands.ts";
import { type Edited, editProblems } from "#features/circles/round/editor/edit-limits.ts";
import { lockRound, numbersIn, type RoundFacts, roundFacts } from "#features/circles/round/queries.ts";
import { roundChange } from "#features/circles/round/round-change.ts";
import { roundChanged, seatsRaised } from "#features/circles/round/round-jobs.ts";
import { isOver } from "#features/circles/round/round-lifecycle.ts";
import { mayManageRound, maySeeRound } from "#features/circles/round/round-policy.ts";
import type { Audience, People, Questions, SectionAnswers } from "#features/circles/round/round-sections.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { changedFields, sectionMark } from "#features/circles/round/section-values.ts";

/**
 * Changes what one section of a round says. The mark is the one the form was opened with: if somebody else has
 * changed the same section since, it is told and nothing is written.
 */
export function editRound(db: Database, actor: Actor, now: Clock, id: RoundId, answers: SectionAnswers, mark?: string) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    if (mark !== undefined && mark !== sectionMark(before, answers.section))
      throw new Refusal("conflict", "round.changed_meanwhile");
    const { section, ...values } = answers;
    await refuseIfLimited(tx, before, { ...before, ...values }, now());
    await writeSection(tx, id, answers);
    return settle(tx, actor, before, `circles.round_${inSnakeCase(section)}_edited`);
  });
}

/** Says which term a round is planned for, before it has dates. (R096) */
export function planTerm(db: Database, actor: Actor, id: RoundId, plannedTerm: string | null) {
  return change(db, actor, async (tx) => {
    const before = await lockToEdit(tx, actor, id);
    await tx.updateTable("round").set({ planned_term: plannedTerm }).where("id", "=", id).execute();
    return settle(tx, actor, before, "circles.round_term_planned");
  });
}

/** Takes a round's lock for somebody who changes what it says, and tells what stands in their way. */
export async function lockToEdit(tx: Tx, actor: Actor, id: RoundId): Promise<RoundFacts> {
  const round = await lockRound(tx, id);
  if (!round || !maySeeRound(actor, round)) throw new Refusal("not_found", "round.no_such_round");
  if (!mayManageRound(actor, round)) throw new Refusal("forbidden", "round.not_yours");
  if (isOver(round.state)) throw new Refusal("conflict", "round.is_over");
  return round;
}

/** Refuses what may not be done to a round that people have seen or applied to. */
export async function refuseIfLimited(tx: Tx, before: RoundFacts, after: Edited, now: Temporal.Instant): Promise<void> {
  const [problem, ...more] = editProblems(before, after, await numbersIn(tx, before.id, now), dateIn(now));
  if (problem) throw new Refusal("invalid", problem.code, problem.values, [problem, ...more]);
}

/**
 * Ends every change of what a round says: raises its version and its meetings' sequence where somebody has said yes to
 * what changed, notes what it was and leaves word for those with a place, and writes the audit.
 */
export async function settle(tx: Tx, actor: Actor, before: RoundFacts, what: string): Promise<RoundFacts> {
  const after = await roundFacts(tx, before.id);
  if (!after) throw new Error(`Round ${before.id} is gone in its own change`);
  const isOut = before.state !== "draft";
  const { told, raisesVersion, asksManagersAgain, resequenced, sessions } = roundChange(before, after);
  const version = isOut && raisesVersion ? before.version + 1 : before.version;

  await tx
    .updateTable("round")
    .set({ version, updated_at: sql`clock_timestamp()` })
    .where("id", "=", before.id)
    .execute();
  if (isOut && resequenced.length > 0) {
    await tx
      .updateTable("session")
      .set({ sequence: sql`sequence + 1` })
      .where("id", "in", resequenced)
      .execute();
  }
  if (isOut && told.length > 0) {
    const occasion = await noteChange(tx, actor, before.id, changedThings(before, after));
    await enqueue(tx, roundChanged, {
      roundId: before.id,
      version,
      told: [...told],
      sessionIds: [...sessions],
      asksManagersAgain,
      occasion,
    });
  }
  if (isOut && (after.hardCapacity ?? 0) > (before.hardCapacity ?? 0))
    await enqueue(tx, seatsRaised, { roundId: before.id });
  if (isOut) await notify(tx, "public_content");

  const { updatedAt: _was, ...said } = before;
  const { updatedAt: _is, ...says } = after;
  await record(tx, {
    by: actor,
    what,
    about: before.id,
    organisationId: before.organisationId,
    ...changedFields(said, says),
  });
  return { ...after, version };
}

/** Writes one section's answers into the rows of a round. */
export async function writeSection(tx: Tx, id: RoundId, answers: SectionAnswers): Promise<void> {
  if (answers.section === "questions") return writeQuestions(tx, id, answers);
  if (answers.section === "people") return writePeople(tx, id, answers);
  if (answers.section === "audience") await writeRules(tx, id, answers.rules);
  await tx.updateTable("round").set(columnsOf(answers)).where("id", "=", id).execute();
}

type ColumnSection = Exclude<SectionAnswers, { section: "questions" | "people" }>;

/** The columns of `round` that hold a section's answers. */
export function columnsOf(answers: ColumnSection): Updateable<Schema["round"]> {
  switch (answers.section) {
    case "basics":
      return {
        kind: answers.kind,
        title: answers.title,
        lead: answers.lead,
        theme: answers.theme,
        theme_short: answers.themeShort,
        theme_definition: answers.themeDefinition,
        theme_source: answers.themeSource,
      };
    case "story":
      return {
        background: answers.background,
        practice_problem: answers.practiceProblem,
        theme_reason: answers.themeReason,
        purpose: answers.purpose,
        goal: answers.goal,
        form_text: answers.formText,
        beneficiaries: answers.beneficiaries,
        written_output: answers.writtenOutput,
      };
    case "audience":
      return { audience: answers.audience };
    case "frame":
      return {
        target_capacity: answers.targetCapacity,
        hard_capacity: answers.hardCapacity,
        capacity_approximate: answers.capacityApproximate,
        minimum_participants: answers.minimumParticipants,
        go_no_go_date: answers.goNoGoDate,
        hours: answers.hours,
        cost: answers.cost,
        funder: answers.funder,
        agreement: answers.agreement,
        external_link: answers.externalLink,
        material_by_post: answers.materialByPost,
        asks_diet: answers.asksDiet,
        asks_age_group: answers.asksAgeGroup,
        asks_adaptation: answers.asksAdaptation,
      };
    case "wayIn":
      return {
        allocation: answers.allocation,
        deadline: answers.deadline,
        open_until_full: answers.openUntilFull,
        notice_date: answers.noticeDate,
        notice_month: answers.noticeMonth,
        manager_consultation: answers.managerConsultation,
        answer_days: answers.answerDays,
        external_form: answers.externalForm,
        team_least: answers.teamLeast,
        team_most: answers.teamMost,
      };
  }
}

async function writeQuestions(tx: Tx, id: RoundId, { questions }: Questions): Promise<void> {
  await tx.deleteFrom("guiding_question").where("round_id", "=", id).execute();
  if (questions.length === 0) return;
  const rows = questions.map(({ source, text }, position) => ({
    id: newId<"guiding_question">(),
    round_id: id,
    position,
    source,
    text,
  }));
  await tx.insertInto("guiding_question").values(rows).execute();
}

/** Writes whom one meets and whom one asks anew. A leader whose name is still there is still whoever that was. */
export async function writePeople(tx: Tx, id: RoundId, { leaders, contacts }: People): Promise<void> {
  const before = await tx
    .selectFrom("round_leader")
    .where("round_id", "=", id)
    .select(["name", "person_id", "nobody_known"])
    .execute();
  await tx.deleteFrom("round_leader").where("round_id", "=", id).execute();
  await tx.deleteFrom("round_contact").where("round_id", "=", id).execute();
  if (leaders.length > 0) {
    const rows = leaders.map((leader, position) => ({
      ...leader,
      ...before.find(({ name }) => name === leader.name),
      id: newId<"round_leader">(),
      round_id: id,
      position,
    }));
    await tx.insertInto("round_leader").values(rows).execute();
  }
  if (contacts.length > 0) {
    const rows = contacts.map((contact, position) => ({
      ...contact,
      id: newId<"round_contact">(),
      round_id: id,
      position,
    }));
    await tx.insertInto("round_contact").values(rows).execute();
  }
}

/** Rules keep their identity, because answers already given belong to them. */
async function writeRules(tx: Tx, id: RoundId, rules: Audience["rules"]): Promise<void> {
  const own = await tx.selectFrom("eligibility_rule").where("round_id", "=", id).select("id").execute();
  const rows = rules.map((rule, position) => {
    const known = own.find((row) => row.id === rule.id);
    return {
      id: known?.id ?? newId<"eligibility_rule">(),
      round_id: id,
      position,
      text: rule.text,
      strength: rule.strength,
    };
  });
  const gone = own.filter((row) => !rows.some((kept) => kept.id === row.id)).map((row) => row.id);
  if (gone.length > 0) await tx.deleteFrom("eligibility_rule").where("id", "in", gone).execute();
  if (rows.length === 0) return;
  await tx
    .insertInto("eligibility_rule")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        position: eb.ref("excluded.position"),
        text: eb.ref("excluded.text"),
        strength: eb.ref("excluded.strength"),
      })),
    )
    .execute();
}

function inSnakeCase(section: string): string {
  return section.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
