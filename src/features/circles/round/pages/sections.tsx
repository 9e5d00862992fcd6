import type { Component } from "#kernel/jsx-runtime.ts";
import type { z } from "zod";
import { checkedForm } from "#platform/web/form.ts";
import { pages, type Pages } from "#platform/web/pages.ts";
import { editRound } from "#features/circles/round/editor/commands.ts";
import { roundToEdit } from "#features/circles/round/pages/round-loader.ts";
import type { SectionProps } from "#features/circles/round/parts/round-field.tsx";
import {
  AudienceFields,
  BasicsFields,
  FrameFields,
  PeopleFields,
  QuestionsFields,
  StoryFields,
  WayInFields,
} from "#features/circles/round/parts/section-fields.tsx";
import { activityKinds } from "#features/circles/round/queries.ts";
import {
  Audience,
  Basics,
  Frame,
  People,
  Questions,
  type SectionAnswers,
  Story,
  WayIn,
} from "#features/circles/round/round-sections.ts";
import { sectionPath } from "#features/circles/round/section-paths.ts";
import { sectionMark } from "#features/circles/round/section-values.ts";
import { FormPage } from "#ui/form-page.tsx";

type Written = SectionAnswers["section"];

/** What one section's page is made of: the check of its answers, and its fields. */
const editors: Record<Written, { readonly schema: z.ZodType; readonly Fields: Component<SectionProps> }> = {
  basics: { schema: Basics, Fields: BasicsFields },
  story: { schema: Story, Fields: StoryFields },
  questions: { schema: Questions, Fields: QuestionsFields },
  people: { schema: People, Fields: PeopleFields },
  audience: { schema: Audience, Fields: AudienceFields },
  frame: { schema: Frame, Fields: FrameFields },
  wayIn: { schema: WayIn, Fields: WayInFields },
};

/** Writing what a round says, one group of questions a page. */
export const sectionPages: Pages = (Object.keys(editors) as Written[]).reduce(withEditor, pages("signedIn"));

function withEditor(list: Pages, section: Written): Pages {
  const { schema, Fields } = editors[section];
  return list.form(`/planera/:slug/${sectionPath[section]}`, {
    async draw(c, filled) {
      const { t, db } = c.var;
      const [{ round }, kinds] = await Promise.all([roundToEdit(c), activityKinds(db)]);
      const here = `/planera/${round.slug}`;
      const isStale = filled.problems.some(({ code }) => code === "round.changed_meanwhile");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          hidden={{ mark: sectionMark(round, section) }}
          kicker={<a href={here}>{round.title}</a>}
          heading={t(`round.section.${section}`)}
          lead={t(`round.section.${section}_lead`)}
          press={t("round.save")}
          back={here}
          backSays={t("round.back")}
        >
          {isStale ? (
            <p>
              <a href={`${here}/${sectionPath[section]}`} target="_blank" rel="noopener">
                {t("round.see_what_stands")}
              </a>
            </p>
          ) : null}
          <Fields t={t} filled={filled} round={round} kinds={kinds} />
        </FormPage>,
        { title: `${t(`round.section.${section}`)}: ${round.title}`, current: "/planera" },
      );
    },

    async send(c, filled) {
      const { round } = await roundToEdit(c);
      const { mark, ...values } = filled.values;
      const answers = { section, ...(checkedForm(schema, { ...filled, values }) as object) } as SectionAnswers;
      await editRound(c.var.db, c.var.actor, c.var.now, round.id, answers, String(mark ?? ""));
      return c.redirect(`/planera/${round.slug}?klart=sparad`, 303);
    },
  });
}
