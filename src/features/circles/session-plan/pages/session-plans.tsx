import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import { type Room, roomOf, type SessionInRoom } from "#features/circles/room/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { arrangeThemes, nameContributors, planSession } from "#features/circles/session-plan/commands.ts";
import { ContributorRow, ItemRow, ThemeRow } from "#features/circles/session-plan/parts/plan-rows.tsx";
import { contributorsOf, planItemsOf, themesOf } from "#features/circles/session-plan/queries.ts";
import {
  ContributorsWish,
  markOf,
  type PlanItem,
  planParts,
  SessionPlanWish,
  themesMark,
  ThemesWish,
} from "#features/circles/session-plan/session-plan.ts";
import { mayPlanMeetings } from "#features/circles/session-plan/session-plan-policy.ts";
import { dot } from "#ui/dot.ts";
import { Checks, Fieldset } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** Planning from the inside: what a circle goes through, how a meeting is laid out, and who contributes. */
export const sessionPlanPages = pages("signedIn")
  .form("/cirkel/:slug/teman", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const room = await roomToPlan(c);
      const { round } = room;
      const themes = await themesOf(db, round.id);
      const named = new Set(round.sessions.flatMap(({ theme, calledOff }) => (theme && !calledOff ? [theme] : [])));
      const isFirst = themes.length === 0;
      const rows = isFirst ? [...named].map((name) => ({ name: name.slice(0, 200) })) : themes;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/cirkel/${round.slug}#teman`}>{round.title}</a>}
          heading={t("plan.themes")}
          lead={t(isFirst && rows.length > 0 ? "plan.themes_from_sessions" : "plan.themes_lead")}
          before={<Overtaken c={c} filled={filled} />}
          press={t("plan.save")}
          back={`/cirkel/${round.slug}#teman`}
          hidden={{ mark: themesMark(themes) }}
          keepDraft={`teman-${round.id}`}
        >
          {isFirst ? null : <p class="muted">{t("plan.theme_remove_help")}</p>}
          {[...rows, undefined, undefined].map((row, index) => (
            <ThemeRow t={t} filled={filled} index={index} row={row} />
          ))}
        </FormPage>,
        { title: `${t("plan.themes")}: ${round.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor } = c.var;
      const { round } = await roomToPlan(c);
      await arrangeThemes(db, actor, round.id, checkedForm(ThemesWish, filled));
      return c.redirect(`/cirkel/${round.slug}?klart=teman#teman`, 303);
    },
  })
  .form("/cirkel/:slug/traff/:session/upplagg", {
    draw: drawPlan,
    async send(c, filled) {
      const { db, actor } = c.var;
      const { round, session } = await meetingToPlan(c);
      await planSession(db, actor, round.id, session.id, checkedForm(SessionPlanWish, filled));
      return c.redirect(`/cirkel/${round.slug}/traff/${session.id}?klart=upplagg#upplagg`, 303);
    },
  })
  .form("/cirkel/:slug/traff/:session/medverkande", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const found = await meetingToPlan(c);
      const { round, session } = found;
      const contributors = await contributorsOf(db, session.id);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<WayBack c={c} room={found} />}
          heading={t("plan.contributors")}
          lead={t("plan.contributors_lead")}
          before={<Overtaken c={c} filled={filled} />}
          press={t("plan.save")}
          back={backTo(found)}
          hidden={{ mark: markOf(contributors) }}
          keepDraft={`medverkande-${session.id}`}
        >
          {contributors.length > 0 ? <p class="muted">{t("plan.contributor_help")}</p> : null}
          {[...contributors, undefined].map((row, index) => (
            <ContributorRow t={t} filled={filled} index={index} row={row} />
          ))}
        </FormPage>,
        { title: `${t("plan.contributors")}: ${round.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor } = c.var;
      const { round, session } = await meetingToPlan(c);
      await nameContributors(db, actor, round.id, session.id, checkedForm(ContributorsWish, filled));
      return c.redirect(`/cirkel/${round.slug}/traff/${session.id}?klart=medverkande#upplagg`, 303);
    },
  });

async function drawPlan(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const found = await meetingToPlan(c);
  const { round, session } = found;
  const [themes, items] = await Promise.all([themesOf(db, round.id), planItemsOf(db, session.id)]);
  const chosen = themes.filter(({ sessionIds }) => sessionIds.includes(session.id)).map(({ id }) => id);
  const template = planParts.map((part): PlanItem => ({
    part,
    heading: t(`plan.part.${part}`),
    minutes: null,
    text: null,
  }));
  const rows = items.length > 0 ? items : template;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<WayBack c={c} room={found} />}
      heading={t("plan.title")}
      lead={t("plan.lead")}
      before={<Overtaken c={c} filled={filled} />}
      press={t("plan.save")}
      back={backTo(found)}
      hidden={{ mark: markOf({ themes: chosen, items }) }}
      keepDraft={`upplagg-${session.id}`}
    >
      {themes.length > 0 ? (
        <Checks
          t={t}
          filled={filled}
          name="themes"
          label={t("plan.themes_taken_up")}
          options={themes.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
        />
      ) : (
        <p>
          {t("plan.no_themes_to_choose")} <a href={`/cirkel/${round.slug}/teman`}>{t("plan.themes_write")}</a>
        </p>
      )}
      <Fieldset legend={t("plan.items")} help={t("plan.item_help")}>
        {[...rows, undefined].map((row, index) => (
          <ItemRow t={t} filled={filled} index={index} row={row} />
        ))}
      </Fieldset>
    </FormPage>,
    { title: `${t("plan.title")}: ${round.title}` },
  );
}

/** What somebody else saved meanwhile: what was typed stays, and is saved by pressing again. */
function Overtaken({ c, filled }: { c: Page; filled: Filled }): Child {
  const { t } = c.var;
  if (!filled.problems.some(({ code }) => code === "plan.changed_meanwhile")) return null;
  return (
    <Notice t={t} tone="warn" heading={t("plan.overtaken")}>
      <p>
        {t("plan.overtaken_text")}{" "}
        <a href={c.req.path} target="_blank" rel="noopener">
          {t("plan.overtaken_see")}
        </a>
      </p>
    </Notice>
  );
}

function WayBack({ c, room: { round, session } }: { c: Page; room: SessionInRoom }) {
  const { t, now } = c.var;
  return (
    <>
      <a href={`/cirkel/${round.slug}`}>{round.title}</a>
      {dot}
      <a href={`/cirkel/${round.slug}/traff/${session.id}#upplagg`}>{sessionName(t, session, dateIn(now()))}</a>
    </>
  );
}

const backTo = ({ round, session }: SessionInRoom) => `/cirkel/${round.slug}/traff/${session.id}#upplagg`;

async function roomToPlan(c: Page): Promise<Room> {
  const room = await roomOf(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  mustPlan(room);
  return room;
}

async function meetingToPlan(c: Page): Promise<SessionInRoom> {
  const found = await sessionAsked(c);
  mustPlan(found);
  if (found.session.calledOff) throw new Refusal("conflict", "plan.called_off");
  return found;
}

function mustPlan(room: Room): void {
  if (mayPlanMeetings(room)) return;
  throw room.part === "leads"
    ? new Refusal("conflict", "plan.over_for_good")
    : new Refusal("forbidden", "plan.leaders_plan");
}
