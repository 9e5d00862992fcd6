import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { forgetDevices } from "#features/workshops/answering/commands.ts";
import { codeOf } from "#features/workshops/workshop/join-code.ts";
import { lockToLead, raiseRoom, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import { fewestOptions, hasOptions } from "#features/workshops/workshop/question-shape.ts";
import { isPossible, type WorkshopStep, workshopSteps } from "#features/workshops/workshop/workshop-lifecycle.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";
import type { PutQuestion, ShownOnScreen } from "#features/workshops/workshop/workshop-words.ts";

/** Opens the room: those with the code may come in, and answer what is put to them. */
export function openWorkshop(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return step(db, actor, now, slug, "open", async (tx, { workshop }, at) => ({
    opened_at: at,
    join_code: workshop.joinCode ?? (await freeCode(tx)),
    screen_shows: "joining" as const,
    screen_question: null,
  }));
}

/** Rests: nothing is taken until it goes on. */
export function pauseWorkshop(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return step(db, actor, now, slug, "pause", async (_tx, _inside, at) => ({ paused_at: at }));
}

/** Goes on after a rest. A time to answer in has stood still. (Rule J-7) */
export function goOnWithWorkshop(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return step(db, actor, now, slug, "goOn", async (tx, { workshop: { id } }, at) => {
    await sql`
      update workshop_round r set closes_at = r.closes_at + (${at}::timestamptz - w.paused_at)
      from workshop w where w.id = r.workshop_id and w.id = ${id} and r.closed_at is null`.execute(tx);
    return { paused_at: null };
  });
}

/**
 * Closes the room: the question that is asked ends, the code is free for others, and the devices are forgotten, so that
 * no answer can be followed back to a telephone. (Rules J-3 and H-7)
 */
export function closeWorkshop(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return step(db, actor, now, slug, "close", async (tx, { workshop }, at) => {
    await endOpenRound(tx, workshop.id, at);
    await forgetDevices(tx, workshop.id);
    return { closed_at: at, join_code: null, paused_at: null };
  });
}

/** Opens a closed room again, with a new code: those who were in come in anew. */
export function openWorkshopAgain(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return step(db, actor, now, slug, "openAgain", async (tx) => ({
    closed_at: null,
    join_code: await freeCode(tx),
    screen_shows: "joining" as const,
    screen_question: null,
  }));
}

/**
 * Puts a question to the room, with a time to answer in or without. What was asked before ends; the same question put
 * once more is a new round, told apart from the one before. (Rule J-1)
 */
export function putQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { questionId, seconds }: PutQuestion,
): Promise<{ readonly roundNo: number }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    const { workshop } = inside;
    const question = questionIn(inside, questionId);
    if (workshop.state !== "open") throw new Refusal("conflict", "workshop.not_open");
    if (hasOptions(question.kind) && question.options.length < fewestOptions)
      throw new Refusal("conflict", "workshop.options_missing");
    await endOpenRound(tx, workshop.id, at);
    const before = await tx
      .selectFrom("workshop_round")
      .where("question_id", "=", questionId)
      .select((eb) => eb.fn.max("round_no").as("last"))
      .executeTakeFirst();
    const roundNo = (before?.last ?? 0) + 1;
    await tx
      .insertInto("workshop_round")
      .values({
        id: newId<"workshop_round">(),
        workshop_id: workshop.id,
        question_id: questionId,
        round_no: roundNo,
        opened_at: at,
        closes_at: seconds === null ? null : at.add({ seconds }),
      })
      .execute();
    await show(tx, workshop.id, { shows: "question", questionId });
    await recordWorkshop(tx, actor, inside, "workshops.question_put", { question: question.text, roundNo, seconds });
    return { roundNo };
  });
}

/** Ends the question that is asked, and shows the room what it answered. */
export function endRound(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    const questionId = await endOpenRound(tx, inside.workshop.id, at);
    if (!questionId) throw new Refusal("conflict", "workshop.nothing_asked");
    await show(tx, inside.workshop.id, { shows: "results", questionId });
    await recordWorkshop(tx, actor, inside, "workshops.question_ended");
  });
}

/** Chooses what the screen at the front shows: the way in, a question, or what was answered to one. */
export function showOnScreen(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { shows, questionId }: ShownOnScreen,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    if (inside.workshop.state === "draft") throw new Refusal("conflict", "workshop.not_open");
    if (shows !== "joining") questionIn(inside, questionId ?? "");
    await show(tx, inside.workshop.id, { shows, questionId: shows === "joining" ? null : questionId });
    await recordWorkshop(tx, actor, inside, "workshops.screen_chosen", { shows });
  });
}

type Columns = Partial<{
  opened_at: Temporal.Instant;
  paused_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
  join_code: string | null;
  screen_shows: "joining";
  screen_question: null;
}>;

/** One step in the life of a workshop; the room is told. */
function step(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  name: WorkshopStep,
  columns: (tx: Tx, inside: WorkshopInside, at: Temporal.Instant) => Promise<Columns>,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockToLead(tx, actor, slug, at);
    const { id, state } = inside.workshop;
    if (!isPossible(name, state)) throw new Refusal("conflict", "workshop.not_now");
    const to = workshopSteps[name].to;
    await tx
      .updateTable("workshop")
      .set({ ...(await columns(tx, inside, at)), state: to })
      .where("id", "=", id)
      .execute();
    await raiseRoom(tx, id);
    await recordWorkshop(tx, actor, inside, "workshops.state_changed", { step: name, state: to });
  });
}

async function show(tx: Tx, id: WorkshopId, { shows, questionId }: ShownOnScreen): Promise<void> {
  await tx
    .updateTable("workshop")
    .set({ screen_shows: shows, screen_question: questionId })
    .where("id", "=", id)
    .execute();
  await raiseRoom(tx, id);
}

/** Ends the round that is open, if one is; tells which question it was. */
async function endOpenRound(tx: Tx, id: WorkshopId, at: Temporal.Instant) {
  const ended = await tx
    .updateTable("workshop_round")
    .set({ closed_at: at })
    .where("workshop_id", "=", id)
    .where("closed_at", "is", null)
    .returning("question_id as questionId")
    .executeTakeFirst();
  return ended?.questionId;
}

function questionIn({ questions }: WorkshopInside, id: string) {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Refusal("not_found", "workshop.no_such_question");
  return question;
}

/** A code that no other workshop has now. */
export async function freeCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = codeOf((below) => randomInt(below));
    const taken = await tx.selectFrom("workshop").where("join_code", "=", code).select("id").executeTakeFirst();
    if (!taken) return code;
  }
}
