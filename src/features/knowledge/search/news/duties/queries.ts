import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { fillingToDo } from "#features/knowledge/filling/todo/queries.ts";
import { debtsOf, itemsDue } from "#features/knowledge/lineage/debt/queries.ts";
import { questionsToAnswer } from "#features/knowledge/question/todo/queries.ts";
import { missedSearches } from "#features/knowledge/search/misses/queries.ts";

/** So much of one kind waits for somebody who answers for what is in the knowledge base. */
export type Duty = {
  readonly kind: "questions" | "candidates" | "due" | "resting" | "misses";
  readonly count: number;
};

/** Where each kind is dealt with. */
export const dutyAddress: Readonly<Record<Duty["kind"], string>> = {
  questions: "/fragor",
  candidates: "/hamtat",
  due: "/att-se-over",
  resting: "/att-se-over",
  misses: "/sok/utan-traffar",
};

/**
 * What the month leaves to those who publish: questions without an answer, what was brought in, texts past their day,
 * what rests on what has changed, and what people have sought in vain. Nothing for those who only read.
 */
export async function dutiesOf(db: Reader, actor: Actor, today: Temporal.PlainDate): Promise<readonly Duty[]> {
  if (!actor.reach.has("knowledge:publish")) return [];
  const [questions, filling, due, resting, misses] = await Promise.all([
    questionsToAnswer(db, actor),
    fillingToDo(db, actor),
    itemsDue(db, actor, today),
    debtsOf(db, actor),
    missedSearches(db, today),
  ]);
  const month = today.subtract({ months: 1 });
  const duties: Duty[] = [
    { kind: "questions", count: questions[0]?.count ?? 0 },
    ...filling.flatMap((what) => (what.kind === "candidates" ? [{ kind: what.kind, count: what.count }] : [])),
    { kind: "due", count: due.length },
    { kind: "resting", count: resting.length },
    { kind: "misses", count: misses.filter(({ lastOn }) => Temporal.PlainDate.compare(lastOn, month) > 0).length },
  ];
  return duties.filter(({ count }) => count > 0);
}
