import { sql } from "kysely";
import { type Actor, clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn, stockholm } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { JsonText } from "#platform/database/json.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { readLink, spendLink } from "#platform/links/mailed-link.ts";
import { mostReminders } from "#features/circles/registration/answer-deadlines.ts";
import { askedAnswers, consultationOf } from "#features/circles/registration/application-questions.ts";
import type { ManagerAnswer } from "#features/circles/registration/manager/manager-word.ts";
import { awaitedManagersIn, silentSince } from "#features/circles/registration/manager/queries.ts";
import { closeOffer, mailApplicant, moveQueue, takeStep } from "#features/circles/registration/queue/commands.ts";
import {
  lockPlaces,
  type LockedRound,
  roundOf,
  type Standing,
  standingOf,
} from "#features/circles/registration/queue/queries.ts";
import { type ManagerMailKind, managerMailJob } from "#features/circles/registration/registration-jobs.ts";
import {
  type Application,
  liveStates,
  managerSaidNo,
  RegistrationId,
} from "#features/circles/registration/registration.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * What a manager has before their eyes: the round's version, dates, hours, purpose and the mandate to develop at home.
 * Made by the database, from the round as it is now; its shape is `Shown`.
 */
export function shownOf(roundId: RoundId) {
  return sql<JsonText>`(
    select jsonb_build_object('version', r.version, 'hours', r.hours, 'purpose', r.purpose, 'mandate', 'developAtHome',
      'dates', coalesce((select jsonb_agg(s.date order by s.position) from session s
                         where s.round_id = r.id and not s.called_off), '[]'))
    from round r where r.id = ${roundId})`;
}

/**
 * Keeps the manager's word as far as the applicant can give it: declared by them, with the manager's name, or to be
 * confirmed by the manager. Part of applying; nobody is written to before the applicant's address is proved. (R115, R117)
 */
export async function keepManagerWord(
  tx: Tx,
  round: LockedRound,
  registration: { readonly id: RegistrationId },
  application: Omit<Application, "email">,
  managerKnown: boolean,
): Promise<void> {
  const form = consultationOf(round);
  if (form === "none") return;
  const { managerName, managerEmail } = askedAnswers(round, application);
  await tx
    .insertInto("manager_consultation")
    .values({
      registration_id: registration.id,
      form,
      state: form === "declared" ? "declared" : "waiting",
      manager_name: managerName ?? null,
      manager_email: managerEmail ?? null,
      address_known: managerKnown,
      shown: shownOf(round.id),
    })
    .execute();
}

/** Leaves a mail to the manager of one applicant. Their link shows the round as it is when the mail is written. */
export async function askManager(
  tx: Tx,
  registrationId: RegistrationId,
  kind: ManagerMailKind,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("manager_consultation")
    .set({ asked_at: at })
    .where("registration_id", "=", registrationId)
    .where("asked_at", "is", null)
    .execute();
  await enqueue(tx, managerMailJob, { registrationId, kind, occasion: at.toString() });
}

/** Asks the manager anew when a place is kept: the question may be months old and its link have run out. Once a day. */
export async function askWhileHeld(tx: Tx, registrationId: RegistrationId, at: Temporal.Instant): Promise<void> {
  const asked = await tx
    .updateTable("manager_consultation")
    .set({ asked_at: at, reminders: 0, reminded_at: null })
    .where("registration_id", "=", registrationId)
    .where("form", "=", "confirmed")
    .where("state", "=", "waiting")
    .where("asked_at", "<", dateIn(at).toZonedDateTime(stockholm).toInstant())
    .returning("registration_id as id")
    .executeTakeFirst();
  if (asked) await enqueue(tx, managerMailJob, { registrationId, kind: "reminder", occasion: at.toString() });
}

/**
 * Takes the manager's answer, given by a button behind their link: yes gives a kept place for good, no makes the
 * registration ineligible and the queue moves, a question goes to the round's contact and leaves the link open.
 *
 * The link belongs to one version of the round: when dates or hours have changed since, the manager is asked anew and
 * an old mail answers nothing. The answer keeps what was shown. (R115)
 */
export function answerManager(
  db: Database,
  actor: Actor,
  token: string,
  answer: ManagerAnswer,
  now: Clock,
): Promise<{ id: RegistrationId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { round, registration } = await askedAbout(tx, token, at);
    if (answer.answer === "ask") {
      await settle(tx, round, registration, { state: "question", question: answer.question });
      await askManager(tx, registration.id, "question", at);
    } else {
      await spendLink(tx, "manager.answer", token, at);
      await settle(tx, round, registration, { state: answer.answer, answered_at: at });
      await (answer.answer === "yes" ? agree(tx, round, registration, at) : disagree(tx, round, registration, at));
    }
    await record(tx, {
      by: actor,
      what: "circles.manager_answered",
      about: registration.id,
      organisationId: round.organisationId,
      after: { answer: answer.answer, version: round.version },
    });
    return { id: registration.id };
  });
}

/** The registration a manager's link asks about, with its round locked. Refuses a link that asks nothing any more. */
async function askedAbout(tx: Tx, token: string, at: Temporal.Instant) {
  const link = await readLink(tx, "manager.answer", token, at);
  const id = RegistrationId.safeParse(link?.subject).data;
  const roundId = id && (await roundOf(tx, id));
  const round = roundId && (await lockPlaces(tx, roundId));
  const registration = id && (await standingOf(tx, id));
  if (!link || !round || !registration) throw new Refusal("not_found", "registration.no_such_link");
  if (link.state === "expired") throw new Refusal("conflict", "registration.link_expired");
  if (link.state === "spent" || !registration.managerAwaited || registration.managerState === "no") {
    throw new Refusal("conflict", "registration.manager_answered_already");
  }
  if (link.version !== String(round.version)) throw new Refusal("conflict", "registration.manager_outdated");
  if (!isLive(registration) || round.state === "cancelled")
    throw new Refusal("conflict", "registration.manager_not_needed");
  return { round, registration };
}

function isLive({ state }: Pick<Standing, "state">): boolean {
  return (liveStates as readonly string[]).includes(state);
}

type Word = { state: "yes" | "no" | "question"; answered_at?: Temporal.Instant; question?: string };

async function settle(tx: Tx, round: LockedRound, { id }: Standing, word: Word): Promise<void> {
  await tx
    .updateTable("manager_consultation")
    .set({ ...word, shown: shownOf(round.id) })
    .where("registration_id", "=", id)
    .execute();
}

/** A kept place becomes a place; somebody the queue passed over is in it again. */
async function agree(tx: Tx, round: LockedRound, { id, state }: Standing, at: Temporal.Instant): Promise<void> {
  if (state === "held") {
    await takeStep(tx, "place", id, at);
    await mailApplicant(tx, id, "placed", at);
    return;
  }
  await mailApplicant(tx, id, "managerSaidYes", at);
  await moveQueue(tx, round, at);
}

async function disagree(tx: Tx, round: LockedRound, { id, state }: Standing, at: Temporal.Instant): Promise<void> {
  await closeOffer(tx, id, "revoked", at);
  await takeStep(tx, "deny", id, at, { ineligible_reason: managerSaidNo, decided_by: null });
  await mailApplicant(tx, id, "ineligible", at, state === "placed");
  await moveQueue(tx, round, at);
}

/**
 * Reminds managers who have not answered, on request: those of the named registrations, or all of the round's.
 * Somebody who has been reminded today is not reminded again, however often the button is pressed.
 */
export function remindManagers(
  db: Database,
  actor: Actor,
  roundId: RoundId,
  only: readonly RegistrationId[] | undefined,
  now: Clock,
): Promise<number> {
  return change(db, actor, async (tx) => {
    const round = await lockPlaces(tx, roundId);
    if (!round || !maySeeRoster(actor, round)) throw new Refusal("not_found", "registration.no_such_round");
    if (!mayDecide(actor, round)) throw new Refusal("forbidden", "registration.not_yours");
    const at = now();
    const today = dateIn(at).toZonedDateTime(stockholm).toInstant();
    const awaited = await awaitedManagersIn(tx, { roundId, lastAskedBefore: today, only });
    if (awaited.length === 0) throw new Refusal("conflict", "registration.nobody_to_remind");
    await remind(tx, actor, round, awaited, at);
    return awaited.length;
  });
}

/** Reminds the managers of a round who have been silent for three working days, twice at most. */
export function remindSilentManagers(db: Database, roundId: RoundId, now: Clock): Promise<number> {
  return change(db, clockwork, async (tx) => {
    const round = await lockPlaces(tx, roundId);
    if (!round) return 0;
    const at = now();
    const awaited = await awaitedManagersIn(tx, {
      roundId,
      lastAskedBefore: silentSince(at),
      fewerReminders: mostReminders,
    });
    await remind(tx, clockwork, round, awaited, at);
    return awaited.length;
  });
}

async function remind(
  tx: Tx,
  actor: Actor,
  round: LockedRound,
  ids: readonly RegistrationId[],
  at: Temporal.Instant,
): Promise<void> {
  for (const registrationId of ids) {
    await tx
      .updateTable("manager_consultation")
      .set((eb) => ({ reminded_at: at, reminders: eb("reminders", "+", 1) }))
      .where("registration_id", "=", registrationId)
      .execute();
    await enqueue(tx, managerMailJob, { registrationId, kind: "reminder", occasion: at.toString() });
  }
  await record(tx, {
    by: actor,
    what: "circles.managers_reminded",
    about: round.id,
    organisationId: round.organisationId,
    after: { registrations: ids },
  });
}

/**
 * Asks the managers of a round again because dates or hours have changed: a yes to the old ones is no yes to the new.
 * Whoever has a place keeps it meanwhile. A declared word stays as it is: the applicant is told of the change.
 */
export function askManagersAgain(db: Database, roundId: RoundId, now: Clock): Promise<number> {
  return change(db, clockwork, async (tx) => {
    const round = await lockPlaces(tx, roundId);
    if (!round) return 0;
    const at = now();
    const asked = await tx
      .updateTable("manager_consultation as m")
      .from("registration as r")
      .whereRef("r.id", "=", "m.registration_id")
      .where("r.round_id", "=", roundId)
      .where("r.state", "in", liveStates)
      .where("m.form", "=", "confirmed")
      .where("m.state", "in", ["waiting", "yes", "question"])
      .where(sql<number>`(m.shown ->> 'version')::int`, "<", round.version)
      .set({
        state: "waiting",
        asked_at: at,
        reminders: 0,
        reminded_at: null,
        answered_at: null,
        shown: shownOf(roundId),
      })
      .returning("m.registration_id as id")
      .execute();
    for (const { id } of asked) {
      // The question is a new one, so a place may be kept once more while it waits.
      await tx
        .updateTable("registration")
        .set({ hold_used: false })
        .where("id", "=", id)
        .where("state", "=", "waitlisted")
        .execute();
      await askManager(tx, id, "again", at);
    }
    await record(tx, {
      by: clockwork,
      what: "circles.managers_asked_again",
      about: roundId,
      organisationId: round.organisationId,
      after: { registrations: asked.map(({ id }) => id), version: round.version },
    });
    return asked.length;
  });
}
