import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { textOfFile } from "#platform/files/text-of-file.ts";
import { createRound, createRoundFromInvitation } from "#features/circles/round/draft/commands.ts";
import { textProblem } from "#features/circles/round/draft/invitation-problem.ts";
import { startFromText } from "#features/circles/round/draft/queries.ts";
import { RoundStart } from "#features/circles/round/draft/round-start.ts";
import { programmesOf } from "#features/circles/round/overview/queries.ts";
import { kindOptions } from "#features/circles/round/parts/round-field.tsx";
import { StartFields } from "#features/circles/round/parts/start-fields.tsx";
import { activityKinds } from "#features/circles/round/queries.ts";
import { organisationsReached } from "#features/organisations/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { FileField, Select, TextArea, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Beginning a round: from last year's invitation, or from nothing. */
export const newRoundPages = pages("signedIn")
  .form("/planera/ny", { draw: drawPaste, send: sendPaste })
  .form("/planera/ny/tom", { draw: drawEmpty, send: sendEmpty });

async function drawPaste(c: Page, filled: Filled) {
  const { t } = c.var;
  return c.render(
    <Narrow>
      <PageHeading heading={t("round.new.title")} lead={t("round.new.lead")} />
      <Form t={t} filled={filled} files keepDraft="planera-ny">
        <TextArea
          t={t}
          filled={filled}
          name="text"
          label={t("round.new.text")}
          help={t("round.new.text_help")}
          rows={14}
          required
        />
        <FileField
          t={t}
          filled={filled}
          name="file"
          label={t("round.new.file")}
          help={t("round.new.file_help")}
          accept=".txt,.html,.htm,.docx"
        />
        <StartFields t={t} filled={filled} choices={await choicesOf(c)} />
        <FormEnd>
          <Button>{t("round.new.read")}</Button>
          <LinkButton href="/planera/ny/tom" plain>
            {t("round.new.empty_instead")}
          </LinkButton>
        </FormEnd>
      </Form>
    </Narrow>,
    { title: t("round.new.title"), current: "/planera" },
  );
}

const PasteStart = RoundStart.omit({ kind: true, title: true });

async function sendPaste(c: Page, filled: Filled) {
  const { db, actor, t } = c.var;
  const { text: pasted, ...rest } = filled.values;
  const place = checkedForm(PasteStart, { ...filled, values: rest });
  const file = filled.files["file"];
  const text = file
    ? await textOfFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    : String(pasted ?? "");
  const problem = textProblem(text, file ? "file" : "text");
  if (problem) throw new Refusal("invalid", problem.code, problem.values, [problem]);

  const manner = { today: dateIn(c.var.now()), language: t.language, untitled: t("round.new.untitled") };
  const { start, content, source } = startFromText(text, file?.name.slice(0, 200) ?? null, manner);
  const round = await createRoundFromInvitation(db, actor, { ...place, ...start }, content, source);
  return c.redirect(`/planera/${round.slug}/granska`, 303);
}

async function drawEmpty(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const kinds = await activityKinds(db);
  return c.render(
    <Narrow>
      <PageHeading heading={t("round.new.empty_title")} lead={t("round.new.empty_lead")} />
      <Form t={t} filled={filled}>
        <TextField
          t={t}
          filled={filled}
          name="title"
          label={t("round.field.title")}
          help={t("round.field.title_help")}
          required
        />
        <Select
          t={t}
          filled={filled}
          name="kind"
          label={t("round.field.kind")}
          options={kindOptions({ t, kinds })}
          required
        />
        <StartFields t={t} filled={filled} choices={await choicesOf(c)} />
        <FormEnd>
          <Button>{t("round.new.begin")}</Button>
        </FormEnd>
      </Form>
    </Narrow>,
    { title: t("round.new.empty_title"), current: "/planera" },
  );
}

async function sendEmpty(c: Page, filled: Filled) {
  const round = await createRound(c.var.db, c.var.actor, checkedForm(RoundStart, filled));
  return c.redirect(`/planera/${round.slug}`, 303);
}

async function choicesOf(c: Page) {
  const { db, actor } = c.var;
  const [organisations, programmes] = await Promise.all([
    organisationsReached(db, actor, "circles:manage"),
    programmesOf(db, actor),
  ]);
  if (organisations.length === 0) throw new Refusal("forbidden", "round.not_your_organisation");
  return { organisations, programmes };
}
