import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import { newId, type Id, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Tx } from "#platform/database/database.ts";
import { askedAnswers } from "#features/circles/registration/application-questions.ts";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";
import { lastSessionOf, type LockedRound } from "#features/circles/registration/queue/queries.ts";
import type {
  Application,
  RegistrationId,
  TeamMember,
  WayCameIn,
} from "#features/circles/registration/registration.ts";
import { teamOf } from "#features/circles/registration/team/team.ts";
import { foldName } from "#features/organisations/organisation-name.ts";

/** The answers of an application, by whoever they came: somebody without an address is told by telephone. */
export type Answers = Omit<Application, "email"> & {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
};

/** What is known of how an application came in, besides its answers. */
export type Arrival = {
  readonly language: Language;
  readonly late: boolean;
  readonly confirmBy: Temporal.Instant;
  /** Somebody else wrote it down, and with it the address. */
  readonly writtenDown?: {
    readonly by: PersonId | null;
    readonly way: Exclude<WayCameIn, "form">;
    readonly reachedAt: Temporal.Instant;
  };
};

/**
 * Writes an application down with the next number of the round's queue. The round is locked, so two never get the same
 * number and none is skipped; the moment is the database's own. (C-1)
 */
export async function writeApplication(
  tx: Tx,
  round: LockedRound,
  answers: Answers,
  { language, late, confirmBy, writtenDown }: Arrival,
  at: Temporal.Instant,
): Promise<{ id: RegistrationId; queueNo: number }> {
  const asked = askedAnswers(round, answers);
  const members = teamOf(round, answers);
  const { id, queueNo } = await tx
    .insertInto("registration")
    .values({
      id: newId<"registration">(),
      round_id: round.id,
      queue_no: sql<number>`(select coalesce(max(queue_no), 0) + 1 from registration where round_id = ${round.id})`,
      applied_at: sql<Temporal.Instant>`clock_timestamp()`,
      state: "unconfirmed",
      state_since: at,
      confirm_by: confirmBy,
      late,
      name: answers.name,
      email: answers.email ?? null,
      phone: answers.phone ?? null,
      language,
      workplace: answers.workplace,
      employer: answers.employer,
      // The employer as we know it, by any name it is written with.
      organisation_id: sql<OrganisationId | null>`(
        select organisation_id from organisation_alias where folded = ${foldName(answers.employer)})`,
      sector: answers.sector,
      profession: answers.profession,
      age_group: asked.ageGroup ?? null,
      motivation: answers.motivation ?? null,
      hours_accepted: asked.hoursAccepted ? round.hours : null,
      round_version: round.version,
      seats: members?.length ?? 1,
      theme_proposal: (members && answers.themeProposal) ?? null,
      ...(writtenDown && {
        way: writtenDown.way,
        reached_at: writtenDown.reachedAt,
        added_by: writtenDown.by,
        address_unproved: true,
      }),
    })
    .returning(["id", "queue_no as queueNo"])
    .executeTakeFirstOrThrow();
  if (members) await writeTeam(tx, id, members);
  return { id, queueNo };
}

/** Writes down who is in a team, in their order. */
export async function writeTeam(tx: Tx, registrationId: RegistrationId, members: readonly TeamMember[]): Promise<void> {
  await tx
    .insertInto("team_member")
    .values(
      members.map(({ name, email, title }, position) => ({
        id: newId<"team_member">(),
        registration_id: registrationId,
        position,
        name,
        email,
        title: title ?? null,
      })),
    )
    .execute();
}

/** Keeps what was asked for one purpose apart, with its day of deletion, and the answers to the rules. */
export async function writeAnswers(
  tx: Tx,
  round: LockedRound,
  answers: Answers,
  { id }: { readonly id: RegistrationId },
  rules: readonly { readonly id: Id<"eligibility_rule"> }[],
  at: Temporal.Instant,
): Promise<void> {
  const { diet, adaptation, postalAddress } = askedAnswers(round, answers);
  if (diet ?? adaptation ?? postalAddress) {
    const deleteAfter = deleteExtrasAfter(await lastSessionOf(tx, round.id), dateIn(at));
    await tx
      .insertInto("registration_extra")
      .values({
        registration_id: id,
        diet: diet ?? null,
        adaptation: adaptation ?? null,
        postal_address: postalAddress ?? null,
        delete_after: deleteAfter,
      })
      .execute();
  }
  const answered = rules.flatMap((rule) => {
    const meets = answers.meets[rule.id];
    return meets === undefined ? [] : [{ registration_id: id, rule_id: rule.id, meets }];
  });
  if (answered.length > 0) await tx.insertInto("eligibility_answer").values(answered).execute();
}
