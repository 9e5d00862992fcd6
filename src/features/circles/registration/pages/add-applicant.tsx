import type { Context } from "hono";
import { dateIn, stockholm } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { type Filled, filledWith, nested } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { addApplication } from "#features/circles/registration/added/commands.ts";
import { formToAdd } from "#features/circles/registration/added/queries.ts";
import { inFormOrder } from "#features/circles/registration/application/form-order.ts";
import { AddForm } from "#features/circles/registration/parts/add-form.tsx";
import { WrittenDown } from "#features/circles/registration/registration.ts";
import { asksMoreRows, withoutGaps } from "#features/circles/registration/team/team-rows.ts";
import { Narrow } from "#ui/columns.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Writing down an application for somebody who telephoned, mailed or came by: for those who plan the round. */
export const addApplicantPages = pages("signedIn").form("/planera/:slug/anmalningar/ny", {
  draw: drawForm,
  send: async (c, filled) => {
    if (asksMoreRows(filled.values)) return drawForm(c, filled);
    const { seen } = await formAsked(c);
    const typed = nested(withoutGaps(filled.values));
    const result = WrittenDown.safeParse(typed);
    if (!result.success) {
      const problems = inFormOrder(problemsOf(result.error, typed), seen.round.rules);
      throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
    }
    const wish = { roundId: seen.round.id, written: result.data };
    const { id, queueNo } = await addApplication(c.var.db, c.var.actor, wish, c.var.now);
    return c.redirect(`/planera/${seen.round.slug}/anmalningar/${id}?klart=inlagd&nummer=${queueNo}`, 303);
  },
});

/** The form as the one who asks may fill it in; to anybody who may not see the roster it is not there. */
async function formAsked(c: Page) {
  const found = await formToAdd(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  if (!found.can.decide) throw new Refusal("forbidden", "registration.not_yours");
  return found;
}

async function drawForm(c: Page, filled: Filled) {
  const { t } = c.var;
  const { seen, employers, deleteAfter } = await formAsked(c);
  const { round } = seen;
  const now = c.var.now();
  const back = `/planera/${round.slug}/anmalningar`;
  const isNew = Object.keys(filled.values).length === 0;
  const shown = isNew ? rightNow(now) : { ...filled, problems: inFormOrder(filled.problems, round.rules) };
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={back}>{round.title}</a>}
        heading={t("registration.add.heading")}
        lead={t("registration.add.lead")}
      />
      <AddForm
        t={t}
        seen={seen}
        employers={employers}
        deleteAfter={deleteAfter}
        filled={shown}
        today={dateIn(now)}
        back={back}
      />
    </Narrow>,
    { title: `${t("registration.add.heading")} – ${round.title}`, current: "/planera" },
  );
}

/** Most are written down while somebody is on the telephone. */
function rightNow(now: Temporal.Instant): Filled {
  const { hour, minute } = now.toZonedDateTimeISO(stockholm);
  const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  return filledWith({ reachedDate: dateIn(now).toString(), reachedTime: time });
}
