import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Translate } from "#kernel/messages.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import {
  changeMatter,
  dropMatter,
  parkMatter,
  raiseMatter,
  referMatter,
  sayEventCame,
  takeUpMatter,
} from "#features/meetings/matter/commands.ts";
import { waitsForEvent } from "#features/meetings/matter/matter-lifecycle.ts";
import { mayRaiseMatters } from "#features/meetings/matter/matter-policy.ts";
import {
  DroppedMatter,
  EventCame,
  longest,
  MatterChange,
  ParkedMatter,
  parkedKinds,
  RaisedMatter,
  ReferredMatter,
  TakenUp,
} from "#features/meetings/matter/matter-words.ts";
import { deedForm, MatterWords } from "#features/meetings/matter/pages/deed-form.tsx";
import type { MatterInside } from "#features/meetings/matter/queries.ts";
import { bodiesToAsk } from "#features/meetings/matter/timeline/queries.ts";
import { Choice, DateField, Select, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

function TitleAndAbout({ t, filled, before }: { t: Translate; filled: Filled; before?: MatterInside["matter"] }) {
  return (
    <>
      <TextField t={t} filled={filled} name="title" label={t("matter.title")} value={before?.title} required />
      <MatterWords
        t={t}
        filled={filled}
        name="about"
        label="matter.about"
        limit={longest.about}
        value={before?.about ?? null}
      />
    </>
  );
}

/** What somebody does with a matter between the meetings. */
export const matterDeedPages = pages("signedIn")
  .form("/grupper/:slug/ny-fraga", {
    async draw(c, filled) {
      const { t, db, actor, now } = c.var;
      const body = await bodyCalled(db, actor, c.req.param("slug") ?? "", dateIn(now()));
      if (!mayRaiseMatters(body.standing)) throw new Refusal("forbidden", "matter.not_in_body");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/grupper/${body.slug}`}>{body.name}</a>}
          heading={t("matter.raise")}
          lead={t("matter.raise_lead", { body: body.name })}
          press={t("matter.save")}
          back={`/grupper/${body.slug}`}
          keepDraft={`matter-${body.id}`}
        >
          <TitleAndAbout t={t} filled={filled} />
        </FormPage>,
        { title: `${t("matter.raise")}: ${body.name}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const words = checkedForm(RaisedMatter, filled);
      const { slug } = await raiseMatter(db, actor, now, c.req.param("slug") ?? "", words);
      return c.redirect(`/fraga/${slug}?klart=upptagen`, 303);
    },
  })
  .form(
    "/fraga/:slug/andra",
    deedForm({
      heading: "matter.change",
      hidden: ({ matter }) => ({ version: String(matter.version) }),
      fields: ({ t, filled, inside }) => <TitleAndAbout t={t} filled={filled} before={inside.matter} />,
      send: ({ var: { db, actor, now } }, slug, filled) =>
        changeMatter(db, actor, now, slug, checkedForm(MatterChange, filled)),
      done: "andrad",
    }),
  )
  .form(
    "/fraga/:slug/parkera",
    deedForm({
      heading: "matter.park",
      lead: ({ t }) => t("matter.park_lead"),
      fields: ({ t, filled }) => (
        <>
          <Choice
            t={t}
            filled={filled}
            name="until"
            label={t("matter.park_until")}
            options={parkedKinds.map((kind) => ({ value: kind, label: t(`matter.park_until.${kind}`) }))}
            required
          />
          <DateField
            t={t}
            filled={filled}
            name="parkedUntil"
            label={t("matter.parked_until")}
            help={t("matter.parked_until_help")}
          />
          <TextField
            t={t}
            filled={filled}
            name="parkedEvent"
            label={t("matter.parked_event")}
            help={t("matter.parked_event_help")}
          />
          <MatterWords t={t} filled={filled} name="reason" label="matter.reason" limit={longest.reason} required />
        </>
      ),
      send: ({ var: { db, actor, now } }, slug, filled) =>
        parkMatter(db, actor, now, slug, checkedForm(ParkedMatter, filled)),
      done: "parkerad",
    }),
  )
  .form(
    "/fraga/:slug/handelsen",
    deedForm({
      heading: "matter.event",
      mustFit: ({ matter }) => {
        if (!waitsForEvent(matter)) throw new Refusal("conflict", "matter.waits_for_nothing");
      },
      lead: ({ t, inside }) => t("matter.event_lead", { event: inside.matter.parkedEvent ?? "" }),
      fields: ({ c, t, filled }) => {
        const today = dateIn(c.var.now()).toString();
        return <DateField t={t} filled={filled} name="day" label={t("matter.event_day")} value={today} max={today} />;
      },
      send: ({ var: { db, actor, now } }, slug, filled) =>
        sayEventCame(db, actor, now, slug, checkedForm(EventCame, filled)),
      done: "handelsen",
    }),
  )
  .form(
    "/fraga/:slug/lamna-over",
    deedForm({
      heading: "matter.refer",
      lead: ({ t }) => t("matter.refer_lead"),
      fields: async ({ c, t, filled, inside }) => (
        <>
          <Select
            t={t}
            filled={filled}
            name="to"
            label={t("matter.refer_to")}
            options={(await bodiesToAsk(c.var.db, inside.matter.bodyId)).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            required
          />
          <MatterWords t={t} filled={filled} name="text" label="matter.refer_text" limit={longest.text} />
        </>
      ),
      send: ({ var: { db, actor, now } }, slug, filled) =>
        referMatter(db, actor, now, slug, checkedForm(ReferredMatter, filled)),
      done: "lamnad",
    }),
  )
  .form(
    "/fraga/:slug/ta-upp",
    deedForm({
      heading: "matter.take_up",
      lead: ({ t }) => t("matter.take_up_lead"),
      fields: ({ t, filled }) => (
        <MatterWords t={t} filled={filled} name="text" label="matter.take_up_text" limit={longest.text} />
      ),
      send: ({ var: { db, actor, now } }, slug, filled) =>
        takeUpMatter(db, actor, now, slug, checkedForm(TakenUp, filled)),
      done: "igen",
    }),
  )
  .form(
    "/fraga/:slug/lagg-ner",
    deedForm({
      heading: "matter.drop",
      lead: ({ t }) => t("matter.drop_lead"),
      danger: true,
      fields: ({ t, filled }) => (
        <MatterWords t={t} filled={filled} name="reason" label="matter.reason" limit={longest.reason} required />
      ),
      send: ({ var: { db, actor, now } }, slug, filled) =>
        dropMatter(db, actor, now, slug, checkedForm(DroppedMatter, filled)),
      done: "nedlagd",
    }),
  );
