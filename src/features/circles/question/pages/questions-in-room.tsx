import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { QuestionsInShort } from "#features/circles/question/parts/question-list.tsx";
import { questionsInRoom } from "#features/circles/question/queries.ts";
import type { Room } from "#features/circles/room/queries.ts";

/** The questions a circle works with, on its page and on the page of a meeting. */
export async function questionsPart(c: Context<Environment>, room: Room): Promise<Child> {
  const { t, db, now } = c.var;
  return <QuestionsInShort t={t} found={await questionsInRoom(db, room, dateIn(now()))} />;
}
