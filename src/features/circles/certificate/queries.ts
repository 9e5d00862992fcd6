import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { type MeetingTime, timeAt } from "#features/circles/attendance/circle-hours.ts";
import { attendanceIn, attendedBy } from "#features/circles/attendance/queries.ts";
import { mayHaveCertificate } from "#features/circles/certificate/certificate-policy.ts";
import { type Participation, participationIn } from "#features/circles/certificate/participation.ts";
import { notedMinutes } from "#features/circles/noted-time/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { contactsOf } from "#features/circles/registration/queue/queries.ts";
import { type Participant, type Room, roomOf } from "#features/circles/room/queries.ts";
import { hostOf } from "#features/circles/round/host/queries.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";

/** How one participant's time in a circle looks: what they were at, and what their place comes to. */
export type TakenPart = Participant & {
  readonly isCompleted: boolean;
  readonly attended: ReadonlySet<SessionId>;
  readonly time: MeetingTime;
  readonly participation: Participation;
};

/** How everybody with a place in a circle has taken part in it, by name. */
export async function takenPartIn(db: Reader, { round, participants }: Room): Promise<TakenPart[]> {
  const [noted, completed] = await Promise.all([attendanceIn(db, round.id), completedIn(db, round.id)]);
  return participants.map((participant) => {
    const own = noted.get(participant.registrationId) ?? new Map();
    const attended = attendedBy(own);
    return {
      ...participant,
      isCompleted: completed.has(participant.registrationId),
      attended,
      time: timeAt(round.sessions, attended),
      participation: participationIn(round.sessions, own),
    };
  });
}

/** Everything a certificate says, about one participant. */
export type CertificateFacts = {
  readonly room: Room;
  readonly organiser: string;
  readonly participant: TakenPart;
  /** Time outside the meetings that they have noted themselves, in minutes. */
  readonly noted: number;
};

/**
 * What the certificate of one participant says.
 *
 * @throws Refusal `not_found` for those it is not for, and `conflict` as long as the place is not completed.
 */
export async function certificateOf(
  db: Reader,
  actor: Actor,
  slug: string,
  registrationId: string,
): Promise<CertificateFacts> {
  const room = await roomOf(db, actor, slug);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const participant = (await takenPartIn(db, room)).find((one) => one.registrationId === registrationId);
  if (!participant || !mayHaveCertificate(room, participant.registrationId))
    throw new Refusal("not_found", "room.no_such_circle");
  if (!participant.isCompleted) throw new Refusal("conflict", "certificate.not_completed");
  const { name } = await db
    .selectFrom("organisation")
    .where("id", "=", room.round.organisationId)
    .select("name")
    .executeTakeFirstOrThrow();
  const noted = await notedMinutes(db, participant.registrationId);
  return { room, organiser: name, participant, noted };
}

async function completedIn(db: Reader, roundId: RoundId): Promise<ReadonlySet<RegistrationId>> {
  const rows = await db
    .selectFrom("registration")
    .where("round_id", "=", roundId)
    .where("state", "=", "completed")
    .select("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whoever is told that their certificate is ready. Nobody, when the place is not completed or has no address. */
export async function toldOfCertificate(db: Reader, registrationId: RegistrationId) {
  const found = await db
    .selectFrom("registration as r")
    .innerJoin("round as c", "c.id", "r.round_id")
    .where("r.id", "=", registrationId)
    .where("r.state", "=", "completed")
    .select(["r.id as registrationId", "r.name", "r.email", "r.language"])
    .select(["c.id as roundId", "c.slug", "c.title as circle"])
    .executeTakeFirst();
  if (!found?.email) return undefined;
  const [{ replyTo }, look] = await Promise.all([contactsOf(db, found.roundId), hostOf(db, found.roundId)]);
  return { ...found, email: found.email, replyTo: replyTo ?? look.replyTo, look };
}

export type ToldOfCertificate = NonNullable<Awaited<ReturnType<typeof toldOfCertificate>>>;
