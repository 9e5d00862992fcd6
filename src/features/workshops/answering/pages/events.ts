import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { pages } from "#platform/web/pages.ts";
import { codeIn } from "#features/workshops/answering/pages/joining.tsx";
import { deviceSecret } from "#features/workshops/answering/pages/device-cookie.ts";
import { comingTopic, roomTopic, toldOf } from "#features/workshops/answering/pages/live-room.tsx";
import { visitOf } from "#features/workshops/answering/queries.ts";
import { workshopInside } from "#features/workshops/workshop/queries.ts";
import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";

/**
 * What changes in a room, for the devices in it: a stream, or the same asked for now and then where something on the way
 * lets no stream through.
 */
export const roomEventPages = pages("mailedLink")
  .get("/delta/:code/handelser", roomTold)
  .get("/delta/:code/laget", roomTold);

/** What comes in from a room, for its screen and for those who lead it. */
export const comingPages = pages("signedIn").get("/workshop/:slug/handelser", async (c) => {
  const { db, actor, now } = c.var;
  const { workshop } = await workshopInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
  return toldOf(c, comingTopic(db, workshop.id));
});

async function roomTold(c: Context<Environment>): Promise<Response> {
  const { db, now } = c.var;
  const code = codeIn(c);
  const visit = code ? await visitOf(db, code, deviceSecret(c)) : undefined;
  if (!visit) return c.json({ gone: true }, 410);
  if (!visit.device) throw new Refusal("forbidden", "answering.not_in_room");
  return toldOf(c, roomTopic(db, now, visit.workshopId));
}
