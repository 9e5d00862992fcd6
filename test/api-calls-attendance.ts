import { newId } from "../src/kernel/ids.ts";
import { openCode } from "../src/features/circles/attendance/commands.ts";
import { monday } from "./given-registrations.ts";
import { day } from "./given-rounds.ts";
import { type ApiStage, publishedSlug, type RightCall } from "./api-stage.ts";

/** A circle that meets on the very day, in which whoever calls has a seat. */
async function meeting(stage: ApiStage, over = {}) {
  const { id, params } = await publishedSlug(stage, over);
  const session = await stage.rounds.session(id, { date: day("2027-06-07") });
  const registrationId = await stage.rounds.registration(id, { person_id: stage.actor.personId! });
  return { id, session, registrationId, params: { ...params, sessionId: session } };
}

/** The calls about who is at the meetings of a circle, and what it comes to. */
export const attendanceCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readAttendance: async (stage) => ({ params: (await meeting(stage)).params }),
  markAttendance: async (stage) => {
    const { params, registrationId } = await meeting(stage);
    return { params, body: { registrationId, state: "present" } };
  },
  markTheRest: async (stage) => ({ params: (await meeting(stage)).params, body: { state: "present" } }),
  openAttendanceCode: async (stage) => ({ params: (await meeting(stage)).params }),
  checkIn: async (stage) => {
    const { id, session, params } = await meeting(stage);
    const { code } = await openCode(stage.db, stage.actor, monday, { roundId: id, sessionId: session });
    return { params, body: { code, state: "present" } };
  },
  addVisitor: async (stage) => ({ params: (await meeting(stage)).params, body: { name: "Rut Forsén" } }),
  removeVisitor: async (stage) => ({
    params: { ...(await meeting(stage)).params, visitorId: newId<"attendance_visitor">() },
  }),
  settlePlaces: async (stage) => {
    const { params, session, registrationId } = await meeting(stage, { state: "completed" });
    await stage.ownerDb
      .insertInto("attendance")
      .values({
        id: newId<"attendance">(),
        session_id: session,
        registration_id: registrationId,
        state: "present",
        noted_by: "leader",
        noted_at: monday(),
      })
      .execute();
    return { params: { slug: params.slug } };
  },
};
