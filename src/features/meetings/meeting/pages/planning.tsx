import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import { bodiesWhere, insideOf } from "#features/meetings/body/queries.ts";
import { restsOn } from "#features/meetings/body/resting.ts";
import { MeetingFields } from "#features/meetings/meeting/parts/meeting-fields.tsx";
import { SeriesDays, SeriesFields } from "#features/meetings/meeting/parts/series-fields.tsx";
import { callOffMeeting, changeMeeting, planMeeting } from "#features/meetings/meeting/planning/commands.ts";
import {
  CallingOff,
  longest,
  MeetingChange,
  NewMeeting,
  SeriesWish,
} from "#features/meetings/meeting/planning/meeting-plan.ts";
import { seriesDays } from "#features/meetings/meeting/planning/series-days.ts";
import { meetingToPlan } from "#features/meetings/meeting/pages/meeting-asked.ts";
import { LinkButton } from "#ui/button.tsx";
import { Checks, TextArea } from "#ui/fields.tsx";
import { fieldId } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** Planning a meeting or a series of them, changing one and calling it off. */
export const planningPages = pages("signedIn")
  .form("/mote/nytt", {
    draw: drawNew,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const shown = withDays(filled);
      if (shown) return drawNew(c, shown);
      const values = Object.fromEntries(
        Object.entries(filled.values).filter(([name, value]) => name !== "every" && name !== "times" && value !== ""),
      );
      const planned = await planMeeting(db, actor, now, checkedForm(NewMeeting, { ...filled, values }));
      const [{ slug }] = planned;
      return c.redirect(`/mote/${slug}?klart=upplagt&antal=${planned.length}`, 303);
    },
  })
  .form("/mote/:slug/andra", {
    async draw(c, filled) {
      const { t } = c.var;
      const { meeting } = await meetingToPlan(c);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/mote/${meeting.slug}`}>{meeting.title}</a>}
          heading={t("meeting.change")}
          press={t("meeting.save")}
          back={`/mote/${meeting.slug}`}
          hidden={{ version: String(meeting.version) }}
        >
          <MeetingFields t={t} filled={filled} before={meeting} title={meeting.title} />
        </FormPage>,
        { title: t("meeting.change") },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { meeting } = await meetingToPlan(c);
      await changeMeeting(db, actor, now, meeting.slug, checkedForm(MeetingChange, filled));
      return c.redirect(`/mote/${meeting.slug}?klart=andrat`, 303);
    },
  })
  .form("/mote/:slug/stall-in", {
    async draw(c, filled) {
      const { t } = c.var;
      const { meeting } = await meetingToPlan(c);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/mote/${meeting.slug}`}>{meeting.title}</a>}
          heading={t("meeting.call_off")}
          lead={t("meeting.call_off_lead")}
          press={t("meeting.call_off")}
          danger
          back={`/mote/${meeting.slug}`}
          hidden={{ version: String(meeting.version) }}
        >
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            label={t("meeting.field.reason")}
            limit={longest.reason}
            required
          />
        </FormPage>,
        { title: t("meeting.call_off") },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { meeting } = await meetingToPlan(c);
      await callOffMeeting(db, actor, now, meeting.slug, checkedForm(CallingOff, filled));
      return c.redirect(`/mote/${meeting.slug}?klart=installt`, 303);
    },
  });

async function drawNew(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const run = (await bodiesWhere(db, actor, today, insideOf(actor, today))).filter(({ standing }) =>
    mayRunBody(standing),
  );
  if (run.length === 0) throw new Refusal("forbidden", "meeting.no_body_to_plan");
  const [resting, bodies] = [run.filter((body) => restsOn(body, today)), run.filter((body) => !restsOn(body, today))];
  if (bodies.length === 0) throw new Refusal("conflict", "meeting.all_rest");
  const wanted = (c.req.query("grupp") ?? "").split(",");
  const chosen = bodies.filter(({ slug }) => wanted.includes(slug));
  const [only] = chosen;
  const title =
    chosen.length > 1
      ? t("meeting.joint_default")
      : only
        ? t("meeting.single_default", { body: only.name })
        : t("meeting.title");
  const days = daysIn(filled);
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={only ? <a href={`/grupper/${only.slug}`}>{only.name}</a> : <a href="/grupper">{t("meeting.all")}</a>}
      heading={t("meeting.add")}
      lead={t("meeting.add_lead")}
      press={days.length > 0 ? t("meeting.press_series", { count: days.length + 1 }) : t("meeting.press_add")}
      back={only ? `/grupper/${only.slug}` : "/grupper"}
      labels={{
        bodies: t("meeting.field.bodies"),
        title: t("meeting.field.title"),
        day: t("meeting.field.day"),
      }}
      before={
        days.length > 0 ? (
          <Notice
            t={t}
            heading={t("meeting.see_days", { count: days.length + 1 })}
            action={
              <LinkButton href={`#${fieldId("days.0")}`} quiet small>
                {t("meeting.to_days")}
              </LinkButton>
            }
          >
            {t("meeting.see_days_text")}
          </Notice>
        ) : undefined
      }
    >
      <Checks
        t={t}
        filled={filled}
        name="bodies"
        label={t("meeting.field.bodies")}
        help={
          resting.length > 0
            ? t("meeting.field.bodies_resting", {
                count: resting.length,
                names: new Intl.ListFormat(t.language).format(resting.map(({ name }) => name)),
              })
            : undefined
        }
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.map(({ id }) => id)}
        required
      />
      <MeetingFields t={t} filled={filled} before={undefined} title={title} />
      {days.length > 0 ? <SeriesDays t={t} filled={filled} days={days} /> : <SeriesFields t={t} filled={filled} />}
    </FormPage>,
    { title: t("meeting.add") },
  );
}

/** The form with the days of the series that is asked for; nothing when none is, or when they have been seen. */
function withDays(filled: Filled): Filled | undefined {
  if (!filled.values["every"] || daysIn(filled).length > 0) return undefined;
  const { values } = filled;
  const { day, every, times } = checkedForm(SeriesWish, filled);
  if (!every) return undefined;
  const [, ...others] = seriesDays(day, every, times ?? 4);
  const { every: _every, times: _times, ...rest } = values;
  return {
    ...filled,
    values: { ...rest, ...Object.fromEntries(others.map((each, at) => [`days.${at}`, each.toString()])) },
  };
}

function daysIn({ values }: Filled): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    /^days\.\d+$/u.test(name) && typeof value === "string" ? [value] : [],
  );
}
