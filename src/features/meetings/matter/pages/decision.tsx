import { dateIn } from "#kernel/clock.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { decideMatter, reviewMatter } from "#features/meetings/matter/decision/commands.ts";
import { DecidedMatter, longest, reviewVerdicts, ReviewedMatter } from "#features/meetings/matter/matter-words.ts";
import { deedForm, MatterWords } from "#features/meetings/matter/pages/deed-form.tsx";
import { bodiesToAsk } from "#features/meetings/matter/timeline/queries.ts";
import { Choice, DateField, Select, TextField } from "#ui/fields.tsx";

/** What was decided in a matter, and how it turned out. */
export const matterDecisionPages = pages("signedIn")
  .form(
    "/fraga/:slug/beslut",
    deedForm({
      heading: "matter.decide",
      lead: ({ t }) => t("matter.decide_lead"),
      fields: async ({ c, t, filled, inside }) => {
        const { db, now } = c.var;
        const today = dateIn(now()).toString();
        const home = inside.bodies.find(({ id }) => id === inside.matter.bodyId);
        const others = await bodiesToAsk(db, inside.matter.bodyId);
        return (
          <>
            <MatterWords
              t={t}
              filled={filled}
              name="outcome"
              label="matter.decide_outcome"
              limit={longest.outcome}
              required
            />
            <Select
              t={t}
              filled={filled}
              name="decidedBy"
              label={t("matter.decided_by")}
              empty={t("matter.decided_by_own", { body: home?.name ?? "" })}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              t={t}
              filled={filled}
              name="decidedByName"
              label={t("matter.decided_by_name")}
              help={t("matter.decided_by_name_help")}
            />
            <DateField t={t} filled={filled} name="decidedOn" label={t("matter.decided_on")} max={today} />
            <TextField
              t={t}
              filled={filled}
              name="decidedDay"
              label={t("matter.decided_day")}
              help={t("matter.decided_day_help")}
              width="short"
            />
            <DateField
              t={t}
              filled={filled}
              name="reviewOn"
              label={t("matter.review_on")}
              help={t("matter.review_on_help")}
            />
          </>
        );
      },
      send: ({ var: { db, actor, now } }, slug, filled) =>
        decideMatter(db, actor, now, slug, checkedForm(DecidedMatter, filled)),
      done: "beslutad",
    }),
  )
  .form(
    "/fraga/:slug/sa-blev-det",
    deedForm({
      heading: "matter.review",
      lead: ({ t }) => t("matter.review_lead"),
      fields: ({ t, filled }) => (
        <>
          <MatterWords t={t} filled={filled} name="text" label="matter.review_text" limit={longest.text} required />
          <Choice
            t={t}
            filled={filled}
            name="verdict"
            label={t("matter.verdict")}
            options={reviewVerdicts.map((verdict) => ({ value: verdict, label: t(`matter.verdict.${verdict}`) }))}
            required
          />
        </>
      ),
      send: ({ var: { db, actor, now } }, slug, filled) =>
        reviewMatter(db, actor, now, slug, checkedForm(ReviewedMatter, filled)),
      done: "blev",
    }),
  );
