import { z } from "zod";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { ChangeNoticeId, seenWays, thingKinds } from "#features/circles/change-notice/change-notice.ts";
import { markChangesSeen } from "#features/circles/change-notice/commands.ts";
import { changesOf, changesUnseenBy, readersOf } from "#features/circles/change-notice/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { SessionId } from "#features/circles/round/round.ts";

const Value = z
  .string()
  .nullable()
  .describe("As the round has it: 2027-10-01, 09:00–13:00, digital; null is not decided");

const NoticeJson = z.object({
  id: ChangeNoticeId,
  changedAt: z.iso.datetime(),
  things: z.array(
    z.object({
      kind: z.enum(thingKinds),
      sessionId: SessionId.nullable(),
      day: z.iso.date().nullable(),
      was: Value,
      became: Value,
    }),
  ),
  seen: z.boolean().nullable().describe("Whether whoever asks has seen it; null without a place when it was changed"),
  readers: z
    .array(
      z.object({
        registrationId: RegistrationId,
        name: z.string(),
        seenAt: z.iso.datetime().nullable(),
        seenBy: z.enum(seenWays).nullable(),
      }),
    )
    .optional()
    .describe("Whom it concerned, for those who lead the circle"),
});

/** What was changed in a circle, for those who are in it. */
export const changeNoticesApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/changes",
      operationId: "listChanges",
      summary: "List what was changed in a circle since it was published, with what it was; reading is not seeing",
      request: bySlug,
      responses: { 200: json("The changes, the latest first", z.object({ changes: z.array(NoticeJson) })) },
    },
    async (c, { params: { slug } }) => {
      const room = await roomCalled(c, slug);
      const { round, own, part } = room;
      const [notices, unseen, readers] = await Promise.all([
        changesOf(c.var.db, round.id),
        own ? changesUnseenBy(c.var.db, own.registrationId) : [],
        readersOf(c.var.db, room),
      ]);
      return c.json({
        changes: notices.map(({ id, changedAt, things }) => {
          const concerned = readers.filter(({ noticeId }) => noticeId === id);
          const isConcerned = concerned.some(({ registrationId }) => registrationId === own?.registrationId);
          return {
            id,
            changedAt: changedAt.toString(),
            things: things.map(({ day, ...thing }) => ({ ...thing, day: day?.toString() ?? null })),
            seen: isConcerned ? !unseen.some((notice) => notice.id === id) : null,
            ...(part === "leads"
              ? {
                  readers: concerned.map(({ registrationId, name, seenAt, seenBy }) => ({
                    registrationId,
                    name,
                    seenAt: seenAt?.toString() ?? null,
                    seenBy,
                  })),
                }
              : {}),
          };
        }),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/changes/seen",
      operationId: "markChangesSeen",
      summary: "Say that one has seen everything that was changed; for somebody with a place",
      request: bySlug,
      responses: { 200: json("How many were new", z.object({ seen: z.int() })) },
    },
    async (c, { params: { slug } }) => {
      const { round } = await roomCalled(c, slug);
      return c.json({ seen: await markChangesSeen(c.var.db, c.var.actor, c.var.now, round.id) });
    },
  ),
];
