import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { revokeLinks } from "#platform/links/mailed-link.ts";
import { personWrittenDown } from "#features/circles/registration/added/commands.ts";
import { writeTeam } from "#features/circles/registration/application/commands.ts";
import { consultationOf } from "#features/circles/registration/application-questions.ts";
import {
  changedFields,
  changedMembers,
  type Correctable,
  type Correction,
} from "#features/circles/registration/correction/correction.ts";
import { correctableIn } from "#features/circles/registration/correction/queries.ts";
import { lockToDecide } from "#features/circles/registration/eligibility/commands.ts";
import { askManager } from "#features/circles/registration/manager/commands.ts";
import { isManagerKnown } from "#features/circles/registration/manager/queries.ts";
import { mailApplicant, moveQueue } from "#features/circles/registration/queue/commands.ts";
import { liveTwinOf, type LockedRound, queueOf, type Standing } from "#features/circles/registration/queue/queries.ts";
import { memberMailJob } from "#features/circles/registration/registration-jobs.ts";
import { type RegistrationId, stillToAnswer } from "#features/circles/registration/registration.ts";
import { hasFreeSeat, isSeated } from "#features/circles/registration/seat-claims.ts";
import { type Member, membersOf } from "#features/circles/registration/team/queries.ts";
import { unfitTeam } from "#features/circles/registration/team/team.ts";
import { foldName } from "#features/organisations/organisation-name.ts";

/**
 * Puts details of an application right: a name that was misspelt, an address with a slip of the pen, another manager,
 * somebody who leaves a team. The applicant is told, and the log keeps which details it was, not what they said.
 *
 * A new address is proved by whoever reads mail there before it shows anything, and links in earlier mails stop
 * working. A new manager is asked anew; whoever has a place keeps it meanwhile. A larger team must fit. (C-18)
 */
export async function correctRegistration(
  db: Database,
  actor: Actor,
  id: RegistrationId,
  correction: Correction,
  now: Clock,
): Promise<{ id: RegistrationId; changed: string[] }> {
  const managerKnown = await isManagerKnown(db, correction);
  return change(db, actor, async (tx) => {
    const { round, registration } = await lockToDecide(tx, actor, id);
    if (!(stillToAnswer as readonly string[]).includes(registration.state))
      throw new Refusal("conflict", "registration.cannot_correct");
    const at = now();
    const before = await correctableIn(tx, id);
    const changed = changedFields(before, asAsked(round, before, correction));
    const team = await correctTeam(tx, round, registration, correction, at);
    if (changed.length === 0 && !team) throw new Refusal("conflict", "registration.nothing_corrected");
    checkWays(correction);

    await correctDetails(tx, id, correction);
    if (changed.includes("email")) await correctAddress(tx, round, registration, correction, at);
    const asksManager = changed.includes("managerEmail") || changed.includes("managerName");
    if (asksManager) await correctManager(tx, registration, correction, managerKnown, changed, at);
    const tellsAgain = changed.includes("email") && registration.state === "unconfirmed";
    await mailApplicant(tx, id, tellsAgain ? "confirmAddress" : "corrected", at);
    if (changed.includes("email") && registration.state === "offered") await mailApplicant(tx, id, "offer", at);
    if (team) await moveQueue(tx, round, at);
    await record(tx, {
      by: actor,
      what: "circles.registration_corrected",
      about: id,
      organisationId: round.organisationId,
      after: { changed, ...team },
    });
    return { id, changed: [...changed, ...(team ? ["members"] : [])] };
  });
}

/** What a round does not ask for is not put right either: it stays as it is. */
function asAsked(round: LockedRound, before: Correctable, correction: Correction): Correction {
  const asksManager = consultationOf(round) !== "none";
  return {
    ...correction,
    ageGroup: round.asksAgeGroup ? correction.ageGroup : (before.ageGroup ?? undefined),
    managerName: asksManager ? correction.managerName : (before.managerName ?? undefined),
    managerEmail: consultationOf(round) === "confirmed" ? correction.managerEmail : (before.managerEmail ?? undefined),
  };
}

/** Everybody must be reached in some way. */
function checkWays({ email, phone }: Correction): void {
  if (email ?? phone) return;
  const problem = { path: "email", code: "registration.no_way_to_reach" as const };
  throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);
}

async function correctDetails(tx: Tx, id: RegistrationId, correction: Correction): Promise<void> {
  const { name, email, phone, workplace, employer, profession, sector, ageGroup } = correction;
  await tx
    .updateTable("registration")
    .set({
      name,
      email: email ?? null,
      phone: phone ?? null,
      workplace,
      employer,
      organisation_id: sql<OrganisationId | null>`(
        select organisation_id from organisation_alias where folded = ${foldName(employer)})`,
      profession,
      sector,
      ...(ageGroup === undefined ? {} : { age_group: ageGroup }),
    })
    .where("id", "=", id)
    .execute();
}

/** Another address is another person until somebody there says it is they; what was mailed to the old one opens nothing. */
async function correctAddress(
  tx: Tx,
  round: LockedRound,
  { id, state }: Standing,
  correction: Correction,
  at: Temporal.Instant,
): Promise<void> {
  for (const purpose of ["registration.confirm", "registration.own", "offer.answer"])
    await revokeLinks(tx, purpose, id, at);
  if (state === "unconfirmed") return;
  const personId = await personWrittenDown(tx, correction);
  const twin = await liveTwinOf(tx, round.id, personId);
  if (twin && twin.id !== id) throw new Refusal("conflict", "registration.address_taken");
  await tx
    .updateTable("registration")
    .set({ person_id: personId, address_unproved: correction.email !== undefined })
    .where("id", "=", id)
    .execute();
}

/** Another name is only another name; another address has not answered yet. */
async function correctManager(
  tx: Tx,
  { id, state }: Standing,
  { managerName, managerEmail }: Correction,
  managerKnown: boolean,
  changed: readonly (keyof Correctable)[],
  at: Temporal.Instant,
): Promise<void> {
  const isAnother = changed.includes("managerEmail") && managerEmail !== undefined;
  await tx
    .updateTable("manager_consultation")
    .set({
      manager_name: managerName ?? null,
      ...(managerEmail === undefined ? {} : { manager_email: managerEmail, address_known: managerKnown }),
      ...(isAnother
        ? { state: "waiting" as const, question: null, answered_at: null, reminders: 0, reminded_at: null }
        : {}),
      ...(isAnother && state !== "unconfirmed" ? { asked_at: at } : {}),
    })
    .where("registration_id", "=", id)
    .execute();
  if (!isAnother) return;
  await revokeLinks(tx, "manager.answer", id, at);
  if (state !== "unconfirmed") await askManager(tx, id, "request", at);
}

/** Who is in a team, where one application is one: those who go and those who come are told. */
async function correctTeam(
  tx: Tx,
  round: LockedRound,
  registration: Standing,
  correction: Correction,
  at: Temporal.Instant,
): Promise<{ seats: number; gone: number; come: number } | undefined> {
  const { id, state } = registration;
  if (!correction.members) return undefined;
  const before = await membersOf(tx, id);
  const { members } = correction;
  const asBefore = (title: string | null | undefined) => title ?? null;
  const isSame =
    before.length === members.length &&
    before.every((member, index) => {
      const other = members[index];
      return member.email === other?.email && member.name === other.name && member.title === asBefore(other.title);
    });
  const problems = unfitTeam(round, correction);
  if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
  if (isSame || before.length === 0) return undefined;

  const { gone, come } = changedMembers(before, members);
  const wanted = { queueNo: registration.queueNo, seats: members.length };
  const grows = members.length > registration.seats;
  if (isSeated(state) && grows && !hasFreeSeat(await queueOf(tx, round, at), wanted, round.seats, at))
    throw new Refusal("conflict", "registration.team_does_not_fit");
  await rewriteTeam(tx, id, gone, members, at);
  await tx.updateTable("registration").set({ seats: members.length }).where("id", "=", id).execute();
  if (state !== "unconfirmed") await tellTeam(tx, id, { gone, come }, state === "placed", at);
  return { seats: members.length, gone: gone.length, come: come.length };
}

type Members = readonly Member[];

/** Those who go are kept until they have been told; the rest are written anew in their order. */
async function rewriteTeam(
  tx: Tx,
  id: RegistrationId,
  gone: Members,
  members: NonNullable<Correction["members"]>,
  at: Temporal.Instant,
): Promise<void> {
  const goneIds = gone.map((member) => member.id);
  await sql`
    update team_member set removed_at = ${at}, position = position + 1000
    where registration_id = ${id} and id = any (${goneIds}::uuid[]) and removed_at is null`.execute(tx);
  await sql`
    delete from team_member where registration_id = ${id}
      and (removed_at is null or email = any (${members.map(({ email }) => email)}::text[]))`.execute(tx);
  await writeTeam(tx, id, members);
}

async function tellTeam(
  tx: Tx,
  id: RegistrationId,
  { gone, come }: { readonly gone: Members; readonly come: readonly { readonly email: string }[] },
  hasPlace: boolean,
  at: Temporal.Instant,
): Promise<void> {
  const occasion = at.toString();
  for (const { id: memberId } of gone) await enqueue(tx, memberMailJob, { memberId, kind: "removed", occasion });
  const added = new Set(come.map(({ email }) => email));
  for (const { id: memberId, email } of await membersOf(tx, id)) {
    if (added.has(email)) await enqueue(tx, memberMailJob, { memberId, kind: hasPlace ? "placed" : "named", occasion });
  }
}
