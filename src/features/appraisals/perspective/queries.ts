import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { secretHash } from "#platform/tokens/secret-token.ts";
import type { AppraisalId, AppraisalState, Decision } from "#features/appraisals/appraisal/appraisal.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import type { Met } from "#features/appraisals/decision/decision.ts";
import {
  type Audience,
  erasedText,
  type PerspectiveId,
  type PerspectiveLinkId,
  type Stance,
  type StanceCount,
  stancesOf,
} from "#features/appraisals/perspective/perspective.ts";

export type PerspectiveFacts = {
  readonly id: PerspectiveId;
  readonly stance: Stance | null;
  readonly text: string;
  readonly receivedOn: Temporal.PlainDate;
  readonly isHidden: boolean;
};

/** A link with what came by it. The texts are for those who work with the appraisal, the counts for all who see it. */
export type PerspectivesOfLink = {
  readonly id: PerspectiveLinkId;
  readonly audience: Audience;
  readonly question: string;
  readonly openUntil: Temporal.PlainDate;
  readonly closedAt: Temporal.Instant | null;
  readonly counts: StanceCount;
  readonly said: number;
  readonly hidden: number;
  readonly perspectives: readonly PerspectiveFacts[];
};

/** Whether somebody is at work with an appraisal: writes it, decides on it, or does so for its organisation. */
export function readsPerspectives({ can }: Pick<AppraisalInside, "can">): boolean {
  return can.keep || can.tell || can.ask || can.decide;
}

/**
 * What was said by the links of an appraisal. The texts of one day stand in no order that tells which came first, since
 * somebody may know who wrote when.
 */
export async function perspectivesOf(db: Reader, inside: AppraisalInside): Promise<PerspectivesOfLink[]> {
  const links = await db
    .selectFrom("perspective_link")
    .where("appraisal_id", "=", inside.appraisal.id)
    .orderBy("created_at")
    .orderBy("id")
    .select(["id", "audience", "question", "open_until as openUntil", "closed_at as closedAt"])
    .execute();
  const all = await db
    .selectFrom("perspective as s")
    .innerJoin("perspective_link as l", "l.id", "s.link_id")
    .where("l.appraisal_id", "=", inside.appraisal.id)
    .orderBy("s.received_on")
    .orderBy(sql`md5(s.id::text)`)
    .select(["s.id", "s.link_id as linkId", "s.stance", "s.text", "s.received_on as receivedOn"])
    .select(sql<boolean>`s.hidden_at is not null`.as("isHidden"))
    .execute();
  const reads = readsPerspectives(inside);
  return links.map((link) => {
    const own = all.filter(({ linkId }) => linkId === link.id);
    const shown = own.filter(({ isHidden }) => !isHidden);
    return {
      ...link,
      counts: stancesOf(shown),
      said: shown.length,
      hidden: own.length - shown.length,
      perspectives: reads ? own.filter(({ text }) => text !== erasedText).map(({ linkId: _, ...each }) => each) : [],
    };
  });
}

/** How many have said something that is shown: a decision answers them. */
export async function howManySaid(db: Reader, id: AppraisalId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from perspective s join perspective_link l on l.id = s.link_id
    where l.appraisal_id = ${id} and s.hidden_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What was decided, as those who said something may read it afterwards: in words written for them. */
export type AnswerBack = {
  readonly decision: Decision;
  readonly decidedOn: Temporal.PlainDate;
  readonly saidBack: string | null;
  readonly decideAgainOn: Temporal.PlainDate | null;
  readonly met: Met | null;
  readonly outcomeOn: Temporal.PlainDate | null;
};

/** What a link shows to whoever holds it. */
export type LinkAsked = {
  readonly id: PerspectiveLinkId;
  readonly audience: Audience;
  readonly question: string;
  readonly openUntil: Temporal.PlainDate;
  readonly closedAt: Temporal.Instant | null;
  readonly appraisalId: AppraisalId;
  readonly state: AppraisalState;
  readonly method: string;
  readonly organisation: string;
  readonly isInUse: boolean;
  readonly answer: AnswerBack | null;
};

/**
 * What a secret address leads to: the question, and what was decided once it is. It leads there for ever, so that what came
 * of what was said can be read at the same address. Nothing for a secret that nobody was given.
 */
export async function linkAsked(db: Reader, secret: string): Promise<LinkAsked | undefined> {
  const link = await db
    .selectFrom("perspective_link as l")
    .innerJoin("appraisal as a", "a.id", "l.appraisal_id")
    .innerJoin("method as m", "m.id", "a.method_id")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where("l.secret_hash", "=", secretHash(secret))
    .select(["l.id", "l.audience", "l.question", "l.open_until as openUntil", "l.closed_at as closedAt"])
    .select(["a.id as appraisalId", "a.state", "a.is_in_use as isInUse", "m.name as method", "o.name as organisation"])
    .executeTakeFirst();
  if (!link) return undefined;
  const answer = await db
    .selectFrom("appraisal_decision")
    .where("appraisal_id", "=", link.appraisalId)
    .orderBy("decision_no", "desc")
    .select(["decision", "decided_on as decidedOn", "said_back as saidBack", "decide_again_on as decideAgainOn"])
    .select(["outcome_met as met", "outcome_on as outcomeOn"])
    .executeTakeFirst();
  return { ...link, answer: answer ?? null };
}
