import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { answerProposal } from "#features/circles/proposal/commands.ts";
import { ProposalAnswer } from "#features/circles/proposal/proposal.ts";
import { QuestionAnswered, QuestionPage, UnknownQuestion } from "#features/circles/proposal/parts/question-page.tsx";
import { askedProposal } from "#features/circles/proposal/queries.ts";

/** What somebody is asked about their proposal, behind the link in a mail: opening it shows, its buttons answer. */
export const questionPages = pages("mailedLink").form("/forslag/:token", {
  draw: drawQuestion,
  send: async (c, filled) => {
    const answer = checkedForm(ProposalAnswer, filled);
    await answerProposal(c.var.db, c.var.actor, c.req.param("token") ?? "", answer, c.var.now);
    return c.redirect(c.req.path, 303);
  },
});

async function drawQuestion(c: Context<Environment>, filled: Filled) {
  const { t, db } = c.var;
  const now = c.var.now();
  const asked = await askedProposal(db, c.req.param("token") ?? "", now);
  if (!asked) {
    c.status(404);
    return c.render(<UnknownQuestion t={t} />, { title: t("proposal.link_unknown"), kind: "public", secret: true });
  }
  const { stands } = asked;
  const content =
    stands === "open" ? (
      <QuestionPage t={t} asked={asked} filled={filled} today={dateIn(now)} />
    ) : (
      <QuestionAnswered t={t} asked={asked} stands={stands} />
    );
  return c.render(content, { title: asked.title, kind: "public", host: asked.host, secret: true });
}
