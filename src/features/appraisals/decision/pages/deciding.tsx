import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { type Decision, decisions as choices } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { decide, mustDecide } from "#features/appraisals/decision/commands.ts";
import { beginsSomething } from "#features/appraisals/decision/decision.ts";
import { DecisionWish, longest } from "#features/appraisals/decision/decision-words.ts";
import { SoleAuthorWarning } from "#features/appraisals/decision/parts/decision-sheet.tsx";
import { howManySaid } from "#features/appraisals/perspective/queries.ts";
import { DateField, Fieldset, TextArea } from "#ui/fields.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const current = "/metoder";

/** Deciding: first what, then only what that decision needs to say. */
export const decidingPages = pages("signedIn").form("/metodbedomning/:slug/beslut/besluta", {
  async draw(c, filled) {
    const { actor } = c.var;
    const inside = await appraisalAsked(c);
    mustDecide(actor, inside);
    const sent = filled.values["decision"] ?? c.req.query("val");
    const decision = choices.find((each) => each === sent);
    return decision ? drawDecision(c, filled, inside, decision) : drawChoice(c, inside);
  },
  async send(c, filled) {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    mustDecide(actor, await appraisalAsked(c));
    await decide(db, actor, now, slug, checkedForm(DecisionWish, filled));
    return c.redirect(`/metodbedomning/${slug}/beslut?klart=beslutat`, 303);
  },
});

const headingOf = (t: Translate, { appraisal }: AppraisalInside) =>
  t(appraisal.state === "decided" ? "appraisal_decision.decide_again" : "appraisal_decision.decide");

function drawChoice(c: Page, inside: AppraisalInside) {
  const { t } = c.var;
  const { slug, title } = inside.appraisal;
  const heading = headingOf(t, inside);
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/metodbedomning/${slug}/beslut`}>{title}</a>}
        heading={heading}
        lead={t("appraisal_decision.what")}
      />
      <SoleAuthorWarning t={t} inside={inside} />
      <EntryList
        label={t("appraisal_decision.what")}
        entries={choices.map((choice) => ({
          href: `/metodbedomning/${slug}/beslut/besluta?val=${choice}`,
          title: t(`appraisal_decision.choice.${choice}`),
          detail: t(`appraisal_decision.choice_help.${choice}`),
        }))}
      />
    </>,
    { title: `${heading}: ${title}`, current },
  );
}

async function drawDecision(c: Page, filled: Filled, inside: AppraisalInside, decision: Decision) {
  const { t, db, now } = c.var;
  const { appraisal } = inside;
  const address = `/metodbedomning/${appraisal.slug}/beslut`;
  const today = dateIn(now());
  const said = await howManySaid(db, appraisal.id);
  const tomorrow = today.add({ days: 1 }).toString();
  const field = { t, filled };
  const choice = t(`appraisal_decision.choice.${decision}`);
  const comesBack = decision === "pilot" || decision === "wait";
  return c.render(
    <FormPage
      {...field}
      kicker={<a href={address}>{appraisal.title}</a>}
      heading={choice}
      lead={beginsSomething(decision) ? t("appraisal_decision.decide_lead") : undefined}
      before={
        <>
          <p>
            <a href={`${address}/besluta`}>{t("appraisal_decision.other_choice")}</a>
          </p>
          <SoleAuthorWarning t={t} inside={inside} />
        </>
      }
      hidden={{ decision }}
      press={t("appraisal_decision.press")}
      back={address}
    >
      <TextArea
        {...field}
        name="reason"
        label={t("appraisal_decision.reason")}
        help={t("appraisal_decision.reason_help")}
        rows={5}
        limit={longest.reason}
        required
      />
      <TextArea
        {...field}
        name="dissent"
        label={t("appraisal_decision.dissent")}
        help={t("appraisal_decision.dissent_help")}
        rows={3}
        limit={longest.dissent}
      />
      {decision === "pilot" ? <PilotFields {...field} tomorrow={tomorrow} /> : null}
      {beginsSomething(decision) ? <ExpectationFields {...field} tomorrow={tomorrow} /> : null}
      {decision === "no" ? null : (
        <DateField
          {...field}
          name="decideAgainOn"
          label={t("appraisal_decision.decideAgainOn")}
          help={t("appraisal_decision.decideAgainOn_help")}
          min={tomorrow}
          required={comesBack}
        />
      )}
      <TextArea
        {...field}
        name="saidBack"
        label={t("appraisal_decision.saidBack")}
        help={t("appraisal_decision.saidBack_help", { count: said })}
        rows={3}
        limit={longest.saidBack}
        required={said > 0}
      />
      <DateField
        {...field}
        name="decidedOn"
        label={t("appraisal_decision.decidedOn")}
        value={today.toString()}
        max={today.toString()}
      />
    </FormPage>,
    { title: `${choice}: ${appraisal.title}`, current },
  );
}

type FieldsProps = { t: Translate; filled: Filled; tomorrow: string };

/** What is tried, with whom and how long. */
function PilotFields({ tomorrow, ...field }: FieldsProps) {
  const { t } = field;
  return (
    <Fieldset legend={t("appraisal_decision.pilot")}>
      <TextArea
        {...field}
        name="pilotWhat"
        label={t("appraisal_decision.pilotWhat")}
        rows={2}
        limit={longest.expected}
        required
      />
      <TextArea
        {...field}
        name="pilotWhom"
        label={t("appraisal_decision.pilotWhom")}
        help={t("appraisal_decision.pilotWhom_help")}
        rows={2}
        limit={longest.pilotWhom}
        required
      />
      <DateField {...field} name="pilotUntil" label={t("appraisal_decision.pilotUntil")} min={tomorrow} required />
    </Fieldset>
  );
}

/** What is expected of what begins, by when, how it is measured, and what would make us stop. */
function ExpectationFields({ tomorrow, ...field }: FieldsProps) {
  const { t } = field;
  return (
    <Fieldset legend={t("appraisal_decision.expectation")} help={t("appraisal_decision.expectation_help")}>
      <TextArea
        {...field}
        name="expectedEffect"
        label={t("appraisal_decision.expectedEffect")}
        help={t("appraisal_decision.expectedEffect_help")}
        rows={3}
        limit={longest.expected}
        required
      />
      <DateField {...field} name="expectedBy" label={t("appraisal_decision.expectedBy")} min={tomorrow} required />
      <TextArea
        {...field}
        name="measuredHow"
        label={t("appraisal_decision.measuredHow")}
        help={t("appraisal_decision.measuredHow_help")}
        rows={2}
        limit={longest.expected}
        required
      />
      <TextArea
        {...field}
        name="stopWhen"
        label={t("appraisal_decision.stopWhen")}
        help={t("appraisal_decision.stopWhen_help")}
        rows={2}
        limit={longest.expected}
        required
      />
    </Fieldset>
  );
}
