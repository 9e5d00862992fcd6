import { dateIn } from "#kernel/clock.ts";
import { pages } from "#platform/web/pages.ts";
import { checked, type Filled, nested } from "#platform/web/form.ts";
import { answerQuestion } from "#features/knowledge/question/answer/commands.ts";
import { refusedStep } from "#features/knowledge/question/commands.ts";
import { likelyAnswers } from "#features/knowledge/question/likely/queries.ts";
import { drawAbout, questionAsked } from "#features/knowledge/question/pages/question.tsx";
import { SignChecks } from "#features/knowledge/question/parts/question-fields.tsx";
import { longest, QuestionAnswer } from "#features/knowledge/question/question-words.ts";
import { answerSources, sourceStandings } from "#features/knowledge/question/question.ts";
import { Checks, Choice, OneOfSeveral, TextArea } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";

/** Answering a question: what it comes to, each of the three sources, and what to read. */
export const answerPages = pages("signedIn").form("/fragor/:slug/svara", {
  async draw(c, filled) {
    const { t, db, actor, now } = c.var;
    const inside = await questionAsked(c);
    if (!inside.can.answer) throw refusedStep(inside);
    const near = await likelyAnswers(db, actor, dateIn(now()), inside.question.text, 8);
    const field = { t, filled };
    return drawAbout(c, filled, inside, {
      heading: t("ask.answer"),
      lead: t("ask.answer_lead"),
      press: t("ask.send_answer"),
      children: (
        <>
          <TextArea
            {...field}
            name="answer"
            required
            label={t("ask.answer_text")}
            help={t("ask.answer_text_help")}
            rows={5}
            limit={longest.answer}
          />
          <Notice t={t} heading={t("ask.sources_lead")} />
          {answerSources.map((source) => (
            <OneOfSeveral legend={t(`ask.source.${source}`)}>
              <Choice
                {...field}
                name={`sources.${source}.standing`}
                required
                inline
                label={t("ask.standing")}
                options={sourceStandings.map((standing) => ({ value: standing, label: t(`ask.standing.${standing}`) }))}
              />
              <TextArea
                {...field}
                name={`sources.${source}.says`}
                label={t("ask.says")}
                rows={3}
                limit={longest.says}
              />
              <TextArea {...field} name={`sources.${source}.soughtWhere`} label={t("ask.sought_where")} rows={2} />
            </OneOfSeveral>
          ))}
          {near.length > 0 ? (
            <Checks
              {...field}
              name="items"
              label={t("ask.items")}
              help={t("ask.items_help")}
              options={near.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
          ) : null}
          <TextArea {...field} name="moreItems" label={t("ask.more_items")} help={t("ask.more_items_help")} rows={2} />
          <SignChecks t={t} filled={filled} />
        </>
      ),
    });
  },
  async send(c, filled) {
    const inside = await questionAsked(c);
    if (!inside.can.answer) throw refusedStep(inside);
    const { db, actor, now } = c.var;
    const { slug } = inside.question;
    await answerQuestion(db, actor, now, slug, answerIn(filled));
    return c.redirect(`/fragor/${slug}?klart=besvarad`, 303);
  },
});

/** What was sent, with a place for each source: what is missing of one is told where it is to be filled in. */
function answerIn(filled: Filled): QuestionAnswer {
  const { sources, ...said } = nested(withItems(filled).values);
  const places = Object.fromEntries(answerSources.map((source) => [source, {}]));
  return checked(QuestionAnswer, { ...said, sources: { ...places, ...(sources as object | undefined) } });
}

/** The items that were ticked and those whose addresses were written: the last part of an address names the item. */
function withItems(filled: Filled): Filled {
  const { items = [], moreItems = "", ...values } = filled.values;
  const written = String(moreItems)
    .split(/\s+/u)
    .flatMap(
      (address) =>
        address
          .replace(/[?#].*$/u, "")
          .split("/")
          .findLast((part) => part !== "") ?? [],
    );
  return { ...filled, values: { ...values, items: [...new Set([...[items].flat(), ...written])] } };
}
