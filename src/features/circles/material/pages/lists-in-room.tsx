import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { ListsToRead } from "#features/circles/material/parts/lists-to-read.tsx";
import type { Room } from "#features/circles/room/queries.ts";
import { listsOfRound } from "#features/knowledge/reading/queries.ts";

/** The lists in the knowledge base that the circle reads; nothing when it has none. (R104) */
export async function listsOfRoom(c: Context<Environment>, { round }: Room): Promise<Child> {
  return <ListsToRead t={c.var.t} lists={await listsOfRound(c.var.db, round.id)} />;
}
