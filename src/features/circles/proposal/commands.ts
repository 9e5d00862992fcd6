import { sql } from "kysely";
import { type Actor, clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { issueLink, revokeLinks, spendLink } from "#platform/links/mailed-link.ts";
import type { Mail } from "#platform/mail/mail.ts";
import { post } from "#platform/mail/mail.ts";
import type {
  AskingOccasion,
  ProposalAnswer,
  ProposalChange,
  ProposalId,
  ProposalState,
  ProposalStep,
  ProposalWords,
} from "#features/circles/proposal/proposal.ts";
import { stepProblem } from "#features/circles/proposal/proposal-lifecycle.ts";
import {
  isPublishable,
  mayChangeProposal,
  mayPublishProposal,
  mayWriteProposals,
} from "#features/circles/proposal/proposal-policy.ts";
import {
  answerPurpose,
  askedProposal,
  type Proposal,
  proposalWithId,
  type Question,
  questionOf,
} from "#features/circles/proposal/queries.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { type Room, roomWithId } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** How long a mailed question can be answered: over a holiday, and not until the next one. */
const daysToAnswer = 60;

/** Writes down a proposal: a participant's own, or the circle's when somebody who leads writes it. (R021, R099) */
export function writeProposal(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  words: ProposalWords,
): Promise<{ readonly id: ProposalId }> {
  return change(db, actor, async (tx) => {
    const room = await roomWithId(tx, actor, roundId);
    if (!room) throw new Refusal("not_found", "room.no_such_circle");
    if (!mayWriteProposals(room)) throw new Refusal("conflict", "proposal.circle_cancelled");
    const at = now();
    const id = newId<"proposal">();
    await tx
      .insertInto("proposal")
      .values({
        id,
        round_id: roundId,
        registration_id: room.own?.registrationId ?? null,
        ...columnsOf(words),
        state: "idea",
        created_at: at,
        updated_at: at,
      })
      .execute();
    await addStep(tx, id, { state: "idea", happenedOn: dateIn(at), reason: null, toldBy: "circle", toldAt: at });
    await recordFor(tx, actor, room, id, "circles.proposal_written", { after: { state: "idea" } });
    return { id };
  });
}

/** Changes what a proposal says. Whoever read an older version is told, and what they wrote stays with them. */
export function changeProposal(
  db: Database,
  actor: Actor,
  now: Clock,
  id: ProposalId,
  { version, ...words }: ProposalChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { room, proposal } = await lockToChange(tx, actor, id);
    if (proposal.version !== version) throw new Refusal("conflict", "proposal.changed_meanwhile");
    if (proposal.publishedAt && !isPublishable(words)) throw new Refusal("conflict", "proposal.published_says_more");
    await tx
      .updateTable("proposal")
      .set({ ...columnsOf(words), updated_at: now(), version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordFor(tx, actor, room, id, "circles.proposal_changed", { after: { version: version + 1 } });
  });
}

/** Tells what has become of a proposal, and on which day. */
export function tellOfProposal(
  db: Database,
  actor: Actor,
  now: Clock,
  id: ProposalId,
  { state, happenedOn, reason }: ProposalStep,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { room, proposal } = await lockToChange(tx, actor, id);
    const at = now();
    const step = { state, happenedOn: happenedOn ?? dateIn(at), reason };
    await takeStep(tx, proposal, { ...step, toldBy: "circle", toldAt: at });
    const told = { before: { state: proposal.state }, after: { state } };
    await recordFor(tx, actor, room, id, "circles.proposal_step_told", told);
  });
}

/** Lets anybody read a proposal, or takes that back. Pressing twice changes nothing more. */
export function publishProposal(
  db: Database,
  actor: Actor,
  now: Clock,
  id: ProposalId,
  isPublic: boolean,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { room, proposal } = await lockToChange(tx, actor, id);
    if (!mayPublishProposal(room)) throw new Refusal("forbidden", "proposal.leaders_publish");
    if (isPublic && !isPublishable(proposal)) throw new Refusal("conflict", "proposal.says_too_little");
    await tx
      .updateTable("proposal")
      .set({ published_at: isPublic ? (proposal.publishedAt ?? now()) : null, updated_at: now() })
      .where("id", "=", id)
      .execute();
    await recordFor(tx, actor, room, id, isPublic ? "circles.proposal_published" : "circles.proposal_unpublished", {});
  });
}

/**
 * Takes the answer to a mailed question, given by one press: the proposal is in another state since today, or in the
 * same as before. The link answers once.
 */
export function answerProposal(
  db: Database,
  actor: Actor,
  token: string,
  answer: ProposalAnswer,
  now: Clock,
): Promise<{ readonly id: ProposalId; readonly state: ProposalState }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const asked = await askedProposal(tx, token, at);
    if (!asked) throw new Refusal("not_found", "proposal.link_unknown");
    const proposal = await lockProposal(tx, asked.id);
    if (asked.stands === "notNeeded") throw new Refusal("conflict", "proposal.not_needed");
    const { version } = await spendLink(tx, answerPurpose, token, at);
    if (answer.state !== proposal.state) {
      await takeStep(tx, proposal, { ...answer, happenedOn: dateIn(at), toldBy: "link", toldAt: at });
    }
    await tx
      .updateTable("proposal_asking")
      .set({ answered_at: at })
      .where("proposal_id", "=", asked.id)
      .where("occasion", "=", version as AskingOccasion)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.proposal_answered",
      about: asked.id,
      organisationId: asked.round.organisationId,
      before: { state: proposal.state },
      after: { state: answer.state },
    });
    return { id: asked.id, state: answer.state };
  });
}

/**
 * Asks whoever made a proposal what has become of it: once for each occasion, with a link that replaces the one before.
 * Of two that ask at once the database gives up the second, and its next turn finds the question asked.
 */
export function askAboutProposal(
  db: Database,
  now: Clock,
  { id, occasion }: { readonly id: ProposalId; readonly occasion: AskingOccasion },
  mailFor: (question: Question, token: string) => Mail,
): Promise<boolean> {
  return change(db, clockwork, async (tx) => {
    const at = now();
    const question = await questionOf(tx, id, occasion);
    if (!question) return false;
    await tx.insertInto("proposal_asking").values({ proposal_id: id, occasion, asked_at: at }).execute();
    await revokeLinks(tx, answerPurpose, id, at);
    const expiresAt = at.add({ hours: 24 * daysToAnswer });
    const token = await issueLink(tx, { purpose: answerPurpose, subject: id, version: occasion, expiresAt });
    await post(tx, mailFor(question, token));
    await record(tx, {
      by: clockwork,
      what: "circles.proposal_asked_about",
      about: id,
      organisationId: question.round.organisationId,
      after: { occasion },
    });
    return true;
  });
}

/** The columns of a proposal. Its owner is the organisation that is written so; another stands as it is written. */
function columnsOf({ soughtInVain, serviceUser, ...words }: ProposalWords) {
  const owner = sql<OrganisationId | null>`(
    select organisation_id from organisation_alias where folded = ${foldName(words.owner ?? "")})`;
  return { ...words, service_user: serviceUser, sought_in_vain: soughtInVain, owner_organisation_id: owner };
}

/** Takes a proposal's lock, and tells how it is now that nobody else can change it. */
async function lockProposal(tx: Tx, id: ProposalId): Promise<Proposal> {
  await sql`select 1 from proposal where id = ${id} for update`.execute(tx);
  const proposal = await proposalWithId(tx, id);
  if (!proposal) throw new Refusal("not_found", "proposal.no_such_proposal");
  return proposal;
}

async function lockToChange(tx: Tx, actor: Actor, id: ProposalId): Promise<{ room: Room; proposal: Proposal }> {
  const proposal = await lockProposal(tx, id);
  const room = await roomWithId(tx, actor, proposal.roundId);
  if (!room) throw new Refusal("not_found", "proposal.no_such_proposal");
  if (!mayWriteProposals(room)) throw new Refusal("conflict", "proposal.circle_cancelled");
  if (!mayChangeProposal(room, proposal)) throw new Refusal("forbidden", "proposal.not_yours");
  return { room, proposal };
}

type Step = {
  readonly state: ProposalState;
  readonly happenedOn: Temporal.PlainDate;
  readonly reason: string | null;
  readonly toldBy: "circle" | "link";
  readonly toldAt: Temporal.Instant;
};

const pathOf = {
  reasonMissing: "reason",
  inTheFuture: "happenedOn",
  beforeTheLast: "happenedOn",
  notPossible: "state",
};

async function takeStep(tx: Tx, proposal: Proposal, step: Step): Promise<void> {
  const problem = stepProblem(proposal, step, dateIn(step.toldAt));
  if (problem) {
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: pathOf[problem], code: `proposal.step.${problem}` },
    ]);
  }
  await tx
    .updateTable("proposal")
    .set({ state: step.state, updated_at: step.toldAt })
    .where("id", "=", proposal.id)
    .execute();
  await addStep(tx, proposal.id, step);
}

async function addStep(tx: Tx, id: ProposalId, { state, happenedOn, reason, toldBy, toldAt }: Step): Promise<void> {
  await tx
    .insertInto("proposal_step")
    .values({
      id: newId<"proposal_step">(),
      proposal_id: id,
      step_no: sql<number>`(select count(*)::int + 1 from proposal_step where proposal_id = ${id})`,
      state,
      happened_on: happenedOn,
      reason,
      told_by: toldBy,
      told_at: toldAt,
    })
    .execute();
}

async function recordFor(
  tx: Tx,
  actor: Actor,
  { round }: Room,
  id: ProposalId,
  what: string,
  told: { readonly before?: object; readonly after?: object },
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId: round.organisationId, ...told });
}
