import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { type LinkState, readLink } from "#platform/links/mailed-link.ts";
import { type AskingOccasion, ProposalId, type ProposalState } from "#features/circles/proposal/proposal.ts";
import { askingDue } from "#features/circles/proposal/asking-days.ts";
import { isPublishable, mayChangeProposal, mayPublishProposal } from "#features/circles/proposal/proposal-policy.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { contactsOf } from "#features/circles/registration/queue/queries.ts";
import { roomWithId } from "#features/circles/room/queries.ts";
import { hostOf } from "#features/circles/round/host/queries.ts";
import { factsOf, roundIdOf } from "#features/circles/round/queries.ts";
import type { knowledgeSources } from "#features/circles/round/round.ts";
import { type RoundId } from "#features/circles/round/round.ts";

/** What the link in the question is for. */
export const answerPurpose = "proposal.answer";

type Source = (typeof knowledgeSources)[number];

/** A proposal with whose it is. A place that was joined with another's follows the person. */
export type Proposal = Awaited<ReturnType<typeof proposalsWhere>>[number];

/** The proposals of a circle, in the order they were made. */
export async function proposalsOf(db: Reader, roundId: RoundId): Promise<Proposal[]> {
  return proposalsWhere(db, sql`p.round_id = ${roundId}`);
}

/** One proposal, whoever asks. */
export async function proposalWithId(db: Reader, id: string): Promise<Proposal | undefined> {
  const parsed = ProposalId.safeParse(id);
  return parsed.success ? (await proposalsWhere(db, sql`p.id = ${parsed.data}`))[0] : undefined;
}

async function proposalsWhere(db: Reader, condition: ReturnType<typeof sql>) {
  return db
    .selectFrom("proposal as p")
    .leftJoin("registration as a", "a.id", "p.registration_id")
    .leftJoin("registration as r", (join) => join.on(sql<SqlBool>`r.id = coalesce(a.merged_into, a.id)`))
    .leftJoin("organisation as o", "o.id", "p.owner_organisation_id")
    .where(condition as ReturnType<typeof sql<SqlBool>>)
    .orderBy("p.created_at")
    .orderBy("p.id")
    .select([
      "p.id",
      "p.round_id as roundId",
      "p.title",
      "p.kind",
      "p.problem",
      "p.content",
      "p.parties",
      "p.research",
      "p.profession",
      "p.service_user as serviceUser",
      sql<Source[]>`p.sought_in_vain`.as("soughtInVain"),
      "p.asks",
      "p.owner",
      "o.slug as ownerSlug",
      "p.state",
      "p.published_at as publishedAt",
      "p.version",
      "p.created_at as createdAt",
    ])
    .select([
      "r.id as registrationId",
      // Who it was is forgotten with their application.
      sql<string | null>`case when r.erased_at is null then r.name end`.as("author"),
      sql<string | null>`case when r.erased_at is null then r.workplace end`.as("workplace"),
      sql<Temporal.PlainDate>`(select s.happened_on from proposal_step s where s.proposal_id = p.id
        order by s.step_no desc limit 1)`.as("since"),
    ])
    .execute();
}

/** How a proposal has fared, first to last. */
export async function historyOf(db: Reader, id: ProposalId) {
  return db
    .selectFrom("proposal_step")
    .where("proposal_id", "=", id)
    .orderBy("step_no")
    .select(["state", "happened_on as happenedOn", "reason", "told_by as toldBy"])
    .execute();
}

/**
 * A proposal as those in its circle see it, and what whoever asks may do with it.
 *
 * @throws Refusal `not_found` for those who are not in the circle, and for a proposal of another.
 */
export async function proposalInRoom(db: Reader, actor: Actor, slug: string, proposalId: string) {
  const roundId = await roundIdOf(db, slug);
  const room = roundId && (await roomWithId(db, actor, roundId));
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const proposal = await proposalWithId(db, proposalId);
  if (!proposal || proposal.roundId !== room.round.id) throw new Refusal("not_found", "proposal.no_such_proposal");
  const can = {
    change: mayChangeProposal(room, proposal),
    publish: mayPublishProposal(room),
    isPublishable: isPublishable(proposal),
  };
  return {
    ...room,
    proposal,
    history: await historyOf(db, proposal.id),
    organiser: await organiserOf(db, room.round.id),
    can,
  };
}

/** A proposal as those in its circle see it. */
export type ProposalInRoom = Awaited<ReturnType<typeof proposalInRoom>>;

/** A proposal that anybody may read; nothing for one that is not published. Names nobody. */
export async function publishedProposal(db: Reader, slug: string, proposalId: string) {
  const proposal = await proposalWithId(db, proposalId);
  const round = proposal && (await factsOf(db, [proposal.roundId]))[0];
  if (!proposal?.publishedAt || !round || round.slug !== slug || round.state === "draft") return undefined;
  const { registrationId: _, author: __, workplace: ___, ...shown } = proposal;
  return {
    proposal: shown,
    round: { slug: round.slug, title: round.title },
    organiser: await organiserOf(db, round.id),
    host: await hostOf(db, round.id),
    // Why something was dropped is said in the circle and not to all.
    history: (await historyOf(db, proposal.id)).map(({ state, happenedOn }) => ({ state, happenedOn })),
  };
}

/** A proposal that anybody may read. */
export type PublishedProposal = NonNullable<Awaited<ReturnType<typeof publishedProposal>>>;

async function organiserOf(db: Reader, roundId: RoundId): Promise<string> {
  const { name } = await db
    .selectFrom("round as r")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .where("r.id", "=", roundId)
    .select("o.name")
    .executeTakeFirstOrThrow();
  return name;
}

/** Why a mailed question cannot be answered any more, if it cannot. */
export type Unanswerable = Exclude<LinkState, "open"> | "notNeeded";

/**
 * What somebody is asked behind a mailed link. Nothing for a secret we never sent. A question to somebody who has left
 * the circle, or about a circle that was cancelled, is not needed any more.
 */
export async function askedProposal(db: Reader, token: string, now: Temporal.Instant) {
  const link = await readLink(db, answerPurpose, token, now);
  const proposal = link && (await proposalWithId(db, link.subject));
  const round = proposal && (await factsOf(db, [proposal.roundId]))[0];
  if (!link || !proposal || !round) return undefined;
  const isHere = proposal.registrationId !== null && (await askedOf(db, proposal.registrationId)) !== undefined;
  const stands: "open" | Unanswerable =
    link.state === "open" && (!isHere || round.state === "cancelled") ? "notNeeded" : link.state;
  return {
    id: proposal.id,
    title: proposal.title,
    problem: proposal.problem,
    state: proposal.state,
    since: proposal.since,
    occasion: link.version as AskingOccasion | undefined,
    round: { id: round.id, slug: round.slug, title: round.title, organisationId: round.organisationId },
    host: await hostOf(db, round.id),
    stands,
  };
}

/** What somebody is asked behind a mailed link. */
export type AskedProposal = NonNullable<Awaited<ReturnType<typeof askedProposal>>>;

/** Whom a question about a proposal goes to: whoever has the place, as long as we know who it is. */
export async function askedOf(db: Reader, registrationId: RegistrationId) {
  return db
    .selectFrom("registration")
    .where("id", "=", registrationId)
    .where("state", "in", ["placed", "completed"])
    .where("erased_at", "is", null)
    .select(["name", "email", "language"])
    .executeTakeFirst();
}

/** What is to be asked today: each proposal that lives, whose occasion has come and which was there before it. */
export async function askingsDueOn(
  db: Reader,
  today: Temporal.PlainDate,
): Promise<{ readonly id: ProposalId; readonly occasion: AskingOccasion }[]> {
  const rows = await db
    .selectFrom("proposal as p")
    .innerJoin("round as r", "r.id", "p.round_id")
    .where("p.state", "<>", "dropped")
    .where("p.registration_id", "is not", null)
    .where("r.state", "not in", ["draft", "cancelled"])
    .orderBy("p.id")
    .select(["p.id", "p.round_id as roundId"])
    .select(sql<Temporal.PlainDate>`(p.created_at at time zone 'Europe/Stockholm')::date`.as("madeOn"))
    .execute();
  const rounds = await factsOf(db, [...new Set(rows.map(({ roundId }) => roundId))]);
  const due = new Map(rounds.map(({ id, sessions }) => [id, askingDue(sessions, today)]));
  return rows.flatMap(({ id, roundId, madeOn }) => {
    const asking = due.get(roundId);
    return asking && Temporal.PlainDate.compare(madeOn, asking.day) < 0 ? [{ id, occasion: asking.occasion }] : [];
  });
}

/** Everything the mailed question says, to one who is still in the circle, has an address and has not been asked it. */
export async function questionOf(db: Reader, id: ProposalId, occasion: AskingOccasion) {
  const before = await db
    .selectFrom("proposal_asking")
    .where("proposal_id", "=", id)
    .where("occasion", "=", occasion)
    .select("asked_at")
    .executeTakeFirst();
  if (before) return undefined;
  const proposal = await proposalWithId(db, id);
  const asked = proposal?.registrationId ? await askedOf(db, proposal.registrationId) : undefined;
  const round = proposal && (await factsOf(db, [proposal.roundId]))[0];
  if (!proposal || !round || !asked?.email || proposal.state === "dropped") return undefined;
  const { replyTo } = await contactsOf(db, round.id);
  const look = await hostOf(db, round.id);
  return {
    title: proposal.title,
    state: proposal.state satisfies ProposalState,
    round: { id: round.id, title: round.title, organisationId: round.organisationId },
    to: asked.email,
    name: asked.name,
    language: asked.language,
    replyTo: replyTo ?? look.replyTo,
    look,
  };
}

/** What the mailed question says. */
export type Question = NonNullable<Awaited<ReturnType<typeof questionOf>>>;
