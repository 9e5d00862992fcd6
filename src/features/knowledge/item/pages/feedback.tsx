import { giveFeedback, takeBackFeedback } from "#features/knowledge/item/feedback/commands.ts";
import { Feedback, longestSaid } from "#features/knowledge/item/feedback/feedback-words.ts";
import { feedbackOf, feedbackSaid } from "#features/knowledge/item/feedback/queries.ts";
import { usefulnesses } from "#features/knowledge/item/item.ts";
import type { PartOfItem } from "#features/knowledge/item/pages/part-of-item.ts";
import { checkedForm, emptyForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Choice, TextArea } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";

/** Whether it was of use: one answer each, which may be changed, and how many said what when enough have. (R143) */
export const feedbackOnItem: PartOfItem = async (c, { item, version, can }) => {
  const { t, db, actor } = c.var;
  if (version.state !== "published") return null;
  const { own, counts } = await feedbackOf(db, actor, item.id);
  const isSignedIn = actor.personId !== undefined;
  if (!isSignedIn && !counts) return null;
  const said = can.write || can.retire ? await feedbackSaid(db, actor, item.id) : [];
  return (
    <section aria-labelledby="nytta">
      <h2 id="nytta">{t("item_feedback.was_it_useful")}</h2>
      {counts ? <p>{t("item_feedback.counts", counts)}</p> : null}
      {isSignedIn ? (
        <Form t={t} action={`/kunskap/${item.slug}/nytta`} label={t("item_feedback.was_it_useful")}>
          <Choice
            t={t}
            filled={emptyForm}
            name="wasUseful"
            required
            label={t(own ? "item_feedback.your_answer" : "item_feedback.answer")}
            options={usefulnesses.map((value) => ({ value, label: t(`item_feedback.${value}`) }))}
            value={own?.wasUseful}
            inline
          />
          <TextArea
            t={t}
            filled={emptyForm}
            name="said"
            label={t("item_feedback.said")}
            help={t("item_form.no_clients")}
            value={own?.said}
            rows={2}
            limit={longestSaid}
          />
          <FormEnd>
            <Button quiet>{t(own ? "item_feedback.change" : "item_feedback.send")}</Button>
            {own ? (
              <Button plain formaction={`/kunskap/${item.slug}/nytta/ta-tillbaka`}>
                {t("item_feedback.take_back")}
              </Button>
            ) : null}
          </FormEnd>
        </Form>
      ) : null}
      {said.length > 0 ? (
        <Details summary={t("item_feedback.others_said", { count: said.length })}>
          <ul>
            {said.map((text) => (
              <li class="as-written">{text}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  );
};

/** Answering whether an item was of use, and taking the answer back. */
export const feedbackPages = pages("signedIn")
  .post("/kunskap/:slug/nytta", async (c) => {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    await giveFeedback(db, actor, now, slug, checkedForm(Feedback, await filledFrom(c)));
    return c.redirect(`/kunskap/${slug}?klart=svarat#nytta`, 303);
  })
  .post("/kunskap/:slug/nytta/ta-tillbaka", async (c) => {
    const slug = c.req.param("slug") ?? "";
    await takeBackFeedback(c.var.db, c.var.actor, slug);
    return c.redirect(`/kunskap/${slug}?klart=svar-borta#nytta`, 303);
  });
