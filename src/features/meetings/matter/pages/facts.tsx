import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { commissionInMatter } from "#features/meetings/commission/commands.ts";
import { NewCommission } from "#features/meetings/commission/commission-words.ts";
import { type ApplicationId, writeApplication } from "#features/meetings/matter/facts/commands.ts";
import { applicationsOf } from "#features/meetings/matter/facts/queries.ts";
import { Application, applicationStates } from "#features/meetings/matter/matter-words.ts";
import { matterToSteer } from "#features/meetings/matter/pages/matter.tsx";
import { peopleToAsk } from "#features/meetings/matter/timeline/queries.ts";
import { Choice, DateField, Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** What belongs to a matter: applications for money from outside, and commissions given between the meetings. */
export const matterFactPages = pages("signedIn")
  .form("/fraga/:slug/ansokan", { draw: drawApplication, send: sendApplication })
  .form("/fraga/:slug/ansokan/:application", { draw: drawApplication, send: sendApplication })
  .form("/fraga/:slug/uppdrag", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const { matter } = await matterToSteer(c);
      const people = await peopleToAsk(db, matter.bodyId, dateIn(now()));
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/fraga/${matter.slug}`}>{matter.title}</a>}
          heading={t("matter.give")}
          lead={t("commission.give_lead")}
          press={t("matter.save")}
          back={`/fraga/${matter.slug}`}
        >
          <TextField
            t={t}
            filled={filled}
            name="title"
            label={t("commission.title")}
            help={t("commission.no_clients")}
            required
          />
          <TextArea
            t={t}
            filled={filled}
            name="parts"
            label={t("commission.part_lines")}
            help={t("commission.part_lines_help")}
            rows={3}
          />
          <Select
            t={t}
            filled={filled}
            name="ownerPerson"
            label={t("commission.owner_person")}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            t={t}
            filled={filled}
            name="ownerName"
            label={t("commission.owner_name")}
            help={t("commission.owner_name_help")}
          />
          <DateField t={t} filled={filled} name="dueOn" label={t("commission.due_on")} />
        </FormPage>,
        { title: `${t("matter.give")}: ${matter.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const slug = c.req.param("slug") ?? "";
      await commissionInMatter(db, actor, now, slug, checkedForm(NewCommission, filled));
      return c.redirect(`/fraga/${slug}?klart=uppdrag`, 303);
    },
  });

async function drawApplication(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const { matter } = await matterToSteer(c);
  const id = c.req.param("application");
  const before = id === undefined ? undefined : (await applicationsOf(db, matter.id)).find((each) => each.id === id);
  if (id !== undefined && !before) throw new Refusal("not_found", "matter.no_such_application");
  const heading = t(before ? "matter.application_change" : "matter.application_new");
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={`/fraga/${matter.slug}`}>{matter.title}</a>}
      heading={heading}
      press={t("matter.save")}
      back={`/fraga/${matter.slug}`}
    >
      <TextField
        t={t}
        filled={filled}
        name="funder"
        label={t("matter.application_funder")}
        value={before?.funder}
        required
      />
      <TextField t={t} filled={filled} name="title" label={t("matter.application_title")} value={before?.title} />
      <Choice
        t={t}
        filled={filled}
        name="state"
        label={t("matter.application_state")}
        value={before?.state}
        options={applicationStates.map((state) => ({ value: state, label: t(`matter.application.${state}`) }))}
        required
      />
      <DateField
        t={t}
        filled={filled}
        name="since"
        label={t("matter.application_since")}
        value={before ? before.since?.toString() : dateIn(now()).toString()}
      />
    </FormPage>,
    { title: `${heading}: ${matter.title}` },
  );
}

async function sendApplication(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const slug = c.req.param("slug") ?? "";
  const known = c.req.param("application");
  const { matter } = await matterToSteer(c);
  if (known !== undefined && !(await applicationsOf(db, matter.id)).some(({ id }) => id === known))
    throw new Refusal("not_found", "matter.no_such_application");
  await writeApplication(db, actor, now, slug, checkedForm(Application, filled), known as ApplicationId | undefined);
  return c.redirect(`/fraga/${slug}?klart=ansokan`, 303);
}
