import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn, noonOf } from "#kernel/clock.ts";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { loadChangeNoticeDemo } from "#features/circles/change-notice/demo.ts";
import { loadAssignmentDemo } from "#features/circles/assignment/demo.ts";
import {
  type DemoApplicant,
  demoApplicants,
  demoManager,
  teamApplicants,
} from "#features/circles/demo/demo-applicants.ts";
import { demoDays, demoHour } from "#features/circles/demo/demo-days.ts";
import {
  draftRound,
  finishedRound,
  firstComeRound,
  fullRound,
  midwayRound,
  selectionRound,
  teamRound,
} from "#features/circles/demo/demo-rounds.ts";
import { loadSessionPlanDemo } from "#features/circles/session-plan/demo.ts";
import { loadFinishedDemo, loadMidwayDemo } from "#features/circles/demo/past-rounds/demo.ts";
import { loadNotesDemo } from "#features/circles/notes/demo.ts";
import { loadQuestionDemo } from "#features/circles/question/demo.ts";
import { loadQuestionnaireDemo } from "#features/circles/questionnaire/demo.ts";
import { loadReportDemo } from "#features/circles/report/demo.ts";
import { loadSpreadDemo } from "#features/circles/spread/demo.ts";
import { loadProposalDemo } from "#features/circles/proposal/demo.ts";
import { writeTeam } from "#features/circles/registration/application/commands.ts";
import { shownOf } from "#features/circles/registration/manager/commands.ts";
import { publishRound } from "#features/circles/round/commands.ts";
import { setJoinLink } from "#features/circles/round/join-links/commands.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import { createRound, fillDraft } from "#features/circles/round/draft/commands.ts";
import type { RoundContent } from "#features/circles/round/round-copy.ts";
import type { RoundId } from "#features/circles/round/round.ts";

export type DemoGround = {
  /** Who plans the circles, acting by the same rules as everybody. */
  readonly planner: Actor;
  readonly organisationId: OrganisationId;
  /** The participant one can sign in as. */
  readonly participant: { readonly id: PersonId; readonly name: string; readonly email: string };
};

/**
 * Seven rounds to look around in: places to whoever comes first, places by selection, teams from principals, a full one
 * with people waiting, a draft with much still to decide, one in the middle and one that was over last year. The rounds
 * are made by the same commands as real ones; who applied is written down, without mails.
 */
export async function loadCircleDemo(
  db: Database,
  { planner, organisationId, participant }: DemoGround,
  now: Clock,
): Promise<void> {
  const days = demoDays(dateIn(now()));
  const planned = async (content: RoundContent) => {
    const { kind, title } = content;
    const { id } = await createRound(db, planner, { organisationId, programmeId: null, kind, title });
    await fillDraft(db, planner, id, content);
    return id;
  };
  const published = async (content: RoundContent, at: Clock = now) => {
    const id = await planned(content);
    await publishRound(db, planner, at, id);
    return id;
  };
  const firstCome = await published(firstComeRound(days));
  const selection = await published(selectionRound(days));
  await joinDigitally(db, planner, firstCome);
  const full = await published(fullRound(days));
  const teams = await published(teamRound(days));
  await planned(draftRound);
  const applying = { midway: noonOf(days.midway.deadline), finished: noonOf(days.finished.deadline) };
  const midway = await published(midwayRound(days), () => applying.midway.subtract({ hours: 24 * 30 }));
  const finished = await published(finishedRound(days), () => applying.finished.subtract({ hours: 24 * 30 }));

  await change(db, planner, async (tx) => {
    const { firstComeApplicants, selectionApplicants, fullApplicants, midwayApplicants, finishedApplicants } =
      demoApplicants(participant);
    await insertApplicants(tx, firstCome, firstComeApplicants, now());
    await insertApplicants(tx, selection, selectionApplicants, now());
    await insertApplicants(tx, full, fullApplicants, now());
    await insertApplicants(tx, teams, teamApplicants, now());
    await insertApplicants(tx, midway, midwayApplicants, applying.midway);
    await insertApplicants(tx, finished, finishedApplicants, applying.finished);
    await record(tx, { by: planner, what: "circles.demo_loaded", about: organisationId, organisationId });
  });
  await loadChangeNoticeDemo(db, planner, firstCome);
  await loadMidwayDemo(db, planner, now, midway);
  await loadFinishedDemo(db, { planner, participant, roundId: finished }, now);
  await loadProposalDemo(db, { planner, participant, roundId: firstCome }, now);
  await loadReportDemo(db, planner, now, firstCome);
  await loadSpreadDemo(db, { planner, participant, roundId: firstCome }, now);
  await loadAssignmentDemo(db, planner, now, firstCome);
  await loadSessionPlanDemo(db, planner, firstCome);
  await loadNotesDemo(db, planner, now, firstCome);
  await loadQuestionnaireDemo(db, planner, now, firstCome);
  await loadQuestionDemo(db, { planner, participant, roundId: firstCome }, now);
}

/** Where the digital meetings of a round are joined: an address that leads nowhere. */
async function joinDigitally(db: Database, planner: Actor, roundId: RoundId): Promise<void> {
  const round = await roundFacts(db, roundId);
  const sessionIds = (round?.sessions ?? []).flatMap(({ id, mode }) => (mode === "digital" ? [id] : []));
  if (sessionIds.length > 0)
    await setJoinLink(db, planner, roundId, { joinLink: "https://mote.example.se/tidiga-insatser", sessionIds });
}

async function insertApplicants(
  tx: Tx,
  roundId: RoundId,
  applicants: readonly DemoApplicant[],
  now: Temporal.Instant,
): Promise<void> {
  const employers = await tx
    .selectFrom("organisation")
    .select(["id", "name"])
    .where(
      "name",
      "in",
      applicants.map(({ employer }) => employer),
    )
    .execute();
  const known = new Map(employers.map(({ id, name }) => [name, id]));
  for (const [index, applicant] of applicants.entries()) {
    const id = newId<"registration">();
    const appliedAt = demoHour(dateIn(now), index);
    const {
      state,
      managerState,
      name,
      email,
      workplace,
      employer,
      sector,
      profession,
      motivation,
      members = [],
    } = applicant;
    const soon = addWorkingDays(dateIn(now), 1)
      .toZonedDateTime({ timeZone: "Europe/Stockholm", plainTime: "17:00" })
      .toInstant();
    await tx
      .insertInto("registration")
      .values({
        id,
        round_id: roundId,
        queue_no: index + 1,
        applied_at: appliedAt,
        state,
        state_since: appliedAt.add({ hours: 1 }),
        confirm_by: state === "unconfirmed" ? soon : appliedAt.add({ hours: 48 }),
        confirmed_at: state === "unconfirmed" ? null : appliedAt.add({ hours: 1 }),
        person_id: applicant.personId ?? null,
        held_until: state === "held" ? soon : null,
        hold_used: state === "held",
        name,
        email,
        workplace,
        employer,
        organisation_id: known.get(employer) ?? null,
        sector,
        profession,
        motivation: motivation ?? null,
        round_version: 1,
        seats: members.length || 1,
        theme_proposal: applicant.themeProposal ?? null,
      })
      .execute();
    if (members.length > 0) await writeTeam(tx, id, members);
    if (managerState) {
      const asked = managerState !== "declared";
      const manager = demoManager(index);
      await tx
        .insertInto("manager_consultation")
        .values({
          registration_id: id,
          form: asked ? "confirmed" : "declared",
          state: managerState,
          manager_name: asked ? manager.name : null,
          manager_email: asked ? manager.email : null,
          address_known: managerState === "yes",
          shown: shownOf(roundId),
          asked_at: asked ? appliedAt.add({ hours: 1 }) : null,
          answered_at: managerState === "yes" ? appliedAt.add({ hours: 30 }) : null,
        })
        .execute();
    }
    if (state === "offered") {
      await tx
        .insertInto("waitlist_offer")
        .values({
          id: newId<"waitlist_offer">(),
          registration_id: id,
          offered_at: now.subtract({ hours: 20 }),
          answer_by: soon,
        })
        .execute();
    }
  }
}
