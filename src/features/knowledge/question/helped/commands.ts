import type { Actor } from "#kernel/actor.ts";
import { clockwork } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { issueLink, revokeLinks, spendLink } from "#platform/links/mailed-link.ts";
import { type Mail, post } from "#platform/mail/mail.ts";
import { lockQuestion, recordQuestion } from "#features/knowledge/question/commands.ts";
import {
  answersToAskAbout,
  askedBehind,
  type AskedAgain,
  helpedPurpose,
} from "#features/knowledge/question/helped/queries.ts";
import type { QuestionFacts } from "#features/knowledge/question/queries.ts";
import type { HelpSaid } from "#features/knowledge/question/question-words.ts";

/** How long the mailed link can be used. */
const daysToSay = 60;

/** Says on the question's page whether the answer helped. It may be said anew. (R143) */
export function sayWhetherHelped(db: Database, actor: Actor, now: Clock, slug: string, wish: HelpSaid): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question, isOwn, can } = await lockQuestion(tx, actor, slug);
    if (!isOwn) throw new Refusal("forbidden", "ask.asker_says");
    if (!can.sayHelped) throw new Refusal("conflict", "ask.is_not_answered");
    await revokeLinks(tx, helpedPurpose, question.id, now());
    await writeHelp(tx, actor, question, wish);
  });
}

/** Says it behind the mailed link, with one press and once. */
export function sayWhetherHelpedByLink(
  db: Database,
  actor: Actor,
  now: Clock,
  token: string,
  wish: HelpSaid,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const asked = await askedBehind(tx, token, at);
    if (!asked) throw new Refusal("not_found", "platform.link.unknown");
    await spendLink(tx, helpedPurpose, token, at);
    await writeHelp(tx, actor, asked.question, wish);
  });
}

/** Asks whoever asked a question whether the answer helped, once, with a link that answers. Of two that ask at once one does. */
export function askWhetherHelped(
  db: Database,
  now: Clock,
  asked: AskedAgain,
  mailFor: (token: string) => Mail,
): Promise<boolean> {
  return change(db, clockwork, async (tx) => {
    const at = now();
    const due = await answersToAskAbout(tx, dateIn(at));
    if (!due.some(({ questionId }) => questionId === asked.questionId)) return false;
    const { organisation_id: organisationId } = await tx
      .updateTable("knowledge_question")
      .set({ helped_asked_on: dateIn(at) })
      .where("id", "=", asked.questionId)
      .where("helped_asked_on", "is", null)
      .returning("organisation_id")
      .executeTakeFirstOrThrow();
    const expiresAt = at.add({ hours: 24 * daysToSay });
    const token = await issueLink(tx, { purpose: helpedPurpose, subject: asked.questionId, expiresAt });
    await post(tx, mailFor(token));
    const question = { id: asked.questionId, organisationId };
    await recordQuestion(tx, clockwork, question, "knowledge.question_asked_whether_helped");
    return true;
  });
}

async function writeHelp(tx: Tx, actor: Actor, question: QuestionFacts, { helped, said }: HelpSaid): Promise<void> {
  await tx.updateTable("knowledge_question").set({ helped, helped_said: said }).where("id", "=", question.id).execute();
  const told = { before: { helped: question.helped }, after: { helped } };
  await recordQuestion(tx, actor, question, "knowledge.question_helped_said", told);
}
