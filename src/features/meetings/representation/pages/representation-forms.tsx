import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { knownPeople } from "#features/meetings/body/known-people/queries.ts";
import { keepersFor, withOrganisation } from "#features/meetings/body/pages/keeper.ts";
import { KeeperField } from "#features/meetings/body/parts/keeper-field.tsx";
import { PersonFields } from "#features/meetings/body/parts/person-fields.tsx";
import { bodiesInside } from "#features/meetings/body/register/queries.ts";
import { Days, LastDay } from "#features/meetings/body/seats/seat.ts";
import { addRepresentation, endRepresentation, reportBack } from "#features/meetings/representation/commands.ts";
import { representationCalled } from "#features/meetings/representation/queries.ts";
import {
  longest,
  NewRepresentation,
  Report,
  representationLevels,
} from "#features/meetings/representation/representation.ts";
import { Choice, DateField, FieldRow, Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Writing down who represents whom, ending it, and telling at home what came of it. */
export const representationFormPages = pages("signedIn")
  .form("/foretradare/ny", {
    draw: drawNew,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      mustKeepSome(c);
      checkedForm(Days, filled);
      const kept = await withOrganisation(c, filled, "keeper", "keptBy", true);
      const placed = await withOrganisation(c, kept, "organisation", "organisationId", true);
      const { id } = await addRepresentation(db, actor, now, checkedForm(NewRepresentation, placed));
      return c.redirect(`/foretradare/${id}?klart=upplagd`, 303);
    },
  })
  .form("/foretradare/:representation/avsluta", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const { representation, can } = await asked(c);
      if (!can.keep) throw new Refusal("forbidden", "representation.not_your_register");
      const { id, name, organisation } = representation;
      const who = name ?? t("representation.nameless");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/foretradare/${id}`}>{t("representation.all")}</a>}
          heading={`${t("representation.end")}: ${who}`}
          lead={t("representation.end_lead", { who, organisation })}
          press={t("representation.end")}
          back={`/foretradare/${id}`}
        >
          <DateField
            t={t}
            filled={filled}
            name="lastDay"
            label={t("body.last_day")}
            help={t("body.last_day_help")}
            value={dateIn(now()).toString()}
          />
        </FormPage>,
        { title: `${t("representation.end")}: ${who}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { representation } = await asked(c);
      await endRepresentation(db, actor, now, representation.id, checkedForm(LastDay, filled));
      return c.redirect(`/foretradare/${representation.id}?klart=avslutad`, 303);
    },
  })
  .form("/foretradare/:representation/rapport", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const { representation, can } = await asked(c);
      if (!can.report) throw new Refusal("forbidden", "representation.theirs_to_tell");
      const today = dateIn(now()).toString();
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/foretradare/${representation.id}`}>{representation.place}</a>}
          heading={t("representation.report")}
          lead={t("representation.report_lead")}
          press={t("representation.save")}
          back={`/foretradare/${representation.id}`}
          keepDraft={`representation-${representation.id}`}
        >
          <DateField
            t={t}
            filled={filled}
            name="day"
            label={t("representation.report_day")}
            value={today}
            min={representation.validFrom.toString()}
            max={today}
          />
          <TextArea
            t={t}
            filled={filled}
            name="text"
            required
            label={t("representation.report_text")}
            help={t("representation.no_clients")}
            rows={8}
            limit={longest.report}
          />
        </FormPage>,
        { title: `${t("representation.report")}: ${representation.place}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { representation } = await asked(c);
      await reportBack(db, actor, now, representation.id, checkedForm(Report, filled));
      return c.redirect(`/foretradare/${representation.id}?klart=berattat`, 303);
    },
  });

async function drawNew(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  mustKeepSome(c);
  const today = dateIn(now());
  const keepers = await keepersFor(c);
  const sent = OrganisationId.safeParse(filled.values["keeper"]).data;
  const keeper = sent ?? (keepers?.length === 1 ? keepers[0]?.id : undefined);
  const people = keeper ? await knownPeople(db, keeper, today) : [];
  const bodies = await bodiesInside(db, actor, today);
  const text = { t, filled };
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href="/foretradare">{t("representation.all")}</a>}
      heading={t("representation.add")}
      lead={t("representation.add_lead")}
      press={t("representation.save")}
      back="/foretradare"
    >
      <KeeperField {...text} label={t("representation.keeper")} keepers={keepers} />
      <PersonFields {...text} people={people} />
      <TextField {...text} name="organisation" required label={t("representation.for")} />
      {bodies.length > 0 ? (
        <Select
          {...text}
          name="bodyId"
          label={t("representation.body")}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t("representation.body_none")}
        />
      ) : null}
      <TextField {...text} name="place" label={t("representation.place")} help={t("representation.place_help")} />
      <Choice
        {...text}
        name="level"
        required
        inline
        label={t("representation.level")}
        options={representationLevels.map((level) => ({ value: level, label: t(`representation.level.${level}`) }))}
      />
      <TextArea
        {...text}
        name="mandate"
        label={t("representation.mandate")}
        help={`${t("representation.mandate_help")} ${t("representation.no_clients")}`}
        rows={3}
        limit={longest.mandate}
      />
      <FieldRow>
        <DateField {...text} name="validFrom" label={t("body.first_day")} value={today.toString()} />
        <DateField {...text} name="validTo" label={t("body.period_to")} />
      </FieldRow>
    </FormPage>,
    { title: t("representation.add") },
  );
}

function asked(c: Page) {
  const { db, actor, now } = c.var;
  return representationCalled(db, actor, c.req.param("representation") ?? "", dateIn(now()));
}

/** To somebody who keeps no register there is no such page. */
function mustKeepSome({ var: { actor } }: Page): void {
  if (!actor.reach.has("bodies:manage")) throw new Refusal("not_found", "representation.no_such_representation");
}
