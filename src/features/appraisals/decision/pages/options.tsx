import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import { mayWeigh } from "#features/appraisals/decision/decision-policy.ts";
import { mostCriteria, mostOptions, OptionsForm } from "#features/appraisals/decision/decision-words.ts";
import { optionsOf } from "#features/appraisals/decision/queries.ts";
import { writeOptions } from "#features/appraisals/decision/weighing/commands.ts";
import { Fieldset, OneOfSeveral, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** One more place than there are, and so many to begin with, up to what fits beside each other. */
const places = (filled: number, first: number, most: number) =>
  Array.from({ length: Math.min(most, Math.max(first, filled + 1)) }, (_, at) => at);

/** What could be chosen, held against what matters. */
export const optionPages = pages("signedIn").form("/metodbedomning/:slug/beslut/alternativ", {
  draw: drawOptions,
  async send(c, filled) {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    await writeOptions(db, actor, now, slug, checkedForm(OptionsForm, filled));
    return c.redirect(`/metodbedomning/${slug}/beslut?klart=alternativ`, 303);
  },
});

async function drawOptions(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const inside = await appraisalAsked(c);
  if (!mayWeigh(inside)) throw new Refusal("forbidden", "appraisal_decision.not_yours_to_weigh");
  const { appraisal } = inside;
  const weighed = await optionsOf(db, appraisal.id);
  const back = `/metodbedomning/${appraisal.slug}/beslut`;
  const field = { t, filled };
  const criteria = places(weighed.criteria.length, 3, mostCriteria);
  const proposed = ["userBenefit", "cost", "staff"] as const;
  const isNew = weighed.criteria.length === 0 && weighed.options.length === 0;
  const named = (at: number) => {
    const kind = proposed[at];
    return weighed.criteria[at] ?? (isNew && kind ? t(`appraisal_decision.criterion.${kind}`) : undefined);
  };
  return c.render(
    <FormPage
      {...field}
      kicker={<a href={back}>{appraisal.title}</a>}
      heading={t("appraisal_decision.options")}
      lead={t("appraisal_decision.options_lead")}
      hidden={{ version: String(appraisal.version) }}
      press={t("appraisal_decision.save_options")}
      back={back}
    >
      <Fieldset legend={t("appraisal_decision.criteria")} help={t("appraisal_decision.criteria_help")}>
        {criteria.map((at) => (
          <TextField
            {...field}
            name={`criteria.c${at}`}
            label={t("appraisal_decision.criterion_no", { no: at + 1 })}
            value={named(at)}
          />
        ))}
      </Fieldset>
      {places(weighed.options.length, 3, mostOptions).map((at) => {
        const option = weighed.options[at];
        return (
          <OneOfSeveral legend={t("appraisal_decision.option_no", { no: at + 1 })}>
            <TextField
              {...field}
              name={`options.o${at}.text`}
              label={t("appraisal_decision.option")}
              help={at === 0 ? t("appraisal_decision.option_help") : undefined}
              value={option?.text}
            />
            {criteria.map((column) => (
              <TextField
                {...field}
                name={`options.o${at}.cells.c${column}`}
                label={named(column) ?? t("appraisal_decision.criterion_no", { no: column + 1 })}
                value={option?.weighing[column]}
              />
            ))}
          </OneOfSeveral>
        );
      })}
    </FormPage>,
    { title: `${t("appraisal_decision.options")}: ${appraisal.title}`, current: "/metoder" },
  );
}
