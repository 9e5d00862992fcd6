import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { recordDecision, takeBackDecision } from "#features/privacy/decisions/commands.ts";
import { RetentionView } from "#features/privacy/decisions/parts/retention-view.tsx";
import { retentionPage } from "#features/privacy/decisions/queries.ts";
import { keptUnits, retentionOutcomes, RetentionWish } from "#features/privacy/decisions/retention-decision.ts";
import { sayKept, sayKeptFor } from "#features/privacy/parts/kept.tsx";
import { isDecided, isRetentionKind, retention } from "#features/privacy/retention.ts";
import { Button } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Choice, DateField, FieldRow, NumberField, Select, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** What an organisation has decided about how long personal data is kept, and writing it down. */
export const retentionPages = pages("signedIn")
  .get("/organisationer/:slug/gallring", async (c) => {
    const { t, now } = c.var;
    const page = await asked(c);
    const kind = page.kinds.find((each) => each.kind === c.req.query("slag"));
    const saved = kind?.decision?.kept ? "decided" : "kept";
    const done =
      kind && c.req.query("klart") !== undefined
        ? t(kind.decision ? `retention.done.${saved}` : "retention.done.taken_back", { waiting: kind.waiting })
        : undefined;
    return c.render(<RetentionView t={t} page={page} today={dateIn(now())} done={done} />, {
      title: t("retention.title", { organisation: page.organisation.name }),
    });
  })
  .form("/organisationer/:slug/gallring/:kind", {
    draw: drawDecision,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { organisation, kind } = await askedKind(c);
      await recordDecision(db, actor, now, organisation.id, kind, checkedForm(RetentionWish, filled));
      return c.redirect(`/organisationer/${organisation.slug}/gallring?klart&slag=${kind}`, 303);
    },
  })
  .post("/organisationer/:slug/gallring/:kind/ta-tillbaka", async (c) => {
    const { db, actor, now } = c.var;
    const { organisation, kind } = await askedKind(c);
    await takeBackDecision(db, actor, now, organisation.id, kind);
    return c.redirect(`/organisationer/${organisation.slug}/gallring?klart&slag=${kind}`, 303);
  });

async function drawDecision(c: Page, filled: Filled) {
  const { t, now } = c.var;
  const { organisation, kind, decision, proposed, waiting } = await askedKind(c);
  const at = `/organisationer/${organisation.slug}/gallring`;
  const kept = decision ? decision.kept : proposed;
  const today = dateIn(now()).toString();
  return c.render(
    <>
      <FormPage
        t={t}
        filled={filled}
        kicker={<a href={at}>{t("retention.title", { organisation: organisation.name })}</a>}
        heading={t("retention.decision.title", { kind: t(`privacy.kind.${kind}`) })}
        lead={t("retention.decision.lead", { kept: sayKept(t, retention[kind]) })}
        before={
          kept ? (
            <Notice t={t} heading={t("retention.decision.would")}>
              {t("retention.decision.would_text", { waiting, kept: sayKeptFor(t, kept, retention[kind].from) })}
            </Notice>
          ) : null
        }
        press={t("retention.decision.save")}
        back={at}
      >
        <Choice
          t={t}
          filled={filled}
          name="outcome"
          label={t("retention.decision.outcome")}
          value={decision ? (decision.kept ? "erase" : "keep") : undefined}
          options={retentionOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`retention.decision.${outcome}`),
          }))}
          required
        />
        <FieldRow>
          <NumberField
            t={t}
            filled={filled}
            name="count"
            label={t("retention.decision.count")}
            help={t("retention.decision.count_help")}
            value={decision?.kept?.count}
          />
          <Select
            t={t}
            filled={filled}
            name="unit"
            label={t("retention.decision.unit")}
            value={decision?.kept?.unit ?? "years"}
            empty={false}
            options={keptUnits.map((unit) => ({ value: unit, label: t(`retention.decision.unit.${unit}`) }))}
          />
        </FieldRow>
        <TextField
          t={t}
          filled={filled}
          name="number"
          label={t("retention.decision.number")}
          help={t("retention.decision.number_help")}
          value={decision?.number}
          width="medium"
          required
        />
        <DateField
          t={t}
          filled={filled}
          name="decidedOn"
          label={t("retention.decision.decided_on")}
          value={decision?.decidedOn.toString()}
          max={today}
          required
        />
      </FormPage>
      {decision ? (
        <Confirm
          t={t}
          id="ta-tillbaka"
          opener={t("retention.decision.take_back")}
          question={t("retention.decision.take_back_question")}
          explanation={t("retention.decision.take_back_text")}
        >
          <Form t={t} action={`${at}/${kind}/ta-tillbaka`} tight>
            <Button>{t("retention.decision.take_back")}</Button>
          </Form>
        </Confirm>
      ) : null}
    </>,
    { title: t("retention.decision.title", { kind: t(`privacy.kind.${kind}`) }) },
  );
}

const asked = (c: Page) => retentionPage(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());

/** The kind that the address names, for those who may decide about it. */
async function askedKind(c: Page) {
  const { organisation, kinds, can } = await asked(c);
  if (!can.decide) throw new Refusal("forbidden", "retention.not_yours");
  const kind = c.req.param("kind") ?? "";
  const found = isRetentionKind(kind) && isDecided(kind) ? kinds.find((each) => each.kind === kind) : undefined;
  if (!found) throw new Refusal("not_found", "retention.no_such_kind");
  return { organisation, ...found };
}
