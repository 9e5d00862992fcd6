import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import type { Topic } from "#platform/live/live.ts";
import type { Environment } from "#platform/web/environment.ts";
import { RoomNow } from "#features/workshops/answering/parts/room-now.tsx";
import { type Coming, comingIn, roomOf } from "#features/workshops/answering/queries.ts";
import type { Room } from "#features/workshops/answering/room.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

type Page = Context<Environment>;

/** How often answers are counted while a screen watches, in milliseconds. */
const countedEvery = 400;

/** A room as its devices watch it: what it sees now, drawn once for all of them. */
export function roomTopic(db: Database, now: Clock, workshopId: WorkshopId): Topic<Room> {
  return {
    key: `room ${workshopId}`,
    about: workshopId,
    read: async () => {
      const room = await roomOf(db, workshopId);
      if (!room) return undefined;
      return {
        mark: String(room.version),
        what: room,
        told: (t) => ({
          state: room.state,
          html: String(<RoomNow t={t} room={room} now={now()} mark={randomUUID()} />),
        }),
      };
    },
  };
}

/**
 * What comes in from a room, as its screen watches it: counted once for each process, however many watch, and never told
 * of by the answers themselves: a notice for each of a thousand answers would be the load.
 */
export function comingTopic(db: Database, workshopId: WorkshopId): Topic<Coming> {
  return {
    key: `coming ${workshopId}`,
    about: workshopId,
    every: countedEvery,
    read: async () => {
      const coming = await comingIn(db, workshopId);
      if (!coming) return undefined;
      const { version, answers, devices, state } = coming;
      return { mark: `${version}.${answers}.${devices}.${state}`, what: coming, told: () => coming };
    },
  };
}

/** Whether somebody asks to be told of changes as they come, and not once. */
export function asksForStream(c: Page): boolean {
  return c.req.header("accept")?.includes("text/event-stream") ?? false;
}

/** A topic told as it changes, or once: how it stands, or nothing when the asker has that already. */
export async function toldOf(c: Page, topic: Topic): Promise<Response> {
  const { live, t } = c.var;
  const has = c.req.header("last-event-id") ?? c.req.query("efter");
  c.header("Cache-Control", "no-store");
  if (asksForStream(c)) {
    c.header("X-Accel-Buffering", "no");
    return c.body(live.stream(topic, t, has), 200, { "Content-Type": "text/event-stream; charset=utf-8" });
  }
  const standing = await live.standing(topic);
  if (!standing) return c.json({ gone: true }, 410);
  if (standing.mark === has) return c.body(null, 204);
  return c.json({ mark: standing.mark, now: Date.now(), told: standing.told(t) });
}
