import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { components, concerns, downs, levels, starts, upNames, ups } from "#features/appraisals/sources/grade.ts";
import { judgeOutcome } from "#features/appraisals/sources/judging/commands.ts";
import { drawSourceForm } from "#features/appraisals/sources/pages/source-form.tsx";
import { type SourceAsked, sourceToWrite } from "#features/appraisals/sources/pages/sources.tsx";
import { sourceAddress } from "#features/appraisals/sources/parts/source-sayings.ts";
import { OutcomeWish } from "#features/appraisals/sources/source-words.ts";
import type { Approach, OutcomeFacts } from "#features/appraisals/sources/sources.ts";
import { Choice, DateField, Fieldset, Select, TextArea, TextField } from "#ui/fields.tsx";

type Page = Context<Environment>;

/** One outcome that research says something about, judged by GRADE or CERQual: by a person, with a reason. */
export const outcomePages = pages("signedIn")
  .form("/metodbedomning/:slug/kallor/forskning/utfall/nytt", {
    draw: (c, filled) => drawOutcome(c, filled, "grade"),
    send: (c, filled) => sendOutcome(c, filled, "grade"),
  })
  .form("/metodbedomning/:slug/kallor/forskning/utfall/nytt-berattat", {
    draw: (c, filled) => drawOutcome(c, filled, "cerqual"),
    send: (c, filled) => sendOutcome(c, filled, "cerqual"),
  })
  .form("/metodbedomning/:slug/kallor/forskning/utfall/:outcome", {
    async draw(c, filled) {
      const { outcome } = await outcomeAsked(c);
      return drawOutcome(c, filled, outcome.basis.approach, outcome);
    },
    async send(c, filled) {
      const { outcome } = await outcomeAsked(c);
      return sendOutcome(c, filled, outcome.basis.approach, outcome);
    },
  });

async function outcomeAsked(c: Page): Promise<SourceAsked & { outcome: OutcomeFacts }> {
  const asked = await sourceToWrite(c, sourceAddress.research);
  const [research] = asked.sources;
  const outcome = research.outcomes.find(({ id }) => id === c.req.param("outcome"));
  if (!outcome) throw new Refusal("not_found", "source.no_such_outcome");
  return { ...asked, outcome };
}

async function drawOutcome(c: Page, filled: Filled, approach: Approach, outcome?: OutcomeFacts) {
  const { t, now } = c.var;
  const asked = await sourceToWrite(c, sourceAddress.research);
  const adding = approach === "grade" ? "source.outcome_add" : "source.outcome_add_told";
  const heading = t(outcome ? "source.outcome_change" : adding);
  return drawSourceForm(
    c,
    filled,
    asked,
    { heading, lead: t("source.outcome_add_lead") },
    <>
      <TextField
        t={t}
        filled={filled}
        name="outcome"
        label={t("source.outcome")}
        help={t("source.outcome_help")}
        value={outcome?.outcome}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="result"
        label={t("source.result")}
        help={t("source.result_help")}
        value={outcome?.result}
        rows={2}
      />
      {approach === "grade" ? (
        <GradeFields c={c} filled={filled} outcome={outcome} />
      ) : (
        <CerqualFields c={c} filled={filled} outcome={outcome} />
      )}
      <Choice
        t={t}
        filled={filled}
        name="level"
        label={t("source.level_field")}
        help={t(approach === "grade" ? "source.level_help" : "source.level_help_told")}
        value={outcome?.judged.level}
        required
        options={levels.toReversed().map((value) => ({ value, label: t(`source.headline.level.${value}`) }))}
      />
      {approach === "grade" ? (
        <grade-sum
          class="help counter"
          role="status"
          data-leads={t("source.sum")}
          data-other={t("source.sum_other")}
        ></grade-sum>
      ) : null}
      <TextArea
        t={t}
        filled={filled}
        name="reason"
        label={t("source.reason")}
        help={t("source.reason_help")}
        value={outcome?.judged.reason}
        limit={2_000}
        rows={3}
        required
      />
      <TextField
        t={t}
        filled={filled}
        name="judgedByName"
        label={t("source.judged_by")}
        help={t("source.judged_by_help")}
        value={outcome?.judged.by}
      />
      <DateField
        t={t}
        filled={filled}
        name="judgedOn"
        label={t("source.judged_on")}
        value={(outcome?.judged.on ?? dateIn(now())).toString()}
        required
      />
    </>,
  );
}

async function sendOutcome(c: Page, filled: Filled, approach: Approach, outcome?: OutcomeFacts) {
  const { db, actor, now } = c.var;
  const { inside, address } = await sourceToWrite(c, sourceAddress.research);
  const wish = checkedForm(OutcomeWish, { ...filled, values: { ...filled.values, approach } });
  await judgeOutcome(db, actor, now, inside.appraisal.slug, wish, outcome?.id);
  return c.redirect(`${address}?klart=utfall#utfall`, 303);
}

type FieldsProps = { c: Page; filled: Filled; outcome: OutcomeFacts | undefined };

/** Where the studies start, and what takes the certainty down and up. */
function GradeFields({ c, filled, outcome }: FieldsProps) {
  const { t } = c.var;
  const grade = outcome?.basis.approach === "grade" ? outcome.basis : undefined;
  const stepsUpTo = (most: number) =>
    Array.from({ length: most + 1 }, (_, at) => ({ value: String(at), label: String(at) }));
  return (
    <>
      <Choice
        t={t}
        filled={filled}
        name="start"
        label={t("source.start")}
        value={grade?.start}
        required
        options={starts.map((value) => ({ value, label: t(`source.start.${value}`) }))}
      />
      <Fieldset legend={t("source.downs")} help={t("source.downs_help")}>
        {downs.map((down) => (
          <Select
            t={t}
            filled={filled}
            name={down}
            label={t(`source.down.${down}`)}
            value={String(grade?.[down] ?? 0)}
            options={stepsUpTo(2)}
            empty={false}
            width="short"
            required
          />
        ))}
      </Fieldset>
      <Fieldset legend={t("source.ups")} help={t("source.ups_help")}>
        {upNames.map((up) => (
          <Select
            t={t}
            filled={filled}
            name={up}
            label={t(`source.up.${up}`)}
            value={String(grade?.[up] ?? 0)}
            options={stepsUpTo(ups[up])}
            empty={false}
            width="short"
            required
          />
        ))}
      </Fieldset>
    </>
  );
}

/** How serious the concern is about each of the four components of CERQual. */
function CerqualFields({ c, filled, outcome }: FieldsProps) {
  const { t } = c.var;
  const told = outcome?.basis.approach === "cerqual" ? outcome.basis : undefined;
  return (
    <Fieldset legend={t("source.components")} help={t("source.components_help")}>
      {components.map((component) => (
        <Select
          t={t}
          filled={filled}
          name={component}
          label={t(`source.component.${component}`)}
          value={told ? String(told[component]) : undefined}
          options={concerns.map((each) => ({ value: String(each), label: t(`source.concern.${each}`) }))}
          width="short"
          required
        />
      ))}
    </Fieldset>
  );
}
