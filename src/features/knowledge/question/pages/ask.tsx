import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { askQuestion } from "#features/knowledge/question/commands.ts";
import { contactsFor } from "#features/knowledge/question/contacts/queries.ts";
import { mustNameNoClient } from "#features/knowledge/question/guard/commands.ts";
import { likelyAnswers } from "#features/knowledge/question/likely/queries.ts";
import { placesToAskFor, withPlace } from "#features/knowledge/question/pages/places.ts";
import { GoesTo } from "#features/knowledge/question/parts/goes-to.tsx";
import { LikelyList, LikelyWhileTyping } from "#features/knowledge/question/parts/likely-answers.tsx";
import { QuestionFields } from "#features/knowledge/question/parts/question-fields.tsx";
import { longest, NewQuestion } from "#features/knowledge/question/question-words.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/**
 * Asking a question from practice. Before it is sent, whoever asks sees what may be the answer already: while they type, or
 * as a step of its own.
 */
export const askPages = pages("signedIn").form("/fraga/ny", {
  draw: drawForm,
  async send(c, filled) {
    const places = await placesToAskFor(c);
    const { step, ...values } = filled.values;
    const typed = { ...filled, values };
    // Looked for while it is typed, or come back from what was found: nothing is checked or sent.
    if (step === "look" || step === "change") return drawForm(c, typed);
    const { db, actor, now } = c.var;
    const { notOfClient, ...wish } = checkedForm(NewQuestion, { ...typed, values: await withPlace(c, typed, places) });
    if (step !== "send") {
      const { organisationId: _, neededBy: __, ...texts } = wish;
      await mustNameNoClient(db, texts, notOfClient);
      const found = await likelyAnswers(db, actor, dateIn(now()), wish.text);
      if (found.length > 0) return drawLikely(c, typed, found);
    }
    const { slug } = await askQuestion(db, actor, now, { ...wish, notOfClient });
    return c.redirect(`/fragor/${slug}?klart=skickad`, 303);
  },
});

async function drawForm(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const places = await placesToAskFor(c);
  const begun = (c.req.query("q") ?? "").slice(0, longest.text);
  const typed = filled.values["text"] ?? begun;
  const [only] = places?.length === 1 ? places : [];
  const [likely, contacts] = await Promise.all([
    likelyAnswers(db, actor, today, String(typed)),
    only ? contactsFor(db, only.id, today) : [],
  ]);
  return c.render(
    <Narrow>
      <PageHeading kicker={<a href="/fragor">{t("ask.all")}</a>} heading={t("ask.new")} lead={t("ask.form_lead")} />
      <Notice t={t} heading={t("ask.no_clients")}>
        <p>{t("ask.no_clients_text")}</p>
      </Notice>
      <Form t={t} filled={filled}>
        <QuestionFields t={t} filled={filled} begun={begun} today={today}>
          <LikelyWhileTyping t={t} items={likely} />
        </QuestionFields>
        {only ? null : places ? (
          <Select
            t={t}
            filled={filled}
            name="organisation"
            required
            label={t("ask.organisation")}
            options={places.map(({ id, path }) => ({ value: id, label: nameInPlace(path) }))}
          />
        ) : (
          <TextField t={t} filled={filled} name="organisation" required label={t("ask.organisation")} />
        )}
        {only ? <GoesTo t={t} contacts={contacts} /> : null}
        <FormEnd>
          <Button>{t("ask.goes_on")}</Button>
          <LinkButton href="/fragor" plain>
            {t("ui.cancel")}
          </LinkButton>
        </FormEnd>
      </Form>
    </Narrow>,
    { title: t("ask.new"), current: "/kunskap" },
  );
}

/** What may be the answer already, with the question ready to be sent or changed. */
async function drawLikely(c: Page, filled: Filled, found: Awaited<ReturnType<typeof likelyAnswers>>) {
  const { t, db, now } = c.var;
  const places = await placesToAskFor(c);
  const { organisationId } = await withPlace(c, filled, places);
  const contacts = await contactsFor(db, organisationId as OrganisationId, dateIn(now()));
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href="/fragor">{t("ask.all")}</a>}
        heading={t("ask.likely")}
        lead={t("ask.likely_lead")}
      />
      <LikelyList t={t} items={found} />
      <h2>{t("ask.likely_own")}</h2>
      <p>{String(filled.values["text"] ?? "")}</p>
      <p>{t("ask.likely_found")}</p>
      <GoesTo t={t} contacts={contacts} />
      <Form t={t} hidden={filled.values}>
        <FormEnd>
          <Button name="step" value="send">
            {t("ask.send")}
          </Button>
          <Button name="step" value="change" plain>
            {t("ask.likely_change")}
          </Button>
        </FormEnd>
      </Form>
    </Narrow>,
    { title: t("ask.likely"), current: "/kunskap" },
  );
}
