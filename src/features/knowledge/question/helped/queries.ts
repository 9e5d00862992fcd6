import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import { type LinkState, readLink } from "#platform/links/mailed-link.ts";
import { type QuestionFacts, questionWithId } from "#features/knowledge/question/queries.ts";
import { daysUntilAskedAgain, type QuestionId } from "#features/knowledge/question/question.ts";

export const helpedPurpose = "question.helped";

/** Whom the question whether it helped goes to, and what about. */
export type AskedAgain = {
  readonly questionId: QuestionId;
  readonly slug: string;
  readonly text: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

/** The questions that were answered some weeks ago, and whose asker has neither said nor been asked whether it helped. */
export async function answersToAskAbout(db: Reader, today: Temporal.PlainDate): Promise<AskedAgain[]> {
  const { rows } = await sql<AskedAgain>`
    select q.id as "questionId", q.slug, q.text, p.id as "personId", p.name, p.email, p.language
    from knowledge_question q join person p on p.id = q.asked_by
    where q.state = 'answered' and q.helped is null and q.helped_asked_on is null
      and (q.answered_at at time zone 'Europe/Stockholm')::date <= ${today}::date - ${daysUntilAskedAgain}::int
      and p.email is not null and p.erased_at is null and p.merged_into is null
    order by q.answered_at, q.id
    limit 500`.execute(db);
  return rows;
}

/** What is asked behind a mailed link, and whether it can still be answered; nothing for a link we never sent. */
export async function askedBehind(
  db: Reader,
  token: string,
  now: Temporal.Instant,
): Promise<{ readonly question: QuestionFacts; readonly stands: LinkState } | undefined> {
  const link = await readLink(db, helpedPurpose, token, now);
  const question = link && (await questionWithId(db, link.subject as QuestionId));
  return question && { question, stands: question.askedById === null ? "expired" : link.state };
}
