import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { fillDraft } from "#features/circles/round/draft/commands.ts";
import { draftWithSource } from "#features/circles/round/draft/queries.ts";
import { contentOf, ReadingAnswers } from "#features/circles/round/draft/reading-answers.ts";
import { ReadFrame, ReadStory, ReadWayIn } from "#features/circles/round/parts/reading-fields.tsx";
import { ReadPeople, ReadSessions } from "#features/circles/round/parts/reading-rows.tsx";
import { remarkSentence } from "#features/circles/round/parts/remarks.tsx";
import { publishReadiness } from "#features/circles/round/publish-readiness.ts";
import { activityKinds } from "#features/circles/round/queries.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Comparing a draft with the invitation it was read from. */
export const readingPages = pages("signedIn").form("/planera/:slug/granska", {
  async draw(c, filled) {
    const { t, db } = c.var;
    const { round, source } = await loaded(c);
    if (source.isConfirmed) return c.redirect(`/planera/${round.slug}`, 303);
    const kinds = await activityKinds(db);
    const { warnings } = source.read.invitation;
    const { missing, toDecide } = publishReadiness(round, dateIn(c.var.now()));
    const open = [
      ...missing.map((remark) => remarkSentence(t, "must", remark)),
      ...toDecide.map((remark) => remarkSentence(t, "open", remark)),
    ];
    const props = { t, filled, source, round, kinds };
    return c.render(
      <>
        <PageHeading heading={t("round.reading.heading")} lead={t("round.reading.lead")} />
        {warnings.length > 0 ? (
          <Notice t={t} tone="warn" heading={t("round.reading.warnings", { count: warnings.length })}>
            <ul>
              {warnings.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {open.length > 0 ? (
          <Notice t={t} heading={t("round.still_open")}>
            <ul>
              {open.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Form t={t} filled={filled}>
          <ReadStory {...props} />
          <ReadSessions {...props} />
          <ReadFrame {...props} />
          <ReadWayIn {...props} />
          <ReadPeople {...props} />
          <FormEnd>
            <Button>{t("round.reading.confirm")}</Button>
          </FormEnd>
        </Form>
        <Details summary={t("round.reading.whole")}>
          <Original text={source.text} />
        </Details>
      </>,
      { title: t("round.reading.heading"), current: "/planera" },
    );
  },

  async send(c, filled: Filled) {
    const { round, source } = await loaded(c);
    // Sent again from a page that was left: what has been changed since stands.
    if (source.isConfirmed) return c.redirect(`/planera/${round.slug}?klart=redan`, 303);
    const answers = contentOf(checkedForm(ReadingAnswers, filled));
    await fillDraft(c.var.db, c.var.actor, round.id, { ...round, ...answers });
    return c.redirect(`/planera/${round.slug}?klart=granskad`, 303);
  },
});

async function loaded(c: Page) {
  const found = await draftWithSource(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!found) throw new Refusal("not_found", "round.no_such_round");
  return found;
}

function Original({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line) => (
        <>
          {line}
          <br />
        </>
      ))}
    </>
  );
}
