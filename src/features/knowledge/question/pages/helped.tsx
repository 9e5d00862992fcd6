import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { sayWhetherHelpedByLink } from "#features/knowledge/question/helped/commands.ts";
import { askedBehind } from "#features/knowledge/question/helped/queries.ts";
import { HelpedButtons } from "#features/knowledge/question/parts/helped.tsx";
import { HelpSaid } from "#features/knowledge/question/question-words.ts";
import { Narrow } from "#ui/columns.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

/** Whether an answer helped, behind the link in a mail: opening it shows, its buttons answer. */
export const helpedPages = pages("mailedLink").form("/fraga/hjalpte/:token", {
  draw: drawHelped,
  async send(c, filled) {
    const { db, actor, now } = c.var;
    await sayWhetherHelpedByLink(db, actor, now, c.req.param("token") ?? "", checkedForm(HelpSaid, filled));
    return c.redirect(c.req.path, 303);
  },
});

async function drawHelped(c: Context<Environment>, filled: Filled) {
  const { t, db, now } = c.var;
  const asked = await askedBehind(db, c.req.param("token") ?? "", now());
  const frame = { kind: "public", secret: true } as const;
  if (!asked) {
    c.status(404);
    return c.render(
      <LinkPage
        heading={t("ask.helped_unknown")}
        lead={t("ask.helped_unknown_lead")}
        href="/fragor"
        way={t("ask.to_questions")}
      />,
      { title: t("ask.helped_unknown"), ...frame },
    );
  }
  const { question, stands } = asked;
  if (stands !== "open") {
    const key = stands === "spent" ? "ask.helped_thanks" : "ask.helped_expired";
    return c.render(
      <LinkPage
        heading={t(key)}
        lead={t(`${key}_lead`)}
        href={`/fragor/${question.slug}`}
        way={t("ask.to_question")}
      />,
      { title: t(key), ...frame },
    );
  }
  const today = dateIn(now());
  const day = (at: Temporal.Instant | null) => (at ? sayDate(t.language, dateIn(at), { weekday: false, today }) : "");
  return c.render(
    <Narrow>
      <PageHeading
        heading={t("ask.helped")}
        lead={t("ask.helped_lead", { day: day(question.askedAt), answered: day(question.answeredAt) })}
      />
      <Paragraphs text={question.text} />
      <h2>{t("ask.answer_heading")}</h2>
      <Paragraphs text={question.answer ?? ""} />
      <HelpedButtons t={t} filled={filled} />
    </Narrow>,
    { title: t("ask.helped"), ...frame },
  );
}
