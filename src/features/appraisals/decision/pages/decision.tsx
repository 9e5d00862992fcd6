import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { tellOutcome } from "#features/appraisals/decision/commands.ts";
import { beginsSomething, mets } from "#features/appraisals/decision/decision.ts";
import { longest, OutcomeTold } from "#features/appraisals/decision/decision-words.ts";
import { DecisionPage } from "#features/appraisals/decision/parts/decision-page.tsx";
import { DecisionInShort } from "#features/appraisals/decision/parts/decision-sheet.tsx";
import { decisionsOf, optionsOf } from "#features/appraisals/decision/queries.ts";
import { Choice, DateField, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Facts } from "#ui/facts.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

const addressOf = (c: Page) => `/metodbedomning/${c.req.param("slug") ?? ""}/beslut`;
const current = "/metoder";

/** What was decided, on paper beside the appraisal. */
export async function decisionOfAppraisal(c: Page, inside: AppraisalInside): Promise<Child> {
  const { t, db, now } = c.var;
  const decisions = await decisionsOf(db, inside.appraisal.id);
  return <DecisionInShort t={t} inside={inside} decisions={decisions} today={dateIn(now())} />;
}

/** The decision, and how it went when its day has come. */
export const decisionPages = pages("signedIn")
  .get("/metodbedomning/:slug/beslut", async (c) => {
    const { t, db, now } = c.var;
    const inside = await appraisalAsked(c);
    const { id, title } = inside.appraisal;
    const [decisions, weighed] = await Promise.all([decisionsOf(db, id), optionsOf(db, id)]);
    const key = `appraisal_decision.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    const all = { t, inside, decisions, weighed, done, today: dateIn(now()) };
    return c.render(<DecisionPage {...all} />, { title: `${t("appraisal_decision.title")}: ${title}`, current });
  })
  .form("/metodbedomning/:slug/beslut/:no/utfall", {
    draw: drawOutcome,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { decision } = await decisionAsked(c);
      const told = checkedForm(OutcomeTold, filled);
      await tellOutcome(db, actor, now, c.req.param("slug") ?? "", decision.decisionNo, told);
      return c.redirect(`${addressOf(c)}?klart=utfall`, 303);
    },
  });

/** The decision an address names, for those who may tell how it went. */
async function decisionAsked(c: Page) {
  const inside = await appraisalAsked(c);
  const decisions = await decisionsOf(c.var.db, inside.appraisal.id);
  const decision = decisions.find(({ decisionNo }) => String(decisionNo) === c.req.param("no"));
  if (!decision) throw new Refusal("not_found", "appraisal_decision.no_such_decision");
  if (!inside.can.tell) throw new Refusal("forbidden", "appraisal_decision.not_yours_to_tell");
  if (!beginsSomething(decision.decision)) throw new Refusal("conflict", "appraisal_decision.nothing_begun");
  return { inside, decision };
}

async function drawOutcome(c: Page, filled: Filled) {
  const { t, now } = c.var;
  const { inside, decision } = await decisionAsked(c);
  const { appraisal } = inside;
  const today = dateIn(now());
  const field = { t, filled };
  const { expectedEffect, expectedBy, measuredHow, stopWhen } = decision;
  const expected = [
    { term: t("appraisal_decision.expectedEffect"), value: expectedEffect },
    { term: t("appraisal_decision.expectedBy"), value: expectedBy && sayDate(t.language, expectedBy, { today }) },
    { term: t("appraisal_decision.measuredHow"), value: measuredHow },
    { term: t("appraisal_decision.stopWhen"), value: stopWhen },
  ].filter(({ value }) => value !== null);
  return c.render(
    <FormPage
      {...field}
      kicker={<a href={addressOf(c)}>{appraisal.title}</a>}
      heading={t("appraisal_decision.tell")}
      lead={t("appraisal_decision.tell_lead")}
      before={
        <>
          <h2>{t("appraisal_decision.expected_then")}</h2>
          <Facts items={expected} wide />
        </>
      }
      press={t("appraisal_decision.tell_press")}
      back={addressOf(c)}
    >
      <Choice
        {...field}
        name="met"
        label={t("appraisal_decision.met")}
        value={decision.met}
        options={mets.map((met) => ({ value: met, label: t(`appraisal_decision.met_choice.${met}`) }))}
        required
      />
      <TextArea
        {...field}
        name="outcome"
        label={t("appraisal_decision.outcome_text")}
        help={t("appraisal_decision.outcome_help")}
        value={decision.outcome}
        rows={5}
        limit={longest.outcome}
        required
      />
      <DateField
        {...field}
        name="day"
        label={t("appraisal_decision.outcome_day")}
        value={decision.outcomeOn?.toString() ?? today.toString()}
        max={today.toString()}
      />
    </FormPage>,
    { title: `${t("appraisal_decision.tell")}: ${appraisal.title}`, current },
  );
}
