import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { criteria } from "#features/appraisals/sources/sources.ts";
import { type ExperienceStage, experienceSteps } from "#features/knowledge/item/experience-lifecycle.ts";
import { judgeExperienceItem, stepExperience } from "#features/knowledge/item/experience/commands.ts";
import {
  ExperienceProfile,
  ExperienceStep,
  longestEvidence,
} from "#features/knowledge/item/experience/experience-words.ts";
import { bodiesThatProve, profileOf, stepsOf } from "#features/knowledge/item/experience/queries.ts";
import { mayPublishFor } from "#features/knowledge/item/item-policy.ts";
import { doneIn, framedWide, itemAsked, itemTo } from "#features/knowledge/item/pages/item-asked.ts";
import { ExperiencePage } from "#features/knowledge/item/parts/experience-page.tsx";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Choice, DateField, Fieldset, OneOfSeveral, Select, TextArea } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

const scores = [0, 1, 2, 3] as const;

/** How far an experience has come towards proven, step by step and criterion by criterion. Anybody may read it. */
export const experienceReadingPages = pages("anybody").get("/kunskap/:slug/erfarenhet", async (c) => {
  const { t, db, now } = c.var;
  const inside = experienceOf(await itemAsked(c));
  const [steps, profile] = await Promise.all([stepsOf(db, inside.item.id), profileOf(db, inside.item.id)]);
  return c.render(
    <ExperiencePage
      t={t}
      inside={inside}
      steps={steps}
      profile={profile}
      next={stagesFor(c, inside)}
      today={dateIn(now())}
      done={doneIn(c)}
    />,
    { ...framedWide, title: `${t("item_experience.how_far")}: ${inside.version.title}` },
  );
});

/** Taking an experience a step on its way, and judging it criterion by criterion. */
export const experienceWritingPages = pages("signedIn")
  .form("/kunskap/:slug/erfarenhet/steg", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const inside = experienceOf(await itemTo(c, "write"));
      const next = stagesFor(c, inside);
      const at = `/kunskap/${inside.item.slug}/erfarenhet`;
      const mayProve = next.includes("proven");
      const bodies = mayProve ? await bodiesThatProve(db) : [];
      const today = dateIn(now());
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={at}>{inside.version.title}</a>}
          heading={t("item_experience.step")}
          lead={t("item_experience.step_lead", { stage: t(`item.stage.${inside.stage}`) })}
          press={t("item_experience.step_press")}
          back={at}
          hidden={{ version: textIn(filled, "version", String(inside.item.version)) }}
        >
          <Choice
            t={t}
            filled={filled}
            name="stage"
            required
            label={t("item_experience.stage")}
            options={next.map((stage) => ({
              value: stage,
              label: t(`item.stage.${stage}`),
              help: t(`item_experience.stage_help.${stage}`),
            }))}
          />
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            required
            label={t("item_experience.reason")}
            help={t("item_experience.reason_help")}
            rows={4}
            limit={2_000}
          />
          <DateField
            t={t}
            filled={filled}
            name="saidOn"
            required
            label={t("item_experience.said_on")}
            value={today.toString()}
            max={today.toString()}
          />
          {mayProve ? (
            <Fieldset legend={t("item_experience.proven_by")} help={t("item_experience.proven_by_help")}>
              <Select
                t={t}
                filled={filled}
                name="bodyId"
                label={t("item_experience.body")}
                options={bodies.map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }))}
              />
              <DateField t={t} filled={filled} name="reviewOn" label={t("item_experience.review_on")} />
            </Fieldset>
          ) : null}
        </FormPage>,
        { title: `${t("item_experience.step")}: ${inside.version.title}`, current: "/kunskap" },
      );
    },
    async send(c, filled) {
      const { item } = experienceOf(await itemTo(c, "write"));
      await stepExperience(c.var.db, c.var.actor, c.var.now, item.slug, checkedForm(ExperienceStep, filled));
      return c.redirect(`/kunskap/${item.slug}/erfarenhet?klart=steg`, 303);
    },
  })
  .form("/kunskap/:slug/erfarenhet/kriterier", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = experienceOf(await itemTo(c, "write"));
      const profile = await profileOf(db, inside.item.id);
      const at = `/kunskap/${inside.item.slug}/erfarenhet`;
      const labels = Object.fromEntries(
        criteria.flatMap((criterion) => [
          [`${criterion}.score`, t(`source.criterion.${criterion}`)],
          [`${criterion}.evidence`, t(`source.criterion.${criterion}`)],
        ]),
      );
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          labels={labels}
          kicker={<a href={at}>{inside.version.title}</a>}
          heading={t("item_experience.judge")}
          lead={t("item_experience.judge_lead")}
          before={<p>{t("item_form.no_clients")}</p>}
          press={t("item_experience.judge_press")}
          back={at}
          hidden={{ version: textIn(filled, "version", String(inside.item.version)) }}
        >
          {profile.map(({ criterion, score, evidence }) => (
            <OneOfSeveral legend={t(`source.criterion.${criterion}`)}>
              <Choice
                t={t}
                filled={filled}
                name={`${criterion}.score`}
                label={t("source.score")}
                help={t(`source.criterion_help.${criterion}`)}
                value={score === null ? "" : String(score)}
                inline
                options={[
                  ...scores.map((each) => ({ value: String(each), label: t(`source.score.${each}`) })),
                  { value: "", label: t("source.score.unsaid") },
                ]}
              />
              <TextArea
                t={t}
                filled={filled}
                name={`${criterion}.evidence`}
                label={t("source.evidence")}
                help={t("source.evidence_help")}
                value={evidence}
                rows={2}
                limit={longestEvidence}
              />
            </OneOfSeveral>
          ))}
        </FormPage>,
        { title: `${t("item_experience.judge")}: ${inside.version.title}`, current: "/kunskap" },
      );
    },
    async send(c, filled) {
      const { item } = experienceOf(await itemTo(c, "write"));
      await judgeExperienceItem(c.var.db, c.var.actor, c.var.now, item.slug, checkedForm(ExperienceProfile, filled));
      return c.redirect(`/kunskap/${item.slug}/erfarenhet?klart=kriterier`, 303);
    },
  });

type Experience = ItemInside & { readonly stage: ExperienceStage };

function experienceOf(inside: ItemInside): Experience {
  const { stage } = inside.item;
  if (!stage) throw new Refusal("not_found", "item_experience.is_none");
  return { ...inside, stage };
}

/** Where whoever asks may take an experience next: that it is examined or proven is said by those who publish. */
function stagesFor({ var: { actor } }: Page, { item, stage, can }: Experience): readonly ExperienceStage[] {
  if (!can.write) return [];
  const isPublisher = mayPublishFor(actor, item.organisationId);
  const isTheirs = (each: ExperienceStage) => each === "examined" || each === "proven";
  return experienceSteps[stage].filter((next) => isPublisher || (!isTheirs(next) && !isTheirs(stage)));
}
